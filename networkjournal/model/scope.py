"""Where to look for something: among which records and entries, as ids and days."""

from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.posting import Sign


class Scope(NamedTuple):
    """All of what it says has to hold; an empty one is everywhere."""

    linked: tuple[tuple[Sign, frozenset[int]], ...] = ()
    """What mentions, or is about, one of these records; each pair has to hold."""
    posted: frozenset[str] = frozenset()
    """Entries that posted something of each of these: `exchange`, `action`, `insight`, `result`."""
    exchanged: frozenset[str] = frozenset()
    """Entries with an exchange of each of these kinds."""
    kinds: frozenset[str] = frozenset()
    """Documents that are of each of these kinds: `entry`, `contact`, `goal`…; of two, there are none."""
    since: date | None = None
    until: date | None = None

    @property
    def entries(self) -> bool:
        """Whether it can hold entries."""
        return self.kinds <= {"entry"}

    @property
    def records(self) -> bool:
        """Whether it can hold records."""
        return not (self.posted or self.exchanged or "entry" in self.kinds or len(self.kinds) > 1)


EVERYWHERE = Scope()
