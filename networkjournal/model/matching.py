"""Who fits a persona, and why: the words of the persona that are found in what is known of a contact.

Promises a reason for every match, and that a field alone does not do where the persona says more: everybody works in
care, few are care managers. Refuses to guess: what is not written does not match. Weights are for order alone.
"""

from collections.abc import Iterable, Iterator

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Persona
from networkjournal.model.words import Text, Word, phrases, read, seed, words

Asked = Literal["role", "field", "who"]
"""Which part of a persona a word belongs to; `who` is its description, and what such people know."""

IDENTITY = ("tags", "title", "department", "organization")
"""Fields that say what somebody is."""
TOLD = ("needs", "notes", "how_met", "can_give")
"""Fields that say what somebody told, or what one noted of them."""
TROUBLES = frozenset({"needs", "notes"})
ROLE, FIELD, TOO = 6, 3, 1
"""What a role, a field and a further word count for; one that is only told of counts a third less."""
ENOUGH = 3
"""So many words of a description are enough, and half of them where there are fewer than six."""
BESIDES = 2
"""So many words have to come to it where not all fields are found."""


class Part(NamedTuple):
    """One field of a contact, or one member of a list, ready to be asked for words."""

    field: str
    text: Text


class Reason(NamedTuple):
    """Words of a persona that are found in a field of a contact."""

    asked: Asked
    field: str
    words: str


class Match(NamedTuple):
    """How well somebody fits, and why."""

    score: int
    reasons: tuple[Reason, ...]


class Sought(NamedTuple):
    """What a persona says, ready to be looked for."""

    roles: tuple[Word, ...]
    fields: tuple[Word, ...]
    others: tuple[Word, ...]
    """Words of the description that no role and no field says."""

    @property
    def seeds(self) -> tuple[frozenset[str], ...]:
        """Pieces for a quick look: a folded text without long marks that fits has one of each of these."""
        groups = [self.roles or self.fields or self.others]
        if self.roles and self.fields:
            groups.append((*self.fields, *self.others))
        elif len(self.fields) == 1 and self.others:
            groups.append(self.others)
        return tuple(frozenset(map(seed, group)) - {""} for group in groups)


def sought(persona: Persona) -> Sought:
    """Make a persona ready."""
    roles, fields = phrases(persona.roles), phrases(persona.fields)
    said = [key for word in (*roles, *fields) for key in word.keys]
    others = [word for word in words(f"{persona.who}\n{persona.knowledge}") if not _said(word, said)]
    return Sought(roles, fields, tuple(others))


def parts(contact: Contact) -> tuple[Part, ...]:
    """What is known of a contact, ready to be asked."""
    return tuple(Part(field, read(text)) for field in (*IDENTITY, *TOLD) for text in _texts(contact, field))


def match(wanted: Sought, known: Iterable[Part]) -> Match | None:
    """Whether somebody fits, with the reasons; `None` where they do not."""
    known = tuple(known)
    roles = list(_found("role", wanted.roles, known))
    fields = list(_found("field", wanted.fields, known))
    others = list(_found("who", wanted.others, known))
    if not _fits(wanted, roles, fields, _weight(wanted.others, others)):
        return None
    reasons = (*roles, *fields, *others)
    return Match(sum(map(_counts, reasons)), reasons)


def _fits(wanted: Sought, roles: list[Reason], fields: list[Reason], others: int) -> bool:
    """A role must be there where one is asked for; a field needs something beside it where more is said."""
    if wanted.roles:
        return bool(roles and (fields or others or not wanted.fields))
    if wanted.fields:
        if not fields:
            return False
        whole = len(fields) == len(wanted.fields)
        return (whole and (len(fields) > 1 or not wanted.others or others > 0)) or others >= BESIDES
    total = sum(word.weight for word in wanted.others)
    return 0 < min((total + 1) // 2, ENOUGH) <= others and (others > 1 or total == 1)


def _found(asked: Asked, wanted: Iterable[Word], known: tuple[Part, ...]) -> Iterator[Reason]:
    """The first field that has each of these words, the telling ones before the others."""
    for word in wanted:
        for part in known:
            if said := part.text.has(word):
                yield Reason(asked, part.field, said)
                break


def _weight(wanted: Iterable[Word], found: Iterable[Reason]) -> int:
    said = {reason.words for reason in found}
    return sum(word.weight for word in wanted if word.shown in said) or len(said)


def _counts(reason: Reason) -> int:
    most = {"role": ROLE, "field": FIELD, "who": TOO}[reason.asked]
    if reason.asked == "who":
        return most + (reason.field in TROUBLES)
    return most if reason.field in IDENTITY else most - most // 3


def _said(word: Word, keys: Iterable[str]) -> bool:
    """Whether a role or field says the same, or the longer or shorter form of it."""
    key = word.keys[0]
    return any(key == other or (not key.isascii() and (key in other or other in key)) for other in keys)


def _texts(contact: Contact, field: str) -> Iterable[str]:
    value = getattr(contact, field)
    return (value,) if isinstance(value, str) and value else value
