"""Where logs lie: in a local directory, or where a scheme such as gs:// says.

Paths with a scheme are read and written by TensorBoard's own file layer. That
is TensorFlow's where it is installed, and fsspec where it is not.
"""

import os
import re
import stat
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from tensorboard.compat import tf

# One letter is a drive of Windows.
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(/+)")


def checked_location(name: str, value: Any, local: bool = False) -> str:
    """The path of a log directory, as the rest of this package takes it.

    Args:
        name: The name of the argument.
        value: A path, or an address with a scheme.
        local: Whether it must be on this machine.

    Returns:
        A local path, also for `file://`; or the address.

    Raises:
        ValueError: If it is no path, or if nothing here can read its scheme.
    """
    if not isinstance(value, str | os.PathLike) or not str(value):
        raise ValueError(
            f"`{name}` must be the path of a directory. "
            f"Received: {name}={value!r}"
        )
    path = str(value)
    if "\0" in path:
        raise ValueError(
            f"`{name}` must be a path without null characters. "
            f"Received: {name}={path!r}"
        )
    found = _scheme(path)
    if not found:
        return path
    scheme, slashes = found[1].lower(), found[2]
    if scheme == "file":
        return _local(name, path, path[found.end() - 1 :], len(slashes))
    if len(slashes) == 1:
        raise ValueError(
            f"`{name}` must be a string where it has a scheme: `Path` takes a "
            f"slash away. Received: {name}={value!r}"
        )
    if local:
        raise ValueError(
            f"`{name}` must be a directory of this machine. "
            f"Received: {name}={path!r}"
        )
    if why := _cannot_be_written(path, scheme):
        raise ValueError(
            f"`{name}` must have a scheme that {why}. Received: {name}={path!r}"
        )
    return path


def _cannot_be_written(path: str, scheme: str) -> str:
    """What the scheme must be and is not; empty if it is."""
    if hasattr(tf.io.gfile, "get_registered_schemes"):
        known = sorted(filter(None, tf.io.gfile.get_registered_schemes()))
        can = scheme in known
        return "" if can else f"TensorFlow can write here: {', '.join(known)}"
    try:
        tf.io.gfile.get_filesystem(path)
    except (ValueError, ImportError) as error:
        return (
            "can be written here, which without TensorFlow takes the package "
            f"fsspec and what that needs for the scheme ({error})"
        )
    return ""


def _local(name: str, path: str, rest: str, slashes: int) -> str:
    """The path in a `file:` address."""
    if slashes == 2:
        # What stands between the second and the third slash is a host.
        host, _, below = rest[1:].partition("/")
        if host != "localhost":
            raise ValueError(
                f"`{name}` must be a directory of this machine: "
                f"file:///path. Received: {name}={path!r}"
            )
        rest = f"/{below}"
    return unquote(rest)


def _scheme(path: str) -> re.Match[str] | None:
    found = _SCHEME.match(path)
    # A local directory may be called "runs:".
    return None if found and os.path.isdir(f"{found[1]}:") else found


def is_remote(path: str) -> bool:
    """Whether a path that was checked has a scheme."""
    return _scheme(path) is not None


def exists(path: str) -> bool:
    """Whether there is something at a path that was checked."""
    return bool(tf.io.gfile.exists(path))


def joined(directory: str, *parts: str) -> str:
    """A path below a directory; an address has slashes on Windows too."""
    if is_remote(directory):
        return "/".join([directory.rstrip("/"), *parts])
    return os.path.join(directory, *parts)


def event_files(root: str) -> dict[str, list[str]]:
    """By directory that holds some, the paths of event files, sorted.

    Args:
        root: A path that was checked.

    Returns:
        By the path below `root`, "." for itself. Whatever is called like an
        event file is listed, even if it is none.
    """
    found = {}
    for directory, names in _walk(root):
        if names:
            below = directory[len(root) :].replace(os.sep, "/").strip("/")
            found[below or "."] = [
                joined(directory, name) for name in sorted(names)
            ]
    return dict(sorted(found.items()))


def _walk(root: str) -> Iterator[tuple[str, list[str]]]:
    """Each directory with the names in it that event files have."""
    if is_remote(root):
        for directory, _, names in tf.io.gfile.walk(root):
            yield directory.rstrip("/"), [*filter(_is_event_file, names)]
        return
    # Links to runs that lie elsewhere are followed, but none in a circle.
    seen = set()
    for directory, folders, names in os.walk(root, followlinks=True):
        try:
            state = os.stat(directory)
        except OSError:  # removed in the meantime
            continue
        if (state.st_dev, state.st_ino) in seen:
            folders.clear()
            continue
        seen.add((state.st_dev, state.st_ino))
        folders.sort()
        # A folder may have such a name, if runs lie in it.
        names += [each for each in folders if each.startswith("events.out.")]
        yield directory, [*filter(_is_event_file, names)]


def _is_event_file(name: str) -> bool:
    return "tfevents" in name


def size_of_file(path: str) -> int:
    """The size of a regular file.

    Raises:
        OSError: If it is none, such as a folder, a broken link or a pipe, of
            which the end may never come.
    """
    if is_remote(path):
        return int(tf.io.gfile.stat(path).length)
    state = os.stat(path)
    if not stat.S_ISREG(state.st_mode):
        raise OSError("it is no file")
    return state.st_size


def opened(path: str) -> Any:
    """A file, open to be read as bytes."""
    if is_remote(path):
        return tf.io.gfile.GFile(path, "rb")
    return open(path, "rb")


def write_and_remove(path: str) -> None:
    """Write a file at an address and remove it, to see whether it can be."""
    with tf.io.gfile.GFile(path, "w") as file:
        file.write("to see whether it can be")
    if hasattr(tf.io.gfile, "remove"):
        tf.io.gfile.remove(path)
    else:
        from fsspec.core import url_to_fs

        system, place = url_to_fs(path)
        system.rm_file(place)
