"""See what happens in one training step."""
