"""Finding the rows of known tables among the pages of a damaged file, whether or not its table of contents can be read.

Promises that a row is given only as what it can be: a page is taken for the table that its rows fit, with texts,
numbers, days and identifiers where the table has them. A row that a newer one took the place of is not given where the
trees can still be followed to the newer one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from networkjournal.store.pages import INTERIOR, LEAF, Cell, Pages, Unreadable, Value

UID = re.compile(r"[!-~]{8,64}\Z")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z")
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
DAYS = frozenset(("day", "on_day", "by_day", "reviewed_on", "asked_on", "snoozed_until"))
STAMPS = frozenset(("created_at", "updated_at"))
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
    found = {table: _Walk(pages, shapes, table, seen).follow(roots.get(table, 0)) for table in wanted}
    broken = {table for table, left in found.items() if left.gaps}
    if broken:
        for table, cell in _stray(pages, shapes, broken, seen | pages.free()):
            rows, gaps = found[table]
            if any(gap.has(cell.rowid) for gap in gaps) and _newer(shapes[table], cell.values, rows.get(cell.rowid)):
                rows[cell.rowid] = cell.values
    return found


def _roots(pages: Pages) -> dict[str, int]:
    """Where the trees of the tables begin, as far as the table of contents can be read."""
    contents = {"": tuple(Column(name, "", False, False, False) for name in "abcde")}
    rows, _gaps = _Walk(pages, contents, "", set()).follow(SCHEMA_ROOT)
    return {
        str(row[1]): row[3]
        for row in rows.values()
        if len(row) == 5 and row[0] == "table" and isinstance(row[3], int) and row[3] > 1
    }


class _Walk:
    """Follows the tree of one table from its root down."""

    def __init__(self, pages: Pages, shapes: Shapes, table: str, seen: set[int]) -> None:
        """`seen` are the pages that other tables have; those of this one come to them."""
        self._pages, self._shapes, self._table, self._seen = pages, shapes, table, seen

    def follow(self, root: int) -> Found:
        """The rows; a page that is not what it should be leaves a gap."""
        rows, gaps = dict[int, tuple[Value, ...]](), list[Stretch]()
        waiting = [(root, Stretch(0, None))]
        while waiting:
            page, stretch = waiting.pop()
            try:
                if page in self._seen:
                    raise Unreadable
                if self._pages.kind(page) == INTERIOR:
                    waiting += _below(self._pages, page, stretch)
                else:
                    cells = list(self._cells(page))
                    if not cells and page != root:
                        raise Unreadable
                    there = [cell for cell in cells if cell is not None and stretch.has(cell.rowid)]
                    rows.update((cell.rowid, cell.values) for cell in there)
                    ids = [cell.rowid for cell in there]
                    if len(ids) < len(cells) or ids != sorted(set(ids)) or not self._pages.is_whole(page):
                        gaps.append(stretch)
                self._seen.add(page)
            except Unreadable:
                gaps.append(stretch)
        return Found(rows, tuple(gaps))

    def _cells(self, page: int) -> Iterator[Cell | None]:
        """The rows of a leaf, `None` for each that cannot be one. Raises `Unreadable` for a page of another table."""
        if self._pages.kind(page) != LEAF:
            raise Unreadable
        cells = list(self._pages.cells(page))
        known = [cell for cell in cells if cell is not None]
        shape = self._shapes[self._table]
        taken = [can_be(cell, shape) for cell in known]
        if cells and (not any(taken) or table_of(known, self._shapes) not in (self._table, None)):
            raise Unreadable
        return (cell if cell is not None and can_be(cell, shape) else None for cell in cells)


def _below(pages: Pages, page: int, stretch: Stretch) -> list[tuple[int, Stretch]]:
    """The pages below an interior one, and which ids each has. Raises `Unreadable`."""
    after, found = stretch.after, list[tuple[int, Stretch]]()
    for child, key in pages.children(page):
        last = stretch.last if key is None else key
        if last is not None and (last < after or (stretch.last is not None and last > stretch.last)):
            raise Unreadable
        found.append((child, Stretch(after, last)))
        after = after if last is None else last
    return found


def _stray(pages: Pages, shapes: Shapes, broken: set[str], known: set[int]) -> Iterator[tuple[str, Cell]]:
    """The rows of leaves that no tree leads to any more."""
    for page in pages.leaves():
        if page in known:
            continue
        try:
            cells = [cell for cell in pages.cells(page) if cell is not None]
        except Unreadable:
            continue
        table = table_of(cells, shapes)
        if table in broken:
            yield from ((table, cell) for cell in cells if can_be(cell, shapes[table]))


def table_of(cells: Iterable[Cell], shapes: Shapes) -> str | None:
    """The table that most of these rows fit best; `None` where they fit none."""
    best = Counter(table for cell in cells if (table := _best(cell, shapes)))
    return best.most_common(1)[0][0] if best else None


def _best(cell: Cell, shapes: Shapes) -> str:
    """Of the tables that a row fits, the one with most columns that not every row could have."""
    fitting = [table for table, shape in shapes.items() if fits(cell, shape)]
    return max(fitting, key=lambda table: _telling(shapes[table]), default="")


def _telling(shape: tuple[Column, ...]) -> int:
    return sum(column.listed or column.kind != "text" or column.name in DAYS | STAMPS | {"uid"} for column in shape)


def fits(cell: Cell, shape: tuple[Column, ...]) -> bool:
    """Whether a row looks like one of a table in all that it says."""
    return can_be(cell, shape) and all(
        is_whole(column, value) for column, value in zip(shape[1:], cell.values[1:], strict=False)
    )


def can_be(cell: Cell, shape: tuple[Column, ...]) -> bool:
    """Whether a row can be one of a table, by what kinds of values it has.

    One that is older than the table's last columns has none of them.
    """
    if not shape[0].kind:
        return True  # the table of contents
    values = cell.values
    if cell.rowid < 1 or not values or len(values) > len(shape) or values[0] is not None:
        return False
    if any(column.required and not column.has_default for column in shape[len(values) :]):
        return False
    return all(_is_of(column, value) for column, value in zip(shape[1:], values[1:], strict=False))


def _is_of(column: Column, value: Value) -> bool:
    if value is None:
        return not column.required
    return isinstance(value, str) if column.kind == "text" else isinstance(value, int)


def is_whole(column: Column, value: Value) -> bool:
    """Whether a value looks like what its column holds."""
    if not isinstance(value, str):
        return True
    if column.name == "uid":
        return bool(UID.match(value))
    if column.name in STAMPS:
        return bool(STAMP.match(value))
    if column.name in DAYS:
        return bool(DAY.match(value))
    return value.startswith("[") if column.listed else True


def _newer(shape: tuple[Column, ...], row: tuple[Value, ...], known: tuple[Value, ...] | None) -> bool:
    """Whether one row of an id was written after another that has it as well."""
    if known is None:
        return True
    names = [column.name for column in shape]
    at = names.index("updated_at") if "updated_at" in names else -1
    return 0 <= at < min(len(row), len(known)) and str(row[at]) > str(known[at])
