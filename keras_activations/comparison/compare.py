"""Train the same network once per activation, rate and seed."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keras
import numpy as np

from keras_activations.callbacks import ActivationMonitor
from keras_activations.comparison.arguments import (
    check_choices,
    check_counts,
    check_data,
    check_options,
    checked_mode,
)
from keras_activations.comparison.candidates import candidates
from keras_activations.comparison.networks import check_networks
from keras_activations.comparison.records import Records, digests
from keras_activations.comparison.result import Comparison
from keras_activations.comparison.runs import train_all
from keras_activations.comparison.settings import Data, Run, Training
from keras_activations.models.candidates import Candidate
from keras_activations.recording.storage import checked_location
from keras_activations.training import ExplicitSGD


def compare_activations(
    build_model: Callable[[Candidate], keras.Model],
    activations: Sequence[Any],
    x: Any,
    y: Any,
    *,
    validation_data: tuple[Any, Any],
    epochs: int = 20,
    batch_size: int = 32,
    seeds: Sequence[int] = (0,),
    learning_rates: Sequence[float] = (0.01, 0.1),
    optimizer: Callable[[float], keras.optimizers.Optimizer] = ExplicitSGD,
    loss: Any = "sparse_categorical_crossentropy",
    metrics: Sequence[Any] = ("accuracy",),
    mode: str = "auto",
    jit_compile: bool | str = "auto",
    steps_per_execution: int = 1,
    log_dir: str | Path | None = None,
    gradients: bool = False,
    histogram_freq: int = 0,
    verbose: int = 1,
    together: bool | str = "auto",
) -> Comparison:
    """Train one network with each activation, on the same batches.

    For the same seed every run starts from the same random state and is given
    the same mini-batches in the same order. The learning rate is chosen for
    each activation separately, because the best one differs between them.

    The random states of Python and NumPy are restored afterwards. Those of
    TensorFlow and Keras, and the numbers in the names of new layers, continue
    from the last model that was built.

    Args:
        build_model: Called with an activation, returns a new uncompiled model.
            `activation()` gives a new layer, to be put into the model or given
            to `activation=`.
        activations: Names (`"prelu"`), names with arguments
            (`"elu(alpha=0.5)"`), layers (their configuration is used), layer
            classes or functions.
        x, y: Training samples and targets, arrays of the same length.
        validation_data: `(x, y)` on which rates are chosen and activations
            compared. The score at the chosen rate is a little too good, by the
            same amount for all that try the same number of rates.
        epochs: Number of epochs of each run.
        batch_size: Samples of a mini-batch.
        seeds: One run for each; the spread over them is the noise.
        learning_rates: The rates to try.
        optimizer: Called with a learning rate, returns a new optimizer.
        loss: As in `Model.compile`.
        metrics: As in `Model.compile`. Rates are chosen and activations
            compared by the first one, or by the loss if there is none, on the
            validation data after the last epoch. Each must give one number.
        mode: Whether the lowest (`"min"`) or the highest (`"max"`) value of
            the first metric is the best; `"auto"` knows it for Keras's metrics
            and losses and for names that end in error, loss or accuracy.
        jit_compile: As in `Model.compile`. A network of layers of Keras and
            this package is traced and compiled once for all its rates and
            seeds; one with your own layers or functions, for each run.
        steps_per_execution: As in `Model.compile`. A small network takes less
            time with many steps; the result is the same.
        log_dir: Where each run writes its event files and its result; an
            interrupted comparison that is started again continues there. None
            writes nothing.
        gradients: As in `ActivationMonitor`.
        histogram_freq: As in `ActivationMonitor`.
        verbose: 0 shows nothing, 1 a progress bar.
        together: On JAX, all rates and seeds of an activation can be trained
            as one step, mapped over their states: of a small network, many
            runs take little more time than one. `"auto"` does so where it is
            possible and the state of a run has up to 2**20 numbers; `False`
            never; `True` refuses what cannot be. Each run gives what it gives
            alone but for the rounding of float32, and none changes another
            one, even if it diverges. `apart` in the row of a run says why it
            was trained alone.

    Returns:
        A `Comparison`.

    Raises:
        ValueError: An argument cannot be used. All of them are checked before
            the first training step.

    Example:

    >>> import keras
    >>> import keras_activations as ka
    >>> from keras_activations import datasets
    >>> def build_model(activation):
    ...     return keras.Sequential([
    ...         keras.layers.Flatten(),
    ...         keras.layers.Dense(16, activation=activation()),
    ...         keras.layers.Dense(10, activation="softmax")])
    >>> data = datasets.load("digits")
    >>> result = ka.compare_activations(
    ...     build_model, ["relu", "sigmoid"], data.x, data.y,
    ...     validation_data=(data.x_val, data.y_val),
    ...     epochs=2, learning_rates=[0.1], verbose=0)
    >>> result.summary[0]["score"] > result.summary[1]["score"]
    True
    """
    check_counts(
        epochs=epochs,
        batch_size=batch_size,
        steps_per_execution=steps_per_execution,
    )
    check_choices(seeds, learning_rates)
    check_options(
        metrics=metrics,
        mode=mode,
        optimizer=optimizer,
        jit_compile=jit_compile,
        log_dir=log_dir,
        verbose=verbose,
        together=together,
    )
    # It refuses what it cannot use before anything is trained.
    ActivationMonitor(histogram_freq=histogram_freq, gradients=gradients)
    if log_dir is not None:
        log_dir = checked_location("log_dir", log_dir, local=True)
    check_data(x, y, validation_data, loss)
    data = Data(x, y, tuple(validation_data))
    # Plain numbers instead of NumPy's, since they are written as JSON.
    training = Training(
        build_model=build_model,
        optimizer=optimizer,
        loss=loss,
        metrics=metrics,
        epochs=int(epochs),
        batch_size=int(batch_size),
        jit_compile=jit_compile,
        steps_per_execution=int(steps_per_execution),
        together=together,
        gradients=gradients,
        histogram_freq=histogram_freq,
    )
    seeds = [int(seed) for seed in seeds]
    learning_rates = [float(rate) for rate in learning_rates]
    with _random_state_kept():
        tried = candidates(activations)
        networks = check_networks(tried, training, data)
        mode = checked_mode(mode, metrics)
        digest = digests(networks, training, data)
        # In this order, the runs of an activation reuse its traces, and the
        # runs of a seed reuse its initial weights.
        runs = [
            Run(activation, rate, seed, digest[activation.label])
            for activation in tried
            for seed in seeds
            for rate in sorted(learning_rates)
        ]
        labels = [activation.label for activation in tried]
        setup = {
            "score": training.score,
            "mode": mode,
            "activations": labels,
            "epochs": training.epochs,
            "batch_size": training.batch_size,
            "learning_rates": learning_rates,
            "seeds": seeds,
            "samples": data.sizes(),
        }
        records = Records(log_dir)
        records.describe(runs, setup)
        rows = train_all(runs, training, data, records, verbose > 0)
    return Comparison(
        runs=sorted(
            rows,
            key=lambda row: (
                labels.index(row["activation"]),
                row["learning_rate"],
            ),
        ),
        setup=setup,
    )


@contextmanager
def _random_state_kept() -> Iterator[None]:
    """Restore Python's and NumPy's random state at the end."""
    python, legacy = random.getstate(), np.random.get_state()
    try:
        yield
    finally:
        random.setstate(python)
        np.random.set_state(legacy)
