"""Makes the pictures of the documentation again, from real training runs.

    python docs/pictures [demo] [tab] [monitor]

It needs the extra `test` and a `chromium` on the path.
"""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import demo
import monitor
import tab

SUBJECTS = {"demo": demo.take, "tab": tab.take, "monitor": monitor.take}
IMAGES = Path(__file__).resolve().parents[1] / "images"

for name in sys.argv[1:] or SUBJECTS:
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        # TensorBoard shows this path in the pictures.
        SUBJECTS[name](Path("logs"), IMAGES)
