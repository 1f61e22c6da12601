"""Logged runs for the reader of the Activations tab, without TensorBoard."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tensorboard.data import provider

from keras_activations.recording.event_files import LoggedRun, Value


class LoggedData:
    """The questions to a data provider that the tab asks.

    Args:
        runs: The runs, whole: nothing is left out of a long one.
    """

    def __init__(self, runs: Sequence[LoggedRun]) -> None:
        self._runs = runs

    def list_scalars(self, *_: Any, **question: Any) -> dict[str, Any]:
        """By run and tag, what there is."""
        return self._answer(question, _times(provider.ScalarTimeSeries))

    def list_tensors(self, *_: Any, **question: Any) -> dict[str, Any]:
        """By run and tag, what there is."""
        return self._answer(question, _times(provider.TensorTimeSeries))

    def read_scalars(self, *_: Any, **question: Any) -> dict[str, Any]:
        """By run and tag, all values."""
        return self._answer(
            question,
            lambda values: [provider.ScalarDatum(*each) for each in values],
        )

    def read_last_scalars(self, *_: Any, **question: Any) -> dict[str, Any]:
        """By run and tag, the value of the last step."""
        return self._answer(
            question, lambda values: provider.ScalarDatum(*values[-1])
        )

    def read_tensors(self, *_: Any, **question: Any) -> dict[str, Any]:
        """By run and tag, all values; the last ones, if fewer are asked for."""
        most = question["downsample"]
        return self._answer(
            question,
            lambda values: [
                provider.TensorDatum(*each) for each in values[-most:]
            ],
        )

    def _answer(
        self, question: dict[str, Any], of: Callable[[list[Value]], Any]
    ) -> dict[str, Any]:
        asked = question.get("run_tag_filter") or provider.RunTagFilter()
        found = {}
        for run in self._runs:
            if asked.runs is not None and run.name not in asked.runs:
                continue
            tags = {
                tag: of(run.values[tag])
                for tag in _tags(run, asked.tags)
                if run.plugins.get(tag) == question["plugin_name"]
            }
            if tags:
                found[run.name] = tags
        return found


def _tags(run: LoggedRun, asked: Any) -> Iterator[str]:
    # A question for one of many tags must not look at all of them.
    if asked is None:
        yield from run.values
    else:
        yield from (tag for tag in asked if tag in run.values)


def _times(series: Callable) -> Callable[[list[Value]], Any]:
    return lambda values: series(
        max_step=values[-1].step,
        max_wall_time=max(value.time for value in values),
        plugin_content=b"",
        description="",
        display_name="",
    )
