"""Events as one looks back on them: what lies ahead, what wants a review, what came of each, and a series over time."""

from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.model.days import shifted
from networkjournal.model.event import Event
from networkjournal.model.exchange import CameOf, Sums, Which
from networkjournal.model.gathering import ASK_WITHIN, CAME_OF, same_series
from networkjournal.model.goal import Persona


class Listed(NamedTuple):
    """All events by where they stand."""

    planned: tuple[Event, ...]
    """The next one first."""
    to_review: tuple[Event, ...]
    """The latest first, as those that follow."""
    past: tuple[Event, ...]


class Gathered(NamedTuple):
    """One event with what came of it."""

    event: Event
    met: tuple[int, ...]
    """Ids of the people met there."""
    first_met: tuple[int, ...]
    """Those among them met there for the first time."""
    exchanges: Sums


def listed(journal: Journal, today: date) -> Listed:
    """Give all events by where they stand."""
    events = tuple(journal.books.events.all())
    planned = sorted((event for event in events if event.phase(today) == "planned"), key=lambda event: event.on)
    to_review = tuple(event for event in events if event.phase(today) == "to_review")
    return Listed(tuple(planned), to_review, tuple(event for event in events if event.phase(today) == "past"))


def next_planned(journal: Journal, today: date) -> Event | None:
    """Give the event that comes next, today's included; `None` where none is planned."""
    return next(iter(listed(journal, today).planned), None)


def to_ask(journal: Journal, today: date) -> Event | None:
    """Give the latest event that is over, unreviewed, and was never asked about; `None` where there is none."""
    books = journal.books
    found = books.gatherings.unasked(shifted(today, -ASK_WITHIN), shifted(today, -1))
    return None if found is None else books.events.get(found)


def personas(journal: Journal) -> tuple[Persona, ...]:
    """Give whom one may want to meet: the personas whose goal is still there."""
    goals = {goal.id for goal in journal.books.goals.all()}
    return tuple(persona for persona in journal.books.personas.all() if persona.goal_id in goals)


def came_of(journal: Journal, event: Event) -> Which:
    """Give which exchanges came of an event: lines that name it, and those with people first met there, for a month."""
    first = journal.books.gatherings.first_met(event)
    return Which(came_of=CameOf(event.id, first, event.on, shifted(event.on, CAME_OF)))


def gathered(journal: Journal, event: Event) -> Gathered:
    """Give an event with what came of it."""
    books = journal.books
    which = came_of(journal, event)
    first = which.came_of.people if which.came_of else ()
    return Gathered(event, books.gatherings.met(event), first, books.exchanges.sums(which))


def series(journal: Journal, event: Event) -> tuple[Event, ...]:
    """Give the dates of the series that an event belongs to, itself among them, the latest first."""
    return tuple(other for other in journal.books.events.all() if same_series(event, other))


def compared(journal: Journal, event: Event) -> tuple[Gathered, ...]:
    """Give the dates of its series, each with what came of it, the latest first."""
    return tuple(gathered(journal, other) for other in series(journal, event))


def follow_ups(journal: Journal, event: Event) -> tuple[Contact, ...]:
    """Give the people met at an event with whom nothing is agreed and nothing has passed since."""
    return journal.books.contacts.some(journal.books.gatherings.without_step(event))
