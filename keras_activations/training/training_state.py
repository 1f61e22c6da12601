"""What a training step may change."""

import keras


def training_state(model: keras.Model) -> list[keras.Variable]:
    """Each variable of a compiled model, its metrics and its optimizer once.

    The optimizer is built if it is not yet: its variables must be there
    before the first step.
    """
    optimizer = model.optimizer
    if not optimizer.built:
        optimizer.build(model.trainable_variables)
    variables = (
        *model.variables,
        *model.metrics_variables,
        *optimizer.variables,
    )
    return list({id(variable): variable for variable in variables}.values())
