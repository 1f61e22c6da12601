"""RecycleUnits: units that do nothing begin anew."""

import sys
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import keras
import numpy as np

from keras_activations.callbacks.activation_monitor import ActivationMonitor
from keras_activations.checks import checked_integer, checked_share
from keras_activations.instrumentation.parameters import iterations
from keras_activations.instrumentation.reading import value
from keras_activations.recycling.drawing import drawing
from keras_activations.recycling.following import Route
from keras_activations.recycling.left_alone import LeftAloneError
from keras_activations.recycling.optimizer_state import MOMENTS
from keras_activations.recycling.recycle import recycled
from keras_activations.recycling.routes import Routes, Seen
from keras_activations.recycling.rules import (
    Dormant,
    LeastUseful,
    Rule,
    Units,
    dead,
    limited,
)

Row = dict[str, Any]

_RULES = ("dead", "dormant", "utility")


class RecycleUnits(keras.callbacks.Callback):
    """Gives units that do nothing new weights, without changing the network.

    At the end of an epoch, the units that a rule names begin anew: their
    incoming weights are drawn by the initializer of their layer, the bias and
    what a BatchNormalization or a learned alpha has for them are as at first,
    and their outgoing weights become 0. Until the next step, the network
    computes the same: for units that are 0, which dead ReLU units are, the
    outputs are the same to the last bit. What other units gave on average, the
    bias of the next layer gives from then on; how much the outputs change by
    that, `history` says.

    A unit that was dead in an epoch may fire after its last step. So the rule
    `"dead"` takes only units whose output is constant on a probe batch, too:
    samples of the mini-batches 1, 2, 4, 8, ... of the epoch, at most 256, or
    those that are given as `probe`.

    Units can be followed in Dense, EinsumDense, convolutional, depthwise,
    separable and transposed layers, to these and to recurrent layers, through
    dropout, pooling, padding, upsampling, Flatten, Concatenate and
    BatchNormalization, in any model whose layers are built of Keras's. Where
    that is not possible, for example where a branch is added to another one, a
    layer is left alone, and `left_alone` says why.

    Attributes:
        history: One row per epoch and layer in which units were recycled:
            `epoch` and `layer`, as in the history of the monitor; `units`,
            their numbers; `recycled`, how many; `of`, how many the layer has;
            `output_change`, the largest change of an output of the model on
            the probe batch.
        left_alone: By layer, why its units are not recycled.

    Args:
        monitor: The `ActivationMonitor` that watches the same `fit`. It comes
            before this callback in the list.
        rule: `"dead"`: units that did not fire once in the epoch;
            `"dormant"`: those of which E|a| is at most `tau` times the mean
            over the layer (Sokar et al., 2023, arXiv:2302.12902);
            `"utility"`: in each epoch a few of the least useful ones, as in
            continual backpropagation (Dohare et al., 2024, Nature 632); or a
            function of a `keras_activations.recycling.Units` that
            returns a boolean array of shape `(units,)`.
        every: After every `every`-th epoch.
        until: Not after this epoch or later ones; `None`: always.
        tau: See `"dormant"`.
        rate: For `"utility"`, the share of the units that is replaced per
            step.
        maturity: For `"utility"`, for how many steps a unit is left alone
            after it was recycled.
        max_share: Of the units that still do something, at most this share of
            a layer is recycled at a time, those with the smallest E|a|.
        moments: What an optimizer that divides by the size of the gradients,
            such as Adam, remembers of the incoming weights: `"median"`, that of
            the other units; `"zero"`; or `"keep"` for leaving all of its state
            as it is.
        probe: Samples as in `model.predict`; `None`: some of the training.
        seed: Makes the new weights the same each time; `None`: a random one.
            They depend on nothing else but the number of updates, so that a
            training that is resumed goes on in the same way.

    Raises:
        TypeError: `monitor` is not an `ActivationMonitor`, or a number is not
            one.
        ValueError: An argument is out of its range; or, when training begins,
            the monitor does not watch the same `fit`, or comes later in the
            list.

    Example:

    >>> model = keras.Sequential(
    ...     [
    ...         keras.layers.Dense(8, "relu", bias_initializer="zeros"),
    ...         keras.layers.Dense(1),
    ...     ]
    ... )
    >>> model.build((None, 2))
    >>> _ = model.layers[0].bias.assign([-9.0] * 4 + [9.0] * 4)
    >>> model.compile("sgd", "mse")
    >>> monitor = ActivationMonitor(alerts=False)
    >>> recycler = RecycleUnits(monitor, seed=0)
    >>> x, y = np.ones((4, 2)), np.ones(4)
    >>> history = model.fit(x, y, verbose=0, callbacks=[monitor, recycler])
    >>> (row,) = recycler.history
    >>> row["recycled"], row["of"], row["output_change"]
    (4, 8, 0.0)
    """

    def __init__(
        self,
        monitor: ActivationMonitor,
        rule: str | Callable[[Units], np.ndarray] = "dead",
        *,
        every: int = 1,
        until: int | None = None,
        tau: float = 0.025,
        rate: float = 1e-4,
        maturity: int = 100,
        max_share: float = 0.5,
        moments: str = "median",
        probe: Any = None,
        seed: int | None = None,
    ) -> None:
        super().__init__()
        if not isinstance(monitor, ActivationMonitor):
            raise TypeError(
                "`monitor` must be the ActivationMonitor of the same fit. "
                f"Received: {monitor!r} of type {type(monitor).__name__}"
            )
        if not callable(rule) and rule not in _RULES:
            raise ValueError(
                f"`rule` must be one of {', '.join(map(repr, _RULES))}, or a "
                f"function. Received: rule={rule!r}"
            )
        if moments not in MOMENTS:
            raise ValueError(
                f"`moments` must be one of {', '.join(map(repr, MOMENTS))}. "
                f"Received: moments={moments!r}"
            )
        self.every = checked_integer("every", every, minimum=1)
        self.until = (
            None
            if until is None
            else checked_integer("until", until, minimum=0)
        )
        self.maturity = checked_integer("maturity", maturity, minimum=0)
        self.tau = checked_share("tau", tau)
        self.rate = checked_share("rate", rate)
        self.max_share = checked_share("max_share", max_share)
        self.monitor = monitor
        self.rule = rule
        self.moments = moments
        self.probe = probe
        self.seed = (
            int(np.random.default_rng().integers(2**31))
            if seed is None
            else checked_integer("seed", seed, minimum=0)
        )
        self.history: list[Row] = []
        self.left_alone: dict[str, str] = {}
        rules: dict[Any, Rule] = {
            "dead": dead,
            "dormant": Dormant(self.tau),
            "utility": LeastUseful(self.rate, self.maturity),
        }
        self._chooses = rule if callable(rule) else rules[rule]
        self._routes: Routes | None = None
        self._shapes: Any = None  # of the probe batch for which they are
        self._failed = False  # to find them in this fit
        # By layer, the step at which each unit began.
        self._began: dict[str, np.ndarray] = {}
        self._told: set[str] = set()
        self._epoch_start = 0

    def on_train_begin(self, logs: Any = None) -> None:
        """Makes sure that the monitor watches the same fit."""
        if not self.monitor.takes_part(self.params):
            where = (
                "comes later in `callbacks`: put it before RecycleUnits"
                if self.monitor.params is self.params
                else "is not one of the `callbacks`"
            )
            raise ValueError(
                "RecycleUnits needs its ActivationMonitor in the same fit, "
                f"before it. Received: a monitor that {where}."
            )
        self._routes, self._failed = None, False

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        """Notes at which step the epoch begins."""
        self._epoch_start = self.monitor.position[1]
        if self.probe is None:
            # Anew, so that a training that is resumed has the same samples.
            self.monitor.keep_probe()

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Recycles units if it is the turn of the epoch."""
        number, step = self.monitor.position
        if (number + 1) % self.every or (
            self.until is not None and number >= self.until
        ):
            return
        rows = [row for row in self.monitor.history if row["epoch"] == number]
        found = self._find_routes() if rows else None
        if found is not None:
            routes, probe = found
            run = partial(routes.run, probe)
            followed = (routes.found.get(row["layer"]) for row in rows)
            self._recycle_all(filter(None, followed), run, number, step)
        self._tell()

    def _recycle_all(
        self,
        found: Iterable[Route],
        run: Callable[[], tuple[list[np.ndarray], Seen]],
        epoch: int,
        step: int,
    ) -> None:
        now: tuple[list[np.ndarray], Seen] | None = None
        for route in found:
            units = self._units(route, epoch, step)
            wanted = self._wanted(units)
            if not wanted.any():
                continue
            # In most epochs no unit is wanted, and no forward pass needed.
            outputs, seen = now = now or run()
            # A dead unit that fires again is none.
            share = 0.0 if self.rule == "dead" else self.max_share
            most = int(share * route.units)
            chosen = limited(wanted, seen.silent(route), units.size, most)
            if chosen.any() and self._recycle(route, chosen, seen):
                now = run()
                change = _largest_change(outputs, now[0])
                self._began[route.name][chosen] = step
                self._note(route, chosen, epoch, change)

    def _find_routes(self) -> tuple[Routes, Any] | None:
        """The routes through the model, and the probe batch of the epoch."""
        if self._failed:
            return None
        try:
            probe = self.monitor.probe() if self.probe is None else self.probe
            shapes = keras.tree.map_structure(np.shape, probe)
            if self._routes is None or shapes != self._shapes:
                routes = Routes(self.model, self.monitor.layers, probe)
                self._routes, self._shapes = routes, shapes
        except Exception as error:
            # Training goes on, whatever the model is like.
            self._failed = True
            self._leave(
                self.model.name,
                f"no forward pass of it can be followed: {error}. Give samples "
                "as `probe`",
            )
            return None
        for name, reason in self._routes.left_alone.items():
            self._leave(name, reason)
        return self._routes, probe

    def _recycle(self, route: Route, chosen: np.ndarray, seen: Seen) -> bool:
        """Gives the units new weights; whether that was possible."""
        try:
            changes = recycled(
                route,
                chosen,
                seen,
                self.model.optimizer,
                drawing(self.seed, iterations(self.model), route.name),
                self.moments,
            )
        except LeftAloneError as error:
            self._leave(route.name, error.reason)
            return False
        changes.assign()
        return True

    def _note(
        self, route: Route, chosen: np.ndarray, epoch: int, change: float
    ) -> None:
        self.history.append(
            {
                "epoch": epoch,
                "layer": route.name,
                "units": np.flatnonzero(chosen).tolist(),
                "recycled": int(chosen.sum()),
                "of": route.units,
                "output_change": change,
            }
        )
        self.monitor.note_recycled(route.name, chosen)

    def _units(self, route: Route, epoch: int, step: int) -> Units:
        """What a rule is told about the units of a layer."""
        known = self.monitor.units(route.name)
        began = self._began.setdefault(
            route.name, np.zeros(route.units, "int64")
        )
        return Units(
            layer=route.name,
            epoch=epoch,
            dead=np.isin(known["state"], ("dead", "born_dead")),
            firing_rate=known["firing_rate"],
            mean=known["mean"],
            size=known["size"],
            read_outgoing=partial(_outgoing, route),
            age=step - began,
            steps=step - self._epoch_start,
        )

    def _wanted(self, units: Units) -> np.ndarray:
        """The units that the rule names."""
        wanted = np.asarray(self._chooses(units))
        if wanted.shape != units.size.shape or wanted.dtype != bool:
            raise ValueError(
                "`rule` must return a boolean array of shape "
                f"({len(units.size)},) for the layer {units.layer!r}. "
                f"Received: dtype {wanted.dtype}, shape {wanted.shape}"
            )
        return wanted

    def _leave(self, name: str, reason: str) -> None:
        self.left_alone.setdefault(name, reason)

    def _tell(self) -> None:
        """Names what is left alone, once."""
        new = [name for name in self.left_alone if name not in self._told]
        self._told.update(new)
        if new:
            named = [f"{name} ({self.left_alone[name]})" for name in new]
            warnings.warn(
                f"RecycleUnits leaves alone: {'; '.join(named)}.", stacklevel=2
            )

    def on_train_end(self, logs: Any = None) -> None:
        """Says how many units were recycled."""
        if not (self.params or {}).get("verbose"):
            return
        totals: dict[str, int] = {}
        for row in self.history:
            layer = row["layer"]
            totals[layer] = totals.get(layer, 0) + row["recycled"]
        counts = [f"{layer} {number}" for layer, number in totals.items()]
        told = ", ".join(counts) or "none"
        sys.stdout.write(f"Units recycled by RecycleUnits: {told}\n")


def _outgoing(route: Route) -> np.ndarray:
    """The sum of the absolute values of the outgoing weights of each unit."""
    total = np.zeros(route.units)
    for readers, part in route.outgoing:
        units = readers[0].units
        own = units >= 0
        sizes = np.abs(value(part.variable).reshape(-1)[part.entries]).sum(1)
        np.add.at(total, units[own], sizes[own])
    return total


def _largest_change(before: list[np.ndarray], after: list[np.ndarray]) -> float:
    changes = [
        np.abs(new.astype("float64") - old).max(initial=0.0)
        for old, new in zip(before, after, strict=True)
    ]
    return float(max(changes, default=0.0))
