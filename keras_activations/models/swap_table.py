"""What is swapped for what, as a table and in one line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Swap:
    """One activation of a model, and what becomes of it.

    Attributes:
        where: The path of the layer, such as "block/dense".
        old: The activation that it has.
        new: The one that it gets, or `None` if the old one stays.
        why: Why the old one stays; "" if it does not.
    """

    where: str
    old: str
    new: str | None
    why: str = ""


class SwapTable(tuple[Swap, ...]):
    """The activations of a model, in the order in which they compute.

    `print` shows it as a table.

    Attributes:
        line: The same in one line.
    """

    __slots__ = ()

    @property
    def line(self) -> str:
        """How many are swapped for what, and which stay."""
        swapped = [row for row in self if row.new is not None]
        names = ", ".join(dict.fromkeys(str(row.new) for row in swapped))
        plural = "" if len(self) == 1 else "s"
        line = f"Swapped {len(swapped)} of {len(self)} activation{plural}"
        if names:
            line += f" for {names}"
        groups: dict[tuple[str, str], list[str]] = {}
        for row in self:
            if row.new is None:
                groups.setdefault((row.old, row.why), []).append(row.where)
        stay = [
            f"{where[0]}{_and_more(where)} ({old}, {why})"
            for (old, why), where in groups.items()
        ]
        return f"{line}; stay: {', '.join(stay)}." if stay else f"{line}."

    def __repr__(self) -> str:
        rows = [("where", "from", "to")]
        rows += [
            (row.where, row.old, row.new or f"stays: {row.why}") for row in self
        ]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join(
            "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows
        )

    __str__ = __repr__


def _and_more(where: list[str]) -> str:
    return f" and {len(where) - 1} more" if len(where) > 1 else ""
