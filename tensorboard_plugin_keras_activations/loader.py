"""What TensorBoard imports at every start, whatever is in the logs."""

import argparse
import logging

from tensorboard.plugins import base_plugin

from tensorboard_plugin_keras_activations.schema import PLUGIN

SAMPLES = 1000


class ActivationsLoader(base_plugin.TBLoader):
    """Loads the Activations tab; a defect in it never stops TensorBoard."""

    def fix_flags(self, flags: argparse.Namespace) -> None:
        """Let TensorBoard keep 1000 epochs of every unit map.

        Without it the data server keeps 100 samples of a tag of a third-party
        plugin, and the Python loader 10. The user's own
        `--samples_per_plugin keras_activations=N` takes precedence.

        Args:
            flags: TensorBoard's parsed command line, changed in place.
        """
        samples = getattr(flags, "samples_per_plugin", None)
        if isinstance(samples, dict):
            samples.setdefault(PLUGIN, SAMPLES)

    def load(
        self, context: base_plugin.TBContext
    ) -> base_plugin.TBPlugin | None:
        """Return the plugin, or None if it cannot be loaded.

        Args:
            context: What TensorBoard gives to each of its plugins.
        """
        try:
            from tensorboard_plugin_keras_activations.plugin import (
                ActivationsPlugin,
            )

            return ActivationsPlugin(context)
        except Exception:
            logging.getLogger(__name__).exception(
                "The Activations tab could not be loaded."
            )
            return None
