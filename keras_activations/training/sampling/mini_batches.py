"""Step 1 of training: the mini-batches, in a seeded order."""

import random
from typing import Any

import keras
import numpy as np

from keras_activations.checks import checked_integer
from keras_activations.training.sampling import orders
from keras_activations.training.sampling.checks import (
    class_labels,
    count_samples,
    draw_probabilities,
)
from keras_activations.training.sampling.columns import column
from keras_activations.training.sampling.datasets import Dataset

SAMPLINGS = ("epoch", "replacement", "balanced", "weighted")


class MiniBatches(Dataset):
    """Sample mini-batches from arrays; pass it directly to `fit`.

    With `sampling="epoch"`, an epoch is a new random permutation of the
    samples, cut into consecutive mini-batches:

        x[order(seed, epoch)[k * batch_size : (k + 1) * batch_size]]

    The order is a pure function of the seed and of the step: two runs with
    one seed see the same mini-batches, and a run that starts at `start_step`
    sees those that an uninterrupted run sees from there on.

    It is a `tf.data.Dataset`, on JAX a `keras.utils.PyDataset`, so any Keras
    model trains on it, and each iteration over it is an epoch of
    `len(batches)` steps. For another `steps_per_epoch`, pass
    `batches.repeat()`, the endless stream. On TensorFlow, Keras's own models
    warn that they do not shuffle a dataset, unless `fit` gets `shuffle=False`.
    Under `keras.distribution`, each process of a cluster reads its part of
    each mini-batch.

    It is made for training. `evaluate(batches)` uses up an epoch of the
    stream, and `predict(batches)` gives the predictions in the order in which
    the samples are drawn: pass the arrays to those two.

    Args:
        x: NumPy array, tensor, pandas column or table, or a dict or tuple of
            them, each of shape `(samples, ...)`. Floats become
            `keras.config.floatx()`, as in `fit`. A memory-mapped array is
            read by mini-batch and may be larger than the memory.
        y: Targets, of the same kinds. Optional.
        sample_weight: Weights, of the same kinds. Optional.
        batch_size: Samples per mini-batch.
        sampling: How an epoch draws its samples.
            `"epoch"`: each once. The last mini-batch is smaller if
            `batch_size` does not divide the number of samples. The other
            kinds always give full mini-batches.
            `"replacement"`: each draw takes any sample.
            `"balanced"`: each class of `y` equally often; within a class
            the samples take turns. `y` holds class numbers from 0 or one-hot
            rows.
            `"weighted"`: a sample is drawn in proportion to its
            `sample_weight`. The weight is then not delivered: it would count
            twice.
        seed: A non-negative integer. `None` draws one from Python's
            `random`, which `keras.utils.set_random_seed` seeds; the attribute
            `seed` holds it.
        drop_remainder: Leave out the last mini-batch of an epoch if it would
            be smaller.
        start_step: The step to begin with, counted in mini-batches from the
            beginning of training.
        importance_weights: With `"weighted"`, deliver `1 / (samples *
            probability)` as sample weights. The expected loss is then that
            of drawing uniformly.

    Raises:
        ValueError: If the arrays differ in length or are empty, the weights
            or labels cannot be used for sampling, or an argument is out of
            its range. On JAX, if integers do not fit in 32 bits, and in
            an iteration under `keras.distribution`, if a mini-batch cannot be
            divided among the devices.
        TypeError: If an argument has the wrong type. On JAX, also strings.

    Example:

    >>> x = np.arange(10.0).reshape(5, 2)
    >>> batches = MiniBatches(x, batch_size=2, seed=1)
    >>> len(batches)
    3
    >>> [int(batch.shape[0]) for batch in batches]
    [2, 2, 1]
    """

    def __init__(
        self,
        x: Any,
        y: Any = None,
        sample_weight: Any = None,
        *,
        batch_size: int = 32,
        sampling: str = "epoch",
        seed: int | None = None,
        drop_remainder: bool = False,
        start_step: int = 0,
        importance_weights: bool = False,
    ) -> None:
        batch_size = checked_integer("batch_size", batch_size, minimum=1)
        start_step = checked_integer("start_step", start_step, minimum=0)
        if sampling not in SAMPLINGS:
            raise ValueError(
                f"`sampling` must be one of {SAMPLINGS}. "
                f"Received: sampling={sampling!r}"
            )
        if importance_weights and sampling != "weighted":
            raise ValueError(
                '`importance_weights` needs `sampling="weighted"`. '
                f"Received: sampling={sampling!r}"
            )
        if seed is None:
            seed = random.getrandbits(31)
        seed = checked_integer("seed", seed, minimum=0)

        probabilities = None
        if sampling == "weighted":
            probabilities = draw_probabilities(sample_weight)
            sample_weight = None
            if importance_weights:
                # A sample that is never drawn needs no weight.
                sample_weight = np.divide(
                    1.0,
                    len(probabilities) * probabilities,
                    out=np.zeros_like(probabilities),
                    where=probabilities > 0,
                )
        if y is None and sample_weight is not None:
            raise ValueError(
                "`sample_weight` needs targets to weigh. Received: y=None"
            )
        if not keras.tree.flatten(x):
            raise ValueError(f"`x` must have an array in it. Received: x={x!r}")
        self._data = keras.tree.map_structure(
            column,
            # tf.data would stack a list into one tensor.
            keras.tree.lists_to_tuples(
                keras.utils.pack_x_y_sample_weight(x, y, sample_weight)
            ),
        )
        self.samples = count_samples(self._data, probabilities)
        if drop_remainder and batch_size > self.samples:
            raise ValueError(
                "`batch_size` must not be larger than the data with "
                "`drop_remainder=True`: no mini-batch would be left. "
                f"Received: batch_size={batch_size} for {self.samples} samples"
            )
        self.batch_size = batch_size
        self.sampling = sampling
        self.seed = seed
        self.drop_remainder = drop_remainder
        self.steps_per_epoch = self.samples // batch_size
        if not drop_remainder and self.samples % batch_size:
            self.steps_per_epoch += 1

        size = self.steps_per_epoch * batch_size
        if probabilities is not None:
            self._order = orders.weighted(probabilities, size, seed)
        elif sampling == "epoch":
            self._order = orders.each_once(self.samples, size, seed)
        elif sampling == "replacement":
            self._order = orders.with_replacement(self.samples, size, seed)
        else:
            self._order = orders.balanced(class_labels(y), size, seed)

        self._position = start_step
        self._all_full = sampling != "epoch" or size <= self.samples
        super().__init__()
