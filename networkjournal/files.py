"""Writing a file for somebody: whole or not at all, readable by its owner alone, and over nothing unless asked.

Raises `Invalid` with the field `file`: `exists`, or `unwritable`.
"""

import os

from networkjournal.errors import Invalid


def write_private(path: str, data: bytes, *, replace: bool = False) -> None:
    """Write a file with mode 0600. What is there is replaced only where asked, and only once the new one is on disk."""
    if not replace and os.path.lexists(path):
        raise Invalid("file", path, "exists")
    part = f"{path}.part-{os.getpid()}"
    try:
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, path)
        except BaseException:
            os.unlink(part)
            raise
    except (OSError, ValueError):
        raise Invalid("file", path, "unwritable") from None


def make_folder(path: str) -> None:
    """Make a folder with mode 0700, and those above it; one that is there stays as it is."""
    try:
        os.makedirs(path, mode=0o700, exist_ok=True)
    except (OSError, ValueError):
        raise Invalid("file", path, "unwritable") from None
