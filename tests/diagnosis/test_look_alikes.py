"""What looks like one cause and is another one, or none."""

import math

import pytest

from keras_activations.diagnosis import diagnose_record
from tests.diagnosis.conftest import losses, target, with_rows


def causes(record, running=False):
    return [finding.cause for finding in diagnose_record(record, running)]


def facts(record, **of_layers):
    return {"facts": {**record.facts, "layers": of_layers}}


def test_a_large_step_that_the_rate_does_not_make(healthy, changed):
    large = with_rows(healthy.first_steps, "fc1", update_ratio=0.5)
    assert causes(changed(first_steps=large)) == ["rate_too_high"]
    # A constraint moves the weights.
    held = with_rows(large, "fc1", constrained=True)
    assert causes(changed(first_steps=held)) == ["not_learning"]
    # They began small: an embedding, or an initializer of small weights.
    embedding = facts(healthy, fc1={"class": "Embedding"})
    record = changed(first_steps=large, **embedding)
    assert causes(record) == ["not_learning"]
    small = with_rows(large, "fc1", gain=0.01)
    assert causes(changed(first_steps=small)) == ["not_learning"]


def test_steps_of_nothing_are_not_the_rate(healthy, changed):
    still = with_rows(
        healthy.first_steps, update_ratio=0.0, gradient_norm=0.0, changed=False
    )
    dropped = facts(healthy, drop={"class": "Dropout", "rate": 0.97})
    record = changed(first_steps=still, **dropped)
    assert causes(record) == ["over_regularised"]
    slow = with_rows(healthy.first_steps, update_ratio=1e-6)
    assert causes(changed(first_steps=slow)) == ["rate_too_low"]


def with_rates(*rates):
    return [
        {**row, "learning_rate": rate}
        for row, rate in zip(losses(*[1.0] * len(rates)), rates, strict=True)
    ]


def test_a_schedule_that_ends_early_or_grows_too_far(changed):
    # The rate of the first step is 1e-3.
    early = with_rates(1e-4, 1e-6, 1e-6, 1e-6)
    (finding,) = diagnose_record(changed(losses=early))
    assert (finding.cause, finding.since) == ("rate_too_low", "epoch 2")
    # Many end at 0 on purpose.
    cosine = with_rates(9e-4, 7e-4, 5e-4, 0.0)
    assert causes(changed(losses=cosine)) == ["not_learning"]
    grown = with_rates(1e-3, 0.1, 0.1, 0.1)
    assert causes(changed(losses=grown)) == ["rate_too_high"]


def test_units_that_are_zero_because_of_nan_have_not_died(healthy, changed):
    history = [
        {**row, "dead_ratio": 1.0 if row["epoch"] else 0.1}
        for row in healthy.history
    ]
    record = changed(
        history=history,
        losses=losses(0.9, math.nan, math.nan),
        first_steps=with_rows(healthy.first_steps, update_ratio=0.02),
    )
    assert causes(record) == ["diverged"]


def test_a_rate_that_ends_in_nan_is_one_finding(healthy, changed):
    record = changed(
        losses=losses(50.0, math.nan),
        first_steps=with_rows(healthy.first_steps, update_ratio=0.5),
    )
    (finding,) = diagnose_record(record)
    assert finding.cause == "rate_too_high"
    told = [evidence.what for evidence in finding.evidence]
    assert "first epoch without a finite loss" in told


def test_targets_with_nan(changed):
    record = changed(targets=[target(nonfinite=2)], losses=losses(math.nan))
    (finding,) = diagnose_record(record)
    assert finding.cause == "diverged"
    assert finding.remedies[0].code == "y = np.nan_to_num(y)"


def test_penalties_below_zero(healthy, changed):
    told = [
        {**row, "logs": {"loss": -100.0 * (row["epoch"] + 1)}}
        for row in losses(1.0, 1.0, 1.0, 1.0)
    ]
    record = changed(
        losses=told,
        first_steps=with_rows(healthy.first_steps, update_ratio=0.1),
    )
    assert causes(record) == ["over_regularised"]


def test_what_shrinks_without_a_penalty_has_died(healthy, changed):
    dead = with_rows(healthy.history, "fc2", std=0.0, dead_ratio=1.0, died=8)
    assert causes(changed(history=dead)) == ["dying_units"]
    held = with_rows(healthy.first_steps, "fc2", constrained=True)
    assert causes(changed(history=dead, first_steps=held)) == ["dying_units"]
    decays = {"facts": {**healthy.facts, "weight_decay": 0.5}}
    assert causes(changed(history=dead, **decays)) == ["over_regularised"]


def test_noise_hides_what_has_been_learned(healthy, changed):
    noisy = facts(healthy, drop={"class": "Dropout", "rate": 0.95})
    stuck = losses(1.0, 1.0, 1.0, 1.0, val_loss=0.8)  # of a constant's 2.0
    assert causes(changed(losses=stuck, **noisy)) == []
    # Without noise in training, a validation that is easier says nothing.
    assert causes(changed(losses=stuck)) == ["not_learning"]
    same = losses(1.0, 1.0, 1.0, 1.0, val_loss=2.0)
    assert causes(changed(losses=same, **noisy)) == ["over_regularised"]


def test_several_layers_of_dropout_count_together(healthy, changed):
    layers = {f"drop{n}": {"class": "Dropout", "rate": 0.7} for n in (1, 2)}
    assert causes(changed(**facts(healthy, **layers))) == ["over_regularised"]
    del layers["drop1"]
    assert causes(changed(**facts(healthy, **layers))) == ["not_learning"]


def test_noise_far_above_the_signal(healthy, changed):
    noisy = facts(healthy, noise={"class": "GaussianNoise", "noise": 10.0})
    (finding,) = diagnose_record(changed(**noisy))
    assert finding.cause == "over_regularised"
    assert "stddev" in finding.remedies[0].code


def test_gates_are_judged_by_their_weights(healthy, changed):
    cells = facts(healthy, fc1={"class": "LSTMCell"})
    large = with_rows(healthy.first_steps, "fc1", gain=30.0)
    record = changed(first_steps=large, **cells)
    assert causes(record) == ["saturated_at_birth"]
    # They may do no harm, and other layers bear them.
    assert causes(changed(stuck=False, first_steps=large, **cells)) == []
    assert causes(changed(first_steps=large)) == ["not_learning"]


def test_inputs_and_targets_that_are_tiny(healthy, changed):
    record = changed(inputs=with_rows(healthy.inputs, rms=1e-4))
    (finding,) = diagnose_record(record)
    assert finding.cause == "input_scale"
    assert "small" in finding.sentence
    (finding,) = diagnose_record(changed(targets=[target(rms=1e-4)]))
    assert finding.cause == "target_scale"
    assert "small" in finding.sentence


def outputs(record, **values):
    return [{**row, **values} for row in record.outputs]


def test_an_output_of_nothing_but_zeros(healthy, changed):
    zeros = {"minimum": 0.0, "maximum": 0.0, "std_of_samples": 0.0}
    last = [target(activation="relu", minimum=0.1, low=0.1)]
    record = changed(targets=last, outputs=outputs(healthy, **zeros))
    assert causes(record) == ["born_dead"]
    later = [
        row if row["epoch"] < 2 else {**row, **zeros} for row in healthy.outputs
    ]
    assert causes(changed(targets=last, outputs=later)) == ["dying_units"]


def test_outputs_that_explode_or_stay_the_same(healthy, changed):
    record = changed(outputs=outputs(healthy, std=1e6))
    assert causes(record) == ["exploding_at_birth"]
    # Targets may be as large.
    large = [target(rms=1e5, loss="Mine")]
    record = changed(targets=large, outputs=outputs(healthy, std=1e6))
    assert causes(record) == ["not_learning"]
    record = changed(outputs=outputs(healthy, std_of_samples=0.0))
    assert causes(record) == ["constant_units"]
    # Of a single sample nobody can tell.
    one = outputs(healthy, std_of_samples=0.0, samples=1)
    assert causes(changed(outputs=one)) == ["not_learning"]


def test_a_loss_of_the_user_is_in_trouble_if_all_predictions_are_equal(
    healthy, changed
):
    own = [target(loss="Mine", known=False, constant_loss=None)]
    parts = {"birth": with_rows(healthy.birth, "fc2", dead_ratio=1.0)}
    assert causes(changed(targets=own, **parts)) == []
    equal = outputs(healthy, std_of_samples=0.0)
    record = changed(targets=own, outputs=equal, **parts)
    assert causes(record) == ["born_dead"]


def test_a_gradient_that_stops(healthy, changed):
    stopped = with_rows(healthy.first_steps, "fc1", gradient_norm=0.0)
    assert causes(changed(first_steps=stopped)) == ["vanishing_signal"]


def test_saturation_explains_what_vanishes_behind_it(healthy, changed):
    birth = with_rows(
        with_rows(healthy.birth, "fc2", std=1e-6),
        "fc1",
        activation="sigmoid",
        saturated_fraction=1.0,
    )
    assert causes(changed(birth=birth)) == ["saturated_at_birth"]


def test_what_rounding_leaves_of_a_constant(healthy, changed):
    birth = with_rows(healthy.birth, "fc2", std=5e-5, bias_shift=1 - 1e-7)
    assert causes(changed(birth=birth)) == ["constant_units"]


@pytest.mark.parametrize("epochs", [1, 4])
def test_a_flat_loss_needs_a_few_epochs(epochs, changed):
    record = changed(losses=losses(*[1.0] * epochs))
    assert causes(record) == (["not_learning"] if epochs == 4 else [])


def test_several_outputs_and_inputs_are_one_finding(healthy, changed):
    rows = [target(output=name, rms=50.0) for name in ("size", "age")]
    told = [
        {**row, "losses": dict.fromkeys(("size", "age"), 2.0)}
        for row in losses(1.0, 1.0, 1.0, 1.0)
    ]
    (finding,) = diagnose_record(changed(targets=rows, losses=told))
    assert finding.cause == "target_scale"
    assert "age: rms of the targets: 50" in str(finding.evidence[1])
    assert finding.remedies[0].code.count("\n") == 1
    large = [{**healthy.inputs[0], "layer": name, "rms": 99.0} for name in "ab"]
    (finding,) = diagnose_record(changed(inputs=large))
    assert (finding.cause, finding.layers) == ("input_scale", ("a", "b"))


def test_a_loss_that_falls_has_not_stopped_learning(changed):
    diagnosis = diagnose_record(changed(losses=losses(4.0, 2.0, 1.5)))
    assert list(diagnosis) == []
    assert diagnosis.not_checked == {
        "not_learning": "the loss is still falling"
    }


def test_saturation_and_deaths_that_do_no_harm(healthy, changed):
    saturated = with_rows(
        healthy.birth, activation="tanh", saturated_fraction=0.9
    )
    slow = losses(0.9, 0.8, 0.75, 0.7)
    fast = losses(0.9, 0.7, 0.5, 0.4)
    record = changed(birth=saturated, losses=slow)
    assert causes(record) == ["saturated_at_birth"]
    assert causes(changed(birth=saturated, losses=fast)) == []
    first = changed(birth=saturated, losses=losses(0.9))
    assert causes(first, running=True) == []
    parts = {
        "history": with_rows(healthy.history, "fc2", dead_ratio=0.55),
        "first_steps": with_rows(healthy.first_steps, update_ratio=0.2),
    }
    assert causes(changed(losses=slow, **parts)) == ["rate_too_high"]
    assert causes(changed(losses=fast, **parts)) == []


def test_a_sigmoid_at_its_end_is_saturated_and_not_dead(healthy, changed):
    birth = with_rows(
        healthy.birth,
        activation="sigmoid",
        dead_ratio=1.0,
        saturated_fraction=1.0,
    )
    assert causes(changed(birth=birth)) == ["saturated_at_birth"]


def test_the_units_of_a_relu_that_fire_may_be_constant(healthy, changed):
    birth = with_rows(
        healthy.birth, "fc2", dead_ratio=0.7, std=4e-5, bias_shift=1.0
    )
    assert causes(changed(birth=birth)) == ["constant_units"]


def test_embeddings_of_zeros(healthy, changed):
    zeros = with_rows(
        healthy.first_steps, "fc1", equal_units=1.0, gain=0.0, changed=False
    )
    del zeros[0]["gradient_norm"]
    assert causes(changed(first_steps=zeros)) == ["symmetric_units"]
    # A rate of 0 in a training that has nothing to learn.
    assert causes(changed(stuck=False, first_steps=zeros)) == []


def test_a_validation_that_differs_behind_the_last_activation(changed):
    far = losses(0.8, 0.5, 0.3, 0.2, val_loss=80.0)
    (finding,) = diagnose_record(changed(stuck=False, losses=far))
    assert finding.cause == "train_validation_gap"
    # A cross-entropy of an overfitted network may be as large.
    classes = target(
        loss="sparse_categorical_crossentropy",
        activation="softmax",
        units=3,
        minimum=0.0,
        maximum=2.0,
    )
    assert causes(changed(stuck=False, losses=far, targets=[classes])) == []


def test_small_differences_in_validation_add_up(healthy, changed):
    far = losses(0.8, 0.5, 0.3, 0.2, val_loss=2.0)
    both = with_rows(healthy.history, val_bias_shift=0.63, val_std=0.36)
    record = changed(stuck=False, history=both, losses=far)
    assert causes(record) == ["train_validation_gap"]
    one = with_rows(healthy.history, val_bias_shift=0.63, val_std=0.5)
    assert causes(changed(stuck=False, history=one, losses=far)) == []


def test_a_schedule_gives_way_to_a_number(healthy, changed):
    facts_ = {**healthy.facts, "schedule": True}
    slow = with_rows(healthy.first_steps, update_ratio=1e-6)
    (finding,) = diagnose_record(changed(first_steps=slow, facts=facts_))
    assert finding.cause == "rate_too_low"
    assert "from_config(settings)" in finding.remedies[0].code


def test_a_recurrent_network_that_explodes(healthy, changed):
    # Nothing in it is watched, so that there are no rows of birth.
    record = changed(
        birth=[], history=[], outputs=outputs(healthy, std=1e8), layers={}
    )
    assert causes(record) == ["exploding_at_birth"]
