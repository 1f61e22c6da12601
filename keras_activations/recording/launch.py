"""How to open what was logged: the command and the links."""

import json
import os
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from keras_activations.diagnosis import Finding
from keras_activations.recording.storage import is_remote
from tensorboard_plugin_keras_activations.address import link
from tensorboard_plugin_keras_activations.plain import printable
from tensorboard_plugin_keras_activations.schema import PREFIX, run_tag

# The cards that show at a glance whether a run is healthy.
_PINNED = ("dead_ratio", "dead_ratio_worst", "bias_shift", "revived")
PINNED = tuple(run_tag(PREFIX, name) for name in _PINNED)

# Values of TERM_PROGRAM.
_WITH_LINKS = ("iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "rio")


def tensorboard_command(log_dir: str | Path, port: int = 6006) -> str:
    """The command that shows a log directory."""
    command = ["tensorboard", "--logdir", str(log_dir)]
    if port != 6006:
        command += ["--port", str(port)]
    return shlex.join(command)


def tensorboard_link(tags: Sequence[str] = PINNED, port: int = 6006) -> str:
    """The address of the Time Series page with these cards pinned.

    Smoothing is off: it would turn counts of units into fractions.
    """
    cards = [{"plugin": "scalars", "tag": tag} for tag in tags]
    pinned = quote(json.dumps(cards, separators=(",", ":")))
    return (
        f"http://localhost:{port}/?smoothing=0&pinnedCards={pinned}#timeseries"
    )


def way_on(
    log_dir: str | Path,
    prefix: str = PREFIX,
    port: int = 6006,
    **choices: str,
) -> str:
    """The command to type, and the pages that it serves.

    The page with the most important curves has a long address. It is one of
    them where the terminal can hide that behind a text to click on.

    Args:
        log_dir: The log directory.
        prefix: The prefix of the monitor.
        port: TensorBoard's port; 6006 is its default.
        **choices: What the Activations tab shows; see `link`.
    """
    lines = [
        tensorboard_command(log_dir, port),
        link(f"http://localhost:{port}", **choices),
    ]
    if is_clickable(sys.stdout):
        # Its address fills several lines: only its name is shown.
        tags = [run_tag(prefix, name) for name in _PINNED]
        address = tensorboard_link(tags, port)
        lines.append(_clickable("the most important curves, pinned", address))
    return "".join(f"  {line}\n" for line in lines)


def is_clickable(stream: Any) -> bool:
    """Whether this is a terminal that shows a text as a link.

    Terminals cannot be asked. These are those that say in their environment
    who they are, and are known to do it; `FORCE_HYPERLINK` decides otherwise.
    """
    if not stream.isatty():
        return False
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced not in ("", "0")
    vte = os.environ.get("VTE_VERSION", "")
    return (
        os.environ.get("TERM_PROGRAM") in _WITH_LINKS
        or os.environ.get("TERM", "").startswith(("xterm-kitty", "alacritty"))
        or "WT_SESSION" in os.environ
        or (vte.isdigit() and int(vte) >= 5000)
    )


def _clickable(text: str, address: str) -> str:
    """A link as terminals write it (OSC 8)."""
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


def announcement(log_dir: str | Path, prefix: str = PREFIX) -> str:
    """What is printed at the start of training."""
    # TensorBoard names a run by its path below the directory it is given,
    # which may be this one or a parent: the tab finds the run by the end of
    # its path.
    path = str(log_dir)
    run = path if is_remote(path) else Path(path).as_posix()
    run = f"{run.rstrip('/')}/{prefix}"
    return f"To look at the activations:\n{way_on(log_dir, prefix, run=run)}"


def watched_line(watched: int, not_watched: Mapping[str, str]) -> str:
    """What is printed at the first step: what is watched, and what is not."""
    plural = "" if watched == 1 else "s"
    line = f"Watching {watched} activation{plural}"
    if not_watched:
        named = [f"{name} ({why})" for name, why in not_watched.items()]
        line += f"; not watched: {printable(', '.join(named))}"
    return f"{line}.\n"


def alert(finding: Finding) -> str:
    """What is printed when something is found to be wrong."""
    remedy = f" {finding.remedies[0].text}." if finding.remedies else ""
    # A progress bar may have left the cursor in the middle of a line.
    return f"\nActivationMonitor: {printable(finding.sentence + remedy)}\n"
