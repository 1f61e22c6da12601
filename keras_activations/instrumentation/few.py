"""How many activations are few."""

# Of so many activations, a network is small: to call a function for their
# statistics takes about 50 microseconds, which would make its step slower.
FEW = 16
