"""The effective rank of the outputs of a layer."""

import numpy as np


def effective_rank(products: np.ndarray) -> float:
    """The number of directions that a layer's outputs use.

    exp(-sum p log p) with p_i = s_i / sum s, where s are the singular values
    of the matrix of outputs, with one row per observation. It lies between 1
    and the number of units.

    Args:
        products: A^T A of that matrix, float64 of shape `(units, units)`.

    Returns:
        The effective rank; NaN if all outputs are 0.

    Example:

    >>> round(effective_rank(np.diag([1.0, 1.0, 1.0, 0.0])), 6)
    3.0

    Reference:

    - [Roy and Vetterli, 2007](https://ieeexplore.ieee.org/document/7098875)
    """
    squares = np.linalg.eigvalsh(products)
    # The error that a sum in float32 leaves in an unused direction.
    noise = squares.max() * len(squares) * np.finfo("float32").eps
    singular = np.sqrt(squares[squares > noise])
    if not singular.size:
        return float("nan")
    share = singular / singular.sum()
    return float(np.exp(-(share * np.log(share)).sum()))
