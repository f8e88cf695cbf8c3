"""What else stays out when records of this program's own document are left out: whatever refers to them.

Promises that no record is written whose other is missing.
"""

from collections.abc import Set
from functools import cache

from networkjournal.formats.item import Item
from networkjournal.formats.own_shape import fits
from networkjournal.formats.records import OwnRecord
from networkjournal.journal import Journal
from networkjournal.store.whole import Whole


def without(journal: Journal, items: tuple[Item, ...], left: Set[int]) -> tuple[Item, ...]:
    """The plan with all left out that refers to one of the lines with these numbers."""
    gone = {item.record.uid for n, item in enumerate(items) if n in left and isinstance(item.record, OwnRecord)}
    if not gone:
        return items
    columns = cache(Whole(journal.books.connection).columns)
    there, made = dict[str, set[str]](), list(items)
    for item in items:
        if isinstance(item.record, OwnRecord) and item.record.uid not in gone:
            there.setdefault(item.record.table, set()).add(item.record.uid)
    again = True
    while again:
        again = False
        for n, item in enumerate(made):
            record = item.record
            if item.verdict != "new" or not isinstance(record, OwnRecord):
                continue
            if not fits(record.table, record.row, columns(record.table), there):
                made[n] = item._replace(verdict="same")
                there[record.table].discard(record.uid)
                again = True
    return tuple(made)
