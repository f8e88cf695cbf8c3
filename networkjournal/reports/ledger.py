"""The ledger of a span of days: every exchange with what its line names, and every settlement with what it settled."""

from collections.abc import Iterator
from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.exchange import Links, Settled, Told


def told(journal: Journal, start: date = date.min, end: date = date.max) -> Iterator[Told]:
    """Give the exchanges dated from `start` to `end`, the oldest first."""
    entry, links = 0, dict[int, Links]()
    for passed in journal.books.exchanges.span(start, end):
        if passed.entry != entry:
            entry, links = passed.entry, dict(journal.books.postings.links(passed.entry))
        yield Told(passed, links.get(passed.line, Links()))


def settlements(journal: Journal) -> Iterator[Settled]:
    """Give all settlements, contact by contact, the oldest first."""
    for contact in journal.books.ledger.settled():
        handle, net = journal.books.contacts.get(contact).handle, 0
        for line in journal.books.ledger.register(contact):
            if line.direction is None:
                yield Settled(line.on, handle, net, line.entry)
            net = line.running
