"""Two records of one person made one: what the merged contact says, and what a merge would do.

Promises that nothing is lost: lists are united, empty fields are filled, names become aliases, and a value that differs
from the kept one's becomes a line of the notes. Refuses to choose who is kept, or to make a sentence: labels are handed
in.
"""

from collections.abc import Iterable, Iterator, Mapping

from networkjournal.lean import Any, NamedTuple
from networkjournal.model.balance import Account
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.folding import fold, name_key
from networkjournal.model.name import split_name

NOTED = ("organization", "department", "title", "birthday", "how_met", "introduced_by")
"""Fields of one value: where the two differ, the absorbed one's is noted."""
JOINED = ("caution", "aims", "suspected", "knows", "withheld", "notes")
"""Texts that may have several lines: where the two differ, one follows the other."""
_LISTS = ("needs", "can_give", "asks", "tags", "extra")
_LABELLED = ("emails", "phones", "urls", "addresses")


class Merge(NamedTuple):
    """What a merge would do."""

    kept: Contact
    absorbed: Contact
    merged: Contact
    """The kept contact as it would be."""
    entries: int
    """How many entries mention the absorbed one, and would be written anew."""
    exchanges: int
    """How many exchanges and settlements would move."""
    before: tuple[Account, Account]
    """The kept one's totals and the absorbed one's."""
    after: Account
    waiting: int
    """How many lines that wait for a name would wait no longer."""


def merged(kept: Contact, absorbed: Contact, labels: Mapping[str, str] | None = None) -> Contact:
    """Give the kept contact with all that the absorbed one has.

    `labels` are what to call the fields of `NOTED` in the notes; without them they are called as in the code.
    """
    family, given = (kept.family, kept.given) if kept.family or kept.given else (absorbed.family, absorbed.given)
    introduced_by = tuple(_introducer(one, (kept.handle, absorbed.handle)) for one in (kept, absorbed))
    texts: dict[str, Any] = {
        field: getattr(kept, field) or getattr(absorbed, field) for field in NOTED if field != "introduced_by"
    }
    texts |= {field: _joined((getattr(kept, field), getattr(absorbed, field))) for field in JOINED if field != "notes"}
    lists: dict[str, Any] = {field: _united(getattr(kept, field), getattr(absorbed, field)) for field in _LISTS}
    lists |= {field: _labelled(getattr(kept, field), getattr(absorbed, field)) for field in _LABELLED}
    return kept._replace(
        **texts,
        **lists,
        family=family,
        given=given,
        reading=kept.reading or absorbed.reading,
        aliases=tuple(_aliases(kept, absorbed)),
        introduced_by=introduced_by[0] or introduced_by[1],
        snoozed_until=max(filter(None, (kept.snoozed_until, absorbed.snoozed_until)), default=None),
        notes=_joined((kept.notes, absorbed.notes, *_noted(kept, absorbed, introduced_by, labels or {}))),
        archived=kept.archived and absorbed.archived,
    )


def _introducer(contact: Contact, own: tuple[str, str]) -> str:
    """Who introduced them; nobody introduces themselves."""
    return "" if contact.introduced_by in own else contact.introduced_by


def _noted(
    kept: Contact, absorbed: Contact, introduced_by: tuple[str, ...], labels: Mapping[str, str]
) -> Iterator[str]:
    for field in NOTED:
        if field == "introduced_by":
            first, second = introduced_by
        else:
            first, second = getattr(kept, field), getattr(absorbed, field)
        if first and second and fold(first) != fold(second):
            yield f"{labels.get(field, field)}: {second}"


def _joined(texts: Iterable[str]) -> str:
    """One text after another, each that is not yet in what is there."""
    whole = ""
    for text in texts:
        if text and text not in whole:
            whole = f"{whole}\n{text}" if whole else text
    return whole


def _aliases(kept: Contact, absorbed: Contact) -> Iterator[str]:
    """The kept one's aliases, and every name by which the absorbed one was found and the kept one is not yet."""
    known = {_key(name) for name in (kept.name, kept.handle, kept.reading or absorbed.reading)}
    explicit = (absorbed.family, absorbed.given)
    parts = () if explicit == split_name(absorbed.name) else (" ".join(filter(None, explicit)),)
    names = (*kept.aliases, absorbed.name, *parts, absorbed.handle.replace("_", " "), *absorbed.aliases)
    for alias in (*names, absorbed.reading):
        if _key(alias) and _key(alias) not in known:
            known.add(_key(alias))
            yield alias


def _key(name: str) -> str:
    return name_key(name).replace(" ", "")


def _united(kept: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    known = {fold(value) for value in kept}
    return (*kept, *(value for value in more if fold(value) not in known))


def _labelled(kept: tuple[Labelled, ...], more: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """Values once each; a label that only one of two has is kept with the value."""
    labels = {fold(item.value): item.label for item in more}
    known = {fold(item.value) for item in kept}
    own = tuple(item if item.label else item._replace(label=labels.get(fold(item.value), "")) for item in kept)
    return (*own, *(item for item in more if fold(item.value) not in known))
