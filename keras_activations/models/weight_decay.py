"""Keep the learned parameters of activations out of weight decay."""

import keras

from keras_activations import compat


def exclude_activation_parameters(
    optimizer: keras.optimizers.Optimizer,
) -> keras.optimizers.Optimizer:
    """Keep the learned parameters of activations out of weight decay.

    Decay pulls a slope towards 0, and so a PReLU towards a ReLU; the paper
    uses none. This excludes the weights named `alpha` (including those of
    `keras.layers.PReLU`), `alpha_p` and `alpha_n`, but not `beta` and `gamma`:
    the weights of a normalization have these names too. Weights that were
    excluded before stay excluded. Keras does not save this: call the function
    again for the optimizer that a loaded or swapped model is compiled with.

    Args:
        optimizer: An optimizer that has not been built yet.

    Returns:
        The same optimizer.

    Raises:
        TypeError: if `optimizer` is not a Keras optimizer.
        ValueError: if `optimizer` is built already.

    Example:

    >>> optimizer = keras.optimizers.AdamW(weight_decay=0.01)
    >>> optimizer = ka.models.exclude_activation_parameters(optimizer)

    Reference:

    - [He et al., 2015](https://arxiv.org/abs/1502.01852)
    """
    if not isinstance(optimizer, keras.optimizers.Optimizer):
        raise TypeError(
            "`optimizer` must be a Keras optimizer. "
            f"Received: optimizer={optimizer!r}"
        )
    decaying = optimizer
    while isinstance(decaying, keras.optimizers.LossScaleOptimizer):
        decaying = decaying.inner_optimizer
    if decaying.built:
        raise ValueError(
            "`optimizer` must not be built yet: what decays is settled then. "
            f"Received: optimizer={optimizer!r}"
        )
    variables, pattern = compat.excluded_from_weight_decay(decaying)
    # Keras gives the name as "alpha", TensorFlow as "p_re_lu/alpha:0".
    names = [r"(^|/)alpha(_[pn])?(:\d+)?$"] + (
        [pattern.pattern] if pattern else []
    )
    # Keras forgets what was excluded before.
    decaying.exclude_from_weight_decay(var_names=names)
    compat.excluded_from_weight_decay(decaying)[0].update(variables)
    return optimizer
