"""What is known about every unit of a layer, as a dictionary that is shown."""

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np

from keras_activations import notebook
from keras_activations.recording.tables import markdown_table

# So many units are shown, those first that do not live.
_MOST = 20
_ORDER = ("born_dead", "dead", "unseen", "alive")
_HEADINGS = (
    "unit",
    "state",
    "firing rate",
    "mean",
    "std",
    "died at epoch",
    "at step",
    "revivals",
    "recycled at",
)


class UnitTable(dict[str, np.ndarray]):
    """Arrays of shape `(units,)` by their names, see `ActivationMonitor.units`.

    It is shown as a table of at most 20 units: those that are dead come first,
    then those that fire least.

    Args:
        layer: The name of the layer.
        columns: The arrays.

    Attributes:
        layer: The name of the layer.
    """

    def __init__(self, layer: str, columns: Mapping[str, np.ndarray]) -> None:
        super().__init__(columns)
        self.layer = layer

    def __repr__(self) -> str:
        rest = self._rest()
        lines = [self._summary(), "", markdown_table(*self._table())]
        return "\n".join([*lines, *([rest] if rest else [])])

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        headings, rows = self._table()
        rates = [float(self["firing_rate"][unit]) for unit in self._shown()]
        return notebook.page(
            notebook.paragraph(self._summary()),
            notebook.table(headings, rows, {"firing rate": rates}),
            notebook.paragraph(self._rest()),
        )

    def _summary(self) -> str:
        states = Counter(map(str, self["state"]))
        told = [
            f"{states[state]} {state.replace('_', ' ')}"
            for state in _ORDER
            if states[state]
        ]
        return f"{self.layer}: {len(self['state'])} units, {', '.join(told)}."

    def _shown(self) -> list[int]:
        """The units that are shown, in this order."""
        state = np.array([_ORDER.index(str(each)) for each in self["state"]])
        order = np.lexsort((self["firing_rate"], state))
        return [int(unit) for unit in order[:_MOST]]

    def _rest(self) -> str:
        left_out = len(self["state"]) - _MOST
        return f"... and {left_out} units more." if left_out > 0 else ""

    def _table(self) -> tuple[list[str], list[list[str]]]:
        """Headings and cells; without columns that are empty for all units."""
        rows = [list(self._cells(unit)) for unit in self._shown()]
        columns = [
            column
            for column in zip(_HEADINGS, *rows, strict=True)
            if any(column[1:])
        ]
        headings, *lines = zip(*columns, strict=True)
        return list(headings), [list(line) for line in lines]

    def _cells(self, unit: int) -> Iterator[str]:
        yield str(unit)
        yield str(self["state"][unit]).replace("_", " ")
        yield f"{self['firing_rate'][unit]:.1%}"
        yield f"{self['mean'][unit]:.4g}"
        yield f"{self['std'][unit]:.4g}"
        for name in ("died_at", "died_step"):
            yield _count(self[name][unit], never=-1)
        yield _count(self["revivals"][unit], never=0)
        yield _count(self["recycled_at"][unit], never=-1)


def _count(number: int, never: int) -> str:
    return "" if number == never else str(number)
