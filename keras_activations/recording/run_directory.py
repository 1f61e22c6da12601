"""Which directory a run is written to: the one that was asked for, or a new."""

from collections.abc import Callable, Sequence
from itertools import count

from keras_activations.recording.earlier_run import EarlierRun
from keras_activations.recording.health_run import check_directory
from keras_activations.recording.run_lock import RunLock
from keras_activations.recording.storage import exists, joined

# What is done if the directory holds another run.
IF_EXISTS = ("error", "new")


class RunDirectory:
    """The directory of the runs of one monitor.

    Args:
        log_dir: The log directory that was asked for, a path that was checked.
        prefix: The name of the run directory in it.
        if_exists: `"error"`: another run there is refused. `"new"`: this one
            takes the first of `<log_dir>-2`, `<log_dir>-3`, ... that is free.
        in_use: Whether its monitor is training at this moment.
        lost: Called when another monitor has taken the directory over.

    Attributes:
        log_dir: The log directory that is taken.
        owned: Whether it holds the run of this monitor.
    """

    def __init__(
        self,
        log_dir: str,
        prefix: str,
        if_exists: str,
        in_use: Callable[[], bool],
        lost: Callable[[], None],
    ) -> None:
        self.log_dir = log_dir
        self.owned = False
        self._asked = log_dir
        self._number = 1
        self._prefix = prefix
        self._evades = if_exists == "new"
        self._in_use, self._lost = in_use, lost
        self._lock: RunLock | None = None
        self._earlier: EarlierRun

    @property
    def held(self) -> bool:
        """Whether this run may write to it."""
        return self._lock is not None

    def take(self) -> None:
        """Makes sure that it can be written, and keeps others away.

        Raises:
            OSError: If it cannot be written.
            ValueError: If another training writes to it.
        """
        if self._lock is None:
            self._take(self._number)
        else:
            check_directory(self.log_dir, self._prefix)

    def find(self, resumed: bool, backed_up: bool) -> int:
        """Looks for an earlier part of the run.

        Args:
            resumed: Whether the training is resumed.
            backed_up: Whether a training that was killed would be started
                again by the same program.

        Returns:
            The last epoch that was written; -1: none.

        Raises:
            ValueError: If the directory holds another run, see `EarlierRun`.
        """
        if self._evades and resumed:
            # What was interrupted is the latest.
            self._take(max(self._latest(), self._number))
        while True:
            self._earlier = EarlierRun(self.log_dir, self._prefix)
            try:
                self._earlier.check_resumed(resumed, backed_up)
                return self._earlier.last_epoch
            except ValueError:
                if not self._evades:
                    raise
                self._take(self._number + 1)

    def check_layers(self, layers: Sequence[tuple[str, str]]) -> None:
        """Refuses or evades an earlier run of other layers.

        Args:
            layers: Name and activation of the layers, in the order of the
                model.

        Raises:
            ValueError: If the directory holds another run.
        """
        while True:
            try:
                self._earlier.check_layers(layers)
                return
            except ValueError:
                if not self._evades:
                    raise
                self._take(self._number + 1)
                self.find(resumed=False, backed_up=False)

    def release(self) -> None:
        """Lets another training have it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def lose(self) -> None:
        """Another monitor has taken it over."""
        self._lock = None
        self.owned = False

    def _take(self, number: int) -> None:
        """Takes the one of this number, or a later one that is not in use."""
        self.release()
        while self._lock is None:
            log_dir = self._path(number)
            check_directory(log_dir, self._prefix)
            try:
                self._lock = RunLock(
                    log_dir, self._prefix, self._in_use, self._lost
                )
            except ValueError:
                if self.owned or not self._evades:
                    raise
                number += 1
        self.log_dir, self._number = log_dir, number

    def _path(self, number: int) -> str:
        if number == 1:
            return self._asked
        return f"{self._asked.rstrip('/')}-{number}"

    def _latest(self) -> int:
        """The number of the last one that is there."""
        return next(
            number
            for number in count(1)
            if not exists(joined(self._path(number + 1), self._prefix))
        )
