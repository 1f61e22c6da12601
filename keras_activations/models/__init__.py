"""Change the activations of a model that is built already."""

from keras_activations.models.anatomy import all_layers
from keras_activations.models.building import build_activations
from keras_activations.models.initial_scale import initial_scale
from keras_activations.models.initialization import reinitialize
from keras_activations.models.surgery import swap_activations
from keras_activations.models.weight_decay import exclude_activation_parameters

__all__ = [
    "all_layers",
    "build_activations",
    "exclude_activation_parameters",
    "initial_scale",
    "reinitialize",
    "swap_activations",
]
