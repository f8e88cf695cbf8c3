"""Folders, and the names in them. Promises that a folder made here is private, that a name that was synced lasts, and
to find out why nothing can be written.

A file that was synced may still be without its name after a power cut: the name is in the folder, and that is synced
apart.
"""

import errno
import os
from contextlib import suppress

from networkjournal.errors import FileReason

ROOMLESS = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What a system says where no more can be written: the disk is full, or one's share of it."""
PROBE = 65_536
"""Bytes that are written to find out whether any more can be."""


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


def reason(error: OSError) -> FileReason:
    """What keeps a file from being written, by what the system said."""
    if error.errno in ROOMLESS:
        return "full"
    return "read_only" if error.errno == errno.EROFS else "unwritable"


def probed(path: str) -> FileReason:
    """Try whether anything can be written beside a file: SQLite calls a quota an I/O error, like a broken disk."""
    beside = f"{path}.{os.getpid()}.part"
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, bytes(PROBE))
            os.fsync(handle)
        finally:
            os.close(handle)
            os.unlink(beside)
    except (OSError, ValueError) as error:
        return "full" if isinstance(error, OSError) and reason(error) == "full" else "unwritable"
    return "unwritable"
