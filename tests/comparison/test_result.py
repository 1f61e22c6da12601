import numpy as np
import pytest

from keras_activations.comparison.result import (
    Comparison,
    confidence_interval,
)


def run(activation, seed, score, rate=0.1, status="finished", **more):
    return {
        "activation": activation,
        "learning_rate": rate,
        "seed": seed,
        "status": status,
        "error": None,
        "loss": 1 - score,
        "val_accuracy": score,
        "seconds": 2.0,
        "seconds_per_epoch": 0.1,
        "dead_ratio_worst": 0.25,
        "bias_shift": 0.5,
        "born_dead": 1.0,
        "died": 2.0,
        "revived": 3.0,
        "curves": {"val_accuracy": [score], "dead_ratio_worst": [0.25]},
        **more,
    }


def comparison(runs, **setup):
    return Comparison(
        runs=runs,
        setup={
            "score": "val_accuracy",
            "mode": "max",
            "activations": list(
                dict.fromkeys(each["activation"] for each in runs)
            ),
            "epochs": 1,
            "batch_size": 32,
            "learning_rates": sorted({each["learning_rate"] for each in runs}),
            "seeds": sorted({each["seed"] for each in runs}),
            "samples": [100, 20],
            **setup,
        },
    )


@pytest.mark.parametrize("n", [2, 3, 5, 8, 20])
def test_confidence_interval_covers_the_mean_as_often_as_it_says(n):
    # 400 samples of normal noise: 95 % +- 3 standard errors of 1.1 %, and the
    # bootstrap is allowed to be a little narrow at 8.
    rng = np.random.default_rng(1)
    hits = 0
    for _ in range(400):
        low, high = confidence_interval(rng.normal(1.0, 1.0, n))
        hits += low <= 1 <= high
    assert 0.90 <= hits / 400 <= 0.985


def test_the_best_rate_is_chosen_for_each_activation():
    scores = {("relu", 0.1): 0.9, ("relu", 0.3): 0.8, ("relu", 0.01): 0.5}
    scores |= {("tanh", 0.1): 0.7, ("tanh", 0.3): 0.8, ("tanh", 0.01): 0.1}
    result = comparison(
        [run(name, 0, score, rate) for (name, rate), score in scores.items()]
    )
    relu, tanh = result.summary
    assert (relu["learning_rate"], relu["edge"]) == (0.1, False)
    assert (tanh["learning_rate"], tanh["edge"]) == (0.3, True)
    assert "0.3*" in result.to_markdown()
    assert "edge of those tried" in result.to_markdown()


def test_the_least_or_the_greatest_is_the_best():
    runs = [
        run("relu", 0, 0.5, 0.1, val_cost=2.0),
        run("relu", 0, 0.5, 0.3, val_cost=1.0),
    ]
    for mode, rate in (("min", 0.3), ("max", 0.1)):
        result = comparison(runs, score="val_cost", mode=mode)
        assert result.summary[0]["learning_rate"] == rate


def test_a_rate_at_which_a_seed_diverged_does_not_win():
    result = comparison(
        [
            run("relu", 0, 0.9, 1.0),
            run("relu", 1, 0.9, 1.0, status="diverged"),
            run("relu", 0, 0.8, 0.1),
            run("relu", 1, 0.8, 0.1),
        ]
    )
    (row,) = result.summary
    assert row["learning_rate"] == 0.1 and row["lost"] == 1
    assert "1 run diverged or failed" in result.to_markdown()


def test_paired_differences_say_so_when_none_is_seen():
    noise = [0.05, -0.02, 0.03]
    runs = [run("relu", s, 0.8 + e) for s, e in enumerate(noise)]
    runs += [run("tanh", s, 0.8 - e) for s, e in enumerate(noise)]
    runs += [
        run("sigmoid", s, 0.3 + e + 0.001 * s) for s, e in enumerate(noise)
    ]
    result = comparison(runs)
    relu, tanh, sigmoid = result.summary
    assert "seen" not in relu
    assert tanh["seen"] is False
    # Paired: the seeds' common noise of 0.05 does not hide it.
    assert sigmoid["seen"] is True
    assert sigmoid["high"] - sigmoid["low"] < 0.01
    text = result.to_markdown()
    assert "no difference seen" in text and "-0.4990" in text


def test_one_seed_has_no_known_spread():
    result = comparison([run("relu", 0, 0.9), run("tanh", 0, 0.8)])
    assert result.summary[1]["seen"] is None
    text = result.to_markdown()
    assert "no spread is known" in text
    assert "±" not in text and "against" not in text


def test_runs_that_all_failed_are_a_row():
    failed = run("relu", 0, 0.0, status="failed", error="ValueError: no")
    again = run("relu", 1, 0.0, status="failed", error="ValueError: no")
    result = comparison([failed, again, run("tanh", 0, 0.8)])
    assert "2 runs diverged or failed" in result.to_markdown()
    # The reason is told once.
    assert result.to_markdown().count("- relu: ValueError: no") == 1


def test_a_missing_number_is_a_dash():
    runs = [run("relu", 0, 0.9), run("elu", 0, 0.9, dead_ratio_worst=None)]
    headings, (_, elu) = comparison(runs).table()
    assert elu[headings.index("worst dead ratio")] == "-"


def test_what_no_activation_has_is_no_column():
    none = dict.fromkeys(("dead_ratio_worst", "born_dead", "died", "revived"))
    headings, _ = comparison([run("elu", 0, 0.9, **none)]).table()
    shown = ["activation", "loss", "val_accuracy", "seconds", "mean bias shift"]
    assert headings == shown


def test_save_and_load(tmp_path):
    result = comparison([run("relu", 0, 0.9)])
    path = tmp_path / "result.json"
    result.save(path)
    assert Comparison.load(path) == result
    with pytest.raises(FileExistsError):
        result.save(path)
    path.write_text("{}")
    with pytest.raises(ValueError, match="result.json"):
        Comparison.load(path)


def test_dataframe_has_a_row_a_run():
    pytest.importorskip("pandas", reason="the extra [examples] is missing")
    frame = comparison([run("relu", s, 0.9) for s in range(3)]).to_dataframe()
    assert len(frame) == 3 and "curves" not in frame


def test_plot_draws_each_activation():
    pytest.importorskip("matplotlib", reason="the extra [examples] is missing")
    runs = [run(a, s, 0.9) for a in ("relu", "tanh") for s in range(3)]
    figure = comparison(runs).plot()
    learning, dead, cost = figure.axes
    assert len(learning.lines) == len(dead.lines) == 2
    assert len(cost.containers) == 2
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.texts] == ["relu", "tanh"]
