"""Daily notes: a folder of Markdown files named `YYYY-MM-DD*.md`, or one such file. Each is an entry.

Pages of people that `export markdown` wrote are contacts, whatever they are called; other files are passed over.

Promises that the text is the entry, marks and all, in the same order and under the same keys each time; refuses to
follow a link out of the folder, to open anything but plain files, and to write.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from networkjournal.errors import Invalid
from networkjournal.formats import people_page
from networkjournal.formats.front_matter import identifier, set_aside
from networkjournal.formats.records import BadReason, BadRecord, ContactRecord, EntryRecord, Reading, digest_of
from networkjournal.formats.source import decode

_NAMED = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9]).*\.md", re.DOTALL | re.IGNORECASE)
_NUMBERS = re.compile("([0-9]{1,18})")
_OF_PEOPLE = re.compile(r"(?:^|/)people/[^/]+\.md$")
_LARGEST = 20 * 1024 * 1024
"""Bytes. No day is longer; a larger file got its name by accident."""


_Read = EntryRecord | ContactRecord | BadRecord | str
"""What became of a file: the name alone of one that is none of ours."""


class Found(NamedTuple):
    """A file of the folder, not yet opened."""

    path: str
    relative: str
    """From the folder on, with slashes, printable as UTF-8."""


def recognise(path: str) -> bool:
    """Whether `path` is named like a daily note, or a folder with one or with people. Never raises; opens nothing."""
    if not os.path.isdir(path):
        return bool(_NAMED.fullmatch(os.path.basename(path))) and os.path.isfile(path)
    found = (one for one in _files(path) if isinstance(one, Found))
    return any(_NAMED.fullmatch(os.path.basename(one.path)) or _OF_PEOPLE.search(one.relative) for one in found)


def read_folder(path: str) -> Reading:
    """The entries and people of a folder and its subfolders by path. Hidden files are passed over, others `skipped`."""
    top = os.path.basename(os.path.abspath(path))
    found = sorted(_files(path), key=_place)
    return _gathered([_read(item, top) if isinstance(item, Found) else item for item in found])


def read_file(path: str) -> Reading:
    """The entry of one file. Its key is the same as when the folder it lies in is read."""
    folder, name = os.path.split(os.path.abspath(path))
    return _gathered([_read(Found(path, printable(name)), os.path.basename(folder))])


def read(path: str) -> Reading:
    """The entries of a folder or of a single file, whichever `path` is."""
    return read_folder(path) if os.path.isdir(path) else read_file(path)


def _gathered(done: Sequence[_Read]) -> Reading:
    return Reading(
        contacts=tuple(item for item in done if isinstance(item, ContactRecord)),
        entries=tuple(item for item in done if isinstance(item, EntryRecord)),
        bad=tuple(item for item in done if isinstance(item, BadRecord)),
        skipped=tuple(item for item in done if isinstance(item, str)),
    )


def _place(item: Found | BadRecord | str) -> list[str | int]:
    """What was found is ordered by its path, numbers by their size: the second text of a day comes after the first."""
    path = item if isinstance(item, str) else item.relative if isinstance(item, Found) else item.where
    pieces: list[str | int] = [*_NUMBERS.split(path.removesuffix(".md"))]
    pieces[1::2] = map(int, pieces[1::2])
    return pieces


def _files(folder: str) -> Iterator[Found | BadRecord | str]:
    """The files below `folder` in no order; of links that are not followed (out of it, or to a folder) only names."""
    waiting = [(folder, "")]
    while waiting:
        path, above = waiting.pop()
        try:
            with os.scandir(path) as listing:
                entries = [entry for entry in listing if not entry.name.startswith(".")]
        except OSError as trouble:
            yield BadRecord(above.rstrip("/") or ".", "unreadable", trouble.strerror or "")
            continue
        for entry in entries:
            relative = above + printable(entry.name)
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, relative + "/"))
            elif entry.is_symlink() and (entry.is_dir() or not _inside(entry.path, folder)):
                yield relative
            else:
                yield Found(entry.path, relative)


def _inside(path: str, folder: str) -> bool:
    """Whether the link at `path` leads to something in `folder`."""
    top = os.path.realpath(folder)
    return os.path.realpath(path).startswith(os.path.join(top, ""))


def _read(found: Found, top: str) -> _Read:
    """The entry or person; the name alone of a file that is none of ours, or empty."""
    named = _NAMED.fullmatch(os.path.basename(found.path))
    if not named and not found.relative.endswith(".md"):
        return found.relative
    data = _content(found.path)
    if data is None:
        return found.relative
    if isinstance(data, bytes) and people_page.recognise(data):
        return _person(data, found.relative)
    return _entry(data, found.relative, top, named) if named else found.relative


def _person(data: bytes, where: str) -> _Read:
    try:
        return people_page.read(_text(data), where) or where
    except Invalid:
        return BadRecord(where, "undecodable")


def _entry(data: bytes | BadReason, where: str, top: str, named: re.Match[str]) -> _Read:
    try:
        day = date(*map(int, named.groups()))
    except ValueError:
        return BadRecord(where, "bad_date")
    if isinstance(data, str):
        return BadRecord(where, data)
    try:
        whole = _text(data)
        text = set_aside(whole).rstrip()
    except Invalid:
        return BadRecord(where, "undecodable")
    if not text:
        return where
    return EntryRecord(where, f"{printable(top)}/{where}", day, text, digest_of(text), uid=identifier(whole))


def _text(data: bytes) -> str:
    return decode(data).replace("\r\n", "\n").replace("\r", "\n")


def _content(path: str) -> bytes | BadReason | None:
    """The bytes of a plain file, or why they cannot be had; None for what is no plain file (a pipe would never end)."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError:
        return "unreadable"
    return "too_large" if len(data) > _LARGEST else data


def printable(name: str) -> str:
    """A file name as text: composed, as one system writes it and another not, and bytes that are no UTF-8 replaced."""
    return normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))
