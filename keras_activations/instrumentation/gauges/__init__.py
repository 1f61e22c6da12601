"""The gauges that measure a watched step: one statistic per file.

A gauge defines what it adds up on the device in a step (`add`), and what it
returns at the end of a window (`take`).
"""
