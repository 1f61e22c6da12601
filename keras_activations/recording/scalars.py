"""Reads back what the monitor wrote, with TensorBoard's own reader."""

from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import (
    TENSORS,
    EventAccumulator,
)
from tensorboard.util.tensor_util import make_ndarray


def read_scalars(
    log_dir: str | Path,
) -> dict[str, dict[str, list[tuple[int, float]]]]:
    """Reads the scalars of every run below a log directory.

    Args:
        log_dir: A directory, which is searched with all its subdirectories.

    Returns:
        Run (path relative to `log_dir`) to tag to `(step, value)` pairs, in
        the order of the steps.
    """
    root = Path(log_dir)
    runs = {}
    for directory in sorted({path.parent for path in root.rglob("*tfevents*")}):
        events = EventAccumulator(str(directory), size_guidance={TENSORS: 0})
        events.Reload()
        tags = {
            # Sorted by step: TensorBoard reads the files of resumed training
            # by their names, which end in numbers of unequal length.
            tag: sorted(
                [
                    (event.step, float(make_ndarray(event.tensor_proto)))
                    for event in events.Tensors(tag)
                ],
                key=lambda pair: pair[0],
            )
            for tag in events.Tags()["tensors"]
            if events.SummaryMetadata(tag).plugin_data.plugin_name == "scalars"
        }
        if tags:
            runs[directory.relative_to(root).as_posix()] = tags
    return runs
