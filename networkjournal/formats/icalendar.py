"""iCalendar: meetings become events, with those invited known by their e-mail addresses, and to-dos become actions.

Promises that a series is taken within a window around today and never for ever, that a cancelled or moved day of it is,
and that a broken event is told and the next one read, in time linear in the file. Refuses free times and alarms.
Own code on the lines that vCard has as well: days, rules and names are all that is asked of the vast format.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from networkjournal.formats import source
from networkjournal.formats.asked import Asked
from networkjournal.formats.ics_to_do import STATE, ToDo, entry_of
from networkjournal.formats.identifier import OURS
from networkjournal.formats.records import BadRecord, EntryRecord, EventRecord, Reading, bounded, digest_of
from networkjournal.formats.source import guess
from networkjournal.formats.vcard_lines import LONGEST_LINE, MOST_LINES, content_lines
from networkjournal.formats.vcard_property import Property, property_of
from networkjournal.formats.vcard_text import one_line, unescape
from networkjournal.model.contact import Labelled
from networkjournal.model.event import Event
from networkjournal.model.posting import ActionState
from networkjournal.model.recurrence import days_between, rule_of

WINDOW = timedelta(days=92)
"""So far back and ahead a series is taken: a quarter."""
MOST_DAYS = 200
"""So many days of one series at most."""
MOST_SERIES = 500
"""Of any further series of a file only the first day is taken."""
_LONGEST = timedelta(days=31)
_CALLED = {"VEVENT": "event", "VTODO": "to-do"}
_ROOM, _DETAIL = 20_000, 80
_MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?)?")
_LENGTH = re.compile(
    r"\+?P(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?(?:[0-9]{1,6}S)?)?"
)
_ZONE = re.compile(rb"^X-WR-TIMEZONE[^:\r\n]*:([A-Za-z0-9_+/-]{1,60})\s*$", re.MULTILINE | re.IGNORECASE)
_PASSING = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "CREATED", "X-", "BEGIN", "END")
"""Properties that change from one export to the next while the meeting does not."""


class _Raw(NamedTuple):
    """The properties of one VEVENT or VTODO."""

    kind: str
    number: int
    """Counted apart for each kind, from 1."""
    line: int
    props: list[Property]
    complete: bool
    too_large: bool = False
    """Whether it was too long to be held; what it is known by is there."""

    @property
    def where(self) -> str:
        return f"{_CALLED[self.kind]} {self.number}, line {self.line}"

    def first(self, name: str) -> Property | None:
        return next((prop for prop in self.props if prop.name == name), None)

    def text(self, name: str) -> str:
        found = self.first(name)
        return unescape(found.value).strip() if found else ""


def recognise(data: bytes) -> bool:
    """Whether a calendar begins within the first lines. Never raises."""
    head = data[:_ROOM]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    lines = [line.strip().upper() for line in head.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()]
    return b"BEGIN:VCALENDAR" in lines[:10]


def read(data: bytes, asked: Asked) -> Reading:
    """The events and to-dos of a file. Raises `Invalid`: `undecodable`, and as `bounded`."""
    plain = source.plain(data)
    zone = _zone(plain)
    raws: list[_Raw] = []
    bad: list[BadRecord] = []
    done: list[EntryRecord | BadRecord] = []
    for raw in _components(plain):
        bounded(len(raws) + len(done), len(bad))
        if raw.too_large:
            bad.append(BadRecord(raw.where, "too_large", raw.text("SUMMARY")[:_DETAIL]))
        elif not raw.complete:
            bad.append(BadRecord(raw.where, "truncated", raw.text("SUMMARY")[:_DETAIL]))
        elif raw.kind == "VTODO":
            done.append(_to_do(raw, zone, asked))
        elif raw.text("STATUS").upper() != "CANCELLED" or raw.first("RECURRENCE-ID"):
            raws.append(raw)
    moved = {(raw.text("UID"), on) for raw in raws if (on := _day(raw.first("RECURRENCE-ID"), zone))}
    records: list[EventRecord] = []
    series = 0
    for raw in raws:
        series += raw.first("RRULE") is not None
        if series > MOST_SERIES:
            asked = asked._replace(today=None)
        if raw.text("STATUS").upper() == "CANCELLED":
            continue
        title, start = one_line(raw.text("SUMMARY")), _day(raw.first("DTSTART"), zone)
        if title and start:
            records.extend(_records(raw, title, start, asked, zone, moved))
            bounded(len(records))
        else:
            bad.append(BadRecord(raw.where, "bad_date" if title else "no_name", title[:_DETAIL]))
    bad += [one for one in done if isinstance(one, BadRecord)]
    entries = tuple(one for one in done if isinstance(one, EntryRecord))
    return Reading(bad=tuple(bad), events=tuple(records), entries=entries)


def _to_do(raw: _Raw, zone: tzinfo | None, asked: Asked) -> EntryRecord | BadRecord:
    """A to-do as an entry that declares it, on the day it was made."""
    words = one_line(raw.text("SUMMARY"))
    if not words:
        return BadRecord(raw.where, "no_name")
    uid = raw.text("UID")
    mine = uid.endswith(OURS)
    days = (_day(raw.first(name), None if mine and name == "CREATED" else zone) for name in ("CREATED", "DTSTART"))
    due = _day(raw.first("DUE"), zone)
    made = next(filter(None, days), None) or due or asked.today
    if made is None:
        return BadRecord(raw.where, "bad_date", words[:_DETAIL])
    finished = raw.first("COMPLETED")
    written = finished._replace(value=finished.value.strip().removesuffix("Z")) if finished and mine else finished
    to_do = ToDo(words, _state(raw), made, due, _day(written, zone), raw.text("DESCRIPTION"))
    return entry_of(to_do, raw.where, uid or digest_of(f"{words}\t{made}"))


def _state(raw: _Raw) -> ActionState:
    stated = raw.text(STATE).lower()
    if stated == "awaiting" and raw.text("STATUS").upper() in ("", "NEEDS-ACTION", "IN-PROCESS"):
        return "awaiting"
    if raw.first("COMPLETED") or raw.text("STATUS").upper() == "COMPLETED":
        return "done"
    return "dropped" if raw.text("STATUS").upper() == "CANCELLED" else "open"


def _components(data: bytes) -> Iterator[_Raw]:
    """The VEVENTs and VTODOs of a file, without what is nested in them.

    A BEGIN where none can be ends the one before it.
    """
    props: list[Property] | None = None
    counts = dict.fromkeys(_CALLED, 0)
    kind, start, depth, too_large = "", 0, 0, False
    for at, line in content_lines(data):
        if len(line) > LONGEST_LINE:
            too_large = True
            continue
        prop = property_of(line.decode(guess(line) or "utf-8", "replace"))
        if prop is None:
            continue
        value = prop.value.strip().upper() if prop.name in ("BEGIN", "END") else ""
        if prop.name == "BEGIN" and value in _CALLED:
            if props is not None:
                yield _Raw(kind, counts[kind], start, props, False, too_large)
            props, kind, start, depth, too_large = [], value, at, 0, False
            counts[kind] += 1
        elif (prop.name, value) == ("END", kind) and props is not None:
            yield _Raw(kind, counts[kind], start, props, True, too_large)
            props = None
        elif prop.name in ("BEGIN", "END"):
            depth += 1 if prop.name == "BEGIN" else -1
        elif props is not None and depth <= 0:
            too_large = too_large or len(props) >= MOST_LINES
            if not too_large:
                props.append(prop)
    if props is not None:
        yield _Raw(kind, counts[kind], start, props, False, too_large)


def _records(
    raw: _Raw, title: str, start: date, asked: Asked, zone: tzinfo | None, moved: set[tuple[str, date]]
) -> Iterator[EventRecord]:
    """The event, or each day of it within the window."""
    uid = raw.text("UID") or digest_of(f"{title}\t{start}")
    said = "\n".join(sorted(prop.line for prop in raw.props if not prop.name.startswith(_PASSING)))
    event = Event(title, start, purpose=raw.text("DESCRIPTION"), place=one_line(raw.text("LOCATION")),
                  minutes=_minutes(raw, zone))  # fmt: skip
    whole = EventRecord(raw.where, uid, event, tuple(_attendees(raw.props)), digest_of(said))
    instead = _day(raw.first("RECURRENCE-ID"), zone)
    if instead is not None:
        yield _one_of(whole, start, instead)
        return
    days = tuple(_days(raw, start, asked, zone))
    if days == (start,) and not raw.first("RRULE") and not raw.first("RDATE"):
        yield whole
        return
    yield from (_one_of(whole, day, day) for day in days if (uid, day) not in moved)


def _one_of(whole: EventRecord, on: date, planned: date) -> EventRecord:
    """One day of a series, under a title of its own: a text must be able to say which day is meant."""
    event = whole.event._replace(title=f"{whole.event.title} {on.isoformat()}", on=on)
    if "series" in Event._fields:
        series: dict[str, Any] = {"series": whole.event.title}
        event = event._replace(**series)
    return whole._replace(key=f"{whole.key}/{planned.isoformat()}", event=event)


def _days(raw: _Raw, start: date, asked: Asked, zone: tzinfo | None) -> Iterator[date]:
    rules = [rule for prop in raw.props if prop.name == "RRULE" and (rule := rule_of(prop.value))]
    more = {day for prop in raw.props if prop.name == "RDATE" for day in _listed(prop, zone)}
    without = {day for prop in raw.props if prop.name == "EXDATE" for day in _listed(prop, zone)}
    if asked.today is None or not (rules or more):
        yield start
        return
    first, last = _around(asked.today)
    found = {day for day in more if first <= day <= last} | ({start} if first <= start <= last else set())
    begun, shift = _in_its_clock(raw, start)
    for day in days_between(rules[0], begun, first - shift, last - shift) if rules else ():
        if len(found) >= MOST_DAYS:
            break
        found.add(day + shift)
    yield from sorted(found - without)


def _in_its_clock(raw: _Raw, start: date) -> tuple[date, timedelta]:
    """The first day by the clock that the rule goes by, which for a moment in UTC is UTC, and how far ours is off."""
    prop = raw.first("DTSTART")
    value = prop.value.strip().upper().removesuffix("Z") if prop else ""
    begun = _day(prop._replace(value=value), None) if prop else None
    return (begun, start - begun) if begun else (start, timedelta(0))


def _around(today: date) -> tuple[date, date]:
    """The window, with room for a day's difference between clocks."""
    try:
        first, last = today - WINDOW, today + WINDOW
        return max(first, date.min + timedelta(1)), min(last, date.max - timedelta(1))
    except OverflowError:
        return today, today


def _listed(prop: Property, zone: tzinfo | None) -> Iterator[date]:
    for value in prop.value.split(",")[: 10 * MOST_DAYS]:
        day = _day(prop._replace(value=value), zone)
        if day is not None:
            yield day


def _attendees(props: Iterable[Property]) -> Iterator[Labelled]:
    for prop in props:
        if prop.name in ("ATTENDEE", "ORGANIZER"):
            address = prop.value.strip()
            if address[:7].lower() == "mailto:" and "room" not in prop.words("CUTYPE"):
                yield Labelled(address[7:].strip(), one_line(", ".join(prop.params.get("CN", ()))))


def _minutes(raw: _Raw, zone: tzinfo | None) -> int | None:
    begin, end = _moment(raw.first("DTSTART"), zone), _moment(raw.first("DTEND"), zone)
    if begin and end and not _whole_day(raw) and timedelta(0) < end - begin <= _LONGEST:
        return int((end - begin).total_seconds()) // 60 or None
    length = _LENGTH.fullmatch(raw.text("DURATION"))
    if not length or _whole_day(raw):
        return None
    weeks, days, hours, minutes = (int(part or 0) for part in length.groups())
    total = (weeks * 7 + days) * 1440 + hours * 60 + minutes
    return total if 0 < total <= _LONGEST.days * 1440 else None


def _whole_day(raw: _Raw) -> bool:
    start = raw.first("DTSTART")
    return start is not None and "T" not in start.value


def _day(prop: Property | None, zone: tzinfo | None) -> date | None:
    """The day by the clock on the wall where the meeting is; of a moment in UTC, where its owner is."""
    moment = _moment(prop, zone)
    return moment.date() if moment else None


def _moment(prop: Property | None, zone: tzinfo | None) -> datetime | None:
    found = _MOMENT.match(prop.value.strip()) if prop else None
    if not found:
        return None
    try:
        moment = datetime(*(int(part or 0) for part in found.groups()[:5]))  # type: ignore[arg-type]
        if found[7]:
            moment = moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None
    return moment


def _zone(data: bytes) -> tzinfo | None:
    """The zone that the calendar says its owner is in; `None` for the computer's."""
    found = _ZONE.search(data[:_ROOM])
    if not found:
        return None
    from zoneinfo import ZoneInfo  # 5 ms, and most calendars do not say

    try:
        return ZoneInfo(found[1].decode("ascii"))
    except (ValueError, OSError, KeyError):  # KeyError: no such zone
        return None
