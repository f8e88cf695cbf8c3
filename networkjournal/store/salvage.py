"""Finding the rows of known tables among the pages of a damaged file, whether or not its table of contents can be read.

Promises that a row is given only as what it fits: texts, numbers, days and identifiers are where the table has them.
A row that a newer one took the place of is not given where the trees can still be followed to the newer one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from networkjournal.store.pages import INTERIOR, LEAF, Cell, Pages, Unreadable, Value

_UID = re.compile(r"[!-~]{8,64}\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_DAYS = frozenset(("day", "on_day"))
_STAMPS = frozenset(("created_at", "updated_at"))
SCHEMA_ROOT = 1


class Column(NamedTuple):
    """What a table says of one of its columns."""

    name: str
    kind: str
    """`text` or `integer`, in lower case."""
    required: bool
    """Whether it cannot be NULL."""
    listed: bool
    """Whether it holds a list, as JSON."""
    has_default: bool


Shapes = Mapping[str, tuple[Column, ...]]
"""All tables by name; the first column of each is the id of the row."""


class Stretch(NamedTuple):
    """Row ids that cannot be followed: above `after`, up to `last`; without a `last`, all above."""

    after: int
    last: int | None

    def has(self, rowid: int) -> bool:
        """Whether an id is in it."""
        return rowid > self.after and (self.last is None or rowid <= self.last)


class Found(NamedTuple):
    """What is left of a table."""

    rows: dict[int, tuple[Value, ...]]
    gaps: tuple[Stretch, ...]
    """Where rows may be missing."""


def salvage(pages: Pages, shapes: Shapes, wanted: Iterable[str]) -> dict[str, Found]:
    """Give what is left of the tables that are wanted. Raises nothing."""
    roots = _roots(pages)
    seen = set[int]()
    found = {table: _followed(pages, roots.get(table, 0), shapes[table], seen) for table in wanted}
    broken = {table for table, left in found.items() if left.gaps}
    if broken:
        for table, cell in _stray(pages, shapes, broken, seen | pages.free()):
            rows, gaps = found[table]
            if any(gap.has(cell.rowid) for gap in gaps) and _newer(shapes[table], cell.values, rows.get(cell.rowid)):
                rows[cell.rowid] = cell.values
    return found


def _roots(pages: Pages) -> dict[str, int]:
    """Where the trees of the tables begin, as far as the table of contents can be read."""
    rows, _gaps = _followed(pages, SCHEMA_ROOT, (), set())
    return {
        str(row[1]): row[3]
        for row in rows.values()
        if len(row) == 5 and row[0] == "table" and isinstance(row[3], int) and row[3] > 1
    }


def _followed(pages: Pages, root: int, shape: tuple[Column, ...], seen: set[int]) -> Found:
    """The rows of a tree, from its root down; a page that is not what it should be leaves a gap."""
    rows, gaps = dict[int, tuple[Value, ...]](), list[Stretch]()
    waiting = [(root, Stretch(0, None))]
    while waiting:
        page, stretch = waiting.pop()
        kind = pages.kind(page)
        try:
            if page in seen or kind not in (INTERIOR, LEAF):
                raise Unreadable
            if kind == INTERIOR:
                below = list(_below(pages, page, stretch))
                seen.add(page)
                waiting += below
                continue
            cells = list(pages.cells(page))
            fitting = [cell for cell in cells if cell is not None and stretch.has(cell.rowid) and fits(cell, shape)]
            if cells and not fitting:
                raise Unreadable
        except Unreadable:
            gaps.append(stretch)
            continue
        seen.add(page)
        rows.update((cell.rowid, cell.values) for cell in fitting)
        if len(fitting) < len(cells):
            gaps.append(stretch)
    return Found(rows, tuple(gaps))


def _below(pages: Pages, page: int, stretch: Stretch) -> Iterator[tuple[int, Stretch]]:
    after = stretch.after
    for child, key in pages.children(page):
        last = stretch.last if key is None else key
        if last is not None and (last < after or (stretch.last is not None and last > stretch.last)):
            raise Unreadable
        yield child, Stretch(after, last)
        after = after if last is None else last


def _stray(pages: Pages, shapes: Shapes, broken: set[str], known: set[int]) -> Iterator[tuple[str, Cell]]:
    """The rows of leaves that no tree leads to any more, each page taken for the table that most of its rows fit."""
    for page in pages.leaves():
        if page in known:
            continue
        try:
            cells = [cell for cell in pages.cells(page) if cell is not None]
        except Unreadable:
            continue
        fitting = {table: [cell for cell in cells if fits(cell, shape)] for table, shape in shapes.items()}
        marks = Counter({table: len(some) * 100 + _telling(shapes[table]) for table, some in fitting.items() if some})
        for table, _mark in marks.most_common(1):
            if table in broken:
                yield from ((table, cell) for cell in fitting[table])


def _telling(shape: tuple[Column, ...]) -> int:
    """How much it says that a row fits a table: its columns that only take what looks like something."""
    return sum(column.listed or column.kind != "text" or column.name in _DAYS | {"uid"} for column in shape)


def fits(cell: Cell, shape: tuple[Column, ...]) -> bool:
    """Whether a row can be one of a table. One that is older than the table's last columns has none of them."""
    if not shape:
        return True
    values = cell.values
    if cell.rowid < 1 or not values or len(values) > len(shape) or values[0] is not None:
        return False
    if any(column.required and not column.has_default for column in shape[len(values) :]):
        return False
    return all(_holds(column, value) for column, value in zip(shape[1:], values[1:], strict=False))


def _holds(column: Column, value: Value) -> bool:
    if value is None:
        return not column.required
    if column.kind != "text":
        return isinstance(value, int)
    if not isinstance(value, str):
        return False
    if column.name == "uid":
        return bool(_UID.match(value))
    if column.name in _STAMPS:
        return bool(_STAMP.match(value))
    if column.name in _DAYS:
        return bool(_DAY.match(value))
    return value.startswith("[") if column.listed else True


def _newer(shape: tuple[Column, ...], row: tuple[Value, ...], known: tuple[Value, ...] | None) -> bool:
    """Whether one row of an id was written after another that has it as well."""
    if known is None:
        return True
    names = [column.name for column in shape]
    at = names.index("updated_at") if "updated_at" in names else -1
    return 0 <= at < min(len(row), len(known)) and str(row[at]) > str(known[at])
