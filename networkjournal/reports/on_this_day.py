"""On this day: what was written on the same day in earlier years, and one, three and six months ago.

Promises to look only at those few days. A day that a month or a year does not have is passed over.
"""

from collections.abc import Iterator
from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.entry import Entry

MONTHS = (1, 3, 6)
YEARS = 60
"""So far back; a journal is seldom older than whoever writes it."""


class Memory(NamedTuple):
    """An entry of an earlier day, and how long ago that is."""

    months: int
    """Whole years are multiples of twelve."""
    entry: Entry


def on_this_day(journal: Journal, day: date) -> tuple[Memory, ...]:
    """Give what was written on this day before, the nearest day first."""
    earlier = dict(_earlier(day))
    entries = journal.books.entries.on(*earlier)
    return tuple(sorted((Memory(earlier[entry.day], entry) for entry in entries), key=lambda memory: memory.months))


def _earlier(day: date) -> Iterator[tuple[date, int]]:
    for months in (*MONTHS, *range(12, 12 * YEARS + 1, 12)):
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        try:
            yield date(year, month + 1, day.day), months
        except ValueError:  # no such day, or before there were years
            continue
