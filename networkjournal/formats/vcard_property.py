"""One content line, taken apart: group, name, parameters, value.

Promises to take any text in linear time and to keep the line itself; refuses to say what a property means.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

_USUAL = re.compile(r"(?:([A-Za-z0-9_-]++)\.)?([A-Za-z][A-Za-z0-9_-]*+)[ \t]*+(;[^\":]*+)?:")
"""A line without quoted parameters, which most are."""
_NO_PARAMS: Mapping[str, tuple[str, ...]] = {}
_CACHED_ROOM = 100
_HEAD = re.compile(r'[^":]*+(?:"[^"]*+"[^":]*+)*+:')
_PARAMETER = re.compile(r'(?:[^";]++|"[^"]*+"|")++')
_NAME = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z][A-Za-z0-9_-]*)")
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "7BIT", "8BIT", "B"})


class Property(NamedTuple):
    """A content line as data."""

    group: str
    """Lower case; empty when ungrouped: the "item1" of `item1.EMAIL:…`."""
    name: str
    """Upper case."""
    params: Mapping[str, tuple[str, ...]]
    """By upper-case name; a bare word of vCard 2.1 (`TEL;CELL:`) is a TYPE, or an ENCODING."""
    value: str
    """As written: escapes and structure still in it."""
    line: str
    """All of it, unfolded and otherwise verbatim."""
    at: int = 0
    """Which line of its card, from 0."""

    def words(self, name: str) -> tuple[str, ...]:
        """The values of a parameter in lower case, () when it is not there."""
        values = self.params.get(name)
        return tuple([value.lower() for value in values]) if values else ()


def property_of(line: str, at: int = 0) -> Property | None:
    """The property that `line` is; None when it has no colon or no proper name."""
    usual = _USUAL.match(line)
    if usual:
        group, name, head = usual.groups()
        params = _NO_PARAMS if not head else _cached(head) if len(head) < _CACHED_ROOM else _params(head.split(";")[1:])
        return Property((group or "").lower(), name.upper(), params, line[usual.end() :], line, at)
    return _with_quotes(line, at)


def _with_quotes(line: str, at: int) -> Property | None:
    end = line.find(":")
    if '"' in line[: max(end, 0)]:
        found = _HEAD.match(line)
        # A quote that is never closed: the first colon must do.
        end = found.end() - 1 if found else end
    if end < 0:
        return None
    pieces = _pieces(line[:end])
    named = _NAME.fullmatch(pieces[0].strip())
    if not named:
        return None
    params = _params(pieces[1:]) if len(pieces) > 1 else {}
    return Property((named[1] or "").lower(), named[2].upper(), params, line[end + 1 :], line, at)


@lru_cache(maxsize=500)
def _cached(head: str) -> dict[str, tuple[str, ...]]:
    """The parameters of a short head. The same few dozen stand in all cards of a file; nobody changes the mapping."""
    return _params(head.split(";")[1:])


def _pieces(head: str) -> list[str]:
    if '"' not in head:
        return head.split(";")
    return _PARAMETER.findall(head) or [""]


def _params(pieces: list[str]) -> dict[str, tuple[str, ...]]:
    gathered: dict[str, list[str]] = {}
    for piece in pieces:
        name, equals, value = piece.partition("=")
        name = name.strip().upper()
        if not equals:
            name, value = ("ENCODING" if name in _ENCODINGS else "TYPE"), piece
        items = (item.strip() for item in value.replace('"', "").split(","))
        gathered.setdefault(name, []).extend(item for item in items if item)
    return {name: tuple(values) for name, values in gathered.items()}
