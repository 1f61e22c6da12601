"""The limits of the rules, and why they are what they are.

They were chosen on the programs of `benchmarks.diagnosis` that are marked
"design", and tried on the others, see docs/diagnosis.md.
"""

# A training whose loss is above this share of the loss of the best constant
# predictor has learned nothing.
TROUBLE = 0.9
# Unless its last epoch took off this much, and it has had fewer epochs than
# LONG.
FALLING = 0.02
LONG = 10
# A loss above that of a constant, of which the last epoch took off this share,
# may still come below.
STILL_FALLING = 0.05
# Fewer steps cannot show that a training does not learn.
FEW_STEPS = 50
FEW_EPOCHS = 3
# As long as a training runs, this many epochs may pass without progress.
PATIENCE = 3

# With dropout or noise the loss in training may be that of a constant: from
# here on, the loss in validation shows that the network has learned.
VALIDATES = 0.7

# Predictions that differ by rounding alone.
SAME_OUTPUT = 1e-6

# At birth. The rms and the shift, |mean| over deviation, are those of the
# feature or column for which they are largest.
EQUAL_UNITS = 0.9
TARGET_RMS = 8.0
TINY_TARGET = 0.01
INPUT_RMS = 20.0
TINY_INPUT = 5e-3
INPUT_SHIFT = 5.0
# Wide layers that learn well may begin with half of their units dead.
BORN_DEAD = 0.6
BORN_SATURATED = 0.5
EXPLODING_STD = 10.0
# Of outputs, in rms of the targets, or in ones if these are smaller.
EXPLODED_OUTPUT = 100.0
# The signal of an embedding has such a deviation from the start: it must also
# have fallen to this share of that of the first layer.
VANISHING_STD = 0.02
VANISHING_SHARE = 0.1
LOST_STD = 1e-4
VANISHING_GRADIENT = 1e-3
CONSTANT_STD = 1e-6
# Of units that are all the same for all samples, the variance is what rounding
# leaves of it.
CONSTANT_BIRTH = 1 - 5e-7
# Of the weights of a recurrent cell, whose activations are not watched: by how
# much they multiply the deviation of what they are given.
CELL_GAIN = 8.0

# |change| over |weights| in a first step, of the matrix with the largest one.
HIGH_RATIO = 0.04
# From here on, units that die are put down to the size of the steps.
KILLING_RATIO = 0.015
LOW_RATIO = 1e-4

# A loss of at most this share of that of a constant: dead and saturated units
# have done no harm.
HARMLESS = 0.6
# In training. Units that fired at birth and are dead at the end.
NEWLY_DEAD = 0.4
MANY_NEWLY_DEAD = 0.6
SATURATED = 0.5
# The deviation of a layer at the end over that at birth.
SHRUNK = 0.05
# Of the loss, in the epoch in which they are largest; from SOME on, they are no
# rounding.
PENALTIES = 0.3
SOME_PENALTIES = 0.05
# From this share on, the size of the first steps is that of the penalties.
MOSTLY_PENALTIES = 0.5
# The share of the units that all layers of dropout leave, multiplied.
KEPT = 0.1
# The deviation of added noise; the usual signal has 1.
NOISE = 3.0
# The share of the units of a layer that is recycled after an epoch, and after
# how many epochs that is no cure.
RECYCLED = 0.2
RECYCLINGS = 3
CONSTANT_SHIFT = 0.98
# Validation against training, of a layer: the difference of the bias shifts and
# the log of the ratio of the deviations, as the sides of a triangle whose
# longest side counts from 1 on.
SHIFT_GAP = 0.15
STD_GAP = 0.4
# By how much the validation loss may be larger, in losses of the best constant
# predictor.
VALIDATION_GAP = 0.3
FAR_GAP = 3.0
