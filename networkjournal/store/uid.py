"""UUIDv7 (RFC 9562): ids that sort by when they were made. The standard library has them only from 3.14 on."""

import os
import time

_last = 0


def new_uid() -> str:
    """Give a new UUIDv7. In one process each is greater than the one before, also when the clock goes backwards."""
    global _last
    ticks = max(time.time_ns() * 4096 // 1_000_000, _last + 1)  # 48 bits of milliseconds, 12 bits of their fraction
    _last = ticks
    rest = int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
    value = (ticks >> 12) << 80 | 0x7 << 76 | (ticks & 0xFFF) << 64 | 0b10 << 62 | rest
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
