"""Step 1 of training: which samples, in which order, as mini-batches."""
