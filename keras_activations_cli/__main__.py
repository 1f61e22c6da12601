"""python -m keras_activations_cli."""

import sys

from keras_activations_cli.program import main

sys.exit(main())
