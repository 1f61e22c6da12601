"""Steps 1 to 4 of training on TensorFlow."""

import warnings
from typing import Any

import keras
import tensorflow as tf

from keras_activations import compat
from keras_activations.replacing import replaced
from keras_activations.training.devices import refuse_unsupported_devices
from keras_activations.training.mini_batch_sgd.fitting import Fitting
from keras_activations.training.nonfinite_guard.tensorflow import NonfiniteGuard


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

    Set `model.stop_on_nonfinite = True` to stop when the loss or a weight is
    no longer finite: a warning names the step and the layer, the weights and
    all else that the step has written are as before it, `BackupAndRestore`
    keeps its backup of the last good epoch, and the history of `fit` has the
    number of the step as `"stopped_on_nonfinite"`. The Python code of the step
    then runs twice each time it is traced.

    Example:

    >>> class Classifier(MiniBatchSGD, keras.Sequential):
    ...     pass
    >>> model = Classifier([keras.Input((3,)), keras.layers.Dense(1)])
    >>> model.compile(ExplicitSGD(0.1), loss="mse")
    >>> batches = MiniBatches(np.ones((4, 3)), np.zeros((4, 1)), seed=0)
    >>> history = model.fit(batches, verbose=0)
    """

    def train_step(self, data: Any) -> dict[str, tf.Tensor]:
        """Train on one mini-batch; return the metrics."""
        # 1. Sample a mini-batch.
        x, y, sample_weight = self.sample(data)

        # 2. Forward: from the mini-batch to the loss.
        with tf.GradientTape() as tape:
            y_pred, loss = self.forward(x, y, sample_weight)
            # In float16 a small gradient would become 0, so the loss is scaled
            # up; the optimizer scales the gradients down again.
            scaled_loss = self.optimizer.scale_loss(loss)

        # 3. Backpropagate: from the loss to each parameter.
        gradients = self.backpropagate(tape, scaled_loss)

        # 4. Update each parameter by its gradient.
        self.update(gradients)

        self._track(loss, x)
        return self.compute_metrics(x, y, y_pred, sample_weight=sample_weight)

    def sample(self, data: Any) -> tuple[Any, Any, Any]:
        """Step 1: what `fit` delivers, as `(x, y, sample_weight)`.

        `MiniBatches` has drawn it. Override to change it on the device, here
        with noise on the inputs:

        >>> class NoisyInputs(SGDSequential):
        ...     def sample(self, data):
        ...         x, y, sample_weight = super().sample(data)
        ...         return x + 0.1 * tf.random.normal(tf.shape(x)), y, None
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
        ...         return y_pred, loss + tf.reduce_mean((moved - y_pred) ** 2)
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

    def backpropagate(self, tape: tf.GradientTape, loss: tf.Tensor) -> list:
        """Step 3: the gradient of the loss for each of `trainable_weights`.

        A gradient is a tensor, `tf.IndexedSlices` for an embedding, or `None`
        for a weight on which the loss does not depend.

        Override for gradient surgery or noise. `loss` is scaled up in
        `mixed_float16`, and added terms must be too:

        >>> class GradientNoise(SGDSequential):
        ...     def backpropagate(self, tape, loss):
        ...         return [
        ...             gradient
        ...             if gradient is None
        ...             else tf.convert_to_tensor(gradient)
        ...             + self.optimizer.scale_loss(
        ...                 tf.random.normal(gradient.shape, stddev=0.01)
        ...             )
        ...             for gradient in super().backpropagate(tape, loss)
        ...         ]
        """
        return tape.gradient(loss, self.trainable_weights)

    def update(self, gradients: list) -> None:
        """Step 4: the optimizer changes each weight by its gradient.

        Override for a learning rate per layer. `tf.math.scalar_mul` also
        multiplies the `tf.IndexedSlices` of an embedding:

        >>> class SlowFirstLayer(SGDSequential):
        ...     def update(self, gradients):
        ...         slow = {id(w) for w in self.layers[0].trainable_weights}
        ...         super().update(
        ...             [
        ...                 tf.math.scalar_mul(0.1, gradient)
        ...                 if id(weight) in slow and gradient is not None
        ...                 else gradient
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
        # Only this call sums the gradients over the replicas, and only it
        # clips, decays, averages and constrains.
        self.optimizer.apply_gradients(
            zip(gradients, self.trainable_weights, strict=True)
        )

    def _track(self, loss: tf.Tensor, x: Any) -> None:
        """Let `fit` report the mean loss per sample."""
        # Keras has divided the loss by the number of replicas, so that their
        # gradients sum up to the gradient of the mean.
        replicas = tf.distribute.get_strategy().num_replicas_in_sync
        if replicas > 1:
            loss = loss * replicas
        batch = next(leaf for leaf in keras.tree.flatten(x) if leaf is not None)
        compat.loss_tracker(self).update_state(
            loss, sample_weight=tf.shape(batch)[0]
        )

    def _check_devices(self) -> None:
        refuse_unsupported_devices(self.distribute_strategy)

    def make_train_function(self, force: bool = False) -> Any:
        """Make the function that `fit` calls for each execution."""
        self._check_devices()
        if self.train_function is not None and not force:
            return self.train_function
        if not self.stop_on_nonfinite:
            return super().make_train_function(force)
        guard = NonfiniteGuard(self)
        with replaced(self, train_step=guard.step):
            super().make_train_function(force=True)
        execute = self.train_function

        def execute_and_check(iterator: Any) -> Any:
            logs = execute(iterator)
            guard.check()
            return logs

        self.train_function = execute_and_check
        return self.train_function
