"""What was read made such as a journal can hold: names that are names, no NUL, no half of a surrogate pair.

Promises that nothing is lost: what is too long for a name or too much for a list is kept with the record, and a record
that has nothing but an endless name is told. Refuses to look for characters where the bytes cannot hold them.
"""

import re
from typing import Any, TypeVar

from networkjournal.formats.kept import kept_line
from networkjournal.formats.records import BadRecord, ContactRecord, EntryRecord, EventRecord, Reading
from networkjournal.model.contact import Labelled

LONGEST_NAME = 300
"""Characters. Nobody's name is longer, and what finds people by name must not drown in one."""
LONGEST_TEXT = 5_000_000
"""Characters of an entry: some three thousand pages."""
MOST_NAMES = 50
MOST_TAGS = 200
_NAMES = ("family", "given", "reading")
_DETAIL = 80
_UNFIT = re.compile("[\0\ud800-\udfff]")
_SIGNS = (b"\0", b"\\u", b"=00")
"""How bytes may come to mean such a character: itself (also in UTF-16), in JSON, in QUOTED-PRINTABLE."""
_Any = TypeVar("_Any")


def fit(reading: Reading, data: bytes) -> Reading:
    """The reading as it can be held; unfit characters become U+FFFD."""
    if any(sign in data for sign in _SIGNS):
        reading = _without_unfit(reading)
    people = tuple(map(_person, reading.contacts))
    events = tuple(map(_event, reading.events))
    entries = tuple(map(_entry, reading.entries))
    return reading._replace(
        contacts=tuple(one for one in people if isinstance(one, ContactRecord)),
        events=tuple(one for one in events if isinstance(one, EventRecord)),
        entries=tuple(one for one in entries if isinstance(one, EntryRecord)),
        bad=(*reading.bad, *(one for one in (*people, *events, *entries) if isinstance(one, BadRecord))),
    )


def _entry(record: EntryRecord) -> EntryRecord | BadRecord:
    if len(record.text) > LONGEST_TEXT:
        return BadRecord(record.where, "too_large", record.text[:_DETAIL])
    return record


def _person(record: ContactRecord) -> ContactRecord | BadRecord:
    contact = record.contact
    if len(contact.handle) > LONGEST_NAME:
        return _person(record._replace(contact=contact._replace(handle="")))
    if len(contact.name) > LONGEST_NAME:
        return BadRecord(record.where, "too_large", contact.name[:_DETAIL])
    long = {field: text for field in _NAMES if len(text := getattr(contact, field)) > LONGEST_NAME}
    named = [alias for alias in contact.aliases if len(alias) <= LONGEST_NAME][:MOST_NAMES]
    if not long and len(named) == len(contact.aliases) and len(contact.tags) <= MOST_TAGS:
        return record
    rest = [kept_line(field, text) for field, text in long.items()]
    rest += [kept_line("aliases", alias) for alias in contact.aliases if alias not in named]
    rest += [kept_line("tags", tag) for tag in contact.tags[MOST_TAGS:]]
    emptied: dict[str, Any] = dict.fromkeys(long, "")
    made = contact._replace(**emptied)
    made = made._replace(aliases=tuple(named), tags=made.tags[:MOST_TAGS], extra=(*made.extra, *rest))
    return record._replace(contact=made)


def _event(record: EventRecord) -> EventRecord | BadRecord:
    if len(record.event.title) > LONGEST_NAME or len(record.event.purpose) > LONGEST_TEXT:
        return BadRecord(record.where, "too_large", record.event.title[:_DETAIL])
    return record


def _without_unfit(reading: Reading) -> Reading:
    return reading._replace(
        contacts=tuple(one._replace(contact=_fields(one.contact), uid=_text(one.uid)) for one in reading.contacts),
        entries=tuple(one._replace(key=_text(one.key), text=_text(one.text)) for one in reading.entries),
        events=tuple(
            one._replace(key=_text(one.key), event=_fields(one.event), attendees=_value(one.attendees))
            for one in reading.events
        ),
    )


def _fields(record: _Any) -> _Any:
    values = {name: _value(getattr(record, name)) for name in record._fields}  # type: ignore[attr-defined]
    made: _Any = record._replace(**values)  # type: ignore[attr-defined]
    return made


def _value(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Labelled):
        return Labelled(_text(value.value), _text(value.label))
    return tuple(map(_value, value)) if isinstance(value, tuple) else value


def _text(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
