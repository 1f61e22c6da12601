import numpy as np
import pytest
from tensorboard.summary.writer import record_writer

from keras_activations.recording.checksum import masked_crc32c

# Around the size from which it works by blocks, and around their ends, where
# a block would be too short.
SIZES = [0, 1, 8, 63, 64, 65, *range(1023, 1030), *range(2047, 2054), 5000]


@pytest.mark.parametrize("size", SIZES)
def test_it_is_that_of_tensorboard(size):
    data = np.random.default_rng(size).bytes(size)
    assert masked_crc32c(data) == record_writer.masked_crc32c(data)
