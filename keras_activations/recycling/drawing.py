"""New values of weights, the same on every backend."""

import zlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.recycling.weights import Incoming

Draw = Callable[[Incoming], np.ndarray]


def drawing(seed: int, step: int, name: str) -> Draw:
    """Draws new values, the same for the same seed, step and layer.

    Args:
        seed: The seed.
        step: How many updates the optimizer has made.
        name: The name of the layer.
    """
    number = 0

    def draw(part: Incoming) -> np.ndarray:
        nonlocal number
        number += 1
        # The hash of Python differs from one process to the next.
        words = [seed, step, zlib.crc32(name.encode()), number]
        own = int(np.random.SeedSequence(words).generate_state(1)[0] >> 1)
        values = _drawn(part.initializer, part.variable, own)
        weight = part.entries.shape[1] > 1
        if weight and len(np.unique(values)) == 1:
            # Units that begin with equal weights stay equal.
            uniform = keras.initializers.HeUniform()
            values = _drawn(uniform, part.variable, own)
        return values

    return draw


def _drawn(initializer: Any, variable: Any, seed: int) -> np.ndarray:
    if isinstance(initializer, keras.initializers.Initializer):
        config = initializer.get_config()
        if "seed" in config:
            # An initializer repeats its numbers.
            initializer = type(initializer).from_config(
                {**config, "seed": seed}
            )
    numbers = np.random.default_rng(seed)
    with compat.drawing_by(
        normal=partial(_tensor, _normal, numbers),
        truncated_normal=partial(_tensor, _truncated_normal, numbers),
        uniform=partial(_tensor, _uniform, numbers),
    ):
        values = initializer(variable.shape, dtype=variable.dtype)
    return keras.ops.convert_to_numpy(values).reshape(-1)


# What Keras's initializers draw with; each backend has numbers of its own.


def _tensor(
    draw: Callable[..., np.ndarray],
    numbers: np.random.Generator,
    shape: Sequence[int],
    *limits: float,
    dtype: Any = None,
    seed: Any = None,
    **named: float,
) -> Any:
    """What a function draws, as a function of `keras.random` returns it."""
    drawn = draw(numbers, shape, *limits, **named)
    return keras.ops.convert_to_tensor(drawn, dtype or keras.config.floatx())


def _normal(
    numbers: np.random.Generator,
    shape: Sequence[int],
    mean: float = 0.0,
    stddev: float = 1.0,
) -> np.ndarray:
    return mean + stddev * numbers.standard_normal(shape)


def _truncated_normal(
    numbers: np.random.Generator,
    shape: Sequence[int],
    mean: float = 0.0,
    stddev: float = 1.0,
) -> np.ndarray:
    drawn = numbers.standard_normal(shape)
    # Those beyond two standard deviations are drawn again.
    while (far := np.abs(drawn) > 2).any():
        drawn[far] = numbers.standard_normal(far.sum())
    return mean + stddev * drawn


def _uniform(
    numbers: np.random.Generator,
    shape: Sequence[int],
    minval: float = 0.0,
    maxval: float = 1.0,
) -> np.ndarray:
    return numbers.uniform(minval, maxval, shape)
