"""Writing a file that only its owner can read: whole or not at all.

Promises that a kill or a full disk leaves what was there before, and that what is not ours is not written over unasked.
"""

import os
from contextlib import suppress

from networkjournal.errors import Invalid
from networkjournal.store.folder import make_private, sync_names

SEARCHED = 4096
"""Bytes of a file in which its marker is looked for."""


def write_private(path: str, text: str, *, marker: str = "", force: bool = False) -> str:
    """Write a text to a path, mode 0600; gives the path. Raises `Invalid`, with the reason, where it cannot be.

    A file that is there is replaced only where it has the marker, if one is said, or with `force`.
    """
    path = os.path.expanduser(path)
    if not path.strip() or "\0" in path:
        raise Invalid("file", path.replace("\0", ""), "empty" if not path.strip() else "unwritable")
    try:
        if os.path.isdir(path) or (os.path.lexists(path) and not force and not (marker and _ours(path, marker))):
            raise Invalid("file", path, "occupied")
        _replace(os.path.realpath(path), text)
    except OSError as error:
        raise Invalid("file", f"{path}: {error.strerror or ''}", "unwritable") from None
    return path


def make_folder(path: str) -> None:
    """Make a folder with mode 0700, and those above it; one that is there stays as it is. Raises `Invalid`."""
    try:
        make_private(path)
    except (OSError, ValueError) as error:
        raise Invalid("file", f"{path}: {getattr(error, 'strerror', None) or ''}", "unwritable") from None


def _ours(path: str, marker: str) -> bool:
    with open(path, "rb") as file:
        return marker.encode() in file.read(SEARCHED)


def _replace(path: str, text: str) -> None:
    beside = f"{path}.{os.getpid()}.part"
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
        sync_names(os.path.dirname(path))
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
