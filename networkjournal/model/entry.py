"""An entry: one dated text in the journal, the book of original entry."""

from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.posting import Draft


class Entry(NamedTuple):
    """One dated text, in canonical form."""

    id: int
    day: date
    text: str


class DayMarks(NamedTuple):
    """What a day of the calendar holds: entries written on it, exchanges that passed on it."""

    written: int = 0
    given: int = 0
    received: int = 0


class Receipt(NamedTuple):
    """What a save did, for the surface that asked for it."""

    entry: Entry | None
    """`None` where it was only a preview."""
    draft: Draft
    created: tuple[str, ...] = ()
    """Handles of the contacts that were made on the way."""
