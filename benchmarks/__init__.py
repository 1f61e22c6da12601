"""Side-by-side ratios against Keras: python -m benchmarks.NAME."""
