"""Whatever happens: kills, interrupts, damaged files, odd requests."""
