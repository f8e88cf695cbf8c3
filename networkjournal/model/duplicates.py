"""Who may be one person twice, and why: same name, reading, e-mail address, telephone in any notation, organization.

Promises reasons for every answer, the same whichever of two is asked about, and time linear in the number of people;
refuses to decide: two people may bear one name, and colleagues share a telephone.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from networkjournal.model.contact import Contact
from networkjournal.model.folding import fold, is_cjk_name, name_key
from networkjournal.model.name import split_name
from networkjournal.model.phone import number_of, same_number
from networkjournal.model.romaji import skeleton

Reason = Literal["name", "reading", "email", "phone", "organization"]
REASONS: tuple[Reason, ...] = ("name", "reading", "email", "phone", "organization")
"""In the order in which they are told."""
_SAYS: Mapping[Reason, int] = {"email": 4, "name": 3, "phone": 2, "reading": 2, "organization": 1}
"""How much each says. Alone, a telephone or a reading says too little: offices have one, and homonyms the other."""
ENOUGH = 3
PARTED = "duplicate"
"""What the keys of those begin with of whom it was said that they are not one."""
_PARTED = str.maketrans("・=゠,、", "     ")
_ALL_PAIRS = 12
"""In a group up to this size each is held against each; in a larger one, neighbours only."""


class Traits(NamedTuple):
    """What tells a person apart, folded for comparison."""

    names: frozenset[str]
    """The full name, as written and without spaces, and further names."""
    readings: frozenset[str]
    """The spelling in romaji of the reading, and of a name that is its own reading; words in the order of letters."""
    emails: frozenset[str]
    phones: frozenset[str]
    organization: str
    family: str


class Pair(NamedTuple):
    """Two people who may be one."""

    one: Contact
    other: Contact
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """How much speaks for it."""
        return weight(self.reasons)


def parted(one: int, other: int) -> str:
    """The key under which it is kept that two contacts, by their ids, are not one person."""
    return f"{PARTED} {min(one, other)} {max(one, other)}"


def weight(reasons: Iterable[Reason]) -> int:
    """How much the reasons say together."""
    return sum(_SAYS[reason] for reason in reasons)


def traits(contact: Contact) -> Traits:
    """What tells a contact apart."""
    names = {name_key(name).replace(" ", "") for name in (contact.name, *contact.aliases)} - {""}
    spelled = {contact.reading, contact.name, *contact.aliases}
    family = contact.family or split_name(contact.name)[0] or contact.name
    return Traits(
        frozenset(names),
        frozenset(filter(None, map(_spelling, spelled))),
        frozenset(mail.value.strip().casefold() for mail in contact.emails if mail.value.strip()),
        frozenset(phone.value.strip() for phone in contact.phones if phone.value.strip()),
        fold(contact.organization),
        name_key(family),
    )


def _spelling(name: str) -> str:
    """The romaji of at least two words, in the order of letters: a Latin hand writes the given name first."""
    words = [_word(word) for word in name.translate(_PARTED).split()]
    return " ".join(sorted(words)) if len(words) > 1 and all(words) else ""


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    """A word in romaji; the same few thousand make up all names."""
    return skeleton(word).replace(" ", "")


def keys(found: Traits) -> Iterator[tuple[Reason, str]]:
    """The keys under which someone else with one of the same traits is found. An organization alone finds nobody."""
    yield from (("name", name) for name in found.names)
    yield from (("reading", spelled) for spelled in found.readings)
    yield from (("email", mail) for mail in found.emails)
    yield from (("phone", number.tail) for phone in found.phones if (number := number_of(phone)))


def reasons(one: Traits, other: Traits) -> tuple[Reason, ...]:
    """Why the two may be one person, in the order of `REASONS`. Of one name, the reading says nothing more."""
    named = not one.names.isdisjoint(other.names)
    found: dict[Reason, bool] = {
        "name": named,
        "reading": not named and not one.readings.isdisjoint(other.readings),
        "email": not one.emails.isdisjoint(other.emails),
        "phone": _share_a_phone(one, other),
        "organization": bool(one.organization) and one.organization == other.organization,
    }
    return tuple(reason for reason in REASONS if found[reason])


def _share_a_phone(one: Traits, other: Traits) -> bool:
    return any(same_number(mine, theirs) for mine in one.phones for theirs in other.phones)


def likely(found: Iterable[Reason], one: Contact, other: Contact) -> bool:
    """Whether the reasons are enough to ask somebody."""
    told = tuple(found)
    if told == ("reading",):
        # 中村 and 仲村 sound alike and are two; Nakamura, or なかむら, is how one of them may be spelled.
        return not (_kanji(one.name) and _kanji(other.name))
    return weight(told) >= ENOUGH


def _kanji(name: str) -> bool:
    return is_cjk_name(name) and not skeleton(name)


def duplicates(people: Iterable[Contact]) -> tuple[Pair, ...]:
    """The pairs who may be one person, the surest first."""
    told = [(contact, traits(contact)) for contact in people]
    groups: dict[tuple[str, str], list[int]] = {}
    for at, (_, found) in enumerate(told):
        for key in dict.fromkeys(keys(found)):
            groups.setdefault(key, []).append(at)
    seen: set[tuple[int, int]] = set()
    pairs: list[Pair] = []
    for group in groups.values():
        for places in _pairs(group):
            if places in seen:
                continue
            seen.add(places)
            (one, first), (other, second) = told[places[0]], told[places[1]]
            why = reasons(first, second)
            if likely(why, one, other):
                pairs.append(Pair(one, other, why))
    return tuple(sorted(pairs, key=lambda pair: -pair.weight))


def _pairs(group: list[int]) -> Iterator[tuple[int, int]]:
    if len(group) > _ALL_PAIRS:
        yield from pairwise(group)
        return
    for at, first in enumerate(group):
        yield from ((first, second) for second in group[at + 1 :])
