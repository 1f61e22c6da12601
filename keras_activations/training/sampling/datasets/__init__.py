"""What `fit` reads mini-batches from."""

from keras_activations.backends import module_of

_datasets = module_of(__name__)

Dataset = _datasets.Dataset
# What has an order of its own, which Keras does not change.
Ordered = _datasets.Ordered
# Whether `fit` ends an epoch in which it was given no mini-batch.
EPOCHS_MAY_BE_EMPTY = _datasets.EPOCHS_MAY_BE_EMPTY
