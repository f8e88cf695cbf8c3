"""What is being typed at the cursor: which mention, and how far. Names that would complete it are asked elsewhere."""

from typing import NamedTuple, cast

from networkjournal.capture.marks import narrow
from networkjournal.capture.mentions import may_start
from networkjournal.model.folding import name_key
from networkjournal.model.name import romaji_keys
from networkjournal.model.posting import Sign

LONGEST = 32
"""So many characters before the cursor are looked through for a sign."""


class Typing(NamedTuple):
    """A mention whose name is not finished."""

    sign: Sign
    start: int
    """Where the sign stands in the text."""
    end: int
    """The cursor."""
    typed: str

    def keys(self) -> tuple[str, ...]:
        """The beginnings of names to look for; none typed yet finds them all."""
        key = name_key(self.typed)
        spelled = sorted(romaji_keys(self.typed)) if key.isascii() and key else []
        return (key, *spelled)

    def written(self, handle: str, text: str) -> str:
        """How the mention is written when it is completed to `handle`: with a space where a word would run on."""
        following = text[self.end : self.end + 1]
        runs_on = handle[-1:].isascii() and (not following or following.isalnum())
        return f"{self.sign}{handle}" + (" " if runs_on else "")


def typing(text: str, cursor: int) -> Typing | None:
    """Tell which mention the cursor stands in; `None` where it stands in none."""
    line_start = text.rfind("\n", 0, cursor) + 1
    line = narrow(text[line_start:cursor])
    for at in range(len(line) - 1, max(len(line) - LONGEST, 0) - 1, -1):
        if line[at].isspace() and at < len(line) - 1 and not line[at - 1 : at].isascii():
            return None
        if line[at] in "@#%+" and may_start(f"{line}x", at):
            typed = text[line_start + at + 1 : cursor].lstrip('["')
            return Typing(cast("Sign", line[at]), line_start + at, cursor, typed)
    return None
