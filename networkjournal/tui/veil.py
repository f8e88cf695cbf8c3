"""The veil: what a shared screen shows of people. With it on, names and notes are dots; figures, kinds and days stay.

Promises that a veiled text tells nothing, not even its length. Refuses to know where texts come from: whoever draws a
text of or about a person asks for it here, by `name` or by `words`.
"""

from collections.abc import Iterable
from typing import NamedTuple

DOTS = "●●●"


class Veil(NamedTuple):
    """On or off; drawn anew by whoever is bound to the screen's revision."""

    on: bool = False

    def name(self, text: str) -> str:
        """A name, a handle, a reading, an organization, an address: whatever tells who somebody is."""
        return DOTS if self.on and text else text

    def words(self, text: str) -> str:
        """What was written about people: notes, needs, the words of a line, a whole entry."""
        return DOTS if self.on and text.strip() else text

    def hide(self, sentence: str, names: Iterable[str]) -> str:
        """A sentence of ours in which these names stand."""
        if self.on:
            for name in sorted(filter(None, names), key=len, reverse=True):  # a name may begin another one
                sentence = sentence.replace(name, DOTS)
        return sentence


OPEN = Veil()
"""Nothing is hidden: for tests, and where no app says otherwise."""
