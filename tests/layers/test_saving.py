"""Files load in a new process after `import keras_activations` alone."""

import subprocess
import sys

import keras
import numpy as np
import pytest
from common.activations import ROWS, by_name

# Keras 3.15 saves its variables through an __array__ that NumPy 2 deprecates.
pytestmark = pytest.mark.filterwarnings(
    "ignore:__array__ implementation:DeprecationWarning"
)

LOAD = """
import sys
import keras
import numpy as np
import keras_activations

model = keras.models.load_model(sys.argv[1])
data = np.load(sys.argv[2])
np.testing.assert_array_equal(model.predict(data["x"], verbose=0), data["y"])
print(*[type(layer).__module__ for layer in model.layers])
"""


def test_a_saved_model_loads_in_a_new_process(tmp_path):
    inputs = x = keras.Input((6, 6, 3))
    for row in ROWS:
        x = row.layer(name=row.name)(x)
    model = keras.Model(inputs, x)
    for variable in model.trainable_variables:
        variable.assign_add(np.resize(np.arange(3), variable.shape) / 10)
    x = np.random.default_rng(0).normal(size=(2, 6, 6, 3)).astype("float32")
    model.save(tmp_path / "model.keras")
    np.savez(tmp_path / "data.npz", x=x, y=model.predict(x, verbose=0))
    files = [str(tmp_path / name) for name in ("model.keras", "data.npz")]
    done = subprocess.run(
        [sys.executable, "-c", LOAD, *files], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    modules = done.stdout.split()[1:]
    assert len(modules) == len(ROWS)
    assert all(m.startswith("keras_activations.layers.") for m in modules)


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_a_config_makes_the_same_layer(row):
    layer = row.layer(name="one", dtype="mixed_float16")
    again = type(layer).from_config(layer.get_config())
    assert again.get_config() == layer.get_config()
    x = np.linspace(-3, 3, 8, dtype="float16").reshape(4, 2)
    np.testing.assert_array_equal(again(x), layer(x))
