"""What the host reads of the variables of a model between its steps."""

from keras_activations.backends import module_of

_here = module_of(__name__)
is_first_process = _here.is_first_process
number = _here.number
part_of_matrix = _here.part_of_matrix
value = _here.value
up_to_date = _here.up_to_date
