"""What a person decides about doubtful people of a plan, in bulk or one by one, before it is applied.

Promises a plan that says what will be done and nothing else; refuses to decide by itself.
"""

from collections.abc import Iterable
from typing import Literal

from networkjournal.formats.item import Item
from networkjournal.formats.known import Known
from networkjournal.formats.planned_contacts import taken_for
from networkjournal.formats.records import ContactRecord

Decision = Literal["add", "join", "leave"]
DECISIONS: tuple[Decision, ...] = ("add", "join", "leave")
"""Another person: `add` · the one known: `join` · nothing of it, this time: `leave`."""


def decided(items: Iterable[Item], known: Known, decision: Decision) -> tuple[Item, ...]:
    """The plan with this decision about everybody doubtful in it."""
    return tuple(decide(item, known, decision) for item in items)


def decide(item: Item, known: Known, decision: Decision) -> Item:
    """The plan of one record; anything but a doubtful person stays as it is."""
    if item.verdict != "doubtful" or not isinstance(item.record, ContactRecord):
        return item
    if decision == "join":
        return taken_for(item, item.record, item.known, known)
    return item if decision == "add" else item._replace(verdict="same", known=0)
