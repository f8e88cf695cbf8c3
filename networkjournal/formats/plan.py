"""Every import is first a plan: what is new, same, changed, doubtful or unreadable. Then it is applied in one step.

Promises that the same file a second time changes nothing, and that nothing written here is overwritten (`three_way`
says how). Who looks like someone known but shares nothing with them is new, and is told.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import count

from networkjournal.errors import Invalid
from networkjournal.formats.identifier import own
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
    before = journal.books.sources.any(format)
    for entry in reading.entries:
        yield _entry(journal, format, entry, before)
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
        known = _added(journal, record.contact._replace(id=0), own(record.uid))
    elif item.verdict == "changed":
        here = journal.books.contacts.get(known)
        journal.change_contact(weigh(here, record.contact, remembered(item.before)).contact)
    if known:
        told = brought(record.contact)
        source = Source(item.format, record.uid or record.digest, record.digest, contact=known, brought=told)
        journal.books.sources.remember(source)


def _added(journal: Journal, contact: Contact, uid: str) -> int:
    """The contact under the handle that the file says, for its texts say it too; another where that is taken here.

    It keeps the identifier that it has in the journal it came from, so that both know it again.
    """
    if uid and journal.books.contacts.bearing(uid) is not None:
        uid = ""  # the same page twice
    try:
        return journal.add_contact(contact, uid).id
    except Invalid:
        return journal.add_contact(contact._replace(handle=""), uid).id


def _entry(journal: Journal, format: str, record: EntryRecord, before: bool) -> Item:
    """The plan of one entry; `before` says whether the format has brought anything yet."""
    day, sources = record.day.isoformat(), journal.books.sources
    source = sources.named(format, record.key) if before else None
    mine = journal.books.entries.bearing(record.uid) if record.uid and source is None else None
    if source is None:
        same = (before and sources.same(format, record.digest)) or _written(journal, record) or _stands(journal, record)
        if same or mine is None:
            return Item("same" if same else "new", record.where, day, format, record)
    number = mine if source is None else source.entry
    known = None if number is None else journal.books.entries.get(number)
    told = source is not None and source.digest == record.digest
    if told or number is None or known is None or known.text == record.text:
        return Item("same", record.where, day, format, record)
    verdict: Verdict = "doubtful" if journal.books.history.edited(number) else "changed"
    change = Change("text", known.text, record.text)
    return Item(verdict, record.where, day, format, record, number, ("text",), (change,))


def _written(journal: Journal, record: EntryRecord) -> bool:
    """Whether the day says just this already: pages that were written here are read again."""
    return any(entry.text == record.text for entry in journal.books.entries.listed(record.day, record.day))


def _stands(journal: Journal, record: EntryRecord) -> bool:
    """Whether the action that the entry declares is here as it is there: open as well, or over."""
    if record.declared is None:
        return False
    here = journal.books.actions.named(record.declared.key)
    return here is not None and (not record.declared.over or here.state in ("done", "dropped"))


def _apply_entry(journal: Journal, item: Item, record: EntryRecord) -> None:
    known = item.known
    if item.verdict == "new":
        taken = bool(record.uid) and journal.books.entries.bearing(record.uid) is not None  # the same page twice
        saved = journal.capture(record.text, record.day, uid="" if taken else record.uid).entry
        known = saved.id if saved else 0
    elif item.verdict == "changed":
        journal.edit_entry(Entry(known, record.day, record.text))
    if item.verdict in ("new", "changed"):
        journal.books.sources.remember(Source(item.format, record.key, record.digest, entry=known))
