"""Rows that are read a page at a time, when they come into sight: thousands of records cost what a screenful does.

Promises to read each page once, and to show blank lines where reading fails, rather than to fail while drawing.
Refuses to know what a record is: it is handed functions that read, name and draw one.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from rich.text import Text

from networkjournal.errors import JournalError

R = TypeVar("R")
PAGE = 64
"""So many records are read at once: more than most screens are high."""
SEARCHED = 4 * PAGE
"""So many are looked through for the one that the cursor was on, where nobody knows its place."""


class Paged(Generic[R]):
    """A `RowSource` over records that are read on demand, with lines above them that the cursor skips."""

    def __init__(
        self,
        count: int,
        read: Callable[[int, int], Sequence[R]],
        key: Callable[[R], Hashable],
        draw: Callable[[R, int], Text],
        *,
        find: Callable[[Hashable], int | None] | None = None,
        head: Sequence[Text] = (),
    ) -> None:
        """Nothing is read yet.

        `read` takes how many to skip and how many to give; `find` tells where a key is; without it, the first
        pages are looked through.
        """
        self._count, self._read, self._name, self._draw, self._find = count, read, key, draw, find
        self._head = head
        self._pages: dict[int, Sequence[R]] = {}

    def record(self, place: int) -> R | None:
        """The record at a place, counted without the lines above; `None` where it cannot be read (any more)."""
        number, within = divmod(place, PAGE)
        if number not in self._pages:
            try:
                self._pages[number] = self._read(number * PAGE, PAGE)
            except JournalError:  # another program holds the file: the screen says so, and asks again within a second
                return None
        page = self._pages[number]
        return page[within] if within < len(page) else None

    def __len__(self) -> int:
        return len(self._head) + self._count if self._count else 0

    def key(self, i: int) -> Hashable:
        """See `RowSource`. A record that cannot be read is known by its place, so that the cursor can pass it."""
        if i < len(self._head):
            return None
        found = self.record(i - len(self._head))
        return ("unread", i) if found is None else self._name(found)

    def index(self, key: Hashable) -> int | None:
        """See `RowSource`."""
        if self._find is not None:
            place = self._find(key)
            return None if place is None or place >= self._count else len(self._head) + place
        for place in range(min(self._count, SEARCHED)):
            found = self.record(place)
            if found is not None and self._name(found) == key:
                return len(self._head) + place
        return None

    def draw(self, i: int, width: int) -> Text:
        """See `RowSource`."""
        if i < len(self._head):
            return self._head[i]
        found = self.record(i - len(self._head))
        return Text() if found is None else self._draw(found, width)
