"""What cannot be recycled, with the reason."""


class LeftAloneError(Exception):
    """The units of a layer cannot be recycled.

    Args:
        reason: Why, as part of a sentence about the layer: "it is frozen".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
