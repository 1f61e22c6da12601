"""From which weights the units of each activation come, where they lead."""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from keras_activations.instrumentation.notes import Notes
from keras_activations.instrumentation.sites import Sites
from keras_activations.recycling.following import Follower, Reader, Route
from keras_activations.recycling.graph import Graph, Node
from keras_activations.recycling.left_alone import LeftAloneError
from keras_activations.recycling.passes import ForwardPass

Tensor = Any


class Routes:
    """The routes of a model, and what its activations are on probe batches.

    Args:
        model: The model.
        layers: The selection of the monitor.
        probe: Samples of what the model is given, in its structure, or others
            of the same shapes.

    Attributes:
        found: By the name of a row, its route.
        left_alone: By the name of a row, why it has none.
    """

    def __init__(self, model: Any, layers: Any, probe: Any) -> None:
        self.found: dict[str, Route] = {}
        self.left_alone: dict[str, str] = {}
        self._model = model
        self._layers = layers
        self._readers: list[Reader] = []
        with warnings.catch_warnings():
            # The monitor has said what it does not watch.
            warnings.simplefilter("ignore")
            self._pass = ForwardPass(model, probe, self._follow)

    def _follow(
        self, graph: Graph, notes: Notes, outputs: Sequence[Tensor]
    ) -> list[tuple[Node, int]]:
        follower = Follower(self._model, graph, notes, outputs)
        for site, calls in Sites(self._model, self._layers).of_step(notes):
            try:
                self.found[site.name] = follower.route(site, calls)
            except LeftAloneError as error:
                self.left_alone[site.name] = error.reason
        self._readers = [
            reader for route in self.found.values() for reader in route.readers
        ]
        return [(reader.node, reader.axis) for reader in self._readers]

    def run(self, probe: Any) -> tuple[list[np.ndarray], "Seen"]:
        """The outputs of the model for a probe batch, and what it shows."""
        outputs, read = self._pass.run(probe)
        readers = map(id, self._readers)
        return outputs, Seen(dict(zip(readers, read, strict=True)))


class Seen:
    """What readers are given on a probe batch.

    Args:
        of: By the id of a reader, the lowest, the highest and the mean value
            of each channel, shape `(3, channels)`.
    """

    def __init__(self, of: Mapping[int, np.ndarray]) -> None:
        self._of = of

    def silent(self, route: Route) -> np.ndarray:
        """Which units are constant for all readers, shape `(units,)`."""
        silent = np.ones(route.units, bool)
        for reader in route.readers:
            lowest, highest, _ = self._of[id(reader)]
            changing = reader.units[~(lowest == highest)]
            silent[changing[changing >= 0]] = False
        return silent

    def means(self, readers: Sequence[Reader]) -> np.ndarray:
        """The mean of each channel, shape `(channels,)`, exact if constant.

        Args:
            readers: The calls of one layer.
        """
        means = []
        for reader in readers:
            lowest, highest, mean = self._of[id(reader)]
            means.append(np.where(lowest == highest, lowest, mean))
        return np.mean(means, axis=0)
