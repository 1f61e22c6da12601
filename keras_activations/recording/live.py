"""A display in a notebook that is brought up to date while a model trains."""

import sys
import warnings
from typing import Any


class LiveDisplay:
    """Shows a page under the cell of a notebook, and replaces it in place.

    Outside a notebook, nothing is shown.

    Args:
        wanted: Whether to show it; `"auto"`: if training is not silent.
    """

    def __init__(self, wanted: bool | str) -> None:
        self._wanted = wanted
        self._handle: Any = None
        self.is_on = False

    def begin(self, verbose: Any) -> None:
        """Begins a new display with a new training.

        Args:
            verbose: As `fit` was given it.
        """
        self._handle = None
        wanted = bool(verbose) if self._wanted == "auto" else self._wanted
        self.is_on = bool(wanted) and in_notebook()

    def show(self, page: str, words: str) -> None:
        """Shows the present state.

        Args:
            page: As HTML.
            words: In a line, for what can show no HTML.
        """
        shown = {"text/html": page, "text/plain": words}
        try:
            if self._handle is None:
                from IPython.display import display

                self._handle = display(shown, raw=True, display_id=True)
            else:
                self._handle.update(shown, raw=True)
        except Exception as error:
            # Training goes on, whatever is wrong with the notebook.
            self.is_on = False
            warnings.warn(
                "ActivationMonitor stops its display: "
                f"{type(error).__name__}: {error}. Training goes on.",
                stacklevel=2,
            )


def in_notebook() -> bool:
    """Whether Python runs in the kernel of a notebook."""
    # If nobody has imported IPython, this is not one.
    ipython = sys.modules.get("IPython")
    if ipython is None:
        return False
    return getattr(ipython.get_ipython(), "kernel", None) is not None
