"""A figure of matplotlib that every notebook shows, not only one that plots."""

import io

from matplotlib.figure import Figure as _Figure


class Figure(_Figure):
    """A figure that needs no `pyplot`, and no `%matplotlib` to be seen."""

    def _repr_png_(self) -> bytes:
        """What a notebook shows."""
        file = io.BytesIO()
        self.savefig(file, format="png")
        return file.getvalue()
