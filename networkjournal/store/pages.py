"""The pages of a SQLite file, read by hand: for a file that SQLite itself refuses to read. Nothing is ever written.

Promises that whatever the bytes are, reading them ends, and raises nothing but `Unreadable`. Knows the format of
https://www.sqlite.org/fileformat2.html as far as tables need it: their b-trees, cells, overflow and records.
"""

from collections.abc import Iterator
from typing import NamedTuple

USUAL_SIZE = 4096
HEADER = 100
"""Bytes of the file's own header, before the first page's."""
INTERIOR, LEAF = 0x05, 0x0D
"""What a page of a table's tree begins with; those of indexes begin with other numbers."""
MOST_COLUMNS = 2_000
SMALLEST_USABLE = 480
_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer, by its type."""

Value = None | int | float | str | bytes


class Unreadable(Exception):
    """What stands here is no page, cell or record."""


class Cell(NamedTuple):
    """A row as it lies in a leaf."""

    rowid: int
    values: tuple[Value, ...]


class Pages:
    """The pages of one file, numbered from 1."""

    def __init__(self, data: bytes, *, usual: bool = False) -> None:
        """`data` is the whole file; with `usual` its header is not believed, but taken for what is in most files."""
        self._data = data
        told = int.from_bytes(data[16:18], "big")
        told = 65536 if told == 1 else told
        believed = not usual and 512 <= told <= 65536 and told & (told - 1) == 0
        self.size = told if believed else USUAL_SIZE
        reserved = data[20] if believed and self.size - data[20] >= SMALLEST_USABLE else 0
        self._usable = self.size - reserved
        number = 1 if usual else int.from_bytes(data[56:60], "big")
        self._encoding = {2: "utf-16-le", 3: "utf-16-be"}.get(number, "utf-8")
        self.is_usual = (self.size, reserved, self._encoding) == (USUAL_SIZE, 0, "utf-8")
        """Whether the header says what it says in most files."""
        self.count = len(data) // self.size

    def kind(self, page: int) -> int:
        """What a page begins with; 0 where there is no such page."""
        if not 1 <= page <= self.count:
            return 0
        return self._data[(page - 1) * self.size + (HEADER if page == 1 else 0)]

    def leaves(self) -> Iterator[int]:
        """All pages that look like leaves of tables."""
        return (page for page in range(1, self.count + 1) if self.kind(page) == LEAF)

    def free(self) -> frozenset[int]:
        """The pages that the file says are free: what they hold was deleted."""
        found, trunk = set[int](), int.from_bytes(self._data[32:36], "big")
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            some = min(int.from_bytes(page[4:8], "big"), self._usable // 4 - 2)
            found.update(int.from_bytes(page[8 + 4 * n : 12 + 4 * n], "big") for n in range(some))
            trunk = int.from_bytes(page[:4], "big")
        return frozenset(found)

    def children(self, page: int) -> list[tuple[int, int | None]]:
        """The pages below an interior one, each with the largest row id in it; `None` for the last, which has none.

        Raises `Unreadable`.
        """
        data = self._page(page)
        found: list[tuple[int, int | None]] = []
        for at in self._pointers(page, 12):
            key, _end = varint(data, at + 4)
            found.append((int.from_bytes(data[at : at + 4], "big"), key))
        begin = HEADER if page == 1 else 0
        return [*found, (int.from_bytes(data[begin + 8 : begin + 12], "big"), None)]

    def cells(self, page: int) -> Iterator[Cell | None]:
        """The rows in a leaf; `None` for each that cannot be read. Raises `Unreadable` for what is no leaf."""
        for at in self._pointers(page, 8):
            try:
                yield self._cell(page, at)
            except Unreadable:
                yield None

    def is_whole(self, page: int) -> bool:
        """Whether a leaf's cells and free places fill it, as they do; where one was dropped there would be a hole."""
        data, begin = self._page(page), HEADER if page == 1 else 0
        start = int.from_bytes(data[begin + 5 : begin + 7], "big") or 65536
        try:
            used = sum(max(self._extent(data, at), 4) for at in self._pointers(page, 8))
        except Unreadable:
            return False
        used += data[begin + 7]
        free, seen = int.from_bytes(data[begin + 1 : begin + 3], "big"), 0
        while free > seen and free + 4 <= self._usable:
            seen = free
            used += int.from_bytes(data[free + 2 : free + 4], "big")
            free = int.from_bytes(data[free : free + 2], "big")
        return not free and used == self._usable - start

    def _extent(self, data: bytes, at: int) -> int:
        """How many bytes of its page a cell takes."""
        size, after = varint(data, at)
        _rowid, after = varint(data, after)
        local = self._local(size)
        return after - at + local + (4 if local < size else 0)

    def _local(self, size: int) -> int:
        """How much of a payload lies in the page itself."""
        most, least = self._usable - 35, (self._usable - 12) * 32 // 255 - 23
        if size <= most:
            return size
        local = least + (size - least) % (self._usable - 4)
        return local if local <= most else least

    def _page(self, page: int) -> bytes:
        if not 1 <= page <= self.count:
            raise Unreadable
        return self._data[(page - 1) * self.size : page * self.size]

    def _pointers(self, page: int, header: int) -> list[int]:
        data = self._page(page)
        begin = HEADER if page == 1 else 0
        count = int.from_bytes(data[begin + 3 : begin + 5], "big")
        first = begin + header
        if first + 2 * count > self._usable:
            raise Unreadable
        return [int.from_bytes(data[first + 2 * n : first + 2 * n + 2], "big") for n in range(count)]

    def _cell(self, page: int, at: int) -> Cell:
        data = self._page(page)
        size, at = varint(data, at)
        rowid, at = varint(data, at)
        if size > len(self._data):
            raise Unreadable
        local = self._local(size)
        payload = data[at : at + local]
        if len(payload) < local or at + local > self._usable:
            raise Unreadable
        if local < size:
            payload += self._overflow(int.from_bytes(data[at + local : at + local + 4], "big"), size - local)
        return Cell(rowid if rowid < 1 << 63 else rowid - (1 << 64), record(payload, self._encoding))

    def _overflow(self, page: int, size: int) -> bytes:
        parts, seen = list[bytes](), set[int]()
        while size > 0:
            if page in seen:
                raise Unreadable
            seen.add(page)
            data = self._page(page)
            parts.append(data[4 : min(self._usable, 4 + size)])
            size -= len(parts[-1])
            page = int.from_bytes(data[:4], "big")
        return b"".join(parts)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next thing begins. Raises `Unreadable`."""
    value = 0
    for place in range(9):
        if at + place >= len(data):
            raise Unreadable
        byte = data[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise Unreadable


def record(payload: bytes, encoding: str = "utf-8") -> tuple[Value, ...]:
    """The values of a record. Raises `Unreadable`."""
    header, at = varint(payload, 0)
    types = list[int]()
    while at < header:
        kind, at = varint(payload, at)
        types.append(kind)
        if len(types) > MOST_COLUMNS:
            raise Unreadable
    if at != header:
        raise Unreadable
    values = list[Value]()
    for kind in types:
        value, at = _value(payload, at, kind, encoding)
        values.append(value)
    if at != len(payload):
        raise Unreadable
    return tuple(values)


def _value(payload: bytes, at: int, kind: int, encoding: str) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None, 0, 1)[kind and kind - 7], at
    if kind in (10, 11):
        raise Unreadable
    size = _SIZES.get(kind, 8 if kind == 7 else (kind - 12) // 2)
    part = payload[at : at + size]
    if len(part) < size:
        raise Unreadable
    if kind == 7:
        from struct import unpack

        return float(unpack(">d", part)[0]), at + size
    if kind < 12:
        return int.from_bytes(part, "big", signed=True), at + size
    if kind % 2 == 0:
        return part, at + size
    return part.decode(encoding, "replace"), at + size  # one bad byte is no reason to lose a page of text
