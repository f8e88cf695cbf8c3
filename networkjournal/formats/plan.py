"""Every import is first a plan: what is new, same, changed, doubtful or unreadable. Then it is applied in one step.

Promises that the same file a second time changes nothing, and that nothing written here is overwritten: an import fills
what is empty and adds to lists. Who looks like someone known but shares nothing with them is new, and is told.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple

from networkjournal.formats.records import BadRecord, ContactRecord, EntryRecord, Reading
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry
from networkjournal.model.folding import name_key
from networkjournal.store.sources import Source

Verdict = Literal["new", "same", "changed", "doubtful", "unreadable"]
_LISTS = ("aliases", "emails", "phones", "urls", "addresses", "needs", "can_give", "asks", "tags", "extra")
_TEXTS = (
    "family", "given", "reading", "organization", "department", "title", "birthday", "how_met", "introduced_by",
    "caution", "aims", "suspected", "knows", "withheld", "notes",
)  # fmt: skip


class Item(NamedTuple):
    """One record of a file, and what becomes of it."""

    verdict: Verdict
    where: str
    name: str
    """For a person: the contact's name, the entry's day, or the reason why it cannot be read."""
    format: str
    record: ContactRecord | EntryRecord | BadRecord
    known: int = 0
    """The contact or entry that it is, or looks like; 0 for none."""
    fields: tuple[str, ...] = ()
    """What would change."""


class Plan(NamedTuple):
    """All that an import would do, in the order of the file."""

    items: tuple[Item, ...]

    def count(self, verdict: Verdict) -> int:
        """How many records have this verdict."""
        return sum(item.verdict == verdict for item in self.items)

    @property
    def unreadable(self) -> tuple[Item, ...]:
        """What could not be read."""
        return tuple(item for item in self.items if item.verdict == "unreadable")


def plan(journal: Journal, format: str, reading: Reading) -> Iterator[Item]:
    """Compare what was read with the journal. Nothing is written."""
    seen: set[str] = set()
    for contact in reading.contacts:
        yield _contact(journal, format, contact, seen)
        seen.add(contact.digest)
    for entry in reading.entries:
        yield _entry(journal, format, entry)
    for bad in reading.bad:
        yield Item("unreadable", bad.where, bad.reason, format, bad)


def apply(journal: Journal, items: Iterable[Item], name: str, progress: Callable[[int], None] | None = None) -> None:
    """Carry out a plan in one undoable step named after the file; contacts come first, so that entries find them.

    `progress` is told how many records are done.
    """
    ordered = sorted(items, key=lambda item: isinstance(item.record, EntryRecord))
    if not any(map(_writes, ordered)):
        return  # nothing to write, so nothing is
    with journal.step("import", name):
        for done, item in enumerate(ordered, 1):
            if isinstance(item.record, ContactRecord):
                _apply_contact(journal, item, item.record)
            elif isinstance(item.record, EntryRecord):
                _apply_entry(journal, item, item.record)
            if progress is not None:
                progress(done)


def _writes(item: Item) -> bool:
    """Whether carrying it out writes anything: what cannot be read, or is doubtful as a text, is left alone."""
    if isinstance(item.record, ContactRecord):
        return item.verdict != "same" or bool(item.known)
    return item.verdict in ("new", "changed")


def _contact(journal: Journal, format: str, record: ContactRecord, seen: set[str]) -> Item:
    name, sources = record.contact.name, journal.books.sources
    if record.digest in seen or sources.same(format, record.digest) is not None:
        return Item("same", record.where, name, format, record)
    source = sources.named(format, record.uid) if record.uid else None
    known, sure = (source.contact, True) if source and source.contact else _lookalike(journal, record.contact)
    if not known:
        return Item("new", record.where, name, format, record)
    if not sure:
        return Item("doubtful", record.where, name, format, record, known)
    fields = _differing(journal.books.contacts.get(known), record.contact)
    return Item("changed" if fields else "same", record.where, name, format, record, known, fields)


def _lookalike(journal: Journal, contact: Contact) -> tuple[int | None, bool]:
    """Someone known of the same name, and whether an address, a phone or an organization says that it is the same."""
    key = name_key(contact.name).replace(" ", "")
    first: int | None = None
    for bearer in journal.books.names.bearers("@", {key}).get(key, ()):
        if not journal.books.contacts.live(bearer.named.id):
            continue
        known = journal.books.contacts.get(bearer.named.id)
        if name_key(known.name).replace(" ", "") != key:
            continue
        if _shares(known, contact):
            return known.id, True
        first = first or known.id
    return first, False


def _shares(one: Contact, other: Contact) -> bool:
    if one.organization and one.organization == other.organization:
        return True
    contacts = {value.value.casefold() for value in (*one.emails, *one.phones)}
    return bool(contacts & {value.value.casefold() for value in (*other.emails, *other.phones)})


def _differing(known: Contact, new: Contact) -> tuple[str, ...]:
    merged = merge(known, new)
    return tuple(field for field in (*_TEXTS, *_LISTS) if getattr(merged, field) != getattr(known, field))


def merge(known: Contact, new: Contact) -> Contact:
    """Fill what is empty in `known` from `new`, and add to its lists what they lack."""
    texts = {field: getattr(known, field) or getattr(new, field) for field in _TEXTS}
    lists: dict[str, Any] = {}
    for field in _LISTS:
        have = getattr(known, field)
        values = {getattr(value, "value", value) for value in have}
        lists[field] = (*have, *(v for v in getattr(new, field) if getattr(v, "value", v) not in values))
    return known._replace(**texts, **lists)


def _apply_contact(journal: Journal, item: Item, record: ContactRecord) -> None:
    known = item.known
    if item.verdict in ("new", "doubtful"):
        known = journal.add_contact(record.contact._replace(id=0, handle="")).id
    elif item.verdict == "changed":
        journal.change_contact(merge(journal.books.contacts.get(known), record.contact))
    if known:
        journal.books.sources.remember(Source(item.format, record.uid or record.digest, record.digest, contact=known))


def _entry(journal: Journal, format: str, record: EntryRecord) -> Item:
    day, sources = record.day.isoformat(), journal.books.sources
    source = sources.named(format, record.key)
    if source is None:
        known = sources.same(format, record.digest)
        return Item("same" if known else "new", record.where, day, format, record)
    if source.digest == record.digest or source.entry is None or journal.books.entries.get(source.entry) is None:
        return Item("same", record.where, day, format, record)
    verdict: Verdict = "doubtful" if journal.books.history.edited(source.entry) else "changed"
    return Item(verdict, record.where, day, format, record, source.entry, ("text",))


def _apply_entry(journal: Journal, item: Item, record: EntryRecord) -> None:
    known = item.known
    if item.verdict == "new":
        saved = journal.capture(record.text, record.day).entry
        known = saved.id if saved else 0
    elif item.verdict == "changed":
        journal.edit_entry(Entry(known, record.day, record.text))
    if item.verdict in ("new", "changed"):
        journal.books.sources.remember(Source(item.format, record.key, record.digest, entry=known))
