"""What other programs write, read into records, and contacts written for them. One file per format.

Promises pure readers: the same source gives the same records, nothing is looked up, no sentence is said. A new format
is its own file and its line in `FORMATS`.
"""

import os
from collections.abc import Callable
from typing import NamedTuple

from networkjournal.errors import Invalid
from networkjournal.formats import (
    eight_csv,
    friends,
    google_csv,
    icalendar,
    jrnl,
    linkedin_csv,
    mapped_csv,
    markdown,
    monica,
    outlook_csv,
    own_csv,
    own_json,
    people_page,
    sansan_csv,
    vcard,
)
from networkjournal.formats.asked import NOTHING, Asked
from networkjournal.formats.fit import fit
from networkjournal.formats.records import Reading

LARGEST = 200 * 1024 * 1024
"""Bytes of a file. Ten thousand cards with photos are fewer."""


class Format(NamedTuple):
    """One format that can be imported."""

    name: str
    """What `--format` calls it."""
    recognise: Callable[[str, bytes], bool]
    """Whether the file at this path with this content is one; the content of a folder is empty."""
    read: Callable[[str, bytes, Asked], Reading]
    """The records of that file or folder. Raises `Invalid` only when nothing in it can be decoded."""
    folders: bool = False
    """Whether a folder can be one."""


def _name(path: str) -> str:
    return os.path.basename(path)


def _of_bytes(name: str, recognise: Callable[[bytes], bool], read: Callable[[bytes], Reading]) -> Format:
    """A format that needs to know nothing but the content."""
    return Format(name, lambda _, data: recognise(data), lambda _path, data, _asked: read(data))


def _is_notes(path: str, data: bytes) -> bool:
    return markdown.recognise(path) or people_page.recognise(data)


FORMATS: tuple[Format, ...] = (
    Format("vcard", lambda _, data: vcard.recognise(data), lambda path, data, _: vcard.read(data, _name(path))),
    Format("icalendar", lambda _, data: icalendar.recognise(data), lambda _, data, asked: icalendar.read(data, asked)),
    _of_bytes("json", own_json.recognise, own_json.read),
    Format("monica", lambda _, data: monica.recognise(data), lambda _, data, asked: monica.read(data, asked)),
    _of_bytes("jrnl-json", jrnl.recognise_json, jrnl.read_json),
    _of_bytes("own-csv", own_csv.recognise, own_csv.read),
    _of_bytes("sansan", sansan_csv.recognise, sansan_csv.read),
    _of_bytes("eight", eight_csv.recognise, eight_csv.read),
    _of_bytes("google", google_csv.recognise, google_csv.read),
    _of_bytes("linkedin", linkedin_csv.recognise, linkedin_csv.read),
    _of_bytes("outlook", outlook_csv.recognise, outlook_csv.read),
    _of_bytes("friends", friends.recognise, friends.read),
    _of_bytes("jrnl", jrnl.recognise_text, jrnl.read_text),
    Format("csv", lambda path, _: mapped_csv.recognise(path), lambda _, data, asked: mapped_csv.read(data, asked)),
    Format("markdown", _is_notes, lambda path, _data, _asked: markdown.read(path), True),
)
"""In order of recognition: what shows in the content comes before what shows only in the name."""


def recognised(path: str, data: bytes) -> Format | None:
    """The first format that takes the file or folder at `path` with the content `data` for its own."""
    return next((known for known in FORMATS if known.recognise(path, data)), None)


def read_path(path: str, name: str | None = None, asked: Asked = NOTHING) -> tuple[str, Reading]:
    """The name of the format and the records of the file or folder at `path`; `name` is a format to take it for.

    Raises `Invalid`: `missing`, `unreadable`, `too_large`, `unknown_format` (no format takes it, none is called `name`,
    or a folder was given for a format of files), and what the format's own reader raises.
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
    try:
        return known.name, fit(known.read(path, data, asked), data)
    except Invalid as trouble:
        raise trouble if trouble.value else Invalid(trouble.field, path, trouble.reason) from None


def columns_of(path: str) -> tuple[mapped_csv.Column, ...]:
    """The columns of the table at `path`, for asking what they hold. Raises `Invalid` where it cannot be opened."""
    try:
        return mapped_csv.columns(_content(path))
    except (OSError, ValueError):
        raise Invalid("file", path, "unreadable") from None


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Invalid("file", path, "too_large")
    return data
