"""The day's sheet: what is due, whom to be in touch with and why, events before and after."""

from datetime import date, timedelta

import pytest

from networkjournal.journal import Journal
from networkjournal.model.cadence import Cadence
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.reports.today import AHEAD, PEOPLE, counts, today

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    """So many days before."""
    return TODAY - timedelta(days=days)


@pytest.fixture
def journal() -> Journal:
    """Somebody who gave much, and somebody with whom contact fades."""
    made = Journal.open(":memory:")
    made.add_contact(Contact("Ann"))
    made.add_contact(Contact("Bob"))
    made.capture("<- @Ann info: a\n<- @Ann info: b\n<- @Ann info: c", ago(60))
    made.capture("-> @Bob info: a", ago(50))
    made.set_cadence(Cadence(30, contact=2))
    return made


def test_promises_are_parted_by_when_they_are_due(journal: Journal) -> None:
    journal.capture("[ ] one due:2026-11-23\n[ ] two due:2026-11-24\n[ ] three\n[<] four", ago(3))
    sheet = today(journal, TODAY)
    assert [action.words for action in sheet.due] == ["one"]
    assert [action.words for action in sheet.owed] == ["one", "two", "three"]
    assert [action.words for action in sheet.awaited] == ["four"]


def test_each_person_is_named_once_with_every_reason(journal: Journal) -> None:
    sheet = today(journal, TODAY)
    assert [(who.account.handle, who.why) for who in sheet.people] == [("Ann", ("give_back",)), ("Bob", ("fading",))]
    journal.set_cadence(Cadence(7, contact=1))
    sheet = today(journal, TODAY)
    assert [(who.account.handle, who.why) for who in sheet.people] == [
        ("Ann", ("give_back", "fading")),
        ("Bob", ("fading",)),
    ]
    assert all(who.rhythm is not None for who in sheet.people)
    assert sheet.more_people == 0


def test_at_most_five_people_and_neither_reason_crowds_the_other_out(journal: Journal) -> None:
    for name in ("Cat", "Dan", "Eve", "Fay", "Gus", "Hal"):
        journal.add_contact(Contact(name))
        journal.capture(f"<- @{name} info: a *9\n<- @{name} info: b\n<- @{name} info: c", ago(60))
    sheet = today(journal, TODAY)
    assert len(sheet.people) == PEOPLE == 5
    assert "Bob" in [who.account.handle for who in sheet.people]
    assert sheet.more_people == 3
    assert (sheet.to_give_back, sheet.to_fade) == (7, 1)


def test_who_is_early_owes_nothing_yet(journal: Journal) -> None:
    journal.add_contact(Contact("Cat"))
    journal.capture("<- @Cat info: a\n<- @Cat info: b", ago(60))
    journal.add_contact(Contact("Dan"))
    journal.capture("<- @Dan info: a\n<- @Dan info: b\n<- @Dan info: c", ago(20))
    assert [account.handle for account in today(journal, TODAY).give_back] == ["Ann"]


def test_an_event_is_prepared_before_and_reviewed_after(journal: Journal) -> None:
    for title, days in (("Past", 1), ("Now", 0), ("Soon", -AHEAD), ("Later", -AHEAD - 1)):
        journal.add_event(Event(title, ago(days), purpose="x", expected=("Ann", "somebody new")))
    journal.add_event(Event("Reviewed", ago(5), purpose="x", reviewed_on=ago(4)))
    sheet = today(journal, TODAY)
    assert [event.title for event in sheet.to_review] == ["Past"]
    assert [event.title for event in sheet.to_prepare] == ["Now", "Soon"]
    assert [(meeting.event.title, meeting.account.handle) for meeting in sheet.meetings] == [("Now", "Ann")]


def test_the_few_numbers_are_those_of_the_sheet(journal: Journal) -> None:
    journal.capture("[ ] one due:2026-11-20\n[ ] two\n[<] three\n[x] four\n-> @Nobody info: a", ago(3))
    journal.capture("[x] one due:2026-11-20", ago(1))
    journal.capture("[ ] five due:2026-11-22", ago(1))
    journal.add_event(Event("Past", ago(1), purpose="x"))
    journal.add_event(Event("Now", TODAY, purpose="x"))
    assert counts(journal, TODAY) == today(journal, TODAY).counts == (1, 1, 1, 1, 1)


def test_a_day_may_ask_for_nothing() -> None:
    sheet = today(Journal.open(":memory:"), TODAY)
    assert sheet.empty
    assert not any(sheet.counts)
