"""Events of calendars: known again, edited here, expecting people."""

from collections.abc import Iterator
from datetime import date

import pytest

from networkjournal.formats.identifier import written
from networkjournal.formats.item import Item
from networkjournal.formats.plan import apply, plan
from networkjournal.formats.records import EventRecord, Reading, digest_of
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.store.uid import new_uid

DAY = date(2026, 11, 27)


@pytest.fixture
def journal() -> Iterator[Journal]:
    """An empty journal in memory."""
    made = Journal.open(":memory:")
    yield made
    made.close()


def meeting(event: Event, key: str = "1", *guests: Labelled) -> EventRecord:
    """An event as a reader hands it over."""
    return EventRecord("event 1", key, event, guests, digest_of(repr(event)))


def bring(journal: Journal, *records: EventRecord) -> list[Item]:
    """Import events, and give the plan that it was."""
    items = list(plan(journal, "icalendar", Reading(events=records)))
    apply(journal, items, "calendar.ics")
    return items


def test_the_same_event_again_is_the_same(journal: Journal) -> None:
    record = meeting(Event("Fair", DAY, purpose="meet nurses", place="Hall", minutes=60))
    assert [item.verdict for item in (*bring(journal, record), *bring(journal, record))] == ["new", "same"]
    (event,) = journal.books.events.all()
    assert (event.title, event.on, event.purpose, event.minutes) == ("Fair", DAY, "meet nurses", 60)


def test_a_moved_event_moves_and_what_was_edited_here_stays(journal: Journal) -> None:
    bring(journal, meeting(Event("Fair", DAY, purpose="theirs", place="Hall")))
    (event,) = journal.books.events.all()
    journal.change_event(event._replace(purpose="mine"))
    later = meeting(Event("Fair", date(2026, 12, 1), purpose="theirs, again", place="Room"))
    (item,) = bring(journal, later)
    assert (item.verdict, item.fields, item.kept) == ("changed", ("on", "place"), ("purpose",))
    (event,) = journal.books.events.all()
    assert (event.on, event.place, event.purpose) == (date(2026, 12, 1), "Room", "mine")


def test_what_went_out_of_this_journal_is_known_by_its_identifier(journal: Journal) -> None:
    """Also under another title, and once it was removed."""
    event = journal.add_event(Event("Fair", DAY, purpose="mine"))
    key = written(journal.books.events.uid(event.id))
    journal.change_event(event._replace(title="Fair of nurses"))
    (item,) = bring(journal, meeting(Event("Fair", DAY), key))
    assert (item.verdict, item.kept, journal.books.events.get(event.id).title) == ("same", ("title",), "Fair of nurses")
    journal.remove_event(journal.books.events.get(event.id))
    assert [item.verdict for item in bring(journal, meeting(Event("Fair", DAY, place="Hall"), key))] == ["same"]


def test_an_event_keeps_its_identifier_in_another_journal(journal: Journal) -> None:
    uid = new_uid()
    bring(journal, meeting(Event("Fair", DAY), written(uid)))
    (event,) = journal.books.events.all()
    assert journal.books.events.uid(event.id) == uid


def test_an_event_noted_here_is_known_by_title_and_day_and_only_filled(journal: Journal) -> None:
    journal.add_event(Event("Fair", DAY, purpose="mine"))
    (item,) = bring(journal, meeting(Event("FAIR", DAY, purpose="theirs", place="Hall")))
    assert (item.verdict, item.fields) == ("changed", ("place",))
    (event,) = journal.books.events.all()
    assert (event.title, event.purpose, event.place) == ("Fair", "mine", "Hall")


def test_an_event_removed_here_does_not_come_back(journal: Journal) -> None:
    bring(journal, meeting(Event("Fair", DAY)))
    journal.remove_event(next(iter(journal.books.events.all())))
    assert [item.verdict for item in bring(journal, meeting(Event("Fair", DAY, place="Hall")))] == ["same"]


def test_it_is_one_step_that_can_be_taken_back(journal: Journal) -> None:
    bring(journal, meeting(Event("Fair", DAY)), meeting(Event("Talk", DAY), "2"))
    journal.undo()
    assert list(journal.books.events.all()) == []
    assert journal.check().differences == ()


def test_guests_are_known_by_their_address(journal: Journal) -> None:
    journal.add_contact(Contact("田中 太郎", emails=(Labelled("tanaka@x.example"),)))
    guests = (Labelled("TANAKA@x.example", "T."), Labelled("new@x.example", "New One"), Labelled("bare@x.example"))
    bring(journal, meeting(Event("Fair", DAY), "1", *guests))
    (event,) = journal.books.events.all()
    people = ("田中太郎", "New One", "bare@x.example")
    assert (event.title, getattr(event, "expected", people)) == ("Fair", people)
