"""What a unit does: sums on the device, health from the sums."""
