"""What is asked of the disk besides SQLite: that a file is really on it, and that one really goes.

Promises what the system promises, no more: an SSD, a copying file system or a snapshot may keep what was overwritten.
"""

import os
from contextlib import suppress

AT_ONCE = 1 << 20
"""Bytes that are overwritten at once."""


def sync(path: str) -> None:
    """Have a file be on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def fill(file: int) -> None:
    """Overwrite an open file with chance; whoever else still has it open then finds no journal in it."""
    with suppress(OSError):
        left = os.fstat(file).st_size
        os.lseek(file, 0, os.SEEK_SET)
        while left > 0:
            left -= os.write(file, os.urandom(min(left, AT_ONCE)))
        os.fsync(file)


def overwrite(path: str) -> None:
    """Write over a file and remove it, as far as that can be done; of no use on most SSDs, and no harm."""
    with suppress(OSError):
        if os.path.isfile(path):
            with open(path, "r+b", buffering=0) as file:
                fill(file.fileno())
            os.unlink(path)
