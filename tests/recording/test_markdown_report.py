from keras_activations.recording.health_run import manifest
from keras_activations.recording.markdown_report import markdown_report


def row(layer, **measures):
    known = {"activation": "tanh", "units": 4, "samples": 8, "mean": 0.0}
    known |= {"bias_shift": 0.0, "died": 0, "revived": 0, "born_dead": 0}
    return {"epoch": 0, "layer": layer, **known, **measures}


def test_the_worst_is_what_is_of_no_use_for_any_reason_nan_before_all():
    report = markdown_report(
        [
            row("sound", dead_ratio=0.1),
            row("dead", dead_ratio=0.6, saturation=0.6),
            row("nan", dead_ratio=0.1, nonfinite=1),
            row("saturated", dead_ratio=0.0, saturation=0.9),
            row("one-sided", one_sided_ratio=0.7),
        ]
    )
    order = ["nan", "saturated", "one-sided", "dead"]
    verdict, _, _, _, *lines, gap, same = report.splitlines()
    assert gap == ""
    assert same == (
        "The same in all layers: activation tanh, units 4, samples 8."
    )
    assert verdict == f"4 of 5 layers need a look: {', '.join(order)}."
    assert [line.split()[1] for line in lines] == [*order, "sound"]


def test_a_single_layer_is_not_one_of_one():
    for measures, verdict in (
        ({"saturation": 0.9}, "The layer needs a look: a."),
        ({}, "The watched layer needs no look."),
    ):
        report = markdown_report([row("a", **measures)])
        assert report.startswith(verdict)


def test_the_expected_bias_shift_stands_beside_the_measured_one():
    report = markdown_report(
        [row("a", bias_shift=0.7, bias_shift_expected=0.564), row("b")]
    )
    assert "0.700 (0.564) |" in report
    assert "0.000 |" in report


def test_what_is_not_watched_stands_under_the_verdict():
    scores = ("attention/scores", "the size of its last axis changes")
    told = f"Not watched: {scores[0]} ({scores[1]})."
    rows = [row("a"), row("b")]
    for given in [scores], dict([scores]):
        verdict, _, gaps, _, *table = markdown_report(rows, given).splitlines()
        assert verdict == "None of the 2 watched layers needs a look."
        assert gaps == told
        assert table == markdown_report(rows).splitlines()[2:]
    assert markdown_report([], [scores]).splitlines()[-1] == told


def test_the_manifest_names_what_is_not_watched():
    layers = {"a": {"can_die": True, "unit_axis": 1, "slope": "closed form"}}
    known = ("health", [row("a")], layers, {}, {}, [])
    told = manifest(*known, {"scores": "no units"})
    assert told["not_watched"] == [{"name": "scores", "reason": "no units"}]
    assert told["layers"][0].items() >= layers["a"].items()
    assert manifest(*known)["not_watched"] == []
