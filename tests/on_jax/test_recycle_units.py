"""RecycleUnits on JAX, with the models and optimizers of the other tests."""

import pytest
from common.recycling import (
    FOLLOWED,
    LEFT_ALONE,
    OPTIMIZERS,
    SUBCLASSED,
    check_subclassed,
    check_that_a_resumed_training_recycles_in_the_same_way,
    check_that_an_optimizer_forgets,
    check_that_units_live_again,
    check_what_is_left_alone,
)


@pytest.mark.parametrize("name", FOLLOWED)
def test_units_live_again_and_the_network_computes_the_same(name):
    check_that_units_live_again(name)


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_cannot_be_followed_is_named(name):
    check_what_is_left_alone(name)


@pytest.mark.parametrize("name", SUBCLASSED)
def test_subclasses_are_followed(name):
    check_subclassed(name)


def updated(optimizer, gradients, variables):
    # Not `apply`, which fails on JAX with a scale of the loss.
    changed = optimizer.stateless_apply(
        [variable.value for variable in optimizer.variables],
        gradients,
        [variable.value for variable in variables],
    )
    own = *variables, *optimizer.variables
    for variable, value in zip(own, sum(changed, []), strict=True):
        variable.assign(value)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_optimizer_forgets_the_old_units(name):
    check_that_an_optimizer_forgets(name, updated)


def test_a_training_that_is_resumed_recycles_in_the_same_way(tmp_path):
    check_that_a_resumed_training_recycles_in_the_same_way(tmp_path)
