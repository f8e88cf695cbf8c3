"""Events: gatherings, why one goes, and how it went. An event has a purpose or says out loud that it has none."""

from datetime import date

from networkjournal.lean import Literal, NamedTuple

Verdict = Literal["again", "maybe", "never"]
VERDICTS: tuple[Verdict, ...] = ("again", "maybe", "never")
EventPhase = Literal["planned", "to_review", "past"]


class Event(NamedTuple):
    """One gathering."""

    title: str
    on: date
    handle: str = ""
    purpose: str = ""
    """Empty only where the person said `--no-purpose`."""
    place: str = ""
    goals: tuple[str, ...] = ()
    """Handles."""
    cost: int | None = None
    currency: str | None = None
    minutes: int | None = None
    reviewed_on: date | None = None
    cards: int | None = None
    """Business cards collected."""
    talks: int | None = None
    """Conversations that went somewhere."""
    verdict: Verdict | None = None
    outcome: str = ""
    """What came of it, in words."""
    personas: tuple[int, ...] = ()
    """Ids of whom one hopes to meet there."""
    expected: tuple[str, ...] = ()
    """Who is expected: handles of contacts, and the names of people who are none yet."""
    bring: tuple[str, ...] = ()
    """What I bring."""
    questions: tuple[str, ...] = ()
    """What I want to ask there."""
    series: str = ""
    """What the gatherings of one series are called, where they do not have the same title."""
    asked_on: date | None = None
    """When the program asked for the review; it asks once."""
    id: int = 0

    def phase(self, today: date) -> EventPhase:
        """Planned until its day is over, then to be reviewed until it has been."""
        if self.reviewed_on is not None:
            return "past"
        return "planned" if self.on >= today else "to_review"
