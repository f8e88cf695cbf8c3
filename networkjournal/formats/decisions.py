"""What a person decides about the lines of a plan, in bulk or one by one, before it is applied.

Promises a plan that says what will be done and nothing else; refuses to decide by itself. A decision that does not fit
a line, because the journal has changed since, changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple

from networkjournal.formats.item import Item
from networkjournal.formats.known import Known
from networkjournal.formats.own_left import without
from networkjournal.formats.planned_contacts import taken_for
from networkjournal.formats.records import ContactRecord, EntryRecord, OwnRecord
from networkjournal.journal import Journal

Decision = Literal["add", "join", "leave"]
DECISIONS: tuple[Decision, ...] = ("add", "join", "leave")
"""Another person: `add` · the one known: `join` · nothing of it, this time: `leave`."""


class Line(NamedTuple):
    """A line of the plan of some files; the same line when the plan is made anew of the same files."""

    file: int
    """The place of the file among them."""
    number: int


Decisions = Mapping[Line, Decision]


def decided(items: Iterable[Item], known: Known, decision: Decision) -> tuple[Item, ...]:
    """The plan with this decision about everybody doubtful in it."""
    return tuple(decide(item, known, decision) for item in items)


def decide(item: Item, known: Known, decision: Decision) -> Item:
    """The plan of one record; anything but a doubtful person stays as it is."""
    if item.verdict != "doubtful" or not isinstance(item.record, ContactRecord):
        return item
    if decision == "join":
        return taken_for(item, item.record, item.known, known)
    return item if decision == "add" else left(item)


def choices(item: Item) -> tuple[Decision, ...]:
    """What can be decided about a line; nothing where nothing would be written anyway."""
    person = isinstance(item.record, ContactRecord)
    if item.verdict == "doubtful":
        return DECISIONS if person else ("join", "leave")
    if item.verdict == "changed" and person:
        return ("add", "leave")
    return ("leave",) if item.verdict in ("new", "changed") else ()


def one_decided(item: Item, known: Callable[[], Known], decision: Decision) -> Item:
    """The plan of one record with what was said of its line. A text that was edited here is taken over by `join`."""
    if decision not in choices(item):
        return item
    if decision == "leave":
        return left(item)
    if decision == "add":
        return another(item)
    if isinstance(item.record, EntryRecord):
        return item._replace(verdict="changed")
    return decide(item, known(), decision)


def left(item: Item) -> Item:
    """The line with nothing to be done."""
    return item._replace(verdict="same", known=item.known if isinstance(item.record, OwnRecord) else 0)


def another(item: Item) -> Item:
    """The person as one who is not known yet."""
    return item._replace(verdict="new", known=0, fields=(), changes=(), kept=())


def lines_decided(
    journal: Journal, file: int, items: tuple[Item, ...], decisions: Decisions, known: Callable[[], Known] | None = None
) -> tuple[Item, ...]:
    """The plan of the file at this place with what was said of its lines; what refers to what is left is left, too."""
    said = {line.number: decision for line, decision in decisions.items() if line.file == file}
    if not said:
        return items
    people = known or cache(lambda: Known(journal, items[0].format, frozenset()))
    made = [one_decided(item, people, said[n]) if n in said else item for n, item in enumerate(items)]
    gone = {n for n, item in enumerate(items) if item.verdict == "new" and made[n].verdict == "same"}
    return without(journal, tuple(made), gone)
