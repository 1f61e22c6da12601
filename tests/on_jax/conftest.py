"""Another process than that of the other tests: a backend stays for ever."""

import os
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax

# For what is tested in float64.
jax.config.update("jax_enable_x64", True)

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
