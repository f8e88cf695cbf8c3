"""Events and follow-ups as iCalendar (RFC 5545): whole-day events, and actions as to-dos.

Promises an identifier that stays the same from one export to the next, so that a calendar changes what it has instead
of doubling it; the same journal and day give the same bytes. Refuses to tell more of people than their names in what
one promised them.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from networkjournal.formats.ics_to_do import STATE
from networkjournal.formats.vcard_text import fold
from networkjournal.model.action import OpenAction, action_key
from networkjournal.model.event import Event

PRODUCT = "-//networkjournal//networkjournal//EN"
_STATES = {"open": "NEEDS-ACTION", "awaiting": "NEEDS-ACTION", "done": "COMPLETED", "dropped": "CANCELLED"}


class Dated(NamedTuple):
    """An event with the identifier that it has for ever."""

    uid: str
    event: Event


def calendar(events: Iterable[Dated], actions: Iterable[OpenAction], today: date) -> str:
    """One calendar with CRLF. `today` stands for the moment of the export."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for dated in events:
        lines += _event(dated, today)
    for action in actions:
        lines += _to_do(action, today)
    return "".join(map(fold, [*lines, "END:VCALENDAR"]))


def _event(dated: Dated, today: date) -> Iterator[str]:
    event = dated.event
    yield from ("BEGIN:VEVENT", f"UID:{dated.uid}@networkjournal", _stamp(today))
    yield f"DTSTART;VALUE=DATE:{_day(event.on)}"
    if event.on < date.max:
        yield f"DTEND;VALUE=DATE:{_day(event.on + timedelta(days=1))}"
    yield f"SUMMARY:{_text(event.title)}"
    for name, text in (("DESCRIPTION", event.purpose), ("LOCATION", event.place)):
        if text:
            yield f"{name}:{_text(text)}"
    if event.goals:
        yield f"CATEGORIES:{','.join(map(_text, event.goals))}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _to_do(action: OpenAction, today: date) -> Iterator[str]:
    key = sha256(action_key(action.words).encode()).hexdigest()[:32]
    yield from ("BEGIN:VTODO", f"UID:{key}@networkjournal", _stamp(today))
    yield f"SUMMARY:{_text(action.words)}"
    yield f"STATUS:{_STATES[action.state]}"
    yield f"CREATED:{_day(action.declared)}T000000Z"
    if action.state == "awaiting":
        yield f"{STATE}:AWAITING"
    if action.due is not None:
        yield f"DUE;VALUE=DATE:{_day(action.due)}"
    if action.done is not None:
        yield f"COMPLETED:{_day(action.done)}T000000Z"
    yield "END:VTODO"


def _stamp(today: date) -> str:
    return f"DTSTAMP:{_day(today)}T000000Z"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    """A TEXT value: what parts values is escaped, a line end is written, control characters have no place in it."""
    plain = "".join(character for character in text if character in "\n\t" or character >= " ")
    for character in ("\\", ";", ","):
        plain = plain.replace(character, f"\\{character}")
    return plain.replace("\n", "\\n")
