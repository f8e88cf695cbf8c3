"""What other programs write, read into records, and contacts written for them. One file per format.

Promises pure readers: the same source gives the same records, nothing is looked up, no sentence is said. A new format
is its own file and its line in `FORMATS`.
"""

import os
from collections.abc import Callable
from typing import NamedTuple

from networkjournal.errors import Invalid
from networkjournal.formats import markdown, vcard
from networkjournal.formats.records import Reading


class Format(NamedTuple):
    """One format that can be imported."""

    name: str
    """What `--format` calls it."""
    recognise: Callable[[str, bytes], bool]
    """Whether the file at this path with this content is one; the content of a folder is empty."""
    read: Callable[[str, bytes], Reading]
    """The records of that file or folder. Raises `Invalid` only when nothing in it can be decoded."""
    folders: bool = False
    """Whether a folder can be one."""


FORMATS: tuple[Format, ...] = (
    Format("vcard", lambda _, data: vcard.recognise(data), lambda path, data: vcard.read(data, os.path.basename(path))),
    Format("markdown", lambda path, _: markdown.recognise(path), lambda path, _: markdown.read(path), True),
)
"""In order of recognition: what shows in the content comes before what shows only in the name."""


def recognised(path: str, data: bytes) -> Format | None:
    """The first format that takes the file or folder at `path` with the content `data` for its own."""
    return next((known for known in FORMATS if known.recognise(path, data)), None)


def read_path(path: str, name: str | None = None) -> tuple[str, Reading]:
    """The name of the format and the records of the file or folder at `path`; `name` is a format to take it for.

    Raises `Invalid`: `missing`, `unreadable`, `unknown_format` (no format takes it, none is called `name`, or a folder
    was given for a format of files), `undecodable`.
    """
    try:
        data = b"" if os.path.isdir(path) else _content(path)
    except FileNotFoundError:
        raise Invalid("file", path, "missing") from None
    except (OSError, ValueError):
        raise Invalid("file", path, "unreadable") from None
    known = next((one for one in FORMATS if one.name == name), None) if name else recognised(path, data)
    if known is None or (os.path.isdir(path) and not known.folders):
        raise Invalid("file", path, "unknown_format")
    return known.name, known.read(path, data)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
