"""What becomes of one event of a calendar, and carrying it out.

Promises that an event which was imported is known again by its own identifier, and one that was noted here by its title
and day; that what was edited here stays. Attendees are matched by e-mail address alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from networkjournal.formats.identifier import own
from networkjournal.formats.item import Item, Verdict
from networkjournal.formats.known import Known
from networkjournal.formats.records import EventRecord
from networkjournal.formats.three_way import Brought, Change, digest, remembered
from networkjournal.journal import Journal
from networkjournal.model.contact import Labelled
from networkjournal.model.event import Event
from networkjournal.model.folding import name_key
from networkjournal.store.sources import Source

_FIELDS = ("title", "on", "purpose", "place", "minutes", "series", "expected")
_EVENT = "event"
"""Under this name the event's number stands beside what was brought of it."""


def plan_events(journal: Journal, format: str, records: Iterable[EventRecord], known: Known) -> Iterator[Item]:
    """Compare the events of a file with those of the journal. Nothing is written."""
    there: dict[int, Event] | None = None
    for record in records:
        if there is None:
            there = {event.id: event for event in journal.books.events.all()}
            noted = {(name_key(event.title), event.on): event.id for event in there.values()}
        yield _planned(journal, format, _expecting(record, known), there, noted)


def _expecting(record: EventRecord, known: Known) -> EventRecord:
    """The record with whom to expect: handles of known people, and the names of others."""
    if not record.attendees:
        return record
    people = tuple(dict.fromkeys(_called(guest, known) for guest in record.attendees))
    return record._replace(event=_with(record.event, {"expected": people}))


def _called(guest: Labelled, known: Known) -> str:
    person = known.by_email(guest.value)
    return person.handle if person else guest.label or guest.value


def _planned(
    journal: Journal, format: str, record: EventRecord, there: Mapping[int, Event], noted: Mapping[Any, int]
) -> Item:
    plain = Item("same", record.where, f"{record.event.on.isoformat()} {record.event.title}", format, record)
    source = journal.books.sources.named(format, record.key)
    before = remembered(source.brought if source else "")
    if source is not None and source.digest == record.digest:
        return plain
    number = int(next(iter(before.get(_EVENT, ())), 0)) or _here(journal, record)
    gone = number and number not in there
    number = number or noted.get((name_key(record.event.title), record.event.on), 0)
    event = there.get(number)
    if event is None:
        return plain if source or gone else plain._replace(verdict="new")  # what was removed here stays removed
    changes, kept = weigh_event(event, record.event, before)
    fields = tuple(change.field for change in changes)
    verdict: Verdict = "changed" if fields else "same"
    return plain._replace(verdict=verdict, known=number, fields=fields, changes=changes, kept=kept)


def _here(journal: Journal, record: EventRecord) -> int:
    """The event of this journal that went out under the record's identifier; 0 for none."""
    uid = own(record.key)
    return (journal.books.events.bearing(uid) or 0) if uid else 0


def weigh_event(known: Event, new: Event, before: Brought) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """What changes in an event by an edition of it, and what stands because it was edited here."""
    changes, kept = list[Change](), list[str]()
    for field in _FIELDS:
        have, told = getattr(known, field, None), getattr(new, field, None)
        if have == told or told in (None, "", ()) or (before and _digest(told) == before.get(field, ("",))[0]):
            continue
        untouched = _digest(have) == before[field][0] if field in before else have in (None, "", ())
        if untouched:
            changes.append(Change(field, _shown(have), _shown(told)))
        else:
            kept.append(field)
    return tuple(changes), tuple(kept)


def apply_event(journal: Journal, item: Item, record: EventRecord) -> None:
    """Carry out the plan of one event."""
    number = item.known
    if item.verdict == "new":
        uid = own(record.key)
        number = journal.add_event(record.event, "" if _here(journal, record) else uid).id
    elif item.verdict == "changed":
        known = journal.books.events.get(number)
        journal.change_event(_with(known, {field: getattr(record.event, field) for field in item.fields}))
    if number:
        values = ((field, getattr(record.event, field, None)) for field in _FIELDS)
        told = (f"{field}={_digest(value)}" for field, value in values if value)
        brought = " ".join((f"{_EVENT}={number}", *told))
        journal.books.sources.remember(Source(item.format, record.key, record.digest, brought=brought))


def _with(event: Event, values: Mapping[str, Any]) -> Event:
    return event._replace(**values)


def _digest(value: object) -> str:
    return digest(repr(value))


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
