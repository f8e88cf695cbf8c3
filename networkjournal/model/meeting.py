"""Meetings: whom one met at an event, as one notes it afterwards, and what noting it did.

Refuses to know who is meant by a name: `networkjournal.meetings` asks.
"""

from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.model.days import shifted
from networkjournal.model.entry import Receipt

FOLLOW_UP = 3
"""72 hours: after that, those one met begin to forget who one was."""
SOMEBODY_NEW = "+"
"""What a name begins with that somebody new goes by, though others are known by it."""


class Row(NamedTuple):
    """One person, in the words of whoever met them."""

    name: str
    organization: str = ""
    detail: str = ""
    """One thing by which to remember them."""
    step: str = ""
    """What one will do next."""

    @property
    def empty(self) -> bool:
        """Whether nothing was noted."""
        return not any(text.strip() for text in self)


class Met(NamedTuple):
    """Somebody whom one met, as the journal now knows them."""

    contact: Contact
    new: bool
    """Whether they were not known before."""
    row: Row
    line: int | None = None
    """The line of the entry that has the next step; `None` without one."""


class Meeting(NamedTuple):
    """What noting the people met did, or would do."""

    receipt: Receipt
    people: tuple[Met, ...]


def follow_up_by(on: date) -> date:
    """The day by which one should have followed up on an event of this day."""
    return shifted(on, FOLLOW_UP)
