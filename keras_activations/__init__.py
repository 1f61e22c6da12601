"""Activation layers, explicit mini-batch SGD and activation health for Keras.

After `import keras_activations as ka` there are

- `ka.layers`: Sigmoid, Tanh, ReLU, LeakyReLU, PReLU, ELU;
- `ka.activations`: the same as functions, and `get`;
- `ka.training`: MiniBatches, MiniBatchSGD, SGDModel, SGDSequential, ...;
- `ka.compare_activations`: which of them to use;

and `from keras_activations.callbacks import ActivationMonitor`.
"""

from pathlib import Path

# In a source tree the callbacks lie beside this package, in callbacks/, and
# are imported as keras_activations.callbacks. An installation finds them
# inside the package; a Python started in a clone finds this folder first and
# must be told where they are. The tree's own callbacks are used there, not an
# installed copy, so that the two halves are always of one version.
_tree = Path(__file__).resolve().parent.parent
if (_tree / "pyproject.toml").is_file() and (_tree / "callbacks").is_dir():
    __path__.append(str(_tree))

from keras_activations import activations, layers, training  # noqa: E402
from keras_activations.comparison import compare_activations  # noqa: E402

__version__ = "0.1.0"

__all__ = ["activations", "compare_activations", "layers", "training"]
