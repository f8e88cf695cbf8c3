"""iCalendar: events and follow-ups, the same identifiers each time, every line as the format wants it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats.ics_write import Dated, calendar
from networkjournal.model.action import OpenAction
from networkjournal.model.event import Event

TODAY = date(2026, 11, 23)


def action(words: str, due: date | None = None) -> OpenAction:
    return OpenAction(1, 1, "open", TODAY, due, words, ())


def lines(text: str) -> list[str]:
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")


def test_an_event_lasts_its_day() -> None:
    text = calendar([Dated("u1", Event("Meetup", TODAY, purpose="meet, and ask", goals=("care",)))], (), TODAY)
    found = lines(text)
    assert "UID:u1@networkjournal" in found
    assert found[found.index("DTSTART;VALUE=DATE:20261123") + 1] == "DTEND;VALUE=DATE:20261124"
    assert r"DESCRIPTION:meet\, and ask" in found


def test_the_last_day_of_the_calendar_has_no_day_after() -> None:
    text = calendar([Dated("u1", Event("End", date.max))], (), TODAY)
    assert "DTSTART;VALUE=DATE:99991231" in lines(text)


def test_a_follow_up_keeps_its_identifier_however_it_is_spaced() -> None:
    """A calendar that is sent the same follow-up twice must change the one it has."""
    uids = {
        next(line for line in lines(calendar((), [action(words)], TODAY)) if line.startswith("UID:"))
        for words in ("send @Ann the notes", "Send  @Ann the  notes", "send @Ann the notes")
    }
    assert len(uids) == 1


def test_a_follow_up_tells_when_it_is_due() -> None:
    found = lines(calendar((), [action("x", TODAY)], TODAY))
    assert "DUE;VALUE=DATE:20261123" in found and "STATUS:NEEDS-ACTION" in found


@given(st.text(max_size=200))
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    found = lines(calendar([Dated("u", Event(text, TODAY, purpose=text, place=text))], [action(text)], TODAY))
    assert [line for line in found if line.startswith("BEGIN:")] == ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTODO"]
    assert sum(line.startswith("SUMMARY:") for line in found) == 2
