"""Two who change one record: bringing together what both did, and making sure of a change that nobody looks at.

Promises that what somebody else changed is never written over unseen. Refuses to ask whose is to stay: that is an error
with both, and whoever sits before a screen is asked there.
"""

from collections.abc import Callable

from networkjournal.errors import ChangedElsewhere, Invalid
from networkjournal.lean import TYPE_CHECKING, Any
from networkjournal.model.posting import Sign

if TYPE_CHECKING:
    from networkjournal.books import Books

_SIGNS: dict[str, Sign] = {"contact": "@", "goal": "#", "event": "%", "strength": "+"}
TRIES = 9
"""So often a command reads and writes again where others are quicker each time; they are not."""


class Together:
    """What the verbs that change a record have in common."""

    books: "Books"

    def _onto(self, concept: str, seen: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - any record
        """The record to write: what `mine` changed of what was `seen`, onto what is there; without `seen` it is `mine`.

        Raises `ChangedElsewhere` where both changed one thing, `Invalid` where it was removed meanwhile.
        """
        if seen is not None and concept in _SIGNS and not self.books.names.live(_SIGNS[concept], mine.id):
            raise Invalid(concept, "", "gone")
        if seen is None or seen == theirs:
            return mine
        from networkjournal.model.weave import rebased  # only where two write at once

        made, clashing = rebased(seen, mine, theirs)
        if clashing:
            raise ChangedElsewhere(concept, seen, mine, theirs, clashing)
        return made

    def _now(self, concept: str, record: int) -> Any:  # noqa: ANN401 - any record
        """A record as it is in the file. Raises `Invalid` where it was removed meanwhile."""
        try:
            return getattr(self.books, f"{concept}s").get(record)
        except KeyError:
            raise Invalid(concept, "", "gone") from None


def insist(change: Callable[..., Any], mine: Any, seen: Any) -> Any:  # noqa: ANN401 - any record
    """Make a change that was said field by field, as on the command line: those are written, no others.

    `change` is the journal's verb. What another program changed since the record was `seen` stays as it is.
    """
    from networkjournal.model.weave import settled

    for _attempt in range(TRIES):
        try:
            return change(mine, seen=seen)
        except ChangedElsewhere as clash:
            mine, seen = settled(clash.seen, clash.mine, clash.theirs, "mine"), clash.theirs
    return change(mine)
