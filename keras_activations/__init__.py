"""Activation layers, explicit mini-batch SGD and activation health for Keras.

After `import keras_activations as ka` these are available:

- `ka.layers`: Sigmoid, Tanh, ReLU, LeakyReLU, PReLU, ELU, Swish, ...;
- `ka.activations`: the same as functions, and `get`;
- `ka.models`: swap the activations of a model, build them, ...;
- `ka.training`: MiniBatches, MiniBatchSGD, SGDModel, SGDSequential, ...;
- `ka.compare_activations`: train with each of them and compare the results;
- `ka.diagnose`: what is wrong with a logged training, and what to change;

and `from keras_activations.callbacks import ActivationMonitor`.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keras_activations import activations, layers, models, training
from keras_activations.version import __version__ as __version__

if TYPE_CHECKING:
    from keras_activations import callbacks as callbacks
    from keras_activations import comparison as comparison
    from keras_activations import datasets as datasets
    from keras_activations import diagnosis as diagnosis
    from keras_activations import recording as recording
    from keras_activations.comparison import compare_activations
    from keras_activations.recording import diagnose

__all__ = [
    "activations",
    "compare_activations",
    "diagnose",
    "layers",
    "models",
    "training",
]

# Imported when they are first used: they import scikit-learn, SciPy and
# TensorBoard, which a program that only trains does not need, or they do not
# run on every backend.
_LATER = (
    "callbacks",
    "comparison",
    "datasets",
    "diagnosis",
    "recording",
)


def __getattr__(name: str) -> Any:
    if name == "compare_activations":
        return import_module("keras_activations.comparison").compare_activations
    if name == "diagnose":
        return import_module("keras_activations.recording").diagnose
    if name in _LATER:
        return import_module(f"keras_activations.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_LATER})


# In a source tree, the callbacks are beside this package, in callbacks/, and
# are imported as keras_activations.callbacks. An installation finds them inside
# the package; a Python started in a clone finds this folder first and must be
# told where they are. The tree's own callbacks are used there, not an installed
# copy, so that the two halves are always of one version.
_tree = Path(__file__).resolve().parent.parent
if (_tree / "pyproject.toml").is_file() and (_tree / "callbacks").is_dir():
    __path__.append(str(_tree))
    import_module("keras_activations.callbacks")
    # Only for this import: the tree also has folders that are not part of the
    # package.
    __path__.remove(str(_tree))
