"""What the day asks for: promises, people to be in touch with, events before and after, what waits in the inbox.

Promises at most `PEOPLE` people, each with why now: a list that floods is not read. Every list is read by an index or
comes from kept totals, for this is asked for whenever anything changes.
"""

from datetime import date
from itertools import zip_longest

from networkjournal.journal import Journal
from networkjournal.lean import TYPE_CHECKING, Literal, NamedTuple
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import Account
from networkjournal.model.cadence import Rhythm
from networkjournal.model.days import shifted
from networkjournal.model.event import Event
from networkjournal.reports.cadences import fading

if TYPE_CHECKING:
    from networkjournal.reports.suggest import Suggestion

PEOPLE = 5
AHEAD = 7
"""So many days before an event it is time to prepare."""
EVENTS = 5
"""At most so many events of each list; the rest is counted."""

Why = Literal["give_back", "fading"]


class Someone(NamedTuple):
    """One person to be in touch with, and why now."""

    account: Account
    why: tuple[Why, ...]
    rhythm: Rhythm | None = None
    """Where they fade."""
    gift: "Suggestion | None" = None
    """What could be given; looked for by `with_gifts` alone."""


class Meeting(NamedTuple):
    """Somebody expected at an event of the day."""

    event: Event
    account: Account


class Counts(NamedTuple):
    """The day in a few numbers."""

    due: int
    awaited: int
    to_review: int
    to_prepare: int
    waiting: int


class Today(NamedTuple):
    """One day's sheet."""

    day: date
    owed: tuple[OpenAction, ...]
    """What I will do, what is due first."""
    awaited: tuple[OpenAction, ...]
    people: tuple[Someone, ...]
    """Whom to give something back, and with whom contact fades; those too young to judge owe nothing back yet."""
    give_back: tuple[Account, ...]
    """Relationships in which more was received, the largest debt first."""
    to_give_back: int
    """How many there are, shown or not."""
    fading: tuple[Rhythm, ...]
    to_fade: int
    """How many are fading, shown or not."""
    to_review: tuple[Event, ...]
    """Events that are over and were not looked back at, the newest first."""
    unreviewed: int
    to_prepare: tuple[Event, ...]
    """Events of the coming days, today's included."""
    meetings: tuple[Meeting, ...]
    """Whom one meets today, as far as it is known."""
    waiting: int
    """Lines in the inbox."""

    @property
    def due(self) -> tuple[OpenAction, ...]:
        """What I promised for today or earlier."""
        return tuple(action for action in self.owed if action.due is not None and action.due <= self.day)

    @property
    def counts(self) -> Counts:
        """The same in a few numbers."""
        return Counts(len(self.due), len(self.awaited), self.unreviewed, len(self.to_prepare), self.waiting)

    @property
    def empty(self) -> bool:
        """Whether the day asks for nothing."""
        return not (self.owed or self.people or any(self.counts))

    @property
    def more_people(self) -> int:
        """How many more there are than are shown."""
        return max(self.to_give_back + self.to_fade - sum(len(someone.why) for someone in self.people), 0)


def today(journal: Journal, day: date) -> Today:
    """Make the sheet of `day`."""
    books = journal.books
    actions = books.actions.standing()
    owing, to_give_back = books.agenda.owing(day, PEOPLE)
    give_back = tuple(map(books.ledger.account, owing))
    faded = fading(journal, day, PEOPLE)
    over, unreviewed = books.agenda.unreviewed(day, EVENTS)
    to_prepare = tuple(map(books.events.get, books.agenda.coming(day, _ahead(day), EVENTS)))
    return Today(
        day,
        tuple(action for action in actions if action.state == "open"),
        tuple(action for action in actions if action.state == "awaiting"),
        _people(journal, give_back, faded.shown),
        give_back,
        to_give_back,
        faded.shown,
        faded.total,
        tuple(map(books.events.get, over)),
        unreviewed,
        to_prepare,
        _meetings(journal, to_prepare, day),
        books.inbox.count(),
    )


def counts(journal: Journal, day: date) -> Counts:
    """Count what the day asks for, without reading any of it."""
    return Counts(*journal.books.agenda.counts(day, _ahead(day)), journal.books.inbox.count())


def with_gifts(journal: Journal, sheet: Today) -> Today:
    """Give the sheet with what could be given to each of its people."""
    return sheet._replace(
        people=tuple(
            someone._replace(gift=gift_for(journal, someone.account.contact_id, sheet.day)) for someone in sheet.people
        )
    )


def gift_for(journal: Journal, contact: int, day: date) -> "Suggestion | None":
    """Give the first thing that could be given to somebody."""
    from networkjournal.reports.suggest import suggest_for  # words and matching: the few numbers need none of it

    return next(iter(suggest_for(journal, journal.books.contacts.get(contact), day, 1).suggestions), None)


def _ahead(day: date) -> date:
    return shifted(day, AHEAD)


def _people(journal: Journal, give_back: tuple[Account, ...], fading: tuple[Rhythm, ...]) -> tuple[Someone, ...]:
    """Both lists in turn, so that neither crowds the other out; whoever is in both stands once, with both reasons."""
    found: dict[int, Someone] = {}
    rhythms = {rhythm.contact: rhythm for rhythm in fading}
    for account, rhythm in zip_longest(give_back, fading):
        if account is not None and account.contact_id not in found:
            theirs = rhythms.get(account.contact_id)
            found[account.contact_id] = Someone(account, ("give_back", "fading") if theirs else ("give_back",), theirs)
        if rhythm is not None and rhythm.contact not in found:
            owing = any(account.contact_id == rhythm.contact for account in give_back)
            why: tuple[Why, ...] = ("give_back", "fading") if owing else ("fading",)
            found[rhythm.contact] = Someone(journal.books.ledger.account(rhythm.contact), why, rhythm)
    return tuple(found.values())[:PEOPLE]


def _meetings(journal: Journal, events: tuple[Event, ...], day: date) -> tuple[Meeting, ...]:
    """The contacts who are expected at events of the day."""
    return tuple(
        Meeting(event, journal.books.ledger.account(contact))
        for event in events
        if event.on == day
        for contact in journal.books.agenda.expected(event.id)
    )
