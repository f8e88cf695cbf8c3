"""What is typed to find something: words that must all be there, in any order, and filters that say where to look.

What stands in quotes is one phrase; `who:` and its like take the word or the phrase that follows. Promises to agree
with the index: a text in which `where` finds a term has the tokens that the term wants. Refuses to know whom a filter
means or which day (`reports.scope` does).
"""

from collections.abc import Iterator

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.folding import fold
from networkjournal.model.tokens import Wanted, wanted, within_word

LONGEST = 400
"""Characters that are read of what was typed (or pasted)."""
_QUOTES = str.maketrans("“”„‟＂", '"""""')

FilterKey = Literal["who", "goal", "event", "kind", "from", "to"]
FILTERS: dict[FilterKey, tuple[str, ...]] = {
    "who": ("who", "誰", "人"),
    "goal": ("goal", "目的"),
    "event": ("event", "会"),
    "kind": ("kind", "種類"),
    "from": ("from", "から"),
    "to": ("to", "まで"),
}
"""Each filter, and the words that name it before a colon."""
_KEYS = {word: key for key, words in FILTERS.items() for word in words}


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


class Filter(NamedTuple):
    """Where to look, as it was typed."""

    key: FilterKey
    value: str


class Asked(NamedTuple):
    """All that was typed."""

    terms: Query
    """Each once; none for nothing but filters, spaces and quotes."""
    filters: tuple[Filter, ...]
    name: str
    """The words without quotes and filters, as a name is looked up by them."""


def read_asked(typed: str) -> Asked:
    """Read what was typed. A filter without its value, as while one types, is passed over."""
    terms: list[str] = []
    filters: list[Filter] = []
    names: list[str] = []
    for key, text, phrase in _parts(typed[:LONGEST].translate(_QUOTES)):
        if key:
            filters += [Filter(key, text)] if text else []
            continue
        names.append(text)
        terms += [fold(text)] if phrase else [word.rstrip("*") or word for word in fold(text).split()]
    return Asked(
        tuple(dict.fromkeys(Term(term) for term in terms if term)),
        tuple(dict.fromkeys(filters)),
        " ".join(" ".join(names).split()),
    )


def read_query(typed: str) -> Query:
    """The words and phrases of what was typed."""
    return read_asked(typed).terms


def in_one_word(word: str) -> str:
    """A word of a command line as it is typed in one line: what a shell kept together stays the filter's value."""
    key, value = _filter(word)
    return f'{key}:"{value}"' if key and " " in value and '"' not in value else word


def _parts(typed: str) -> Iterator[tuple[FilterKey | None, str, bool]]:
    """Filters with their values, words, and phrases (told by True); the last quote may be open, as while one types."""
    waiting: FilterKey | None = None
    for place, part in enumerate(typed.split('"')):
        if place % 2:
            yield waiting, part.strip(), waiting is None
            waiting = None
            continue
        found = [_filter(word) for word in part.split()]
        yield from ((key, value, False) for key, value in found)
        key, value = found[-1] if found and not part[-1].isspace() else (None, "")
        waiting = None if value else key


def _filter(word: str) -> tuple[FilterKey | None, str]:
    """The filter that a word is, and its value; no filter and the word itself where it is none."""
    head, colon, value = word.replace("：", ":", 1).partition(":")
    key = _KEYS.get(fold(head)) if colon else None
    return (key, value) if key else (None, word)
