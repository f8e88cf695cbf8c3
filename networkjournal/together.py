"""Two who change one record: bringing together what both did, and making sure of a change that nobody looks at.

Promises that what somebody else changed is never written over unseen. Refuses to ask whose is to stay: that is an error
with both, and whoever sits before a screen is asked there.
"""

from collections.abc import Callable

from networkjournal.errors import ChangedElsewhere
from networkjournal.lean import Any
from networkjournal.model.weave import rebased, settled

TRIES = 9
"""So often a command reads and writes again where others are quicker each time; they are not."""


def brought_together(concept: str, seen: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - any record
    """The record to write: what `mine` changed of what was `seen`, onto what is there by now.

    Raises `ChangedElsewhere` where both changed one thing.
    """
    made, clashing = rebased(seen, mine, theirs)
    if clashing:
        raise ChangedElsewhere(concept, seen, mine, theirs, clashing)
    return made


def insist(change: Callable[..., Any], mine: Any, seen: Any) -> Any:  # noqa: ANN401 - any record
    """Make a change that was said field by field, as on the command line: those are written, no others.

    `change` is the journal's verb. What another program changed since the record was `seen` stays as it is.
    """
    for _attempt in range(TRIES):
        try:
            return change(mine, seen=seen)
        except ChangedElsewhere as clash:
            mine, seen = settled(clash.seen, clash.mine, clash.theirs, "mine"), clash.theirs
    return change(mine)
