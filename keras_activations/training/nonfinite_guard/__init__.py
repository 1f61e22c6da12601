"""Stop before a loss that is not finite spoils the weights."""
