"""Variables outside the model to which the steps of a window are added."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import tensorflow as tf

Tensor = Any
Key = Any  # hashable


class Totals:
    """One variable for each layout, made by the first trace of it.

    Args:
        model: The model, whose strategy decides where a variable is placed.
    """

    def __init__(self, model: Any) -> None:
        self._model = model
        self._variables: dict[Key, tf.Variable] = {}

    def of(self, key: Key, shape: Any, dtype: Any = "float64") -> tf.Variable:
        """The variable of a layout.

        Sums are in float64: over many steps, counts of a convolution pass
        2^24, where float32 stops counting.
        """
        if key not in self._variables:

            def create(_: Any = None) -> None:
                with tf.init_scope():
                    self._variables[key] = tf.Variable(
                        tf.zeros(shape, dtype),
                        trainable=False,
                        synchronization=tf.VariableSynchronization.ON_READ,
                        aggregation=(tf.VariableAggregation.ONLY_FIRST_REPLICA),
                        # It is initialized already. If it were lifted too, the
                        # step would be traced a second time.
                        experimental_enable_variable_lifting=False,
                    )

            replica = tf.distribute.get_replica_context()
            if replica is None or replica.num_replicas_in_sync == 1:
                create()
            else:
                replica.merge_call(create)
        return self._variables[key]

    def read(self) -> Iterator[tuple[Key, np.ndarray]]:
        """What the first replica holds."""
        for key, variable in self._variables.items():
            yield key, self._components(variable)[0].numpy()

    def take(self) -> Iterator[tuple[Key, np.ndarray]]:
        """What was added since the last time; all start again at 0."""
        found = list(self.read())
        self.clear()
        yield from found

    def clear(self) -> None:
        """Sets all to 0."""
        for variable in self._variables.values():
            for component in self._components(variable):
                component.assign(tf.zeros_like(component))

    def _components(self, variable: tf.Variable) -> Any:
        strategy = self._model.distribute_strategy
        return strategy.experimental_local_results(variable)


def when(
    condition: Tensor, add: Callable[[], None], totals: Sequence[tf.Variable]
) -> None:
    """Adds something to totals in the steps for which a condition holds.

    Args:
        condition: A boolean.
        add: Assigns to the totals.
        totals: All to which it does.
    """

    def added() -> Tensor:
        add()
        return tf.constant(True)

    tf.cond(condition, added, lambda: tf.constant(False))
