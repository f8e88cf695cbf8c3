"""Completion: which mention is being typed at the cursor, in spaced and in unspaced Japanese text alike.

Pure, and without names: what the mention may become is asked of the journal. Promises that the offsets are offsets into
the text that was handed in, and that nothing inside a code block is a mention.
"""

from networkjournal.capture.marks import lines
from networkjournal.capture.mentions import LONGEST, may_start
from networkjournal.lean import NamedTuple, cast
from networkjournal.model.folding import is_latin_word, name_key
from networkjournal.model.name import romaji_keys
from networkjournal.model.posting import Sign
from networkjournal.model.width import narrow

_SIGNS = "@#%+"
_STOP = frozenset("、。，．,;:；!?！？()（）「」『』[]\"'`")
"""What ends a name that stands in no brackets. A full stop does not: `@Dr. Smith` is still being typed."""
_CLOSING = {"[": "]", '"': '"'}
MOST_SPACES = 2
"""A Latin name has so many spaces at most; a longer stretch of words is prose."""


class Typed(NamedTuple):
    """A mention that is being typed."""

    sign: Sign
    start: int
    """Where the sign stands in the text."""
    typed: str
    """The text from there to the cursor, without sign and opening bracket."""
    opening: str = ""
    """`[` or `"` where the name is being written in them."""

    def keys(self) -> tuple[str, ...]:
        """The beginnings of names to look for; where nothing is typed yet, every name begins so."""
        key = name_key(self.typed)
        return (key, *sorted(romaji_keys(self.typed))) if key.isascii() and key else (key,)

    def written(self, handle: str, text: str, cursor: int) -> str:
        """How the mention is written when it is completed: with a space where a Latin handle would run on."""
        if self.opening:
            return f"{self.sign}[{handle}]"
        following = text[cursor : cursor + 1]
        runs_on = handle[-1:].isascii() and (not following or following.isalnum())
        return f"{self.sign}{handle}" + (" " if runs_on else "")


def typed_at(text: str, cursor: int) -> Typed | None:
    """The mention that ends at `cursor` (an index into `text`), if one is being typed there.

    Whether it becomes one depends on what names there are: prose after a mention (`@田中さんに`) looks the same.
    """
    cursor = min(max(cursor, 0), len(text))
    begin = text.rfind("\n", 0, cursor) + 1
    line = narrow(text[begin:cursor])
    # One character more than is there: a sign right before the cursor begins a mention whose name is yet to come.
    ahead = line + "\x7f"
    for at in range(len(line) - 1, max(len(line) - LONGEST, 0) - 1, -1):
        if line[at] in _SIGNS and may_start(ahead, at):
            opening = line[at + 1 : at + 2] if line[at + 1 : at + 2] in _CLOSING else ""
            typed = text[begin + at + 1 + len(opening) : cursor]
            if not _goes_on(narrow(typed), opening) or _fenced(text, begin):
                return None
            return Typed(cast("Sign", line[at]), begin + at, typed, opening)
    return None


def _goes_on(typed: str, opening: str) -> bool:
    """Whether what follows the sign may still be a name."""
    if opening:
        return _CLOSING[opening] not in typed
    if any(char in _STOP for char in typed) or typed[:1].isspace():
        return False
    spaces = sum(char.isspace() for char in typed)
    return not spaces or (spaces <= MOST_SPACES and is_latin_word(typed[0]))


def _fenced(text: str, begin: int) -> bool:
    if "```" not in text:
        return False
    number = text.count("\n", 0, begin) + 1
    return any(line.number == number and line.fenced for line in lines(text))
