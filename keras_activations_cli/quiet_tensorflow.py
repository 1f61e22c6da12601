"""Start TensorFlow without the lines that it prints."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_tensorflow() -> Iterator[None]:
    """Hide what TensorFlow's libraries print when they start.

    They write to the file descriptor, before they read any of their settings
    (TF_CPP_MIN_LOG_LEVEL does not silence "All log messages before
    absl::InitializeLog()"). If the start fails, everything is shown.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 2)
        try:
            import keras_activations  # noqa: F401

            # The first compilation starts XLA, which prints lines as well.
            if tf := sys.modules.get("tensorflow"):
                tf.function(tf.negative, jit_compile=True)(tf.ones(1))
            yield
        except BaseException:
            said.seek(0)
            os.write(kept, said.read())
            raise
        finally:
            sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)
