"""Cadences: how often to be in touch, with one contact or with all who have a tag or fit a persona.

Promises that a real contact only ever moves what is due forward: the latest one counts, whenever it was written down.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.days import shifted


class Cadence(NamedTuple):
    """So many days at most between two real contacts; for exactly one of a contact, a tag and a persona."""

    days: int
    contact: int | None = None
    """A contact's id."""
    tag: str = ""
    persona: int | None = None
    """A persona's id."""
    id: int = 0

    @property
    def rank(self) -> int:
        """Which of several holds: the contact's own, then a persona's, then a tag's."""
        if self.contact is not None:
            return 0
        return 1 if self.persona is not None else 2


def holding(cadences: Iterable[Cadence]) -> Cadence | None:
    """The one that holds of all that are for somebody: the nearest to them, and of equals the shortest."""
    return min(cadences, key=lambda cadence: (cadence.rank, cadence.days, cadence.id), default=None)


def latest(*days: date | None) -> date | None:
    """The last real contact of several days on which there was one."""
    return max(filter(None, days), default=None)


def next_due(last: date | None, days: int) -> date | None:
    """Until when one should be in touch again; `None` where there was no contact yet."""
    if last is None:
        return None
    return shifted(last, days)


def is_fading(last: date | None, days: int, snoozed: date | None, today: date) -> bool:
    """Whether the silence has grown longer than meant. Whoever was never in touch has nothing that could fade."""
    due = next_due(last, days)
    return due is not None and due < today and not is_snoozed(snoozed, today)


def is_snoozed(until: date | None, today: date) -> bool:
    """Whether the silence is all right for now: through the day named."""
    return until is not None and today <= until


class Rhythm(NamedTuple):
    """How the silence of one contact stands to what is meant for them."""

    contact: int
    handle: str
    name: str
    cadence: Cadence
    """The one that holds."""
    last: date | None
    """The last real contact; `None` where there was none yet."""
    entry: int = 0
    """The entry that tells of it."""
    snoozed: date | None = None
    """Through this day their silence is all right."""

    @property
    def due(self) -> date | None:
        """Until when one should be in touch again."""
        return next_due(self.last, self.cadence.days)

    def silent(self, today: date) -> int:
        """Days since the last real contact; 0 where there was none."""
        return 0 if self.last is None else max((today - self.last).days, 0)

    def fading(self, today: date) -> bool:
        """Whether the silence has grown longer than meant."""
        return is_fading(self.last, self.cadence.days, self.snoozed, today)
