"""What is private to Keras, in one place.

A name that Keras does not publish may be gone in its next version. So each is
looked up where it is used, and not when this package is imported. If it is
gone, one error says which, and all that does not need it still works.
"""

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import keras

from keras_activations.replacing import replaced

Layer = Any
Operation = Any  # a layer or a keras.Operation
Tensor = Any
Variable = Any

# Every name below `keras.src`, and the public names that it is needed for.
MODULE_NAMES = {
    "activations.activations.Mish": "the ActivationMonitor",
    "activations.activations.ReLU": "the ActivationMonitor",
    "backend.common.masking.set_keras_mask": "the ActivationMonitor on JAX",
    "backend.common.symbolic_scope.in_symbolic_scope": (
        "the ActivationMonitor on JAX"
    ),
    "backend.common.global_state.get_global_attribute": "`jit_compile=False`",
    "backend.nn": "the ActivationMonitor",
    "backend.numpy": "the ActivationMonitor",
    "initializers.random_initializers.random": "RecycleUnits",
    "models.functional.Functional": "a functional SGDModel",
    "utils.naming.get_object_name": "compare_activations",
    "utils.naming.reset_uids": "compare_activations",
}


class MissingFromKerasError(RuntimeError):
    """A private name that this version of Keras does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Keras {keras.__version__} has no {name}, which is needed here "
            "and is private to Keras. Use a version of Keras that "
            "keras_activations was tested with, or a newer keras_activations."
        )


def module_name(name: str) -> Any:
    """Return one of `MODULE_NAMES`: a module, class or function of Keras.

    Raises:
        MissingFromKerasError: if this version of Keras does not have it.
    """
    owner, _, attribute = f"keras.src.{name}".rpartition(".")
    try:
        return getattr(importlib.import_module(owner), attribute)
    except (ImportError, AttributeError) as error:
        raise MissingFromKerasError(f"keras.src.{name}") from error


def _attribute(owner: Any, name: str) -> Any:
    try:
        return getattr(owner, name)
    except AttributeError as error:
        raise MissingFromKerasError(f"{type(owner).__name__}.{name}") from error


def functional_class() -> Any:
    """Return the class of functional models, to be a base of another one.

    If Keras does not have it, the class returned says so when it is used.
    """
    try:
        return module_name("models.functional.Functional")
    except MissingFromKerasError as error:
        return _stand_in(error)


def reset_uids() -> None:
    """Start the numbers in the names of new layers and optimizers again."""
    module_name("utils.naming.reset_uids")()


def object_name(value: Any) -> str:
    """Return the name that Keras gives a loss or metric in its logs."""
    return module_name("utils.naming.get_object_name")(value)


def _stand_in(error: MissingFromKerasError) -> type:
    class Missing:
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            raise error

    return Missing


# Calls ---------------------------------------------------------------------


def outermost_call() -> Layer | None:
    """Return the model or layer whose call is the outermost one now.

    Raises:
        MissingFromKerasError: if Keras does not tell.
    """
    state = module_name("backend.common.global_state.get_global_attribute")
    return getattr(state("current_call_ctx"), "entry_layer", None)


def is_building(graph: Any) -> bool:
    """Whether Keras calls a layer in this graph to find its shapes alone."""
    return getattr(graph, "name", "").startswith("scratch_graph")


def maker(tensor: Tensor) -> tuple[Operation, int]:
    """Return what made a symbolic tensor, and the number of that call."""
    operation, number, _ = _attribute(tensor, "_keras_history")
    return operation, number


def output_number(tensor: Tensor) -> int:
    """Return which of the outputs of its maker a symbolic tensor is."""
    return _attribute(tensor, "_keras_history").tensor_index


def calls(operation: Operation) -> list[Any]:
    """Return the symbolic calls of a layer or operation."""
    return _attribute(operation, "_inbound_nodes")


def calls_by_depth(model: keras.Model) -> list[list[Any]]:
    """Return the symbolic calls in a functional model, the first ones first."""
    by_depth = _attribute(model, "_nodes_by_depth")
    return [by_depth[depth] for depth in sorted(by_depth, reverse=True)]


def forget_calls(operation: Operation) -> None:
    """Make an operation one that has not been called."""
    _attribute(operation, "_inbound_nodes")
    operation._inbound_nodes, operation._outbound_nodes = [], []


@contextmanager
def calls_forgotten(operation: Operation) -> Iterator[None]:
    """Forget the symbolic calls that are made in a block."""
    kept = [
        (nodes, len(nodes))
        for name in ("_inbound_nodes", "_outbound_nodes")
        for nodes in [_attribute(operation, name)]
    ]
    try:
        yield
    finally:
        for nodes, number in kept:
            del nodes[number:]


def given(operation: Operation, number: int) -> list[Tensor]:
    """Return the symbolic tensors that were given to a call."""
    return calls(operation)[number].input_tensors


def mask(tensor: Tensor) -> Tensor | None:
    """Return the mask that Keras has attached to a tensor."""
    return getattr(tensor, "_keras_mask", None)


def set_mask(tensor: Tensor, value: Tensor) -> None:
    """Attach a mask to a tensor."""
    module_name("backend.common.masking.set_keras_mask")(tensor, value)


def is_symbolic() -> bool:
    """Whether Keras calls a layer on JAX to find its shapes alone."""
    name = "backend.common.symbolic_scope.in_symbolic_scope"
    return bool(module_name(name)())


# Layers --------------------------------------------------------------------


def layers_of(
    layer: Layer, include_self: bool = True, recursive: bool = True
) -> list[Layer]:
    """Return the layers of a layer or model, those inside others as well.

    A layer may use the name `layers` for something else.
    """
    flatten = _attribute(layer, "_flatten_layers")
    return list(flatten(include_self=include_self, recursive=recursive))


def own_variables(owner: Any) -> list[Variable]:
    """Return the trainable variables of a layer, but not of layers in it.

    Those of an optimizer are the ones that it updates.
    """
    is_layer = isinstance(owner, keras.layers.Layer)
    if isinstance(owner, keras.Operation) and not is_layer:
        return []
    return _attribute(owner, "_trainable_variables")


def own_state(layer: Layer) -> list[Variable]:
    """Return the other variables of a layer, but not of layers in it."""
    generators = _attribute(layer, "_seed_generators")
    return [
        *_attribute(layer, "_non_trainable_variables"),
        *(generator.state for generator in generators),
    ]


def layer_list(model: Layer) -> list[Layer]:
    """Return the list in which a model keeps its layers, to be sorted."""
    return _attribute(model, "_layers")


def given_output_shape(layer: Layer) -> Any:
    """Return the `output_shape` that a Lambda layer was given."""
    return _attribute(layer, "_output_shape")


def is_autocast(variable: Variable) -> bool:
    """Return whether a variable is read in the compute dtype."""
    return _attribute(variable, "_autocast")


def share_automatic_config(old: Layer, new: Layer) -> None:
    """Let a layer be described by the arguments of another one."""
    new._auto_config = _attribute(old, "_auto_config")


def kept_apart(layer: Layer) -> dict[str, Any]:
    """Return the settings of a layer that are in no configuration, by name."""
    return {name: _attribute(layer, name) for name in ("_path", "_remat_mode")}


def has_no_build(layer: Layer) -> bool:
    """Whether the class of a layer leaves `build` to Keras."""
    return getattr(layer.build, "_is_default", False)


def mark_built(old: Layer, new: Layer) -> None:
    """Let a layer count as built, for the shapes of another one."""
    new._build_shapes_dict = _attribute(old, "_build_shapes_dict")
    new.built = True


def set_path(variable: Variable, path: str) -> None:
    """Give a variable another path."""
    _attribute(variable, "_path")
    variable._path = path


@contextmanager
def without_remat(layer: Layer) -> Iterator[None]:
    """Keep a layer from recomputing its outputs for the gradient."""
    _attribute(layer, "_remat_mode")
    with replaced(layer, _remat_mode=None):
        yield


def set_trainable_alone(layer: Layer, trainable: bool) -> None:
    """Set whether a layer is trainable, and not what is inside it."""
    _attribute(layer, "_trainable")
    layer._trainable = trainable


def attributes(layer: Layer) -> dict[str, Any]:
    """Return the attributes of a layer, but for lists of all of its parts.

    These are Keras's, and TensorFlow's, whose names begin with "_self_".
    """
    tracked = _attribute(layer, "_tracker").config.values()
    return {
        name: value
        for name, value in vars(layer).items()
        if not name.startswith("_self_")
        and not any(value is parts for _, parts in tracked)
    }


@contextmanager
def unlocked(layer: Layer) -> Iterator[Any]:
    """Let the parts of a layer be replaced, even if it is built.

    Yields:
        Its tracker.
    """
    tracker = _attribute(layer, "_tracker")
    was_locked = _attribute(tracker, "locked")
    tracker.unlock()
    try:
        yield tracker
    finally:
        if was_locked:
            tracker.lock()


def kernel(layer: Layer) -> Variable | None:
    """Return the kernel of a layer as it is kept, before any adaptor."""
    return getattr(layer, "_kernel", None)


# Models --------------------------------------------------------------------


def build_metrics(model: keras.Model, batch: Any) -> None:
    """Make the variables of the metrics of a compiled model.

    Args:
        model: The model, built.
        batch: A mini-batch, `(x, y)`.
    """
    _attribute(model, "_symbolic_build")(data_batch=batch)


def metrics_held_by(model: keras.Model) -> list[keras.metrics.Metric]:
    """Return the metrics that a model has as attributes."""
    return list(_attribute(model, "_metrics"))


def compile_arguments(model: keras.Model) -> dict[str, Any]:
    """Return what a compiled model was compiled with."""
    return _attribute(model, "_compile_config").config


def compiled_losses(model: keras.Model) -> list[Any]:
    """Return the losses of a compiled model, each with its weight."""
    compiled = getattr(model, "_compile_loss", None)
    return getattr(compiled, "_flat_losses", None) or []


def compute_loss(model: keras.Model, **arguments: Any) -> Tensor:
    """Call `model.compute_loss`, even one that does not take `training`."""
    return _attribute(model, "_compute_loss")(**arguments)


def loss_tracker(model: keras.Model) -> keras.metrics.Metric:
    """Return the mean loss that `fit` reports."""
    return _attribute(model, "_loss_tracker")


def skip_epoch(model: keras.Model) -> None:
    """Let the `fit` that resumes a training begin one epoch later."""
    model._initial_epoch = (_attribute(model, "_initial_epoch") or 0) + 1


@contextmanager
def drawing_by(**functions: Callable[..., Any]) -> Iterator[None]:
    """Let the initializers of Keras draw with other functions.

    Args:
        functions: By the name of a function of `keras.random`, another one.
    """
    module = module_name("initializers.random_initializers.random")
    for name in functions:
        _attribute(module, name)
    with replaced(module, **functions):
        yield


# Models on JAX -------------------------------------------------------------

# The state of a step that trains, in its order.
_STATE = ("trainable", "non_trainable", "optimizer", "metrics")


def synchronize(model: keras.Model) -> None:
    """Give the variables of a model the values of the last step of a fit."""
    _attribute(model, "jax_state_sync")()


def with_shardings(
    model: keras.Model, extend: Callable[[Any], Any]
) -> dict[str, Any]:
    """Return what replaces the shardings of a model's state, by attribute.

    Args:
        model: The model.
        extend: Is given those of a state, and returns those of a longer one.
    """
    name = "_get_state_sharding_spec"
    own = _attribute(model, name)
    return {name: lambda: extend(own())}


def hold_state(model: keras.Model, state: Any) -> None:
    """Keep the state after a step, as Keras does when it has it.

    A callback that asks for the model during the step finds it.
    """
    _attribute(model, "_jax_state_synced")
    names = _STATE if len(state) == len(_STATE) else (*_STATE[:2], _STATE[3])
    # Not by `__setattr__`, which would look at each of the variables.
    vars(model)["_jax_state"] = {
        f"{name}_variables": values
        for name, values in zip(names, state, strict=True)
    }


# Optimizers ----------------------------------------------------------------


def variable_index(optimizer: Any, weight: Variable) -> int:
    """Return the position of a weight in the lists of an optimizer.

    Raises:
        KeyError: if the weight is not one of its.
    """
    return _attribute(optimizer, "_get_variable_index")(weight)


def given_learning_rate(optimizer: Any) -> Any:
    """Return the learning rate as it was given: a schedule, or a variable."""
    return getattr(optimizer, "_learning_rate", None)


def excluded_from_weight_decay(optimizer: Any) -> tuple[set[Any], Any]:
    """Return the variables and the pattern that an optimizer excludes."""
    return (
        getattr(optimizer, "_exclude_from_weight_decay", set()),
        getattr(optimizer, "_exclude_from_weight_decay_pattern", None),
    )
