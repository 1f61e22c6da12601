"""Train on several devices, for test_several_devices.py.

python cluster.py LOGS                 two devices of one process
python cluster.py LOGS PORT PROCESS    one of two, each with one device
"""

import json
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"
if not sys.argv[2:]:
    os.environ["XLA_FLAGS"] = "--xla_force_host_platform_device_count=2"

import jax
import keras
import numpy as np

if sys.argv[2:]:
    jax.config.update("jax_cpu_collectives_implementation", "gloo")
    port, process = map(int, sys.argv[2:])
    keras.distribution.initialize(
        f"127.0.0.1:{port},127.0.0.1:{port}", 2, process
    )

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor, RecycleUnits
from keras_activations.instrumentation.reading import value

logs, *cluster = sys.argv[1:]
X = np.linspace(-1, 1, 42, dtype="float32").reshape(21, 2)


def trained(log_dir=None, **kwargs):
    keras.utils.set_random_seed(0)
    batches = ka.training.MiniBatches(X, X[:, :1], batch_size=8, **kwargs)
    model = ka.training.SGDSequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(4, "relu", name="first"),
            keras.layers.Dense(4, "tanh", name="second"),
            keras.layers.Dense(1),
        ]
    )
    model.layers[0].bias.assign([-9.0, 0.1, 0.1, 0.1])  # the first unit is dead
    model.compile(ka.training.ExplicitSGD(0.1), "mse")
    monitor = ActivationMonitor(log_dir, gradients=True)
    recycler = RecycleUnits(monitor, seed=0)
    history = model.fit(
        batches, epochs=2, verbose=0, callbacks=[monitor, recycler]
    ).history
    own = [np.asarray(batches.at(step)[0]).tolist() for step in range(2)]
    return {
        "losses": history["loss"],
        "weights": [value(weight).tolist() for weight in model.weights],
        "sharded": [
            not weight.value.is_fully_replicated for weight in model.weights
        ],
        "own part": own,
        "recycled": [(row["epoch"], row["units"]) for row in recycler.history],
        "rows": [{name: row[name] for name in ROW} for row in monitor.history],
    }


ROW = (
    "layer",
    "epoch",
    "samples",
    "dead_ratio",
    "mean",
    "std",
    "bias_shift",
    "gradient_norm",
    "update_ratio",
)
found = {}
if not cluster:
    found["one device"] = trained(seed=4, drop_remainder=True)
distribution = keras.distribution.DataParallel(auto_shard_dataset=False)
keras.distribution.set_distribution(distribution)
found["distributed"] = trained(logs, seed=4, drop_remainder=True)
try:
    trained(seed=4 + jax.process_index())
except (ValueError, AssertionError) as error:
    found["refused"] = str(error)

# Each device has a part of the units of the first layer, and of what reads it.
mesh = keras.distribution.DeviceMesh(
    (1, jax.device_count()),
    ["batch", "model"],
    keras.distribution.list_devices(),
)
layouts = keras.distribution.LayoutMap(mesh)
layouts[".*first/kernel"] = (None, "model")
layouts[".*first/bias"] = ("model",)
layouts[".*second/kernel"] = ("model", None)
distribution = keras.distribution.ModelParallel(
    layout_map=layouts, batch_dim_name="batch", auto_shard_dataset=False
)
keras.distribution.set_distribution(distribution)
found["sharded"] = trained(seed=4, drop_remainder=True)
print(json.dumps(found))
