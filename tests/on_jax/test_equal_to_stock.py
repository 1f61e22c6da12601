"""The explicit step trains exactly as Keras's own, also on JAX."""

import pytest
from common.stock_step import (
    CASES,
    assert_equal,
    assert_trains_as_the_stock_step,
    compiled,
    data,
    trained,
    values,
)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.stock_on_jax],
    ids=lambda case: case.name,
)
@pytest.mark.filterwarnings("ignore:Gradients do not exist for variables")
def test_fit_equals_the_stock_step(case):
    assert_trains_as_the_stock_step(case)


def test_a_metric_of_a_layer():
    """Keras's own step does not find its variables (3.15)."""
    (case,) = (case for case in CASES if not case.stock_on_jax)
    with pytest.raises(TypeError, match="NoneType"):
        trained(case, explicit=False)
    _, history = trained(case, explicit=True)
    assert len(set(history["activity"])) == 2  # another one each epoch
    assert history["loss"][1] < history["loss"][0]


def test_train_on_batch_equals_the_stock_step():
    case = CASES[0]
    x, y, _ = data(case)
    pair = [compiled(case, explicit) for explicit in (False, True)]
    for _ in range(3):
        logs = [model.train_on_batch(x, y) for model in pair]
        assert logs[0] == logs[1]
    assert_equal(values(pair[1].variables), values(pair[0].variables))
