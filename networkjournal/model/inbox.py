"""A line in the inbox: what waits, why, and the text it stands in."""

from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.posting import Reason, Sign


class InboxLine(NamedTuple):
    """One waiting line."""

    number: int
    """What `inbox settle` takes; it stays while the line waits."""
    entry: int
    day: date
    line: int
    at: int
    """Where in the line the name's sign, or the place for one, is."""
    reason: Reason
    name: str
    text: str
    """The line as it stands."""
    sign: Sign = "@"
    candidates: tuple[str, ...] = ()
    """Handles; filled by the journal, which knows the names of today."""
