"""The activations to compare, however the user names them."""

import ast
import inspect
import re
from collections.abc import Callable, Sequence
from typing import Any

import keras

from keras_activations import activations
from keras_activations.layers.by_name import LAYERS

_CLASSES = {each.__name__: name for name, each in LAYERS.items()}


class Candidate:
    """One activation that is compared; call it for a new layer.

    Attributes:
        label: Its name in tables. For the layers of this package,
            `candidate(label)` gives the same activation.
        made: The layers that it has made.
    """

    def __init__(self, label: str, new_layer: Callable[[], keras.Layer]):
        self.label = label
        self.made: list[keras.Layer] = []
        self._new_layer = new_layer

    def __call__(self, *args: Any, **kwargs: Any) -> keras.Layer:
        """A new layer with weights of its own."""
        if args or kwargs:
            raise TypeError(
                "an activation must be called without arguments for a new "
                "layer, as in `Dense(64, activation=activation())`. Received: "
                f"{self.label!r} called with {[*args, *kwargs.values()]!r}"
            )
        self.made.append(self._new_layer())
        return self.made[-1]

    def __repr__(self) -> str:
        return f"<activation {self.label}>"


def candidate(activation: Any) -> Candidate:
    """The candidate that `activation` stands for.

    Args:
        activation: A name (`"prelu"`, the name of the class, `"PReLU"`, or any
            that Keras knows), a name with arguments (`"elu(alpha=0.5)"`), a
            layer (new ones get its configuration, not its weights), a layer
            class, or a function.

    Raises:
        ValueError: It is none of these; the message lists the names.
        TypeError: The arguments in a name are not those of the layer.

    Example:

    >>> candidate("elu(learn_alpha=True)")().learn_alpha
    True
    >>> candidate(ka.layers.ELU(learn_alpha=True)).label
    'elu(learn_alpha=True)'
    """
    if isinstance(activation, Candidate):
        return activation
    if isinstance(activation, str):
        return _from_text(activation)
    if isinstance(activation, keras.Layer):
        layer_class, config = type(activation), activation.get_config()
        config.pop("name", None)
        # Each new layer gets a copy of the configuration, since from_config
        # may change its argument.
        return Candidate(
            _label(activation), lambda: layer_class.from_config(dict(config))
        )
    if inspect.isclass(activation) and issubclass(activation, keras.Layer):
        return candidate(activation())
    if callable(activation):
        name = getattr(activation, "__name__", type(activation).__name__)
        return Candidate(name, lambda: keras.layers.Activation(activation))
    raise ValueError(
        "`activations` must be names, layers, layer classes or functions. "
        f"Received: {activation!r}"
    )


def candidates(given: Sequence[Any]) -> list[Candidate]:
    """The candidates for all of `given`, each with a label of its own."""
    if isinstance(given, str) or not isinstance(given, Sequence) or not given:
        raise ValueError(
            "`activations` must be a list with at least one. "
            f"Received: activations={given!r}"
        )
    found = [candidate(activation) for activation in given]
    labels = [each.label for each in found]
    twice = sorted({label for label in labels if labels.count(label) > 1})
    if twice:
        raise ValueError(
            "`activations` must have names that differ. "
            f"Received twice: {', '.join(twice)}"
        )
    return found


def _from_text(text: str) -> Candidate:
    name, arguments = _parse(text)
    if name in _CLASSES:  # named by its class
        return _from_text(text.strip().replace(name, _CLASSES[name], 1))
    if name in LAYERS:
        LAYERS[name](**arguments)  # refuses wrong arguments here
        return Candidate(text, lambda: LAYERS[name](**arguments))
    try:
        function = activations.get(name)
    except (ValueError, TypeError) as error:
        raise ValueError(
            f"`activations` must be of {', '.join(LAYERS)}, with arguments as "
            "in elu(alpha=0.5), and the names that Keras knows, such as gelu. "
            f"Received: {text!r}"
        ) from error
    if arguments:
        raise ValueError(
            f"{name!r} takes no arguments here; {', '.join(LAYERS)} do. "
            f"Received: {text!r}"
        )
    return Candidate(text, lambda: keras.layers.Activation(function))


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


def _label(layer: keras.Layer) -> str:
    """`elu(learn_alpha=True)`: the class and the non-default arguments."""
    # ReLU is one word: relu, LeakyReLU gives leaky_relu.
    words = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", "_", type(layer).__name__)
    name = words.lower()
    config = layer.get_config()
    if isinstance(layer, keras.layers.Activation):
        return str(keras.activations.serialize(layer.activation))
    try:
        default = type(layer)().get_config()
    except TypeError:  # arguments without a default
        default = {}
    own = {
        key: value
        for key, value in config.items()
        if key not in ("name", "dtype", "trainable")
        and value != default.get(key)
    }
    arguments = ", ".join(f"{key}={value!r}" for key, value in own.items())
    return f"{name}({arguments})" if own else name
