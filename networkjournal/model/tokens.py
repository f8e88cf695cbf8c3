"""The tokens under which a text is found: Latin words whole, all else (Japanese above all) as pairs of characters.

Promises that a word of any length is found by the tokens `wanted` names: longer ones by their pairs, a single character
because every character begins a pair or stands last in its run. Refuses to ask Unicode's tables what a letter is: they
grow with each Python, and a file outlives several. No token holds anything that SQLite's `ascii` tokenizer splits at.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from networkjournal.lean import NamedTuple

LONGEST = 64
"""A longer word is kept by its beginning; whoever finds it by that compares the text itself."""

_LATIN = "0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u036f\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab64"
_PUNCTUATION = "\x00-/:-`{-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u3004\u3008-\u3020\u30fb"
_RUNS = re.compile(f"([{_LATIN}]+)|([^{_LATIN}{_PUNCTUATION}]+)")

_WITHIN = re.compile(f"[{_LATIN}]{{2}}")


class Wanted(NamedTuple):
    """A token that a text must have to be worth a look."""

    token: str
    prefix: bool = False
    """Whether tokens that begin so will do."""


def tokens(folded: str) -> frozenset[str]:
    """Every token of a folded text."""
    found: set[str] = set()
    for match in _RUNS.finditer(folded):
        word, run = match.groups()
        if word:
            found.add(word[:LONGEST])
        else:
            found.update(map("".join, pairwise(run)))
            found.add(run[-1])
    return frozenset(found)


def wanted(folded: str) -> Iterator[Wanted]:
    """The tokens of whatever contains `folded`, whose last word may go on; none for signs alone."""
    for match in _RUNS.finditer(folded):
        word, run = match.groups()
        if word:
            yield Wanted(word[:LONGEST], prefix=match.end() == len(folded) and len(word) < LONGEST)
        elif len(run) == 1:
            yield Wanted(run, prefix=True)
        else:
            yield from (Wanted(a + b) for a, b in pairwise(run))


def within_word(folded: str, at: int) -> bool:
    """Whether the place stands inside a Latin word, so that a word typed does not begin there."""
    return 0 < at < len(folded) and _WITHIN.match(folded, at - 1) is not None
