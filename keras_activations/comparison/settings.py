"""What the runs of a comparison share, and what distinguishes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.models.candidates import Candidate


@dataclass(frozen=True)
class Data:
    """The data that the networks are trained and evaluated on."""

    x: Any
    y: Any
    validation: tuple[Any, Any]

    def sample(self) -> Any:
        """A few samples, enough to build a model and to look at its output."""
        return keras.tree.map_structure(
            lambda array: np.asarray(array[:64]), self.x
        )

    def sizes(self) -> list[int]:
        """The numbers of samples, for training and for validation."""
        return [
            len(keras.tree.flatten(x)[0]) for x in (self.x, self.validation)
        ]


def as_keras_takes_it(arrays: Any) -> Any:
    """A structure of arrays, floats in the dtype in which Keras reads them."""
    floatx = keras.config.floatx()

    def taken(given: Any) -> np.ndarray:
        array = np.asarray(given)
        floating = np.issubdtype(array.dtype, np.floating)
        return array.astype(floatx) if floating else array

    return keras.tree.map_structure(taken, arrays)


@dataclass(frozen=True)
class Training:
    """How each network is made and trained; see `compare_activations`."""

    build_model: Callable[[Candidate], keras.Model]
    optimizer: Callable[[float], keras.optimizers.Optimizer]
    loss: Any
    metrics: Sequence[Any]
    epochs: int
    batch_size: int
    jit_compile: bool | str
    steps_per_execution: int
    together: bool | str
    gradients: bool = False
    histogram_freq: int = 0

    @property
    def score(self) -> str:
        """The name of the compared metric in the history."""
        if not self.metrics:
            return "val_loss"
        first = self.metrics[0]
        name = first if isinstance(first, str) else compat.object_name(first)
        return f"val_{name}"

    def new_model(self, activation: Candidate, seed: int) -> keras.Model:
        """A model whose names and weights depend only on the arguments."""
        # The numbering of names is reset, so that a layer has the same name in
        # every run. clear_session would also reset the user's dtype policy.
        compat.reset_uids()
        keras.utils.set_random_seed(seed)
        activation.made.clear()
        model = self.build_model(activation)
        if not isinstance(model, keras.Model):
            raise ValueError(
                "`build_model` must return a Keras model. "
                f"Received: {model!r} for {activation.label!r}"
            )
        return model

    def compile(
        self, model: keras.Model, optimizer: keras.optimizers.Optimizer
    ) -> None:
        """Compile a new model."""
        model.compile(
            optimizer=optimizer,
            loss=self.loss,
            metrics=self.new_metrics(),
            jit_compile=self.jit_compile,
            steps_per_execution=self.steps_per_execution,
        )

    def new_metrics(self) -> list[Any] | None:
        """New metrics for each model, since they hold state."""
        metrics = [
            type(metric).from_config(metric.get_config())
            if isinstance(metric, keras.metrics.Metric)
            else metric
            for metric in self.metrics
        ]
        # Keras 3.12 refuses an empty list for a model of several outputs.
        return metrics or None


@dataclass(frozen=True)
class Run:
    """One training run; `digest` stands for all but its rate and seed."""

    activation: Candidate
    learning_rate: float
    seed: int
    digest: str

    @property
    def key(self) -> tuple[str, float, int]:
        """What its result depends on."""
        return self.digest, self.learning_rate, self.seed
