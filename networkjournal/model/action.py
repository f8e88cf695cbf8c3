"""Actions: what is declared, awaited and done. Several lines, written on different days, may be one action."""

from datetime import date
from typing import NamedTuple

from networkjournal.model.folding import fold
from networkjournal.model.posting import ActionState, Named


class OpenAction(NamedTuple):
    """An action as it stands now: the latest line that speaks of it."""

    entry: int
    line: int
    state: ActionState
    declared: date
    """The date of the entry with that line."""
    due: date | None
    words: str
    contacts: tuple[Named, ...]

    def overdue(self, today: date) -> bool:
        """Whether its due date has passed."""
        return self.due is not None and self.due < today


def action_key(words: str) -> str:
    """Tell which lines are one action: the same words, however they are spaced, cased or wide.

    Declaring `[ ] send the notes` and writing `[x] send the notes` days later is one action, done; nobody need search
    for the line that declared it. Handles stand in the words, so promises to two people stay two.
    """
    return fold(words).replace(" ", "")
