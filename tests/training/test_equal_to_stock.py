"""The explicit step trains exactly as Keras's own, whatever else is used."""

import numpy as np
import pytest
from common.replicas import two_replicas
from common.stock_step import (
    CASES,
    Case,
    assert_equal,
    assert_trains_as_the_stock_step,
    compiled,
    data,
    trained,
    values,
    with_sgd,
)

from keras_activations.training import ExplicitSGD, MiniBatches


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.filterwarnings("ignore:Gradients do not exist for variables")
def test_fit_equals_the_stock_step(case):
    assert_trains_as_the_stock_step(case)


def test_train_on_batch_equals_the_stock_step():
    case = CASES[0]
    x, y, _ = data(case)
    pair = [compiled(case, explicit) for explicit in (False, True)]
    for _ in range(3):
        logs = [model.train_on_batch(x, y) for model in pair]
        assert logs[0] == logs[1]
    assert_equal(values(pair[1].variables), values(pair[0].variables))


@pytest.mark.parametrize(
    "case",
    [
        Case("ExplicitSGD", explicit_optimizer=lambda: ExplicitSGD(0.1)),
        with_sgd("Nesterov", momentum=0.9, nesterov=True),
        with_sgd("decay, EMA", weight_decay=0.01, use_ema=True),
    ],
    ids=lambda case: case.name,
)
def test_two_replicas_equal_the_stock_step(case):
    strategy = two_replicas()
    results = []
    for explicit in (False, True):
        with strategy.scope():
            model = compiled(case, explicit)
        batches = MiniBatches(*data(case), batch_size=8, seed=5)
        history = model.fit(batches, epochs=2, shuffle=False, verbose=0)
        results.append((values(model.variables), history.history))
        for variable in model.trainable_variables:
            copies = strategy.experimental_local_results(variable.value)
            assert_equal(copies[1:], copies[:1])
    assert_equal(results[1][0], results[0][0])
    assert results[1][1] == results[0][1]
    # Two devices give what one gives, but for the order of the sums. There
    # Keras takes a mini-batch to build the model, so training sees the epochs
    # from the second on.
    single, _ = trained(case, explicit=True, start_step=5)
    for ours, theirs in zip(
        values(single.variables), results[1][0], strict=True
    ):
        np.testing.assert_allclose(ours, theirs, rtol=1e-5, atol=1e-6)
