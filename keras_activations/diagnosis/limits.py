"""The limits of the rules, and why they are what they are.

They were chosen on the programs of `benchmarks.diagnosis` that are marked
"design", and tried on the others, see docs/diagnosis.md.
"""

# A training whose loss is above this share of the loss of the best constant
# predictor has learned nothing.
TROUBLE = 0.9
# Unless its last epoch took off this much.
FALLING = 0.02
# As long as a training runs, this many epochs may pass without progress.
PATIENCE = 3
# The loss over that of the best constant predictor, from which on training is
# said to have blown up.
EXPLODED_LOSS = 3.0
EQUAL_UNITS = 0.9
TARGET_RMS = 8.0
INPUT_RMS = 20.0
INPUT_SHIFT = 5.0
BORN_DEAD = 0.6
BORN_SATURATED = 0.5
EXPLODING_STD = 10.0
VANISHING_STD = 0.02
VANISHING_SHARE = 0.1
LOST_STD = 1e-4
VANISHING_GRADIENT = 1e-3
HIGH_RATIO = 0.04
# From here on, units that die are put down to the size of the steps.
KILLING_RATIO = 0.015
LOW_RATIO = 1e-4
NEWLY_DEAD = 0.4
MANY_NEWLY_DEAD = 0.6
SATURATED = 0.5
SHRUNK = 0.05
# Of the loss, in the epoch in which they are largest.
PENALTIES = 0.3
DROPOUT = 0.9
CONSTANT_STD = 1e-6
CONSTANT_SHIFT = 0.98
# Validation against training, of a layer: the difference of the bias shifts, or
# the log of the ratio of the deviations.
SHIFT_GAP = 0.15
STD_GAP = 0.4
# By how much the validation loss may be larger, in losses of the best constant
# predictor.
VALIDATION_GAP = 0.3
