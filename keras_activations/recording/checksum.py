"""The checksum of event files, of many bytes at a time."""

from functools import cache

import numpy as np
from tensorboard.summary.writer import record_writer

# CRC-32C, the bits of the polynomial reversed.
_POLYNOMIAL = 0x82F63B78
_BLOCK = 1024
# Below this, the start of NumPy's operations takes longer than a loop.
_FEW = 64


def masked_crc32c(data: bytes) -> int:
    """The checksum that stands before and after the bytes of a record.

    TensorBoard's own goes byte by byte in Python; on records of many bytes
    this one takes a tenth of the time.

    Args:
        data: The bytes.
    """
    if len(data) < _FEW:
        return record_writer.masked_crc32c(data)
    table, places = _table(), np.arange(_BLOCK)
    state = 0xFFFFFFFF
    start = 0
    while start < len(data):
        end = min(start + _BLOCK, len(data))
        if 0 < len(data) - end < 4:
            end -= 4  # the next block needs four bytes for the state
        block = np.frombuffer(data, np.uint8, end - start, start).copy()
        block[:4] ^= np.frombuffer(state.to_bytes(4, "little"), np.uint8)
        rows = places[: len(block)] + (_BLOCK - len(block))
        state = int(np.bitwise_xor.reduce(table[rows, block]))
        start = end
    crc = state ^ 0xFFFFFFFF
    rotated = (crc >> 15) | (crc << 17 & 0xFFFFFFFF)
    return (rotated + 0xA282EAD8) & 0xFFFFFFFF


@cache
def _table() -> np.ndarray:
    """What a byte adds to the checksum, by its place in a block.

    The checksum is linear: that of a block is the sum, bit by bit without
    carries, of what its bytes add, each with the zeros that follow it.
    """
    last: np.ndarray = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        last = (last >> 1) ^ np.where(last & 1, np.uint32(_POLYNOMIAL), 0)
    rows = [last]
    while len(rows) < _BLOCK:
        rows.append(last[rows[-1] & 0xFF] ^ (rows[-1] >> 8))
    return np.array(rows[::-1], np.uint32)
