"""The validation data of a run, as `fit` reads them fastest."""

from keras_activations.backends import module_of

fit_arguments = module_of(__name__).fit_arguments
