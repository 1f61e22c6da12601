"""The Activations tab of TensorBoard.

TensorBoard imports this package whenever it starts, so it needs nothing but
TensorBoard and NumPy: neither Keras nor TensorFlow. It reads what
`keras_activations.callbacks.ActivationMonitor` has written.
"""
