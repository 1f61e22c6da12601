"""The page of the Activations tab, built from frontend/."""

import importlib.resources


def bundle() -> str:
    """Return the page: one JavaScript module, styles included."""
    package = importlib.resources.files(__package__)
    return package.joinpath("static", "index.js").read_text("utf-8")
