"""Self-introductions: what I say of myself in so many seconds, to whom or where. Each kept text is a version."""

from datetime import date

from networkjournal.lean import NamedTuple


class SelfIntroduction(NamedTuple):
    """One kept text."""

    text: str
    seconds: int
    """How long it is meant to take: 15, 30 or 60."""
    goal: str = ""
    """A goal's handle, a persona's id, an event's handle: what it is for; each may be missing."""
    persona: int | None = None
    event: str = ""
    on: date = date.min
    """When it was kept."""
    id: int = 0
