"""A later edition of a record weighed against what was brought before and what stands here now.

Promises that a field which was edited here stays and is told, that a field which was not takes the new edition, and
that an edition which says nothing new changes nothing. Where nothing was brought before, only what is empty is filled
and lists are added to. Pure: values in, values out.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from networkjournal.model.contact import CAUTIONS, Contact, Labelled
from networkjournal.model.name import split_name

NAMES = ("name", "family", "given")
TEXTS = (
    *("reading", "organization", "department", "title", "birthday", "how_met", "introduced_by", "notes"),
    *CAUTIONS,
)
LISTS = ("aliases", "emails", "phones", "urls", "addresses", "needs", "can_give", "asks", "tags", "extra")
FIELDS = (*NAMES, *TEXTS, *LISTS)
"""In the order in which they are told."""
Value = str | tuple[Any, ...]


class Change(NamedTuple):
    """One field, and what it would be."""

    field: str
    before: Value
    after: Value


class Weighed(NamedTuple):
    """What a record comes to."""

    contact: Contact
    changes: tuple[Change, ...]
    kept: tuple[str, ...]
    """Fields of which the edition says something else, and which stand because they were edited here."""


Brought = Mapping[str, tuple[str, ...]]
"""Field -> the digests of its value, or of its values, as the last import brought them."""


def tidy(contact: Contact) -> Contact:
    """The contact as the journal would hold it, so that what was brought compares with what stands here."""
    name = " ".join(contact.name.split())
    family, given = contact.family.strip(), contact.given.strip()
    if not (family or given):
        family, given = split_name(name)
    return contact._replace(name=name, family=family, given=given, reading=" ".join(contact.reading.split()))


def brought(contact: Contact) -> str:
    """What to remember of a record: a short digest of every value that it has."""
    found = tidy(contact)
    told = ((field, value) for field in FIELDS if (value := getattr(found, field)))
    return " ".join(f"{field}={','.join(_digests(value))}" for field, value in told)


def remembered(text: str) -> Brought:
    """What `brought` wrote down."""
    pairs = (word.partition("=") for word in text.split(" ") if "=" in word)
    return {field: tuple(digests.split(",")) for field, _, digests in pairs}


def weigh(known: Contact, new: Contact, before: Brought) -> Weighed:
    """What `known` becomes by the edition `new`; `before` is what the edition before it brought, empty for none."""
    new = tidy(new)
    made: dict[str, Any] = {}
    kept: list[str] = []
    for field in FIELDS:
        have, told = getattr(known, field), getattr(new, field)
        base = before.get(field, ())
        if field in CAUTIONS and not told:
            continue  # an edition that says nothing of it was let out without: what one minds is never taken away
        value: Value
        if field in LISTS:
            value, stands = _list(have, told, base)
        elif not before:
            # Nobody knows who wrote what stands here.
            value, stands = have or told, bool(have and told) and have != told and field not in NAMES
        else:
            value, stands = _text(have, told, base)
        if value != have:
            made[field] = value
        if stands:
            kept.append(field)
    changes = (Change(field, getattr(known, field), value) for field, value in made.items())
    return Weighed(known._replace(**made), tuple(changes), tuple(kept))


def _text(have: str, told: str, base: tuple[str, ...]) -> tuple[str, bool]:
    """The text that stands, and whether it stands against the edition."""
    if have == told or _digests(told) == base:
        return have, False
    if _digests(have) == base:
        return told, False
    return have, True


def _list(have: tuple[Any, ...], told: tuple[Any, ...], base: tuple[str, ...]) -> tuple[tuple[Any, ...], bool]:
    """The list that stands, and whether something was taken out here that the edition still has."""
    before = set(base)
    new = {_key(item): item for item in told}
    stands, values = False, []
    for item in have:
        if _key(item) in new:
            values.append(new[_key(item)] if _digest(item) in before else _better(item, new[_key(item)]))
        elif _digest(item) not in before:
            values.append(item)
    present = {_key(item) for item in have}
    for item in new.values():
        if _key(item) not in present:
            gone = _digest(item) in before
            stands = stands or gone
            if not gone:
                values.append(item)
    return tuple(values), stands


def _better(mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - an item of whichever list
    """The item as it stands here; where it has no label, the edition's."""
    return theirs if isinstance(mine, Labelled) and not mine.label else mine


def _key(item: object) -> str:
    return item.value.casefold() if isinstance(item, Labelled) else str(item)


def _digests(value: Value) -> tuple[str, ...]:
    return tuple(map(_digest, value)) if isinstance(value, tuple) else (_digest(value),) if value else ()


def _digest(item: object) -> str:
    text = f"{item.label}\t{item.value}" if isinstance(item, Labelled) else str(item)
    return digest(text)


def digest(text: str) -> str:
    """Twelve figures for a text: enough to see whether a value is still the one that was brought."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()
