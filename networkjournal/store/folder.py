"""Folders, and the names in them. Promises that a folder made here is private, and that a name that was synced lasts.

A file that was synced may still be without its name after a power cut: the name is in the folder, and that is synced
apart.
"""

import os
from contextlib import suppress


def make_private(path: str) -> None:
    """Make a folder with mode 0700, and those above it; one that is there stays as it is. Raises `OSError`."""
    path = os.path.abspath(path)
    missing = []
    while not os.path.isdir(path) and path not in missing:
        missing.append(path)
        path = os.path.dirname(path)
    for folder in reversed(missing):
        with suppress(FileExistsError):  # by another process, just now
            os.mkdir(folder, 0o700)
        sync_names(os.path.dirname(folder))
    if missing and not os.path.isdir(missing[0]):
        raise NotADirectoryError(20, os.strerror(20), missing[0])


def sync_names(folder: str) -> None:
    """Have the names in a folder be on the disk, where the system can say that of a folder."""
    try:
        handle = os.open(folder or ".", os.O_RDONLY)
    except OSError:
        return
    with suppress(OSError):
        os.fsync(handle)
    os.close(handle)
