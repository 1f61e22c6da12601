"""Begin anew with units that do nothing, without changing the network."""
