"""Give the weights of a model new initial values."""

from collections.abc import Sequence
from typing import Any

import keras

from keras_activations.models.anatomy import named_layers


def reinitialize(
    model: keras.Model,
    initializer: Any = "he_normal",
    layers: Sequence[str] | None = None,
    seed: int | None = None,
) -> list[str]:
    """Give the kernels of a model new random values, and set biases to 0.

    What belongs to other layers, such as normalizations and embeddings,
    stays as it is. The recurrent weights of recurrent layers become
    orthogonal, as they are by default in Keras, and their biases stay.

    Args:
        model: A built model. It is changed.
        initializer: An initializer of Keras or its name. It is copied for
            each layer with a seed of its own: one instance that is used
            several times repeats its numbers.
        layers: The paths of the layers, such as `["block/dense"]`; `None`:
            all that have a kernel.
        seed: Makes the values the same each time.

    Returns:
        The paths of the layers that have new values.

    Raises:
        ValueError: If the model is not built, if `layers` names a layer that
            does not exist or has no kernel, or if `initializer` is none.

    Example:

    >>> model = keras.Sequential(
    ...     [
    ...         keras.Input((4,)),
    ...         keras.layers.Dense(3, kernel_initializer="zeros", name="fc"),
    ...     ]
    ... )
    >>> ka.models.reinitialize(model, "he_normal")
    ['fc']
    >>> bool(keras.ops.any(model.layers[0].kernel != 0))
    True
    """
    if not model.built:
        raise ValueError(
            "`model` must be built: before that, it has no weights. "
            f"Received: model={model!r}"
        )
    template = keras.initializers.get(initializer)
    if not isinstance(template, keras.initializers.Initializer):
        raise ValueError(
            "`initializer` must be an initializer of Keras or its name. "
            f"Received: initializer={initializer!r}"
        )
    config = template.get_config()
    kernels = {
        path: layer
        for path, layer in named_layers(model)
        if isinstance(getattr(layer, "kernel", None), keras.Variable)
    }
    for path in layers if layers is not None else ():
        if path not in kernels:
            raise ValueError(
                "`layers` must name layers with a kernel. Received: "
                f"{path!r}. There are: {', '.join(kernels) or 'none'}."
            )
    chosen = list(kernels if layers is None else layers)
    # A cell and the layer around it have the same kernel.
    done: set[int] = set()
    seeds = keras.random.SeedGenerator(seed)
    for path in chosen:
        layer = kernels[path]
        if id(layer.kernel) in done:
            continue
        done.add(id(layer.kernel))
        if "seed" in config:
            config = {**config, "seed": _fresh(seeds)}
        draw = type(template).from_config(config)
        layer.kernel.assign(draw(layer.kernel.shape, layer.kernel.dtype))
        bias = getattr(layer, "bias", None)
        recurrent = getattr(layer, "recurrent_kernel", None)
        if isinstance(recurrent, keras.Variable):
            draw = keras.initializers.Orthogonal(seed=_fresh(seeds))
            recurrent.assign(draw(recurrent.shape, recurrent.dtype))
        # A recurrent layer begins with a bias that makes it remember.
        elif isinstance(bias, keras.Variable):
            bias.assign(keras.ops.zeros(bias.shape, bias.dtype))
    return chosen


def _fresh(seeds: keras.random.SeedGenerator) -> int:
    return int(keras.random.randint((), 0, 2**31 - 1, seed=seeds))
