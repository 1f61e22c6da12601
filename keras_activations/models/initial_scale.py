"""Bring the activations of a model to the right scale before it is trained."""

import contextlib
import math
from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.models.anatomy import named_layers
from keras_activations.models.branches import target_deviations
from keras_activations.models.formula_scale import (
    fan_in_deviation,
    formula_gain,
)
from keras_activations.replacing import replaced

Layer = Any
Row = dict[str, Any]

# A unit that varies less than this share of the others is not made as large.
_LEAST = 0.01
# Once is enough, but for rounding.
_TURNS = 5
_CLOSE = 0.01
# The last axis of their kernels is that of the units.
_BY_UNIT = (
    keras.layers.Dense,
    keras.layers.Conv1D,
    keras.layers.Conv2D,
    keras.layers.Conv3D,
    keras.layers.SeparableConv1D,
    keras.layers.SeparableConv2D,
)
_SCALED = (
    *_BY_UNIT,
    keras.layers.EinsumDense,
    keras.layers.Conv1DTranspose,
    keras.layers.Conv2DTranspose,
    keras.layers.Conv3DTranspose,
    keras.layers.DepthwiseConv1D,
    keras.layers.DepthwiseConv2D,
)


def initial_scale(
    model: keras.Model,
    x: Any = None,
    *,
    mean: float | None = 0.0,
    layers: Sequence[str] | None = None,
) -> list[Row]:
    """Scale the initial weights by what they do to data.

    The samples are passed through the model once. Of each dense and
    convolutional layer, in the order in which they run, the weights of each
    unit are multiplied by a number, so that what goes into its activation
    varies over the samples with a deviation of 1, whatever the activation
    before it, and its bias becomes such that it has the mean `mean`. So the
    signal neither dies nor explodes in a deep network, also with GELU, SiLU
    and Mish, for which no formula does it (see
    `keras_activations.activations.gain`). One number for a whole layer, as in
    the first paper, lets a single sample outgrow all others in sixty layers.

    Args:
        model: A built model that is not trained yet. It is changed.
        x: Samples as in `model.predict`, all in one batch: some hundred.
            `None`: by the formula gain / sqrt(fan_in) instead, for inputs of
            mean square 1; see `keras_activations.activations.gain`. It holds
            for dense layers and convolutions that read a ReLU or its like, a
            linear layer, a sum or a normalization; all others are left alone.
        mean: What each unit's input of the activation has as its mean; a small
            positive number lets more ReLU units fire. `None`: biases stay as
            they are.
        layers: The paths of the layers, such as `["block/dense"]`; `None`: all.

    Returns:
        One row per layer that has weights: `layer`, its path; `std`, the
        deviation before; `factor`, by which its weights were multiplied, the
        whole of them; or
        `left_alone`, why it was not scaled: it is followed by a normalization,
        not trainable, quantized or not called, it shares its weights with
        another one, it is of another class (recurrent layers, embeddings), or
        gives the same for all samples. In a functional model, of a branch
        whose last layer is added to others, the deviation becomes
        1 / sqrt(n), if there are n additions, so that their sum has the size
        of one. (In the code of a subclassed model, additions are not seen.)

    Raises:
        ValueError: If the model is not built, `layers` names a layer that
            does not exist or has no weights to scale, or `mean` is no finite
            number. Whatever is raised, the weights are as they were.

    Source: Mishkin and Matas (2016), "All you need is a good init",
    arXiv:1511.06422; for the means Krähenbühl et al. (2016), "Data-dependent
    initializations of convolutional neural networks", arXiv:1511.06856; for
    additions Hanin and Rolnick (2018), "How to start training", arXiv:
    1803.01719.

    Example:

    >>> keras.utils.set_random_seed(0)
    >>> gelus = [keras.layers.Dense(32, "gelu") for _ in range(30)]
    >>> model = keras.Sequential([keras.Input((8,)), *gelus])
    >>> x = np.random.default_rng(0).normal(size=(256, 8))
    >>> float(keras.ops.std(model(x))) < 1e-4
    True
    >>> rows = ka.models.initial_scale(model, x)
    >>> len(rows), 0.5 < float(keras.ops.std(model(x))) < 1
    (30, True)
    """
    if not model.built:
        raise ValueError(
            "`model` must be built: before that, it has no weights. "
            f"Received: model={model!r}"
        )
    if mean is not None and not math.isfinite(mean):
        raise ValueError(
            f"`mean` must be a finite number or None. Received: mean={mean!r}"
        )
    given = () if x is None else x
    samples = [np.asarray(leaf) for leaf in keras.tree.flatten(given)]
    if any(
        not len(leaf)
        or (leaf.dtype.kind == "f" and not np.isfinite(leaf).all())
        for leaf in samples
    ):
        raise ValueError(
            "`x` must hold samples, all of them finite. Received: arrays of "
            f"the shapes {[leaf.shape for leaf in samples]}"
        )
    named = {
        path: layer
        for path, layer in named_layers(model)
        if isinstance(layer, keras.layers.Layer)
    }
    known = [path for path in named if isinstance(named[path], _SCALED)]
    for path in layers or ():
        if path not in known:
            raise ValueError(
                "`layers` must name dense or convolutional layers. Received: "
                f"{path!r}. There are: {', '.join(known) or 'none'}."
            )
    chosen = known if layers is None else layers
    rows = {path: _left(path, "it did not run") for path in chosen}
    if layers is None:
        rows |= {
            path: _left(path, f"it is a {type(layer).__name__}")
            for path, layer in named.items()
            if path not in known and _has_matrix(layer)
        }
    targets = target_deviations(model)
    by_formula = x is None
    owners: dict[int, str] = {}
    kept: list[tuple[Any, np.ndarray]] = []
    with contextlib.ExitStack() as stack:
        for path in chosen:
            layer = named[path]
            reason = _refusal(layer)
            owner = owners.setdefault(id(_kernel(layer)), path)
            if reason is None and owner != path:
                reason = f"it shares its weights with {owner}"
            target = targets.get(id(layer), 1.0)
            if reason is not None or target is None:
                rows[path] = _left(path, reason or "a normalization follows")
                continue
            if by_formula:
                rows[path] = _by_formula(model, path, layer, target, mean)
                continue
            kept += [
                (weight, keras.ops.convert_to_numpy(weight))
                for weight in compat.own_variables(layer)
            ]
            scale = _Scale(path, layer, target, mean, rows)
            stack.enter_context(replaced(layer, call=scale))
        try:
            if not by_formula:
                model(x, training=False)
        except BaseException:
            for weight, value in kept:
                weight.assign(value)
            raise
    return [rows[path] for path in named if path in rows]


def _by_formula(
    model: keras.Model,
    path: str,
    layer: Layer,
    target: float,
    mean: float | None,
) -> Row:
    """Scales a layer without data."""
    if not isinstance(layer, _BY_UNIT) or not hasattr(layer, "kernel"):
        return _left(path, f"no formula holds for a {type(layer).__name__}")
    gain = formula_gain(model, layer)
    if isinstance(gain, str):
        return _left(path, gain)
    # Of its outputs, as it is.
    std = fan_in_deviation(layer.kernel) / gain
    if not (math.isfinite(std) and std > 0):
        return _left(path, "its weights are 0 or not finite")
    layer.kernel.assign(layer.kernel * (target / std))
    if layer.bias is not None and mean is not None:
        bias = layer.bias
        bias.assign(keras.ops.full(bias.shape, mean, bias.dtype))
    return {"layer": path, "std": std, "factor": target / std}


def _left(path: str, reason: str) -> Row:
    return {"layer": path, "left_alone": reason}


def _kernel(layer: Layer) -> Any:
    """The weights that make its units."""
    separable = getattr(layer, "pointwise_kernel", None)
    return layer.kernel if separable is None else separable


def _has_matrix(layer: Layer) -> bool:
    own = compat.own_variables(layer)
    return any(len(weight.shape) > 1 for weight in own)


def _refusal(layer: Layer) -> str | None:
    if layer.quantization_mode:
        return "it is quantized"
    if not layer.trainable:
        return "it is not trainable"
    if getattr(layer, "lora_enabled", False):
        return "it has a LoRA adaptor"
    return None


class _Scale:
    """In the place of the `call` of a layer: scales when it first runs."""

    def __init__(
        self,
        path: str,
        layer: Layer,
        target: float,
        mean: float | None,
        rows: dict[str, Row],
    ) -> None:
        self._path, self._layer = path, layer
        self._target, self._mean = target, mean
        self._rows = rows
        self._own = layer.call
        self._done = False

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not self._done:
            self._done = True
            linear = replaced(self._layer, activation=keras.activations.linear)
            with linear:
                self._scale(lambda: self._values(self._own(*args, **kwargs)))
        return self._own(*args, **kwargs)

    def _values(self, outputs: Any) -> np.ndarray:
        """Outputs as float64, units last."""
        outputs = keras.ops.cast(outputs, "float32")
        values = keras.ops.convert_to_numpy(outputs).astype("float64")
        first = getattr(self._layer, "data_format", None) == "channels_first"
        return np.moveaxis(values, 1, -1) if first else values

    def _deviations(self, values: np.ndarray) -> np.ndarray:
        """Over samples and positions, of each unit, or of all of them."""
        variances = values.var(axis=tuple(range(values.ndim - 1)))
        if not isinstance(self._layer, _BY_UNIT):
            variances = variances.mean()
        return np.asarray(np.sqrt(variances))

    def _scale(self, run: Callable[[], np.ndarray]) -> None:
        kernel = _kernel(self._layer)
        before = std = self._deviations(run())
        whole = float(np.sqrt(np.mean(before**2)))
        if not (math.isfinite(whole) and whole > 0):
            same = "gives the same for all samples"
            reason = f"it {same if whole == 0 else 'gives NaN or infinity'}"
            self._rows[self._path] = _left(self._path, reason)
            return
        for _ in range(_TURNS):
            std = np.maximum(std, _LEAST * np.sqrt(np.mean(std**2)))
            if (abs(std / self._target - 1) < _CLOSE).all():
                break
            kernel.assign(kernel * (self._target / std))
            std = self._deviations(run())
        bias = self._layer.bias
        if bias is not None and self._mean is not None:
            change = self._mean - _means(run(), tuple(bias.shape))
            bias.assign(bias + change)
        self._rows[self._path] = {
            "layer": self._path,
            "std": whole,
            "factor": self._target / whole,
        }


def _means(values: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """The means that a bias of this shape is added to."""
    values = values.reshape(-1, *values.shape[values.ndim - len(shape) :])
    shared = tuple(n + 1 for n, size in enumerate(shape) if size == 1)
    return values.mean(axis=(0, *shared)).reshape(shape)
