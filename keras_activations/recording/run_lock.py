"""One training at a time writes to a run directory."""

import contextlib
import os
import threading
import weakref
from collections.abc import Callable

from keras_activations.recording.storage import is_remote, joined

try:
    import fcntl
except ModuleNotFoundError:
    # Windows has none. There two trainings that start together are not kept
    # apart; that of an earlier run is refused all the same.
    fcntl = None  # type: ignore[assignment]

# The locks of this process, by directory. The system's lock is one for a whole
# process, and ends when the file is closed anywhere in it.
_held: "weakref.WeakValueDictionary[str, RunLock]" = (
    weakref.WeakValueDictionary()
)
_taking = threading.Lock()


class RunLock:
    """Holds a run directory as long as this process lives, or less.

    The lock is one of the operating system on the file `<prefix>.lock` beside
    the directory. It ends with the process, however that ends: of a job that
    was killed the file may stay, but it refuses nobody. There is no lock for
    paths with a scheme and on file systems that know none.

    Args:
        log_dir: The log directory, a path that was checked.
        prefix: The name of the run directory in it.
        in_use: Whether the holder is training at this moment. If not, another
            one in the same process may take the directory over.
        lost: Called when another one has taken it over.

    Raises:
        ValueError: If another training holds the directory.
    """

    def __init__(
        self,
        log_dir: str,
        prefix: str,
        in_use: Callable[[], bool],
        lost: Callable[[], None],
    ) -> None:
        self._in_use, self._lost = in_use, lost
        self._process = os.getpid()
        self._close: Callable[[], object] = lambda: None
        if is_remote(log_dir):
            return
        directory = joined(log_dir, prefix)
        with _taking:
            self._take(log_dir, directory, os.path.realpath(directory))

    def _take(self, log_dir: str, directory: str, key: str) -> None:
        other = _held.get(key)
        # A process that was forked has the table, but not the locks.
        if other is not None and other._process == self._process:
            if other._in_use():
                raise _refusal(log_dir, directory, f"process {self._process}")
            other.release()
            other._lost()
        path = f"{directory}.lock"
        file = _locked(log_dir, directory, path)
        if file is not None:
            self._close = weakref.finalize(
                self, _unlock, file, path, self._process
            )
            _held[key] = self

    def release(self) -> None:
        """Lets another training have the directory."""
        self._close()
        for key in [key for key, lock in _held.items() if lock is self]:
            del _held[key]


def _locked(log_dir: str, directory: str, path: str) -> int | None:
    """The locked file; `None` where there are no locks."""
    if fcntl is None:
        return None
    while True:
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NONBLOCK, 0o666)
        except OSError:
            return None
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The holder before may have removed the file in the meantime.
            if os.path.samestat(os.stat(path), os.fstat(file)):
                break
            os.close(file)
        except FileNotFoundError:
            os.close(file)
        except (BlockingIOError, PermissionError):
            holder = os.read(file, 100).decode("ascii", "replace")
            os.close(file)
            raise _refusal(log_dir, directory, holder.strip()) from None
        except OSError:
            os.close(file)
            return None
    with contextlib.suppress(OSError):  # on a full disk, there is no name
        os.ftruncate(file, 0)
        os.pwrite(file, f"process {os.getpid()}\n".encode(), 0)
    return file


def _unlock(file: int, path: str, process: int) -> None:
    # A process that was forked has the file, but not the lock.
    if os.getpid() == process:
        with contextlib.suppress(OSError):
            os.remove(path)
    os.close(file)


def _refusal(log_dir: str, directory: str, holder: str) -> ValueError:
    return ValueError(
        "`log_dir` is in use: another training writes to "
        f"{directory!r}{f' ({holder})' if holder else ''}. Give this run a "
        'directory of its own, for example with `if_exists="new"`. '
        f"Received: log_dir={log_dir!r}"
    )
