"""Tables as spreadsheets write them: CSV with commas, tabs or semicolons, made rows under headings.

Promises to find the row of headings wherever it stands in the first thirty, one bad record instead of what cannot be a
row, and time linear in the file; refuses to know what a column means.
"""

import csv
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from networkjournal.errors import Invalid
from networkjournal.formats.records import BadReason, BadRecord
from networkjournal.formats.source import decode, utf16

Known = Callable[[frozenset[str]], bool]
"""Whether a row with these headings is the one that a format knows."""

DELIMITERS = ",\t;"
MOST_COLUMNS = 1000
"""Outlook, the widest known, has about a hundred."""
_FIRST_ROWS = 30
_LONGEST_LINE = 4_000_000
_MOST_LINES = 1_000_000
"""Of a file. Notes have lines of their own."""
_HEAD = 256 * 1024
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r)|[^\r\n]++")


class Row(NamedTuple):
    """One row below the headings."""

    number: int
    """From 1, as a spreadsheet counts: empty rows and rows above the headings included."""
    line: int
    """The line of the file on which it ends."""
    cells: list[str]

    @property
    def where(self) -> str:
        """For a person to find it."""
        return f"row {self.number}, line {self.line}"


class Table(NamedTuple):
    """A table whose headings were found."""

    headings: tuple[str, ...]
    """As they are written."""
    rows: Iterator[Row | BadRecord]
    """In order, made as they are asked for. Empty rows and repeated headings are left out."""


def folded(heading: str) -> str:
    """A heading as headings compare: NFKC, no case, single spaces."""
    return " ".join(normalize("NFKC", heading).casefold().split())


def recognise(data: bytes, known: Known) -> bool:
    """Whether a row of headings that `known` knows stands in the first thirty rows. Never raises."""
    return _found(_first_rows(data[:_HEAD]), known) is not None


def headings_of(data: bytes) -> tuple[str, ...]:
    """The first row with at least two different headings, in the way of parting cells that gives the most."""
    rows = (cells for _, _, cells in _first_rows(data[:_HEAD]) if len({cell for cell in cells if cell.strip()}) > 1)
    return max((tuple(cells) for cells in rows if len(cells) <= MOST_COLUMNS), key=len, default=())


def table_of(data: bytes, known: Known) -> Table | None:
    """The table of a file; None where no row has known headings. Raises `Invalid`: `undecodable`, `too_many`."""
    if data.count(b"\n") > _MOST_LINES:
        raise Invalid("file", "", "too_many")
    text = decode(data)
    place = _found(_first_rows(data[:_HEAD]), known)
    if place is None:
        return None
    delimiter, number, headings = place
    return Table(tuple(headings), _below(text, delimiter, number, headings))


@lru_cache(maxsize=1)
def _first_rows(head: bytes) -> tuple[tuple[str, int, list[str]], ...]:
    """The first rows of a file in each way of parting cells: the sign between them, the number, the cells."""
    try:
        text = utf16(head) if len(head) < _HEAD else None
        if text is None and head.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = head.decode("utf-16", "ignore")
        if text is None:
            # A character, or a row, that the end of the head cuts in two says nothing.
            text = decode(head[: head.rfind(b"\n") + 1] or head if len(head) == _HEAD else head)
    except Invalid:
        return ()
    found: list[tuple[str, int, list[str]]] = []
    for delimiter in DELIMITERS:
        for number, (_, row) in enumerate(_parsed(_Lines(text), delimiter), 1):
            if number > _FIRST_ROWS:
                break
            if isinstance(row, list):
                found.append((delimiter, number, row))
    return tuple(found)


def _found(rows: tuple[tuple[str, int, list[str]], ...], known: Known) -> tuple[str, int, list[str]] | None:
    for delimiter, number, cells in rows:
        if len(cells) <= MOST_COLUMNS and known(frozenset(map(folded, cells))):
            return delimiter, number, cells
    return None


class _Lines:
    """The lines of a text with their ends, one after the other, and how far they were taken."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.left_out = text, 0, False

    def __iter__(self) -> Iterator[str]:
        for number, found in enumerate(_LINE.finditer(self.text)):
            if number > _MOST_LINES:
                raise Invalid("file", "", "too_many")
            self.at = found.end()
            if self.at - found.start() > _LONGEST_LINE:
                # Made into cells it would take ten times its room.
                self.left_out = True
                yield "\n"
            else:
                yield found[0]


def _parsed(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | BadReason]]:
    """The cells of each row, or why they cannot be had; with the number of the row's last line."""
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        start, before = lines.at, rows.line_num
        row: list[str] | BadReason
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            row = "too_large"
        if lines.left_out:
            row, lines.left_out = "too_large", False
        if rows.line_num - before > 1 and lines.at == len(lines.text) and lines.text.count('"', start) % 2:
            row = "truncated"  # a quote that nothing closes has swallowed the rest
        elif isinstance(row, list) and len(row) > MOST_COLUMNS:
            row = "misshapen"
        yield rows.line_num, row


def _below(text: str, delimiter: str, above: int, headings: list[str]) -> Iterator[Row | BadRecord]:
    for number, (line, cells) in enumerate(_parsed(_Lines(text), delimiter), 1):
        if number <= above:
            continue
        if not isinstance(cells, list):
            yield BadRecord(f"row {number}, line {line}", cells)
        elif any(map(str.strip, cells)) and cells != headings:
            yield Row(number, line, cells)
