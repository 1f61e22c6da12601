"""What a run directory says about the training that wrote to it."""

from collections.abc import Sequence

from keras_activations.recording.event_files import read_run
from keras_activations.recording.storage import joined
from tensorboard_plugin_keras_activations import schema
from tensorboard_plugin_keras_activations.manifest import parsed


class EarlierRun:
    """The part of a run that was written before.

    Args:
        log_dir: The log directory.
        prefix: The first part of the tags.

    Attributes:
        last_epoch: The last epoch that was written; -1: none.
    """

    def __init__(self, log_dir: str, prefix: str) -> None:
        self._log_dir = log_dir
        self._directory = joined(log_dir, prefix)
        run = read_run(self._directory)
        self._used = bool(run.tags or run.reasons)
        self._problem = run.problem
        texts = run.values.get(schema.MANIFEST, [])
        written = parsed([(each.step, each.value) for each in texts])
        self._layers = _layers(written.get("layers"))
        # The report is written when training ends, even by `stop_training`.
        self._ended = schema.report_tag(prefix) in run.tags
        self.last_epoch = max(
            (
                values[-1].step
                for tag, values in run.of("scalars").items()
                if tag.startswith(schema.run_tag(prefix, ""))
            ),
            default=-1,
        )

    def check_resumed(self, resumed: bool, backed_up: bool) -> None:
        """Refuses training that begins in the directory of another run.

        Args:
            resumed: Whether the training is resumed; the directory may then
                hold its first part.
            backed_up: Whether a training that was killed would be started
                again by the same program. It begins anew if it was killed
                before the first backup.

        Raises:
            ValueError: If the directory holds another run.
        """
        # Of a training that was killed in its first epoch there is nothing
        # that a second attempt could be mixed up with.
        attempt = not self._ended and (self.last_epoch < 0 or backed_up)
        known = self._layers is not None
        if self._used and not (known and (resumed or attempt)):
            self._refuse()

    def check_layers(self, layers: Sequence[tuple[str, str]]) -> None:
        """Refuses training of other layers.

        Args:
            layers: Name and activation of the layers, in the order of the
                model.

        Raises:
            ValueError: If the directory holds another run.
        """
        # A layer that is not called in every step may have appeared later.
        if self._used and list(layers) != (self._layers or [])[: len(layers)]:
            self._refuse(layers)

    def _refuse(self, layers: Sequence[tuple[str, str]] = ()) -> None:
        received = f", layers={list(layers)}" if layers else ""
        if self._problem:
            received += f", where this cannot be read: {self._problem}"
        raise ValueError(
            "`log_dir` holds another run: TensorBoard would mix the two. "
            'Give this run a directory of its own (`if_exists="new"` takes '
            f"the next free one, such as {self._log_dir.rstrip('/')}-2), or "
            "remove the other first: "
            f"shutil.rmtree({self._directory!r}). Training that is resumed "
            "goes on in its directory, with the same layers by the same names. "
            f"Received: log_dir={self._log_dir!r}{received}"
        )


def _layers(written: object) -> list[tuple[str, str]] | None:
    """Name and activation of each layer; `None` if one cannot be read."""
    if not isinstance(written, list):
        return None
    try:
        return [
            (str(each["name"]), str(each["activation"])) for each in written
        ]
    except (TypeError, KeyError):
        return None
