"""What all pictures share: figures of matplotlib, and colours."""

from typing import Any

# Okabe and Ito's colours, which colour-blind readers can tell apart
# (https://jfly.uni-koeln.de/color/).
COLOURS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#e69f00",
    "#56b4e9",
    "#000000",
)


def figure(width: float, height: float) -> Any:
    """An empty figure of matplotlib, which is an extra.

    Args:
        width: In inches.
        height: In inches.

    Raises:
        ModuleNotFoundError: matplotlib is not installed; the message says how
            to get it.
    """
    try:
        from keras_activations.figure import Figure
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "plots need matplotlib: pip install 'keras-activations[examples]'"
        ) from error
    return Figure(figsize=(width, height), layout="constrained")
