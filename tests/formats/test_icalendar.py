"""iCalendar: meetings, and series within a window."""

from datetime import date
from pathlib import Path

from networkjournal.formats import icalendar
from networkjournal.formats.asked import NOTHING, Asked
from networkjournal.formats.records import Reading
from networkjournal.model.contact import Labelled

FILE = (Path(__file__).parents[1] / "data" / "exports" / "calendar.ics").read_bytes()
ASKED = Asked(today=date(2026, 11, 23))


def read(*lines: str, asked: Asked = ASKED) -> Reading:
    """The reading of one event of these lines."""
    whole = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", "END:VCALENDAR")
    return icalendar.read("\r\n".join(whole).encode(), asked)


def test_a_meeting_has_its_day_place_words_length_and_guests() -> None:
    record = icalendar.read(FILE, ASKED).events[0]
    event = record.event
    assert (event.title, event.on, event.place, event.minutes) == (
        "ケア交流会",
        date(2026, 11, 27),
        "渋谷区文化総合センター",
        150,
    )
    assert event.purpose == "訪問看護の人に会う\n名刺を持っていく"
    assert record.attendees == (
        Labelled("hanako@sakura.example", "鈴木 花子"),
        Labelled("anna@example.com", "Miller, Anna"),
    )


def test_a_series_is_taken_within_the_window_without_the_days_left_out_or_moved() -> None:
    """23:00 in London is eight in the morning of the next day in Tokyo, where the calendar's owner is."""
    days = {record.key: record.event.on for record in icalendar.read(FILE, ASKED).events}
    weekly = [day for key, day in days.items() if key.startswith("weekly")]
    assert min(weekly) == date(2026, 8, 27) and max(weekly) == date(2027, 2, 18)
    assert {day.weekday() for day in weekly} == {3}
    assert date(2026, 11, 19) not in weekly
    assert days["weekly@example.com/2026-11-26"] == date(2026, 11, 26)
    events = [record.event for record in icalendar.read(FILE, ASKED).events]
    assert [event.title for event in events if event.on == date(2026, 11, 26)] == ["朝会（遅め） 2026-11-26"]


def test_without_a_day_to_look_around_a_series_gives_its_first() -> None:
    keys = [record.key for record in icalendar.read(FILE, NOTHING).events if "weekly" in record.key]
    assert keys == ["weekly@example.com/2025-10-02", "weekly@example.com/2026-11-26"]


def test_what_is_to_be_done_is_an_entry_that_declares_it() -> None:
    (entry,) = icalendar.read(FILE, ASKED).entries
    assert (entry.text, entry.day, entry.key) == ("[ ] not an event", date(2026, 11, 23), "todo@example.com")
    assert [bad.reason for bad in icalendar.read(FILE, NOTHING).bad] == ["bad_date"]


def test_the_days_and_the_state_of_what_is_to_be_done_are_kept() -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:1", "SUMMARY:Call Bo", "DESCRIPTION:about rent"]
    lines += ["CREATED:20261101T120000Z", "DUE:20261120T120000Z", "STATUS:COMPLETED", "COMPLETED:20261119T120000Z"]
    (entry,) = icalendar.read("\r\n".join((*lines, "END:VTODO", "END:VCALENDAR")).encode(), ASKED).entries
    assert (entry.text, entry.day) == ("[x] Call Bo done:2026-11-19\nabout rent", date(2026, 11, 19))


def test_what_is_cancelled_is_left_out() -> None:
    titles = {record.event.title for record in icalendar.read(FILE, ASKED).events}
    assert not titles & {"Cancelled", "not an event"}


def test_a_series_that_recurs_every_second_for_ever_is_once_a_day() -> None:
    reading = read("SUMMARY:x", "DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY")
    assert len(reading.events) == len({record.event.on for record in reading.events}) == 185


def test_a_broken_event_is_told_and_the_next_one_read() -> None:
    file = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nDTSTART:20261399\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261101\n"
    file += b"END:VEVENT\nBEGIN:VEVENT\nSUMMARY:c\nBEGIN:VEVENT\nSUMMARY:d\nDTSTART:20261101\nEND:VEVENT\n"
    reading = icalendar.read(file, ASKED)
    assert [(bad.where, bad.reason) for bad in reading.bad] == [
        ("event 3, line 9", "truncated"),
        ("event 1, line 2", "bad_date"),
        ("event 2, line 6", "no_name"),
    ]
    assert [record.event.title for record in reading.events] == ["d"]


def test_a_later_export_of_the_same_meeting_has_the_same_digest() -> None:
    first = read("SUMMARY:x", "DTSTART:20261101", "DTSTAMP:20261101T000000Z")
    assert first.events[0].digest == read("DTSTAMP:20261201T000000Z", "DTSTART:20261101", "SUMMARY:x").events[0].digest


def test_an_alarm_s_words_are_not_the_meeting_s() -> None:
    reading = read("SUMMARY:x", "DTSTART:20261101", "BEGIN:VALARM", "DESCRIPTION:beep", "END:VALARM", "LOCATION:here")
    assert (reading.events[0].event.purpose, reading.events[0].event.place) == ("", "here")
