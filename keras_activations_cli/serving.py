"""Start TensorBoard."""

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

from keras_activations_cli.output import WrongInputError


def check_port(options: argparse.Namespace) -> None:
    """Refuses a port that is in use, before anything is trained or read.

    0 becomes the number of a free one, so that the links that are printed are
    those that will be served.
    """
    if not options.serve:
        return
    with socket.socket() as found:
        if os.name == "posix":  # as TensorBoard's server does
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind(("localhost", options.port))
            options.port = found.getsockname()[1]
        except OSError as error:
            raise WrongInputError(
                f"--port {options.port} cannot be used: {error.strerror}; "
                "choose another one, or 0 for any that is free"
            ) from error


def serve(log_dir: Path | str, port: int) -> int:
    """Run TensorBoard until Ctrl-C."""
    from tensorboard_plugin_keras_activations.address import link

    tab = link(f"http://localhost:{port}")
    print(
        f"\nTensorBoard is starting; stop it with Ctrl-C.\n  {tab}", flush=True
    )
    command = [sys.executable, "-m", "tensorboard.main"]
    try:
        return subprocess.run(
            [*command, "--logdir", str(log_dir), "--port", str(port)],
            check=False,
        ).returncode
    except KeyboardInterrupt:
        return 0
