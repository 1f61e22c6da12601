"""Statistics of units: sums on the device, health from the sums."""
