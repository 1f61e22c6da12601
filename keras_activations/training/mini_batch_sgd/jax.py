"""Steps 1 to 4 of training on JAX."""

import warnings
from collections.abc import Callable
from typing import Any

import jax
import keras

from keras_activations import compat
from keras_activations.training.mini_batch_sgd.fitting import Fitting
from keras_activations.training.nonfinite_guard.jax import NonfiniteGuard

Array = Any
# The values of the variables of a model, in four lists: the weights, what else
# a step changes in the layers, the variables of the optimizer and those of the
# metrics.
State = tuple[list[Array], list[Array], list[Array], list[Array]]


class MiniBatchSGD(Fitting):
    """Mixin that gives a Keras model an explicit training step.

    Mini-batch stochastic gradient descent is four steps, repeated:

    1. sample a mini-batch,
    2. forward: compute the loss of the model on it,
    3. backpropagate: the gradient of the loss for each parameter,
    4. update each parameter by its gradient.

    Each is a method that can be overridden separately: `sample`, `forward`,
    `backpropagate` and `update`. Without overrides, `fit` gives exactly the
    same weights as for a standard model.

    JAX compiles functions without side effects. So a step takes the values of
    all variables and returns the new ones. In `sample`, `forward` and `update`
    the variables have these values: an override uses layers and weights, and
    assigns to variables, as anywhere in Keras. It may only assign to variables
    that the model tracks, and its Python code runs once, when it is compiled.

    Set `model.stop_on_nonfinite = True` to stop when the loss or a weight is
    no longer finite: a warning names the step and the layer, the weights and
    all else that the step has changed are as before it, `BackupAndRestore`
    keeps its backup of the last good epoch, and the history of `fit` has the
    number of the step as `"stopped_on_nonfinite"`. Training then waits for the
    end of each step.

    Example:

    >>> class Classifier(MiniBatchSGD, keras.Sequential):
    ...     pass
    >>> model = Classifier([keras.Input((3,)), keras.layers.Dense(1)])
    >>> model.compile(ExplicitSGD(0.1), loss="mse")
    >>> batches = MiniBatches(np.ones((4, 3)), np.zeros((4, 1)), seed=0)
    >>> history = model.fit(batches, verbose=0)
    """

    def train_step(
        self, state: State, data: Any
    ) -> tuple[dict[str, Array], State]:
        """Train on one mini-batch; return the metrics and the new state."""
        # 1. Sample a mini-batch.
        (x, y, sample_weight), state = self._with(state, self.sample, data)

        # 2. Forward: from the mini-batch to the loss. JAX differentiates a
        # function of the weights; what else it computes comes along.
        def forward(weights: list[Array]) -> tuple[Array, Any]:
            def scaled_loss() -> tuple[Array, Any]:
                y_pred, loss = self.forward(x, y, sample_weight)
                # In float16 a small gradient would become 0, so the loss is
                # scaled up; the optimizer scales the gradients down again.
                return self.optimizer.scale_loss(loss), (y_pred, loss)

            before = (weights, *state[1:])
            (scaled, outcome), after = self._with(before, scaled_loss)
            return scaled, (outcome, after[1:])

        # 3. Backpropagate: from the loss to each parameter.
        weights = state[0]
        gradients, outcome = self.backpropagate(forward, weights)
        (y_pred, loss), rest = outcome

        # 4. Update each parameter by its gradient.
        _, state = self._with((weights, *rest), self.update, gradients)

        return self._with(
            state, self._report, loss, x, y, y_pred, sample_weight
        )

    def sample(self, data: Any) -> tuple[Any, Any, Any]:
        """Step 1: what `fit` delivers, as `(x, y, sample_weight)`.

        `MiniBatches` has drawn it. Override to change it on the device, here
        with noise on the inputs:

        >>> class NoisyInputs(SGDSequential):
        ...     def __init__(self, layers):
        ...         super().__init__(layers)
        ...         self.seed = keras.random.SeedGenerator(0)
        ...     def sample(self, data):
        ...         x, y, sample_weight = super().sample(data)
        ...         noise = keras.random.normal(x.shape, seed=self.seed)
        ...         return x + 0.1 * noise, y, sample_weight
        """
        return keras.utils.unpack_x_y_sample_weight(data)

    def forward(self, x: Any, y: Any, sample_weight: Any) -> tuple[Any, Any]:
        """Step 2: the prediction and the scalar loss.

        Override to add a term to the loss, here one that keeps the prediction
        from changing when the inputs change a little:

        >>> class Smooth(SGDSequential):
        ...     def forward(self, x, y, sample_weight):
        ...         y_pred, loss = super().forward(x, y, sample_weight)
        ...         moved = self(x + 0.01, training=True)
        ...         change = keras.ops.mean((moved - y_pred) ** 2)
        ...         return y_pred, loss + change
        """
        y_pred = self(x, training=True)
        loss = compat.compute_loss(
            self,
            x=x,
            y=y,
            y_pred=y_pred,
            sample_weight=sample_weight,
            training=True,
        )
        return y_pred, loss

    def backpropagate(
        self,
        forward: Callable[[list[Array]], tuple[Array, Any]],
        weights: list[Array],
    ) -> tuple[list[Array], Any]:
        """Step 3: the gradient of the loss for each of `trainable_weights`.

        Args:
            forward: Step 2 as a function of the weights: it returns the loss,
                scaled up in `mixed_float16`, and what else it has computed.
            weights: The values of `trainable_weights`.

        Returns:
            The gradients, and what else `forward` has computed.

        Override for gradient surgery, or to take the gradient elsewhere, here
        a step up the slope (sharpness-aware minimization):

        >>> class SharpnessAware(SGDSequential):
        ...     def backpropagate(self, forward, weights):
        ...         slopes, _ = super().backpropagate(forward, weights)
        ...         norm = keras.ops.sqrt(sum((s**2).sum() for s in slopes))
        ...         higher = [
        ...             weight + 0.05 * slope / norm
        ...             for weight, slope in zip(weights, slopes)
        ...         ]
        ...         return super().backpropagate(forward, higher)
        """
        (_, outcome), gradients = jax.value_and_grad(forward, has_aux=True)(
            weights
        )
        return gradients, outcome

    def update(self, gradients: list[Array]) -> None:
        """Step 4: the optimizer changes each weight by its gradient.

        Override for a learning rate per layer:

        >>> class SlowFirstLayer(SGDSequential):
        ...     def update(self, gradients):
        ...         slow = {id(w) for w in self.layers[0].trainable_weights}
        ...         super().update(
        ...             [
        ...                 0.1 * gradient if id(weight) in slow else gradient
        ...                 for gradient, weight in zip(
        ...                     gradients, self.trainable_weights
        ...                 )
        ...             ]
        ...         )
        """
        if not gradients:
            warnings.warn(
                "The model does not have any trainable weights.", stacklevel=2
            )
            return
        # It also unscales, clips, decays, averages and constrains.
        weights, variables = self.optimizer.stateless_apply(
            [variable.value for variable in self.optimizer.variables],
            gradients,
            [weight.value for weight in self.trainable_weights],
        )
        for owned, values in (
            (self.trainable_weights, weights),
            (self.optimizer.variables, variables),
        ):
            for variable, value in zip(owned, values, strict=True):
                variable.assign(value)

    def _report(
        self, loss: Array, x: Any, y: Any, y_pred: Any, sample_weight: Any
    ) -> dict[str, Array]:
        """What `fit` reports: the mean loss per sample, and the metrics."""
        self._track(loss, x)
        return self.compute_metrics(x, y, y_pred, sample_weight=sample_weight)

    def _track(self, loss: Array, x: Any) -> None:
        batch = next(leaf for leaf in keras.tree.flatten(x) if leaf is not None)
        compat.loss_tracker(self).update_state(
            loss, sample_weight=batch.shape[0]
        )

    def _with(
        self, state: State, function: Callable[..., Any], *arguments: Any
    ) -> tuple[Any, State]:
        """Call a function while the variables have the values of a state.

        Returns:
            What it returns, and the values of the variables after it.
        """
        variables = (
            self.trainable_variables,
            self.non_trainable_variables,
            self.optimizer.variables,
            self.metrics_variables,
        )
        values = [
            pair
            for group, given in zip(variables, state, strict=True)
            for pair in zip(group, given, strict=True)
        ]
        with keras.StatelessScope(values, collect_losses=True) as scope:
            result = function(*arguments)
        weights, others, of_optimizer, of_metrics = (
            [scope.get_current_value(variable) for variable in group]
            for group in variables
        )
        return result, (weights, others, of_optimizer, of_metrics)

    def make_train_function(self, force: bool = False) -> Any:
        """Make the function that `fit` calls for each execution."""
        if self.train_function is not None and not force:
            return
        if not self.stop_on_nonfinite:
            super().make_train_function(force)
            return
        self.train_function = NonfiniteGuard(self).execute
