"""What a plan says of one record: the verdict, whom it is taken for, and what would change."""

from typing import Literal, NamedTuple

from networkjournal.formats.records import BadRecord, ContactRecord, EntryRecord, EventRecord, OwnRecord
from networkjournal.formats.three_way import Change
from networkjournal.model.duplicates import Reason

Verdict = Literal["new", "same", "changed", "doubtful", "unreadable"]
Record = ContactRecord | EntryRecord | EventRecord | OwnRecord | BadRecord


class Item(NamedTuple):
    """One record of a file, and what becomes of it."""

    verdict: Verdict
    where: str
    name: str
    """For a person: the contact's name, the entry's day, or the reason why it cannot be read."""
    format: str
    record: Record
    known: int = 0
    """The contact, entry or event that it is, or looks like; 0 for none."""
    fields: tuple[str, ...] = ()
    """What would change."""
    changes: tuple[Change, ...] = ()
    """What it would be, field by field."""
    kept: tuple[str, ...] = ()
    """What it says otherwise and stands, because it was edited here."""
    before: str = ""
    """What this format brought last of it, as `sources` remembers it."""
    reasons: tuple[Reason, ...] = ()
    """Why it may be the one known, where that is doubtful."""


class Plan(NamedTuple):
    """All that an import would do, in the order of the file."""

    items: tuple[Item, ...]

    def count(self, verdict: Verdict) -> int:
        """How many records have this verdict."""
        return sum(item.verdict == verdict for item in self.items)

    @property
    def unreadable(self) -> tuple[Item, ...]:
        """What could not be read."""
        return tuple(item for item in self.items if item.verdict == "unreadable")
