"""The records behind a number: how many there are, a page of them at a time, and what they add up to."""

from collections.abc import Callable, Iterable, Sequence

from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import Account
from networkjournal.model.entry import Entry
from networkjournal.model.event import Event
from networkjournal.model.exchange import Passed, Sums, Which, summed
from networkjournal.model.line import LineKind, PostedLine
from networkjournal.model.period import Period
from networkjournal.model.posting import Direction, Sign
from networkjournal.store.spans import LearnedKind, Spans

LATEST = 500
"""So many exchanges of all people are listed; who looks for an older one asks for its person or its goal."""

Record = Passed | Entry | PostedLine | Account | Event


class Records(NamedTuple):
    """Records to list, the newest first."""

    length: int
    read: Callable[[int, int], Sequence[Record]]
    """How many to skip, how many to give."""
    sums: Sums | None = None
    """What they add up to, where they are exchanges."""
    more: int = 0
    """How many older ones there are besides those that are listed."""
    alone: bool = False
    """Whether they are all with one person, who need not be named in each."""


def exchanges(journal: Journal, which: Which) -> Records:
    """Exchanges that have something in common."""
    book = journal.books.exchanges
    sums = book.sums(which)
    return Records(sums.times, lambda skip, most: book.page(which, skip, most), sums, alone=which.contact is not None)


def latest(journal: Journal, direction: Direction) -> Records:
    """The latest of all that was given, or received, as far as it counts in today's balances."""
    book = journal.books.exchanges
    found = book.latest(direction, LATEST)
    more = max(book.counting(direction) - len(found), 0)
    return Records(len(found), lambda skip, most: found[skip : skip + most], summed(found), more)


def these(found: Sequence[Passed]) -> Records:
    """Exchanges that are at hand."""
    return Records(len(found), lambda skip, most: found[skip : skip + most], summed(found))


def entries(journal: Journal, sign: Sign, target: int) -> Records:
    """Entries that mention a record."""
    book = journal.books.entries
    return Records(book.count_with(sign, target), lambda skip, most: book.page_with(sign, target, skip, most))


def lines(journal: Journal, kind: LineKind, sign: Sign, target: int) -> Records:
    """Insights, results or kept actions whose lines name a record."""
    book = journal.books.lines
    return Records(
        book.count(kind, sign, target), lambda skip, most: book.page(kind, sign, target, skip, most), alone=True
    )


def people(journal: Journal, contacts: Iterable[int]) -> Records:
    """The accounts of contacts, archived ones too, in the order of their names."""
    books = journal.books
    found = books.contacts.some(contacts)
    return Records(
        len(found), lambda skip, most: [books.ledger.account(contact.id) for contact in found[skip : skip + most]]
    )


def within(journal: Journal, kind: LearnedKind, period: Period, goal: int | None) -> Records:
    """Insights or results of a period, about a goal, about none (0), or all."""
    spans = Spans(journal.books.connection)

    def read(skip: int, most: int) -> Sequence[PostedLine]:
        found = spans.learned(kind, period, most, skip, goal)
        return [PostedLine(one.on, one.entry, one.line, one.words) for one in found]

    return Records(spans.count(kind, period, goal), read, alone=True)


def actions(found: Sequence[OpenAction]) -> Records:
    """Actions, as they come, each at its latest line."""
    lines = [PostedLine(one.done or one.declared, one.entry, one.line, one.words) for one in found]
    return Records(len(lines), lambda skip, most: lines[skip : skip + most], alone=True)


def spent(journal: Journal, which: Which, found: Sequence[Event]) -> Records:
    """What time, money or trust went into: events, and below them exchanges."""
    passed = exchanges(journal, which)

    def read(skip: int, most: int) -> Sequence[Record]:
        first = found[skip : skip + most]
        rest = passed.read(max(skip - len(found), 0), most - len(first)) if len(first) < most else ()
        return [*first, *rest]

    return Records(len(found) + passed.length, read, passed.sums)


def some_entries(journal: Journal, ids: Iterable[int]) -> Records:
    """These entries, the newest first."""
    found = sorted(journal.books.entries.some(ids), key=lambda entry: (entry.day, entry.id), reverse=True)
    return Records(len(found), lambda skip, most: found[skip : skip + most])


def events(found: Sequence[Event]) -> Records:
    """Events, as they come."""
    return Records(len(found), lambda skip, most: found[skip : skip + most])
