"""Steps 1 to 4 of training: the train step, to be read and overridden."""

import warnings
from typing import TYPE_CHECKING, Any

import keras
import tensorflow as tf

# It uses what every Keras model has, but must not be a model itself: Keras
# decides by the base classes what kind of model a subclass is.
if TYPE_CHECKING:
    from keras import Model
else:
    Model = object


class MiniBatchSGD(Model):
    """Mixin that gives a Keras model an explicit training step.

    Mini-batch stochastic gradient descent is four steps, repeated:

    1. sample a mini-batch,
    2. forward: compute the loss of the model on it,
    3. backpropagate: the gradient of the loss for each parameter,
    4. update each parameter by its gradient.

    Each is a method that can be overridden by itself: `sample`, `forward`,
    `backpropagate` and `update`. As they stand, `fit` gives exactly the
    weights that it gives for a standard model.

    Example:

    >>> class Classifier(MiniBatchSGD, keras.Sequential):
    ...     pass
    >>> model = Classifier([keras.Input((3,)), keras.layers.Dense(1)])
    >>> model.compile(ExplicitSGD(0.1), loss="mse")
    >>> x, y = np.ones((4, 3)), np.zeros((4, 1))
    >>> history = model.fit(MiniBatches(x, y, seed=0), shuffle=False, verbose=0)
    """

    def train_step(self, data: Any) -> dict[str, tf.Tensor]:
        """Train on one mini-batch; return the metrics."""
        # 1. Sample a mini-batch.
        x, y, sample_weight = self.sample(data)

        # 2. Forward: from the mini-batch to the loss.
        with tf.GradientTape() as tape:
            y_pred, loss = self.forward(x, y, sample_weight)
            # Tiny float16 gradients become 0 unless the loss is scaled up;
            # the optimizer scales the gradients down again.
            scaled_loss = self.optimizer.scale_loss(loss)

        # 3. Backpropagate: from the loss to each parameter.
        gradients = self.backpropagate(tape, scaled_loss)

        # 4. Update each parameter by its gradient.
        self.update(gradients)

        self._track(loss, x)
        return self.compute_metrics(x, y, y_pred, sample_weight=sample_weight)

    def sample(self, data: Any) -> tuple[Any, Any, Any]:
        """Step 1: what `fit` delivers, as `(x, y, sample_weight)`.

        `MiniBatches` has drawn it; override to change it on the device.
        """
        return keras.utils.unpack_x_y_sample_weight(data)

    def forward(self, x: Any, y: Any, sample_weight: Any) -> tuple[Any, Any]:
        """Step 2: the prediction and the scalar loss."""
        y_pred = self(x, training=True)
        loss = self.compute_loss(
            x=x, y=y, y_pred=y_pred, sample_weight=sample_weight, training=True
        )
        return y_pred, loss

    def backpropagate(self, tape: tf.GradientTape, loss: tf.Tensor) -> list:
        """Step 3: the gradient of the loss for each trainable weight."""
        return tape.gradient(loss, self.trainable_weights)

    def update(self, gradients: list) -> None:
        """Step 4: the optimizer changes each weight by its gradient."""
        if not gradients:
            warnings.warn(
                "The model does not have any trainable weights.", stacklevel=2
            )
            return
        # Between replicas only this call sums the gradients, and only it
        # clips, decays, averages and constrains.
        self.optimizer.apply_gradients(
            zip(gradients, self.trainable_weights, strict=True)
        )

    def _track(self, loss: tf.Tensor, x: Any) -> None:
        """Let `fit` report the mean loss per sample."""
        replicas = tf.distribute.get_strategy().num_replicas_in_sync
        batch = next(leaf for leaf in keras.tree.flatten(x) if leaf is not None)
        self._loss_tracker.update_state(
            loss * replicas, sample_weight=tf.shape(batch)[0]
        )
