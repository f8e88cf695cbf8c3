"""Cadences: how often to be in touch, with one contact or with all who have a tag or fit a persona."""

from networkjournal.lean import NamedTuple


class Cadence(NamedTuple):
    """So many days at most between two real contacts; for exactly one of a contact, a tag and a persona."""

    days: int
    contact: int | None = None
    """A contact's id."""
    tag: str = ""
    persona: int | None = None
    """A persona's id."""
    id: int = 0
