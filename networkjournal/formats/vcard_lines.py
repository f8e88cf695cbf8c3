"""The lines of a vCard file: physical ones unfolded into content lines, content lines gathered into cards.

Works on bytes, because files fold inside a character. Promises time linear in the input and to take any bytes, in
little more room than the file itself: of a line or a card without end only the beginning is held, which is longer than
`LONGEST_LINE` or `MOST_LINES`. Refuses to know what a property means, and a file of more lines than a large one of
photos has (`Invalid`, `too_many`).
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from networkjournal.errors import Invalid

LONGEST_LINE = 30 * 1024 * 1024
"""Bytes. No photo of a person is larger."""
MOST_LINES = 100_000
"""Content lines of one card."""
MOST_PHYSICAL = 5_000_000
_CHUNK = 4 * 1024 * 1024
_LINE_END = re.compile(rb"[\r\n]")
_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"
_MARK_ROOM = 40
"""No BEGIN or END line is longer, spaces included; so a line of 100 MB is not copied to be compared."""
_CODED = re.compile(rb"[^:;]*+;[^:]*?(?:(QUOTED-PRINTABLE)|BASE64|ENCODING=B[;:])", re.IGNORECASE)
_MARK_STARTS = frozenset((b"B", b"b", b"E", b"e", b" ", b"\t"))
_PLAIN, _QUOTED, _BASE64 = range(3)


class RawCard(NamedTuple):
    """The content lines between BEGIN and END, neither decoded nor understood."""

    number: int
    """Which card of the file, from 1."""
    line: int
    """The physical line of its BEGIN, from 1."""
    lines: tuple[bytes, ...]
    complete: bool
    """False when the file or the next card came before its END."""


class Stray(NamedTuple):
    """The first of some lines that stand in no card."""

    line: int
    text: bytes


def mark(line: bytes) -> Literal["begin", "end", ""]:
    """Whether the line opens or closes a card, whatever its case and the spaces around it."""
    if len(line) > _MARK_ROOM or line[:1] not in _MARK_STARTS:
        return ""
    bare = line.strip().upper()
    if bare == _BEGIN:
        return "begin"
    return "end" if bare == _END else ""


def raw_cards(data: bytes) -> Iterator[RawCard | Stray]:
    """The cards of a file in order, and where something stood between them.

    A card inside another's AGENT belongs to that one and stays among its lines. Any other BEGIN inside a card means
    that the END before it is missing.
    """
    lines: list[bytes] = []
    number = start = depth = 0
    strayed = False
    for at, line in content_lines(data):
        found = mark(line)
        if found == "begin" and depth and _is_agent(lines):
            depth += 1
        elif found == "begin":
            if depth:
                yield RawCard(number, start, tuple(lines), False)
            number, start, depth, strayed = number + 1, at, 1, False
            lines = []
            continue
        elif not depth:
            if not strayed and line.strip():
                yield Stray(at, line)
                strayed = True
            continue
        elif found == "end":
            depth -= 1
            if not depth:
                yield RawCard(number, start, tuple(lines), True)
                lines = []
                continue
        if len(lines) <= MOST_LINES:
            lines.append(line)
    if depth:
        yield RawCard(number, start, tuple(lines), False)


def content_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Unfolded lines with the number of the physical line each begins on. Empty lines are dropped.

    Joined are: a line that begins with a space or a tab (which goes; in BASE64 all do); what follows `=` at the end of
    a QUOTED-PRINTABLE line; and lines without a colon after a BASE64 one, as vCard 2.1 wraps it.
    """
    parts: list[bytes] = []
    start, coding, long = 0, _PLAIN, 0
    for number, line in enumerate(_physical_lines(data), 1):
        if number > MOST_PHYSICAL:
            raise Invalid("file", "", "too_many")
        if parts and (long := long + len(line)) > _CHUNK:
            parts, long = [b"".join(parts)[: LONGEST_LINE + 1]], 0
        if not line:
            # An empty line ends what 2.1 encodes; folding survives it.
            coding = _PLAIN
        elif coding == _QUOTED and parts[-1].endswith(b"=") and not mark(line):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        elif parts and line[0] in b" \t":
            parts.append(line[1:] if coding != _BASE64 else line.strip())
        elif coding == _BASE64 and b":" not in line:
            parts.append(line)
        else:
            if parts:
                yield start, b"".join(parts)
            parts, start, coding, long = [line], number, _coding(line), 0
    if parts:
        yield start, b"".join(parts)


def _physical_lines(data: bytes) -> Iterator[bytes]:
    """The lines of a file as `splitlines` gives them, without holding them all."""
    if b"\r\r\n" in data:
        data = data.replace(b"\r\r\n", b"\r\n")
    start = 0
    while start < len(data):
        found = _LINE_END.search(data, start + _CHUNK)
        end = found.end() if found else len(data)
        if found and found[0] == b"\r" and data[end : end + 1] == b"\n":
            end += 1
        yield from data[start:end].splitlines()
        start = end


def _coding(line: bytes) -> int:
    found = _CODED.match(line)
    if not found:
        return _PLAIN
    return _QUOTED if found[1] else _BASE64


def _is_agent(lines: list[bytes]) -> bool:
    return bool(lines) and len(lines[-1]) <= _MARK_ROOM and lines[-1].strip().upper() == b"AGENT:"
