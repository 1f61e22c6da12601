"""Which rows the activations of a step belong to, and what is left out.

A row is a *call site*: the layer in which an activation runs, and a number if
one layer runs several. All calls of a layer with weights are one row, since
its units are the same wherever it is called; an activation without weights has
separate units at each place.
"""

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

import keras

from keras_activations.backends import module_of
from keras_activations.instrumentation.known import kind_of_layer
from keras_activations.instrumentation.notes import Call, Invocation, Notes
from keras_activations.instrumentation.obstacles import BUILDING, FORMULA
from keras_activations.models.anatomy import moves, named_layers
from keras_activations.statistics import kinds
from keras_activations.statistics.kinds import JOINT, Kind

ops = module_of("keras_activations.statistics.operations")

Layer = Any
Key = tuple[Any, ...]
Selection = str | Layer | Callable[[Layer], bool]

CHANGES = "the size of its last axis changes"


@dataclass(eq=False)
class Site:
    """One row.

    Args:
        key: Identifies it from one trace to the next.
        name: What the row is called.
        layer: The layer in which the activation runs.
        activation: The activation layer or function.
        kind: What the statistics know about it.
        units: How many units it has.
        unit_axis: Their axis.
    """

    key: Key
    name: str
    layer: Layer
    activation: Any
    kind: Kind
    units: int
    unit_axis: int


class Sites:
    """The rows of a model, as far as its steps have shown them.

    Args:
        model: The model.
        layers: What to watch, see `ActivationMonitor`; `None`: every
            activation but the model's output and softmax.
    """

    def __init__(
        self,
        model: Any,
        layers: Sequence[Selection] | Selection | None = None,
    ) -> None:
        if layers is not None:
            several = isinstance(layers, list | tuple | set)
            layers = [*layers] if several else [layers]  # type: ignore[misc]
        check_selection(layers)
        self._model = model
        self._layers = layers
        self._sites: dict[Key, Site] = {}
        self._names: dict[str, Key] = {}
        self._checked = False
        self._seen_nothing = False
        # Whether a fit has begun, and no step of it was seen yet.
        self.begun = False
        # Called with name and activation of the rows of the first step.
        self.on_found: Callable[[list[tuple[str, str]]], None] | None = None
        # Why activations are not watched, by the names that they would have.
        self.not_watched: dict[str, str] = {}

    def __iter__(self) -> Iterator[Site]:
        """The sites that are watched, in the order of the first step."""
        return iter(
            site
            for site in self._sites.values()
            if site.name not in self.not_watched
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def kinds(self) -> dict[str, Kind]:
        """By name, the kind of each."""
        return {site.name: site.kind for site in self}

    def of_step(self, notes: Notes) -> list[tuple[Site, list[Call]]]:
        """The sites that a step has shown, with their calls.

        Raises:
            ValueError: If the step is the first one, and a selection matches
                nothing in it.
        """
        paths = Paths(self._model)
        chosen = self._chosen(notes, paths)
        lost: dict[Key, tuple[str, str]] = {}
        found: dict[Key, list[Call]] = {}
        for call in chosen:
            key = (*paths.key(call.invocation), call.number)
            if call.obstacle is not None:
                name = paths.name(_outermost(call))
                lost.setdefault(key, (name, call.obstacle))
                continue
            size = call.a.shape[call.unit_axis]
            if size is None:
                lost[key] = self._name(key, paths, call), CHANGES
                continue
            others = found.get(key)
            if others and _size(others[0]) != size:
                key = (*key, "units", size)
            found.setdefault(key, []).append(call)
        sites = []
        before = set(self.not_watched)
        for key, calls in found.items():
            partly = lost.pop(key, None)
            if partly and partly[1] != BUILDING:
                # Only a part was seen, such as the first step in time of a
                # recurrent layer.
                self.not_watched.setdefault(*partly)
                continue
            site = self._site(key, calls, paths)
            if site.kind.name != calls[0].kind.name:
                self._check_same(site, calls[0])
                self.not_watched[site.name] = "it is not always the same"
            if site.name in self.not_watched:
                continue
            if site.units != _size(calls[0]):
                self.not_watched[site.name] = CHANGES
                continue
            sites.append((site, calls))
        for name, reason in lost.values():
            if reason != BUILDING:
                self.not_watched.setdefault(name, reason)
        self.begun = False
        self._warn({*self.not_watched} - before)
        if not self._sites and not self.not_watched:
            self._say_nothing(notes)
        if self.on_found is not None:
            check, self.on_found = self.on_found, None
            check([(site.name, site.kind.name) for site in self])
        return sites

    def _check_same(self, site: Site, call: Call) -> None:
        """Refuses a model that was given other activations between fits."""
        if self.begun:
            raise ValueError(
                "The activations of the model have changed since this "
                "ActivationMonitor watched it. Use a new one. Received: "
                f"{(site.name, call.kind.name)}, not "
                f"{(site.name, site.kind.name)} as before."
            )

    def _warn(self, names: set[str]) -> None:
        """Names what is not watched, once."""
        named = [
            f"{name} ({reason})"
            for name, reason in self.not_watched.items()
            # Nobody misses the activations in the formula of an LSTM.
            if name in names and reason != FORMULA
        ]
        if named:
            warnings.warn(
                f"ActivationMonitor does not watch {', '.join(named)}.",
                stacklevel=2,
            )

    def _say_nothing(self, notes: Notes) -> None:
        """Says once that there is nothing to watch."""
        if self._seen_nothing or not notes.given:
            return
        self._seen_nothing = True
        warnings.warn(
            "ActivationMonitor has seen no activation to watch in the first "
            f"step of the model {self._model.name!r}: output layers, softmax "
            "and linear layers are left out unless `layers` names them.",
            stacklevel=2,
        )

    def _site(self, key: Key, calls: Sequence[Call], paths: "Paths") -> Site:
        if key not in self._sites:
            call = calls[0]
            self._sites[key] = Site(
                key,
                self._name(key, paths, call),
                call.invocation.layer,
                call.activation,
                call.kind,
                _size(call),
                call.unit_axis,
            )
        return self._sites[key]

    def _name(self, key: Key, paths: "Paths", call: Call) -> str:
        base = name = paths.name(call.invocation)
        number = 1
        while self._names.setdefault(name, key) != key:
            number += 1
            name = f"{base}:{number}"
        return name

    def _chosen(self, notes: Notes, paths: "Paths") -> list[Call]:
        """The calls to watch."""
        outputs = _outputs(self._model, notes)
        if self._layers is None:
            return [
                call
                for call in notes.calls
                if call.kind.name not in JOINT and id(call.a) not in outputs
            ]
        extra = self._plain_layers(notes, paths)
        chosen = []
        reasons: dict[int, str | None] = {}
        for call in (*extra, *notes.calls):
            for index, selection in enumerate(self._layers):
                if not self._selects(selection, call, paths, call in extra):
                    continue
                if call.obstacle is None:
                    reasons[index] = None
                elif reasons.setdefault(index, call.obstacle) is None:
                    # The output of an LSTM is watched, not its formula.
                    if not isinstance(selection, str) or call in extra:
                        continue
                    if selection == paths.name(_outermost(call)):
                        continue
                chosen.append(call)
                break
        if not self._checked and notes.given:
            self._checked = True
            self._refuse(reasons, notes, paths)
        return chosen

    def _selects(
        self, selection: Selection, call: Call, paths: "Paths", plain: bool
    ) -> bool:
        place = call.invocation
        if isinstance(selection, str):
            names = {paths.name(place), paths.name(_outermost(call))}
            if isinstance(call.activation, keras.Operation):
                names.add(call.activation.name)
            # A pattern selects only activations, a name whatever has it.
            joint = plain or call.kind.name in JOINT
            if selection in names:
                return True
            return not joint and any(
                fnmatchcase(name, selection) for name in names
            )
        if isinstance(selection, keras.layers.Layer):
            return selection in (place.layer, call.activation)
        return not plain and bool(selection(place.layer))

    def _plain_layers(self, notes: Notes, paths: "Paths") -> list[Call]:
        """Calls of selected layers that have no activation."""
        active = {id(call.invocation.layer) for call in notes.calls} | {
            id(call.activation) for call in notes.calls
        }
        found = []
        for invocation, _, output in notes.layer_outputs:
            layer = invocation.layer
            asked = any(
                selection is layer or selection == paths.name(invocation)
                for selection in self._layers or ()
                if isinstance(selection, str | keras.layers.Layer)
            )
            if (
                asked
                and id(layer) not in active
                and kind_of_layer(layer) is None
                and ops.is_floating(output)
                and (ops.rank(output) or 0) >= 2
            ):
                axis = notes.axes.of(layer, layer, output, output)
                found.append(
                    Call(
                        invocation,
                        0,
                        kinds.linear(),
                        layer,
                        output,
                        output,
                        invocation.mask,
                        axis,
                    )
                )
        return found

    def _refuse(
        self, reasons: dict[int, str | None], notes: Notes, paths: "Paths"
    ) -> None:
        """Refuses selections that match nothing that can be watched.

        Args:
            reasons: By the index of a selection that matches something, why
                none of the matches can be watched, or `None`.
            notes: What the step has shown.
            paths: The names of the layers.
        """
        names = dict.fromkeys(
            paths.name(call.invocation)
            for call in notes.calls
            if call.obstacle is None and call.kind.name not in JOINT
        )
        for index, selection in enumerate(self._layers or ()):
            if index not in reasons:
                problem = "matches none"
            elif reasons[index] in (None, BUILDING):
                continue
            else:
                problem = f"cannot be watched: it is {reasons[index]}"
            raise ValueError(
                "`layers` must match layers of the model. Received: "
                f"{selection!r}, which {problem}. There are: "
                f"{', '.join(names) or 'none'}."
            )


class Paths:
    """The names of the layers of a model.

    Args:
        model: The model.
    """

    def __init__(self, model: Any) -> None:
        self._model = model
        self._paths = {id(layer): path for path, layer in named_layers(model)}

    def name(self, invocation: Invocation) -> str:
        """The path of the layer that is called."""
        layer = invocation.layer
        if layer is None or layer is self._model:
            return self._model.name
        if id(layer) in self._paths:
            return self._paths[id(layer)]
        # Made again in each step, with a number that grows.
        own = re.sub(r"_\d+$", "", layer.name)
        parent = invocation.parent
        if parent is None or parent.layer in (None, self._model):
            return own
        return f"{self.name(parent)}/{own}"

    def key(self, invocation: Invocation | None) -> Key:
        """What identifies a call of a layer."""
        if invocation is None or invocation.layer is None:
            return ()
        layer = invocation.layer
        name = self.name(invocation)
        if isinstance(layer, keras.layers.Layer) and layer.weights:
            return (name,)
        number = invocation.number
        return (*self.key(invocation.parent), (name, number))


def check_selection(layers: Sequence[Selection] | None) -> None:
    """Refuses what cannot select a layer.

    Raises:
        TypeError: For a selection that is neither name, layer nor predicate.
        ValueError: If there is no selection.
    """
    if layers is None:
        return
    if not layers:
        raise ValueError(
            "`layers` must name at least one layer, or be `None` for all "
            f"activations. Received: layers={layers!r}"
        )
    for selection in layers:
        if not isinstance(selection, str | keras.layers.Layer) and not callable(
            selection
        ):
            raise TypeError(
                "`layers` must hold names, patterns, layers or predicates. "
                f"Received: {selection!r}"
            )


def _size(call: Call) -> int:
    return int(call.a.shape[call.unit_axis])


def _outermost(call: Call) -> Invocation:
    """The place of a call, or of the outermost RNN around an obstructed one."""
    found = invocation = call.invocation
    while invocation.parent is not None and call.obstacle is not None:
        if isinstance(invocation.layer, keras.layers.RNN):
            found = invocation
        invocation = invocation.parent
    return found


def _outputs(model: Any, notes: Notes) -> set[int]:
    """The ids of the tensors that are the model's output.

    This includes tensors that are only moved to become it, as by Reshape.
    """
    found = {
        id(tensor)
        for layer, tensors in notes.given
        if layer is model
        for tensor in tensors
    }
    for invocation, first, output in reversed(notes.layer_outputs):
        if id(output) not in found:
            continue
        if moves(invocation.layer):
            found.add(id(first))
        elif isinstance(invocation.layer, keras.layers.Wrapper):
            found |= {
                id(call.a)
                for call in notes.calls
                if call.invocation.parent is invocation
                and call.invocation.layer is invocation.layer.layer
            }
    return found
