"""Trainings that end in the middle."""

import keras


class Interruption(Exception):
    pass


class InterruptAt(keras.callbacks.Callback):
    """Raise after this many executions, as a killed process would end."""

    def __init__(self, executions):
        super().__init__()
        self.left = executions

    def on_train_batch_end(self, batch, logs=None):
        self.left -= 1
        if self.left == 0:
            raise Interruption
