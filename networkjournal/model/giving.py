"""What somebody could be given, and why: an offer that answers what is known of them, or who has what they look for.

Promises a reason for everything: the words, the field they stand in and, where somebody told it, the sentence.
"""

import re
from collections.abc import Iterable, Iterator

from networkjournal.lean import NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.model.strength import Offer
from networkjournal.model.words import Text, Word, phrases, read, words

FOR_WHOM = {
    "needs": 5, "notes": 4, "entries": 3, "tags": 3, "title": 3, "department": 3, "organization": 2, "how_met": 2,
}  # fmt: skip
"""What it counts where a field has one of the words for whom an offer is."""
OF_WHAT = {"needs": 3, "notes": 2, "entries": 1}
"""What it counts where somebody told a word of the offer itself."""
HAS = {"can_give": 4, "tags": 3, "title": 3, "department": 3, "organization": 2}
"""What it counts where somebody has a word of what another one looks for."""
ENOUGH = 3
"""Less than this says too little: a word of an organization, one word in passing."""

_TOLD = ("needs", "notes", "entries")
_ENDS = str.maketrans(dict.fromkeys("。．！？!?", "\n"))
_PAUSES = str.maketrans(dict.fromkeys("、，,;；", "\n"))
_SEEKS = (
    r"探して|探し中|求めて|募集|欲しい|ほしい|困って|悩|知りたい|必要として|足りな|不足"
    r"|\b(?:looks?|looking|searching|search) (?:for|to)\b|\b(?:seek(?:s|ing)?|needs?|wants?|lacks?)\b"
    r"|\b(?:would like|in want of|struggl(?:es|ing))\b"
)
"""What somebody says who looks for something."""
_POSTED = ("->", "→", "<-", "←", "<>", "[ ]", "[x]", "[X]", "[-]", "[<]", "［", "=", "＝")
"""Lines that say what passed, what is to be done, what came of it: no needs of theirs."""


class Why(NamedTuple):
    """Words that are the reason, and where they stand."""

    field: str
    words: str
    line: str = ""
    """The sentence they stand in, where somebody told it or one noted it."""


class Giving(NamedTuple):
    """How well something answers, and why."""

    score: int
    because: tuple[Why, ...]
    """What was told first, then what the card says."""


class Known(NamedTuple):
    """One sentence, or one value of a card."""

    field: str
    line: str
    text: Text


class Offered(NamedTuple):
    """An offer, ready to be asked about."""

    offer: Offer
    audience: tuple[Word, ...]
    about: tuple[Word, ...]
    """Words of the offer itself that do not say for whom it is."""

    @property
    def words(self) -> tuple[Word, ...]:
        """All of them."""
        return self.audience + self.about


class Wish(NamedTuple):
    """Something that somebody looks for."""

    field: str
    line: str
    words: tuple[Word, ...]
    head: Word
    """The thing itself, as far as its place tells: the last word in Japanese, the first one in English."""


def known(contact: Contact, lines: Iterable[str] = ()) -> tuple[Known, ...]:
    """What is known of a contact, ready to be asked; `lines` are those of entries that are about them."""
    return tuple(
        Known(field, line, read(line)) for field in FOR_WHOM for line in (
            lines if field == "entries" else _lines(contact, field)
        )
    )  # fmt: skip


def lines_about(text: str, handle: str) -> Iterator[str]:
    """The lines of an entry that name a contact and may tell of them, without mentions; what passed is left out."""
    for line in text.split("\n"):
        bare = line.strip().removeprefix("- ").removeprefix("* ").removeprefix("・").strip()
        if (f"@{handle}" in bare or f"@[{handle}]" in bare) and not bare.startswith(_POSTED):
            plain = bare.replace(f"@[{handle}]", " ").replace(f"@{handle}", " ")
            yield " ".join(word for word in plain.split() if word[0] not in "#%+@")


def offered(offer: Offer) -> Offered:
    """Make an offer ready to be asked about."""
    audience = phrases(offer.audience)
    keys = {key for word in audience for key in word.keys}
    return Offered(offer, audience, tuple(word for word in words(offer.what) if not keys.intersection(word.keys)))


def together(person: Iterable[Known]) -> Text:
    """All that is known of somebody in one text, for a quick look."""
    return read("\n".join(item.line for item in person))


def answers(item: Offered, person: tuple[Known, ...], whole: Text) -> Giving | None:
    """Whether an offer answers what is known of somebody: it is for such people, or they told what it is about."""
    if not any(map(whole.has, item.words)):
        return None
    found = [_first(word, person, FOR_WHOM) for word in item.audience]
    found += [_first(word, person, OF_WHAT) for word in item.about]
    return _giving(why for why in found if why)


def wishes(contact: Contact) -> tuple[Wish, ...]:
    """What somebody looks for: their needs, and what the notes say they look for."""
    found = [("needs", need, need) for need in contact.needs]
    for sentence in _sentences(contact.notes):
        clauses = sentence.translate(_PAUSES).split("\n")
        found += [("notes", sentence, clause) for clause in clauses if _seeks(clause)]
    made = (_wish(field, line.strip(), said) for field, line, said in found)
    return tuple(wish for wish in made if wish)


def has(wish: Wish, other: Contact) -> Giving | None:
    """Whether somebody has what another one looks for: the thing itself, or most of its words."""
    person = tuple(Known(field, line, read(line)) for field in HAS for line in _lines(other, field))
    found = {word: _first(word, person, HAS) for word in wish.words}
    hits = [why for why in found.values() if why]
    if not (found[wish.head] or 2 * len(hits) > len(wish.words)):
        return None
    return _giving(hits, HAS)


def alike(wanted: Iterable[Word], said: str) -> bool:
    """Whether a text speaks of the same thing as some words: more than half of them are there."""
    wanted, text = tuple(wanted), read(said)
    return 2 * sum(word.weight for word in wanted if text.has(word)) > sum(word.weight for word in wanted) > 0


def touches(said: str, what: str) -> bool:
    """Whether a caution, or what one will not share or pursue, has to do with something one could give."""
    text = read(what)
    return any(text.has(word) for word in words(said))


def _seeks(said: str) -> re.Match[str] | None:
    return re.search(_SEEKS, said, re.IGNORECASE)  # compiled when the first note is read


def _first(word: Word, person: tuple[Known, ...], weights: dict[str, int]) -> "tuple[int, Why] | None":
    for item in person:
        if item.field in weights and (said := item.text.has(word)):
            line = item.line if item.field in (*_TOLD, "can_give") else ""
            return weights[item.field], Why(item.field, said, line)
    return None


def _giving(found: "Iterable[tuple[int, Why]]", weights: dict[str, int] = FOR_WHOM) -> Giving | None:
    hits = list(found)
    score = sum(count for count, _why in hits)
    if score < ENOUGH:
        return None
    order = list(weights)
    return Giving(score, tuple(sorted((why for _count, why in hits), key=lambda why: order.index(why.field))))


def _wish(field: str, line: str, said: str) -> Wish | None:
    seeks = _seeks(said)
    before, after = (said[: seeks.start()], said[seeks.end() :]) if seeks else (said, "")
    found = words(after if seeks and seeks.group().isascii() else before) or words(said)
    if not found:
        return None
    return Wish(field, line, found, found[0] if said.isascii() and seeks else found[-1])


def _lines(contact: Contact, field: str) -> Iterator[str]:
    value = getattr(contact, field)
    for text in (value,) if isinstance(value, str) else value:
        yield from _sentences(text)


def _sentences(text: str) -> Iterator[str]:
    for line in text.translate(_ENDS).replace(". ", "\n").split("\n"):
        if line.strip():
            yield line.strip().removesuffix(".")
