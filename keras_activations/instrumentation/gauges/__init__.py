"""What a watched step is measured by: one statistic a file.

A gauge says what it adds on the device in a step, what it takes off at the end
of a window, and what rows come of it.
"""
