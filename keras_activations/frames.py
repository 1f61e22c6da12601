"""Rows as a table of pandas, which is an extra."""

from collections.abc import Mapping, Sequence
from typing import Any


def data_frame(rows: Sequence[Mapping[str, Any]] | Mapping[str, Any]) -> Any:
    """A `pandas.DataFrame` of rows, or of columns by their names.

    Raises:
        ModuleNotFoundError: pandas is not installed; the message says how to
            get it.
    """
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "tables of pandas need it: pip install "
            "'keras-activations[examples]', or pip install pandas"
        ) from error
    return pandas.DataFrame(rows)
