"""What is typed to find something: words that must all be there, in any order; what stands in quotes is one phrase.

Promises to agree with the index: a text in which `where` finds a term has the tokens that the term wants.
"""

from collections.abc import Iterator

from networkjournal.model.folding import fold
from networkjournal.model.tokens import Wanted, wanted, within_word

LONGEST = 400
"""Characters that are read of what was typed (or pasted)."""
_QUOTES = str.maketrans("“”„‟", '""""')


class Term(str):
    """One word or phrase, folded."""

    __slots__ = ()

    def where(self, folded: str) -> int:
        """Where a folded text has the term, -1 where it has not. Latin begins a word; Japanese stands anywhere."""
        at = folded.find(self)
        while at >= 0 and within_word(folded, at):
            at = folded.find(self, at + 1)
        return at

    def wanted(self) -> tuple[Wanted, ...]:
        """The tokens of every text that has the term."""
        return tuple(dict.fromkeys(wanted(self)))


Query = tuple[Term, ...]


def read_query(typed: str) -> Query:
    """The terms of what was typed, each once; none for nothing but spaces and quotes."""
    return tuple(dict.fromkeys(Term(text) for text in _parts(fold(typed[:LONGEST].translate(_QUOTES)))))


def plain_words(typed: str) -> str:
    """What was typed, without the quotes, as a name is looked up by it."""
    return " ".join(typed[:LONGEST].translate(_QUOTES).replace("＂", " ").replace('"', " ").split())


def _parts(folded: str) -> Iterator[str]:
    """Words outside of quotes and phrases inside; the last quote may still be open, as while one types."""
    for place, part in enumerate(folded.split('"')):
        if place % 2:
            yield from filter(None, [part.strip()])
        else:
            yield from part.split()
