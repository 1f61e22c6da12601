"""A new activation layer, however the user names the activation."""

import ast
import inspect
import re
from collections.abc import Callable
from typing import Any

import keras

from keras_activations import activations
from keras_activations.layers.by_name import LAYERS

_CLASSES = {each.__name__: name for name, each in LAYERS.items()}


class Candidate:
    """One activation that is to be tried; call it for a new layer.

    Attributes:
        label: Its name in tables. For the layers of this package,
            `candidate(label)` gives the same activation.
        new_layer: Makes a layer; takes base layer arguments such as `name`.
        made: The layers that it was called for.
    """

    def __init__(self, label: str, new_layer: Callable[..., keras.Layer]):
        self.label = label
        self.new_layer = new_layer
        self.made: list[keras.Layer] = []

    def __call__(self, *args: Any, **kwargs: Any) -> keras.Layer:
        """A new layer with weights of its own."""
        if args or kwargs:
            raise TypeError(
                "an activation must be called without arguments for a new "
                "layer, as in `Dense(64, activation=activation())`. Received: "
                f"{self.label!r} called with {[*args, *kwargs.values()]!r}"
            )
        self.made.append(self.new_layer())
        return self.made[-1]

    def __repr__(self) -> str:
        return f"<activation {self.label}>"


class UnknownActivation(ValueError):
    """Something stands for no activation."""


def candidate(activation: Any, **arguments: Any) -> Candidate:
    """The candidate that `activation` stands for.

    Args:
        activation: A name (`"prelu"`, the name of the class, `"PReLU"`, or any
            that Keras knows), a name with arguments (`"elu(alpha=0.5)"`), a
            layer (new ones get its configuration, not its weights), a layer
            class, or a function.
        **arguments: More arguments of the layer.

    Raises:
        UnknownActivation: It is none of these; the message lists the names.
        TypeError: The arguments are not those of the layer.

    Example:

    >>> candidate("elu(learn_alpha=True)")().learn_alpha
    True
    >>> candidate(ka.layers.ELU(learn_alpha=True)).label
    'elu(learn_alpha=True)'
    """
    if isinstance(activation, str):
        return _from_text(activation, arguments)
    if isinstance(activation, keras.Layer):
        return _from_layer(activation, arguments)
    if inspect.isclass(activation) and issubclass(activation, keras.Layer):
        return _from_layer(activation(**arguments), {})
    if arguments:
        raise TypeError(
            f"Only layers take arguments, and {activation!r} is none. "
            f"Received: {arguments!r}"
        )
    if isinstance(activation, Candidate):
        return activation
    if callable(activation):
        return Candidate(
            function_name(activation),
            lambda **base: keras.layers.Activation(activation, **base),
        )
    raise UnknownActivation(
        "`activations` must be names, layers, layer classes or functions. "
        f"Received: {activation!r}"
    )


def function_name(activation: Callable[..., Any]) -> str:
    """The name of an activation: "leaky_relu" for a `LeakyReLU` layer."""
    if isinstance(activation, keras.layers.Activation):
        return function_name(activation.activation)
    if isinstance(activation, keras.Layer):
        # ReLU is one word: relu, LeakyReLU gives leaky_relu.
        name = type(activation).__name__
        return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", "_", name).lower()
    return getattr(activation, "__name__", type(activation).__name__)


def own_arguments(layer: keras.Layer) -> str:
    """`(learn_alpha=True)`: the arguments that are not the default, if any."""
    if isinstance(layer, keras.layers.Activation):
        return ""
    try:
        default = type(layer)().get_config()
    except TypeError:  # arguments without a default
        default = {}
    arguments = ", ".join(
        f"{key}={value!r}"
        for key, value in layer.get_config().items()
        if key not in ("name", "dtype", "trainable")
        and value != default.get(key)
    )
    return f"({arguments})" if arguments else ""


def title_of(activation: Any) -> str:
    """A function by its name, a layer by its class and own arguments."""
    if isinstance(activation, keras.Layer) and not isinstance(
        activation, keras.layers.Activation
    ):
        return type(activation).__name__ + own_arguments(activation)
    return function_name(activation)


def _from_layer(layer: keras.Layer, arguments: dict[str, Any]) -> Candidate:
    layer_class, config = type(layer), layer.get_config()
    config.pop("name", None)
    if arguments:
        return _from_layer(layer_class.from_config(config | arguments), {})
    if isinstance(layer, keras.layers.Activation):
        # A function that is not registered cannot be found by its name.
        config["activation"] = layer.activation
        label = str(keras.activations.serialize(layer.activation))
    else:
        label = function_name(layer) + own_arguments(layer)
    # Each new layer gets a copy of the configuration, since from_config
    # may change its argument.
    return Candidate(
        label, lambda **base: layer_class.from_config({**config, **base})
    )


def _from_text(text: str, more: dict[str, Any]) -> Candidate:
    name, arguments = _parse(text)
    if name in _CLASSES:  # named by its class
        text = text.strip().replace(name, _CLASSES[name], 1)
        name = _CLASSES[name]
    if name in LAYERS:
        arguments |= more
        layer = LAYERS[name](**arguments)  # refuses wrong arguments here
        label = name + own_arguments(layer) if more else text
        return Candidate(
            label, lambda **base: LAYERS[name](**{**arguments, **base})
        )
    try:
        function = activations.get(name)
    except (ValueError, TypeError) as error:
        raise UnknownActivation(
            f"`activations` must be of {', '.join(LAYERS)}, with arguments as "
            "in elu(alpha=0.5), and the names that Keras knows, such as gelu. "
            f"Received: {text!r}"
        ) from error
    if arguments or more:
        raise ValueError(
            f"{name!r} takes no arguments here; {', '.join(LAYERS)} do. "
            f"Received: {text!r}"
        )
    return Candidate(
        text, lambda **base: keras.layers.Activation(function, **base)
    )


def _parse(text: str) -> tuple[str, dict[str, Any]]:
    """`"elu(alpha=0.5)"` as `("elu", {"alpha": 0.5})`."""
    try:
        node = ast.parse(text.strip(), mode="eval").body
        if isinstance(node, ast.Call) and not node.args:
            arguments = {
                str(keyword.arg): ast.literal_eval(keyword.value)
                for keyword in node.keywords
            }
            return ast.unparse(node.func), arguments
    except (SyntaxError, ValueError):
        pass
    return text, {}
