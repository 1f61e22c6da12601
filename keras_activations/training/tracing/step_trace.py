"""What happened in one step of training."""

from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from keras_activations import notebook
from keras_activations.training.tracing.step_plot import draw


@dataclass(frozen=True, eq=False)
class LayerTrace:
    """One call of one layer.

    Attributes:
        name: The name of the layer.
        kind: The name of its class, with its activation if it has one.
        output: Its output, of shape `(samples, ...)`; a tuple or dict of
            arrays for a layer with several outputs.
        gradient: The gradient of the loss with respect to `output`, of the
            same structure; `None` if the loss does not depend on it.
        weights: The parameters of the layer, by their paths.
    """

    name: str
    kind: str
    output: Any
    gradient: Any
    weights: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ParameterTrace:
    """One parameter.

    Attributes:
        path: The path of the variable, such as `dense/kernel`.
        before: Its value before the step.
        gradient: The gradient of the loss; `None` if the loss does not
            depend on it.
        after: Its value after the step.
    """

    path: str
    before: np.ndarray
    gradient: np.ndarray | None
    after: np.ndarray

    @property
    def update_ratio(self) -> float:
        """`norm(after - before) / norm(before)`; 0 for no change."""
        change = float(np.linalg.norm(self.after - self.before))
        size = float(np.linalg.norm(self.before))
        if size == 0:
            return 0.0 if change == 0 else float("inf")
        return change / size


@dataclass(frozen=True, eq=False)
class StepTrace:
    """The four steps of one mini-batch, with all their numbers.

    `print(trace)`, or `trace` at the end of a notebook cell, shows them as
    tables, `trace.arrays()` returns them as NumPy arrays and `trace.plot()`
    draws them as a graph.

    Attributes:
        x: The mini-batch, as the model got it.
        y: Its targets.
        sample_weight: Its weights.
        x_gradient: The gradient of the loss with respect to `x`.
        prediction: The output of the model; `None` if the step does not call
            the model itself.
        losses: What each backward pass differentiates, the loss with its
            regularizers; most steps have one.
        layers: A `LayerTrace` for each call of a layer, in their order.
        hidden: The names of layers that were called in a loop or function of
            its own, where their outputs cannot be seen.
        parameters: A `ParameterTrace` for each trainable weight.
    """

    x: Any
    y: Any
    sample_weight: Any
    x_gradient: Any
    prediction: Any
    losses: tuple[float, ...]
    layers: tuple[LayerTrace, ...]
    parameters: tuple[ParameterTrace, ...]
    hidden: tuple[str, ...] = ()

    @property
    def loss(self) -> float:
        """The loss of the first backward pass."""
        return self.losses[0]

    def arrays(self) -> dict[str, np.ndarray]:
        """All arrays by name, such as for `np.savez(file, **trace.arrays())`.

        Arrays in a dict or tuple have the key or index in their name: `x/a`.
        """
        named: dict[str, Any] = {"loss": np.asarray(self.loss)}
        for name in ("x", "y", "sample_weight", "x_gradient", "prediction"):
            named |= _leaves(name, getattr(self, name))
        for number, layer in enumerate(self.layers):
            name = f"{number}:{layer.name}"
            named |= _leaves(f"{name}/output", layer.output)
            named |= _leaves(f"{name}/gradient", layer.gradient)
        for parameter in self.parameters:
            for part in ("before", "gradient", "after"):
                named[f"{parameter.path}/{part}"] = getattr(parameter, part)
        return {k: v for k, v in named.items() if isinstance(v, np.ndarray)}

    def plot(self, sample: int = 0, ax: Any = None) -> Any:
        """Draw the computation as a graph, for nets of a few units.

        The number above an edge is the value that goes forward; below it is
        the gradient of the loss that comes back. Needs matplotlib:
        `pip install keras-activations[examples]`.

        Args:
            sample: Which sample of the mini-batch.
            ax: The matplotlib axes to draw on; a new figure by default.

        Returns:
            The axes.

        Raises:
            ValueError: If the net is too large to be drawn, or not a chain
                of layers with one feature axis.
        """
        return draw(self, sample, ax)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        given = [("x", self.x), ("y", self.y)]
        given.append(("sample_weight", self.sample_weight))
        losses = ", ".join(f"{loss:.6g}" for loss in self.losses)
        hidden = (
            "Not seen, in a loop or function of its own: "
            f"{', '.join(self.hidden)}."
        )
        return notebook.page(
            notebook.heading("1. Sample a mini-batch"),
            notebook.table(
                ["", "values"],
                [
                    [name, _numbers(values)]
                    for name, values in given
                    if values is not None
                ],
            ),
            notebook.heading("2. Forward"),
            notebook.table(
                ["layer", "kind", "output"],
                [
                    [layer.name, layer.kind, _numbers(layer.output)]
                    for layer in self.layers
                ],
            ),
            notebook.paragraph(f"Loss: {losses}"),
            notebook.paragraph(hidden) if self.hidden else "",
            notebook.heading("3. Backpropagate: the gradient of the loss"),
            notebook.table(
                ["layer", "for its output"],
                [
                    [layer.name, _numbers(layer.gradient)]
                    for layer in reversed(self.layers)
                ],
            ),
            notebook.heading("4. Update"),
            notebook.table(
                ["parameter", "before", "gradient", "after", "update ratio"],
                [
                    [
                        parameter.path,
                        _numbers(parameter.before),
                        _numbers(parameter.gradient),
                        _numbers(parameter.after),
                        f"{parameter.update_ratio:.3g}",
                    ]
                    for parameter in self.parameters
                ],
            ),
        )

    def __str__(self) -> str:
        lines = ["1. Sample a mini-batch", f"   x {_numbers(self.x)}"]
        if self.y is not None:
            lines.append(f"   y {_numbers(self.y)}")
        if self.sample_weight is not None:
            lines.append(f"   sample_weight {_numbers(self.sample_weight)}")
        lines.append("2. Forward")
        width = max([len(layer.name) for layer in self.layers], default=0)
        for layer in self.layers:
            lines.append(
                f"   {layer.name:{width}}  {layer.kind:12}  "
                f"{_numbers(layer.output)}"
            )
        if self.hidden:
            hidden = ", ".join(self.hidden)
            where = "in a loop or function of its own"
            lines.append(f"   not seen, {where}: {hidden}")
        losses = ", ".join(f"{loss:.6g}" for loss in self.losses)
        lines.append(
            f"   {'loss' if len(self.losses) == 1 else 'losses'} {losses}"
        )
        lines.append("3. Backpropagate: the gradient of the loss for")
        for layer in reversed(self.layers):
            lines.append(
                f"   {layer.name:{width}}  output        "
                f"{_numbers(layer.gradient)}"
            )
        lines.append("4. Update")
        for parameter in self.parameters:
            lines += [
                f"   {parameter.path}",
                f"      before    {_numbers(parameter.before)}",
                f"      gradient  {_numbers(parameter.gradient)}",
                f"      after     {_numbers(parameter.after)}",
                f"      update ratio {parameter.update_ratio:.3g}",
            ]
        return "\n".join(lines)


def _leaves(name: str, structure: Any) -> dict[str, Any]:
    """The arrays in a structure, by their paths in it."""
    return {
        "/".join([name, *map(str, path)]): leaf
        for path, leaf in keras.tree.flatten_with_path(structure)
    }


def _numbers(values: Any) -> str:
    """A few numbers in full; for more, their shape and range."""
    if values is None:
        return "none: the loss does not depend on it"
    if keras.tree.is_nested(values):
        leaves = _leaves("", values).items()
        return "; ".join(
            f"{path[1:]}: {_numbers(leaf)}" for path, leaf in leaves
        )
    if not isinstance(values, np.ndarray):
        return str(values)  # a layer may return something else
    if values.size <= 8:
        return np.array2string(
            values,
            separator=", ",
            formatter={"float_kind": lambda value: f"{value:.6g}"},
        ).replace("\n", "")
    text = f"shape {values.shape}"
    if np.issubdtype(values.dtype, np.number):
        text += (
            f", from {values.min():.4g} to {values.max():.4g}, "
            f"norm {np.linalg.norm(values.astype('float64')):.4g}"
        )
    return text
