"""The table of a comparison."""

import sys
from typing import TYPE_CHECKING

from keras_activations_cli.output import shown

if TYPE_CHECKING:
    # Imported where they are used: `--help` should not wait for the backend.
    from keras_activations.comparison.result import Comparison


def print_comparison(comparison: "Comparison") -> None:
    """Print it, and what is to be known of it below."""
    from keras_activations.recording.tables import write_table

    write_table(*comparison.table(), sys.stdout)
    print(shown("\n".join(["", *comparison.notes()])))
