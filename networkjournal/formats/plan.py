"""Every import is first a plan: what is new, same, changed, doubtful or unreadable. Then it is applied in one step.

Promises that the same file a second time changes nothing, and that nothing written here is overwritten (`three_way`
says how). Who looks like someone known but shares nothing with them is new, and is told.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import count

from networkjournal.errors import Invalid
from networkjournal.formats.item import Item, Plan, Verdict
from networkjournal.formats.known import Known
from networkjournal.formats.own_plan import apply_own, plan_own
from networkjournal.formats.planned_contacts import planned
from networkjournal.formats.planned_events import apply_event, plan_events
from networkjournal.formats.records import ContactRecord, EntryRecord, EventRecord, OwnRecord, Reading
from networkjournal.formats.three_way import Change, brought, remembered, weigh
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry
from networkjournal.store.sources import Source

__all__ = ["Item", "Plan", "Verdict", "apply", "plan"]


def plan(journal: Journal, format: str, reading: Reading) -> Iterator[Item]:
    """Compare what was read with the journal. Nothing is written."""
    known = Known(journal, format, {record.digest for record in reading.contacts})
    seen: set[str] = set()
    for contact in reading.contacts:
        yield planned(journal, format, contact, known, seen)
        seen.add(contact.digest)
    yield from plan_events(journal, format, reading.events, known)
    yield from plan_own(journal, reading.own, known)
    for entry in reading.entries:
        yield _entry(journal, format, entry)
    for bad in reading.bad:
        yield Item("unreadable", bad.where, bad.reason, format, bad)


def apply(journal: Journal, items: Iterable[Item], name: str, progress: Callable[[int], None] | None = None) -> None:
    """Carry out a plan in one undoable step named after the file; contacts come first, so that entries find them.

    `progress` is told how many records are done. Where it raises, nothing was written.
    """
    ordered = sorted(items, key=lambda item: _TURNS.get(type(item.record), 0))
    if not any(map(_writes, ordered)):
        return  # nothing to write, so nothing is
    done = count(1)

    def one_more() -> None:
        if progress is not None:
            progress(next(done))

    with journal.step("import", name):
        for item in ordered:
            if isinstance(item.record, ContactRecord):
                _apply_contact(journal, item, item.record)
            elif isinstance(item.record, EntryRecord):
                _apply_entry(journal, item, item.record)
            elif isinstance(item.record, EventRecord):
                apply_event(journal, item, item.record)
            if not isinstance(item.record, OwnRecord):
                one_more()
        apply_own(journal, ordered, one_more)


_TURNS: dict[type, int] = {EventRecord: 1, EntryRecord: 2}
"""People first: events expect them, and texts name both."""


def _writes(item: Item) -> bool:
    """Whether carrying it out writes anything: what cannot be read, or is doubtful as a text, is left alone."""
    if isinstance(item.record, ContactRecord):
        return item.verdict != "same" or bool(item.known)
    return item.verdict in ("new", "changed")


def _apply_contact(journal: Journal, item: Item, record: ContactRecord) -> None:
    known = item.known
    if item.verdict in ("new", "doubtful"):
        known = _added(journal, record.contact._replace(id=0))
    elif item.verdict == "changed":
        here = journal.books.contacts.get(known)
        journal.change_contact(weigh(here, record.contact, remembered(item.before)).contact)
    if known:
        told = brought(record.contact)
        source = Source(item.format, record.uid or record.digest, record.digest, contact=known, brought=told)
        journal.books.sources.remember(source)


def _added(journal: Journal, contact: Contact) -> int:
    """The contact under the handle that the file says, for its texts say it too; another where that is taken here."""
    try:
        return journal.add_contact(contact).id
    except Invalid:
        return journal.add_contact(contact._replace(handle="")).id


def _entry(journal: Journal, format: str, record: EntryRecord) -> Item:
    day, sources = record.day.isoformat(), journal.books.sources
    source = sources.named(format, record.key)
    if source is None:
        same = sources.same(format, record.digest) or _written(journal, record)
        return Item("same" if same else "new", record.where, day, format, record)
    known = None if source.entry is None else journal.books.entries.get(source.entry)
    if source.digest == record.digest or source.entry is None or known is None or known.text == record.text:
        return Item("same", record.where, day, format, record)
    verdict: Verdict = "doubtful" if journal.books.history.edited(source.entry) else "changed"
    change = Change("text", known.text, record.text)
    return Item(verdict, record.where, day, format, record, source.entry, ("text",), (change,))


def _written(journal: Journal, record: EntryRecord) -> bool:
    """Whether the day says just this already: pages that were written here are read again."""
    return any(entry.text == record.text for entry in journal.books.entries.listed(record.day, record.day))


def _apply_entry(journal: Journal, item: Item, record: EntryRecord) -> None:
    known = item.known
    if item.verdict == "new":
        saved = journal.capture(record.text, record.day).entry
        known = saved.id if saved else 0
    elif item.verdict == "changed":
        journal.edit_entry(Entry(known, record.day, record.text))
    if item.verdict in ("new", "changed"):
        journal.books.sources.remember(Source(item.format, record.key, record.digest, entry=known))
