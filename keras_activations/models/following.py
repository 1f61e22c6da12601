"""Follow the `call` of a subclassed model through its layers."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import keras

from keras_activations import compat
from keras_activations.models.anatomy import is_own
from keras_activations.replacing import replaced


def symbolic_inputs(model: keras.Model) -> tuple[list[Any], dict[str, Any]]:
    """New inputs of the shapes that a model was built with.

    Returns:
        Positional arguments and those by name, of which one is empty.

    Raises:
        ValueError: The model does not know its shapes.
    """
    config = model.get_build_config() or {}
    needed = [
        parameter.name
        for parameter in inspect.signature(model.call).parameters.values()
        if parameter.default is parameter.empty
        and parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    if "input_shape" in config and len(needed) < 2:
        return [_inputs(config["input_shape"])], {}
    if "shapes_dict" in config:
        shapes = config["shapes_dict"].items()
        return [], {
            name.removesuffix("_shape"): _inputs(shape)
            for name, shape in shapes
            if shape is not None
        }
    shapes = [f"{name}_shape" for name in needed]
    raise ValueError(
        f"{type(model).__name__} does not keep the shapes of its inputs. With "
        "these two lines it does:\n"
        f"    def build(self, {', '.join(shapes)}):\n"
        f"        super().build({shapes[0]})"
    )


def _inputs(shape: Any) -> Any:
    if isinstance(shape, dict):
        return {key: _inputs(each) for key, each in shape.items()}
    if any(isinstance(each, list | tuple | dict) for each in shape):
        return [_inputs(each) for each in shape]
    return keras.Input(batch_shape=tuple(shape))


@contextmanager
def followed(model: keras.Model) -> Iterator[keras.Model]:
    """A functional model of what a subclassed one computes, with its layers.

    The layers of the user's own are not part of it, but what they call. After
    the block, the layers do not know any more that they were called.

    Raises:
        Exception: `call` does not take symbolic tensors; it may be any.
    """
    layers = compat.layers_of(model)
    own = list(filter(is_own, layers))
    known = {id(layer) for layer in own}
    with ExitStack() as stack:
        for layer in layers:
            stack.enter_context(compat.calls_forgotten(layer))
        args, kwargs = symbolic_inputs(model)
        with ExitStack() as following:
            for number, layer in enumerate(layers):
                # In a functional model no two names are the same.
                following.enter_context(replaced(layer, name=f"_{number}"))
            for kind in {type(layer) for layer in own}:
                call = _only_call(kind.__call__, known)
                following.enter_context(replaced(kind, __call__=call))
            outputs = model.call(*args, **kwargs)
            graph = keras.Model([*args, *kwargs.values()], outputs)
        yield graph


def _only_call(
    whole: Callable[..., Any], known: set[int]
) -> Callable[..., Any]:
    """What a layer does when called: for known ones only their `call`."""

    def called(layer: Any, *args: Any, **kwargs: Any) -> Any:
        function = layer.call if id(layer) in known else whole.__get__(layer)
        return function(*args, **kwargs)

    return called
