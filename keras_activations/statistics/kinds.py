"""What the statistics need to know about an activation: its slope.

One rule covers every activation: a unit *fires* on a sample where the slope
of its activation is not zero, and is *saturated* on a sample where the slope
is less than `SATURATED` times the steepest slope of the activation.
Activations differ in the slope, and in whether it can be zero at all.

A slope is computed from the activation's input and output, which the step has
computed anyway. An activation is never run a second time: that would draw its
random numbers twice, and the compiler would build other kernels for the first
run.
"""

import inspect
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from keras_activations.backends import module_of
from keras_activations.statistics.expected import expected_bias_shift

ops = module_of("keras_activations.statistics.operations")

Tensor = Any
Slope = Callable[[Tensor, Tensor], Tensor]

SATURATED = 0.06  # of the steepest slope; for tanh that is |a| > 0.97


@dataclass(frozen=True)
class Kind:
    """An activation function as the statistics see it.

    Args:
        name: Its name in a row of the history, such as `"relu"`.
        can_die: Whether the slope can be zero, so that a unit can be dead;
            `None`: not known.
        slope: `slope(z, a)` gives the derivative at the input `z`, where the
            output is `a`, element by element. `None`: it is not known, and
            nothing that depends on it is measured.
        steepest: The largest absolute slope; `None`: unknown, then
            saturation is not measured.
        bias_shift: The bias shift |E a| / sqrt(E a^2) of a unit whose input
            is N(0, 1); `None`: not known.
        by_output: Whether the output is enough, so that the input is not read.
            The row "positive" is then taken from the output.
        gate: Whether a unit fires exactly where its output is above zero.
        nonnegative: Whether no output is below zero; only with `by_output`.
        fires: If the slope is always either zero or the steepest one:
            `fires(a)` is true where it is not zero, at the output `a`.
        output: `output(z)` computes the output again, for an activation that
            ends with a product and whose input several operations read. If
            the next operation is a product with a constant, as in Dropout,
            TensorFlow regroups the factors, but not if another operation reads
            the output: then the step would round differently. XLA does not
            regroup.

    `gate`, `nonnegative` and `fires` show what need not be measured: for
    example, a unit with two slopes is saturated where it does not fire.
    """

    name: str
    can_die: bool | None
    slope: Slope | None = None
    steepest: float | None = 1.0
    bias_shift: float | None = None
    by_output: bool = False
    gate: bool = False
    nonnegative: bool = False
    fires: Callable[[Tensor], Tensor] | None = None
    output: Callable[[Tensor], Tensor] | None = None

    @property
    def how(self) -> str:
        """How the slope is found."""
        return "not measured" if self.slope is None else "closed form"

    @property
    def reads_input(self) -> bool:
        """Whether the statistics look at the input.

        They only do so if they must: TensorFlow fuses the operation that
        computes it with the activation, unless another operation reads it.
        """
        return self.slope is not None and not self.by_output

    def measured(self, z: Tensor, a: Tensor) -> Tensor:
        """The output to measure."""
        if self.output is None:
            return a
        return ops.cast(self.output(ops.cast(z, "float32")), a.dtype)


def _switch(
    name: str,
    fires: Callable[[Tensor], Tensor],
    steepest: float = 1.0,
    bias_shift: float | None = None,
    gate: bool = False,
    nonnegative: bool = False,
) -> Kind:
    """An activation with a constant slope where it fires, flat elsewhere."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return steepest * ops.cast(fires(a), a.dtype)

    return Kind(
        name, True, slope, steepest, bias_shift, True, gate, nonnegative, fires
    )


def relu(
    max_value: float | None = None,
    negative_slope: float = 0.0,
    threshold: float = 0.0,
) -> Kind:
    """max(z, 0), perhaps cut off at `max_value`, or with a threshold."""
    if threshold is None or threshold < 0:
        return other("relu")
    if negative_slope:
        if max_value is None and not threshold:
            return leaky_relu(negative_slope)
        return other("relu")
    if max_value is None:
        shift = None if threshold else 1.0 / math.sqrt(math.pi)
        return _switch(
            "relu", _positive, 1.0, shift, gate=True, nonnegative=True
        )
    fires = _between(0.0, max_value)
    if max_value == 6 and not threshold:
        return _switch("relu6", fires, 1.0, 0.5641896, nonnegative=True)
    return _switch("relu", fires, nonnegative=True)


def _positive(a: Tensor) -> Tensor:
    return a > 0


def _not_zero(a: Tensor) -> Tensor:
    return ops.not_equal(a, 0.0)


def _between(low: float, high: float) -> Callable[[Tensor], Tensor]:
    return lambda a: (a > low) & (a < high)


def leaky_relu(negative_slope: float) -> Kind:
    """`z` above zero, `negative_slope * z` below."""
    if negative_slope == 0:
        return relu()
    by_output = negative_slope > 0  # the output has the sign of the input

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return ops.where((a if by_output else z) < 0, negative_slope, 1.0)

    return Kind(
        "leaky_relu",
        False,
        slope,
        max(1.0, abs(negative_slope)),
        expected_bias_shift("prelu", negative_slope),
        by_output=by_output,
    )


def _kink_slope(z: Tensor, a: Tensor) -> Tensor:
    # Below zero the slope is a / z, so that nothing has to be read from the
    # layer.
    return ops.where(z < 0, a / ops.where(z < 0, z, 1.0), 1.0)


def prelu() -> Kind:
    """`z` above zero, `alpha * z` below, with alpha learned.

    The steepest slope is assumed to be 1, as it is for any alpha up to 1.
    """
    return Kind("prelu", False, _kink_slope)


def elu(alpha: float | None = 1.0, scale: float = 1.0) -> Kind:
    """`scale * z` above zero, `scale * alpha * (exp(z) - 1)` below.

    `alpha=None`: learned, so that neither the bias shift nor the steepest
    slope is known beforehand. The latter is assumed to be 1, as it is for any
    alpha up to 1.
    """
    if alpha is None:

        def learned(z: Tensor, a: Tensor) -> Tensor:
            below = ops.where(z < 0, z, -1.0)
            slope = a * ops.exp(below) / ops.expm1(below)
            return ops.where(z < 0, slope, 1.0)

        return Kind("elu", False, learned)

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return ops.where(a < 0, a + scale * alpha, scale)

    return Kind(
        "elu" if scale == 1.0 else "selu",
        False,
        slope,
        scale * max(1.0, abs(alpha)),
        expected_bias_shift("elu", alpha),
        by_output=True,
    )


def sigmoid() -> Kind:
    """`1 / (1 + exp(-z))`."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return a * (1.0 - a)

    return Kind("sigmoid", True, slope, 0.25, 0.9231143, True, nonnegative=True)


def tanh() -> Kind:
    """The hyperbolic tangent."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return 1.0 - a * a

    return Kind("tanh", True, slope, 1.0, 0.0, by_output=True)


def linear() -> Kind:
    """`z` itself: a layer that is watched although it has no activation."""
    return Kind("linear", False, lambda z, a: ops.ones_like(a), by_output=True)


def _logistic(z: Tensor) -> Tensor:
    # Not tf.sigmoid: the compiler would merge it with the activation's own
    # sigmoid, and then build other kernels for the step.
    small = ops.exp(-ops.absolute(z))
    return ops.where(z < 0, small, 1.0) / (1.0 + small)


def _softplus(z: Tensor) -> Tensor:
    return ops.maximum(z, 0.0) + ops.log1p(ops.exp(-ops.absolute(z)))


def _learned_swish_slope(z: Tensor, a: Tensor) -> Tensor:
    # The sigmoid is a / z, and beta * z its logit, so that nothing has to be
    # read from the layer.
    s = ops.where(
        ops.equal(z, 0.0), 0.5, a / ops.where(ops.equal(z, 0.0), 1.0, z)
    )
    s = ops.clip(s, 1e-30, 1.0 - 6e-8)
    return s + s * (1.0 - s) * ops.log(s / (1.0 - s))


def swish(beta: float | None = 1.0) -> Kind:
    """`z * sigmoid(beta * z)`; `beta=None`: learned."""
    if beta is None:
        return Kind("swish", True, _learned_swish_slope, 1.0998)
    factor = float(beta)

    def slope(z: Tensor, a: Tensor) -> Tensor:
        s = _logistic(factor * z)
        return s + factor * a * (1.0 - s)

    def output(z: Tensor) -> Tensor:
        return z * _logistic(factor * z)

    if factor == 1:
        return Kind("silu", True, slope, 1.0998, 0.3464068, output=output)
    return Kind("swish", True, slope, 1.0998, output=output)


def gelu(approximate: bool = False) -> Kind:
    """`z` times the probability that a standard normal is below `z`."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        # For both forms: their slopes differ by less than 2e-3.
        density = ops.exp(-0.5 * z * z) * (1.0 / math.sqrt(2.0 * math.pi))
        return 0.5 * ops.erfc(z * -math.sqrt(0.5)) + z * density

    def output(z: Tensor) -> Tensor:
        if approximate:
            # 1 - f(-z), because the activation itself computes 1 + f(z).
            cubic = -math.sqrt(2.0 / math.pi) * (z + 0.044715 * z * z * z)
            return z * (0.5 * (1.0 - ops.tanh(cubic)))
        return z * (0.5 * ops.erfc(z * -math.sqrt(0.5)))

    return Kind("gelu", True, slope, 1.1289, 0.4326010, output=output)


def mish() -> Kind:
    """`z * tanh(softplus(z))`."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        t = ops.tanh(_softplus(z))
        return t + z * _logistic(z) * (1.0 - t * t)

    def output(z: Tensor) -> Tensor:
        return z * ops.tanh(_softplus(z))

    return Kind("mish", True, slope, 1.0885, 0.3574439, output=output)


def celu(alpha: float = 1.0) -> Kind:
    """ELU whose exponential is stretched, so that the slope has no jump."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return ops.where(a < 0, a / alpha + 1.0, 1.0)

    shift = 0.1998799 if alpha == 1 else None
    return Kind("celu", False, slope, 1.0, shift, by_output=True)


def squareplus(b: float = 4) -> Kind:
    """`(z + sqrt(z**2 + b)) / 2`."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        square = 4.0 * a * a
        return square / (square + b)

    shift = 0.9057442 if b == 4 else None
    return Kind("squareplus", True, slope, 1.0, shift, True, nonnegative=True)


def threshold(threshold: float = 0.0, default_value: float = 0.0) -> Kind:
    """`z` above the threshold, else the default value."""
    return _switch("threshold", lambda a: ops.not_equal(a, default_value))


def xielu(beta: float | None = 0.5) -> Kind:
    """A parabola above zero, an exponential below; both alphas learned."""
    if beta is None:
        return other("xielu")

    def slope(z: Tensor, a: Tensor) -> Tensor:
        positive = z > 0
        above = 2.0 * a / ops.where(positive, z, 1.0) - beta
        below = ops.where(positive, -1.0, z)
        # expm1(z) - z loses all digits near zero.
        near = below * below * (0.5 + below / 6.0)
        bend = ops.where(below > -0.05, near, ops.expm1(below) - below)
        bend = ops.where(ops.equal(bend, 0.0), 1.0, bend)
        alpha = (a - beta * below) / bend
        return ops.where(positive, above, alpha * ops.expm1(below) + beta)

    return Kind("xielu", False, slope, None)


def dynamic_tanh(**_: Any) -> Kind:
    """`gamma * tanh(alpha * z) + beta`, all three learned."""
    return other("dynamic_tanh")


def hard_silu() -> Kind:
    """`z` times a straight line from 0 at -3 to 1 at 3."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        between = (2.0 * z + 3.0) / 6.0
        return ops.where(z <= -3, 0.0, ops.where(z >= 3, 1.0, between))

    def output(z: Tensor) -> Tensor:
        return z * ops.clip(z * (1.0 / 6.0) + 0.5, 0.0, 1.0)

    return Kind("hard_silu", True, slope, 1.5, 0.2886614, output=output)


OTHER = "other"


def other(name: str) -> Kind:
    """Any other activation: nothing is known of its slope."""
    return Kind(name, None, None, None)


def _simple(
    name: str,
    slope: Slope,
    steepest: float,
    bias_shift: float,
    *,
    by_output: bool = True,
    nonnegative: bool = False,
) -> Callable[[], Kind]:
    kind = Kind(
        name,
        True,
        slope,
        steepest,
        bias_shift,
        by_output,
        nonnegative=nonnegative,
    )
    return lambda: kind


# By the name of an activation, the function that makes its kind. The arguments
# are parameters of the activation function or attributes of the layer.
KINDS: Mapping[str, Callable[..., Kind]] = {
    "relu": relu,
    "relu6": lambda: relu(6.0),
    "leaky_relu": lambda negative_slope=0.2: leaky_relu(float(negative_slope)),
    "prelu": prelu,
    "elu": elu,
    "selu": lambda: elu(1.6732632423543772, 1.0507009873554805),
    "celu": celu,
    "sigmoid": sigmoid,
    "tanh": tanh,
    "silu": swish,
    "swish": swish,
    "gelu": gelu,
    "mish": mish,
    "xielu": xielu,
    "dynamic_tanh": dynamic_tanh,
    "softplus": _simple(
        "softplus",
        lambda z, a: -ops.expm1(-a),
        1.0,
        0.8398063,
        nonnegative=True,
    ),
    "log_sigmoid": _simple(
        "log_sigmoid", lambda z, a: -ops.expm1(a), 1.0, 0.8398063
    ),
    "softsign": _simple(
        "softsign", lambda z, a: (1.0 - ops.absolute(a)) ** 2, 1.0, 0.0
    ),
    "hard_sigmoid": lambda: _switch(
        "hard_sigmoid",
        _between(0.0, 1.0),
        1 / 6,
        0.9489202,
        nonnegative=True,
    ),
    "hard_silu": hard_silu,
    "hard_tanh": lambda: _switch("hard_tanh", _between(-1.0, 1.0), 1.0, 0.0),
    "hard_shrink": lambda: _switch("hard_shrink", _not_zero, 1.0, 0.0),
    "soft_shrink": lambda: _switch("soft_shrink", _not_zero, 1.0, 0.0),
    "tanh_shrink": _simple(
        "tanh_shrink",
        lambda z, a: ops.tanh(z) ** 2,
        1.0,
        0.0,
        by_output=False,
    ),
    "sparse_plus": _simple(
        "sparse_plus",
        lambda z, a: ops.sqrt(ops.clip(a, 0.0, 1.0)),
        1.0,
        0.6381713,
        nonnegative=True,
    ),
    "sparse_sigmoid": lambda: _switch(
        "sparse_sigmoid",
        _between(0.0, 1.0),
        0.5,
        0.8121608,
        nonnegative=True,
    ),
    "squareplus": squareplus,
    "threshold": threshold,
    **{
        # Not computed entry by entry: a unit has no slope of its own.
        name: partial(other, name)
        for name in ("softmax", "log_softmax", "sparsemax", "glu")
    },
}

JOINT = ("softmax", "log_softmax", "sparsemax", "glu")


def kind_of(name: str, parameters: Mapping[str, Any]) -> Kind:
    """The kind of a known activation.

    Args:
        name: A key of `KINDS`.
        parameters: Its parameters, by name. Those that its kind does not take
            are ignored. A variable, or a tensor that is not a known number,
            is a learned parameter, and is replaced by `None`.
    """
    make = KINDS[name]
    taken = {}
    for parameter in inspect.signature(make).parameters:
        if parameter in parameters:
            value = parameters[parameter]
            plain = value is None or isinstance(value, bool | int | float)
            taken[parameter] = value if plain else _number(value)
    return _made(name, tuple(taken.items()))


@cache
def _made(name: str, parameters: tuple[tuple[str, Any], ...]) -> Kind:
    # One object for equal kinds, so that layers of one kind can be grouped.
    return KINDS[name](**dict(parameters))


def _number(value: Any) -> float | None:
    try:
        return None if hasattr(value, "assign") else float(value)
    except TypeError:  # a tensor of several numbers, or of a graph
        return None
