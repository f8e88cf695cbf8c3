"""Events by where they stand, what came of them, and a series over time."""

from datetime import date, timedelta

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.reports.gatherings import (
    compared,
    follow_ups,
    gathered,
    listed,
    next_planned,
    personas,
    series,
    to_ask,
)

TODAY = date(2026, 11, 23)


@pytest.fixture
def journal() -> Journal:
    made = Journal.open(":memory:")
    for title, days, reviewed in (
        ("far", 30, False), ("today", 0, False), ("near", 8, False), ("old", -60, False), ("late", -5, False),
        ("latest", -2, False), ("done", -90, True),
    ):  # fmt: skip
        on = TODAY + timedelta(days=days)
        made.add_event(Event(title, on, reviewed_on=on if reviewed else None))
    return made


def event(journal: Journal, name: str) -> Event:
    return journal.books.events.get(journal.find("event", name).id)


def test_the_next_one_and_the_latest_stand_first(journal: Journal) -> None:
    found = listed(journal, TODAY)
    assert [e.title for e in found.planned] == ["today", "near", "far"]
    assert [e.title for e in found.to_review] == ["latest", "late", "old"]
    assert [e.title for e in found.past] == ["done"]
    assert next_planned(journal, TODAY) == found.planned[0]
    assert next_planned(journal, date(2027, 12, 1)) is None


def test_each_recent_event_is_asked_about_once_the_latest_first(journal: Journal) -> None:
    asked = []
    while found := to_ask(journal, TODAY):
        asked.append(found.title)
        journal.change_event(found._replace(asked_on=TODAY), "event_asked")
    assert asked == ["latest", "late"]  # nobody remembers the old one; the list shows it
    assert len(listed(journal, TODAY).to_review) == 3


def test_having_asked_is_no_change_that_undo_takes_back(journal: Journal) -> None:
    journal.add_contact(Contact("Ann"))
    journal.change_event(event(journal, "late")._replace(asked_on=TODAY), "event_asked")
    step = journal.undo()
    assert step is not None and step.name == "contact_add"
    assert event(journal, "late").asked_on == TODAY
    journal.change_event(event(journal, "latest")._replace(asked_on=TODAY), "event_asked")
    redone = journal.redo()
    assert redone is not None and redone.name == "contact_add"


def test_what_came_of_it_counts_lines_and_people_first_met_there_for_thirty_days(journal: Journal) -> None:
    for name in ("Ann", "Bob", "Cid"):
        journal.add_contact(Contact(name))
    late = event(journal, "late")
    journal.capture("<- @Bob info: before", late.on - timedelta(days=9))
    journal.capture("%late\n-> @Ann info: there\n@Bob\n@Cid", late.on)
    journal.capture("<- @Ann referral: came of it\n<- @Bob info: known before", late.on + timedelta(days=30))
    journal.capture("<- @Ann info: too late", late.on + timedelta(days=31))
    found = gathered(journal, late)
    assert [journal.books.contacts.get(one).handle for one in found.met] == ["Ann", "Bob", "Cid"]
    assert [journal.books.contacts.get(one).handle for one in found.first_met] == ["Ann", "Cid"]
    assert (found.exchanges.of("given").times, found.exchanges.of("received").times) == (1, 1)
    assert [person.handle for person in follow_ups(journal, late)] == ["Cid"]


def test_a_series_is_compared_the_latest_first(journal: Journal) -> None:
    journal.add_event(Event("near", TODAY - timedelta(days=100), cards=3))
    journal.add_event(Event("another", TODAY - timedelta(days=200), series="near"))
    assert [e.title for e in series(journal, event(journal, "another"))] == ["near", "near", "another"]
    assert [item.event.cards for item in compared(journal, event(journal, "near"))] == [None, 3, None]


def test_personas_of_goals_that_are_gone_are_nobody_to_meet(journal: Journal) -> None:
    kept, gone = journal.add_goal(Goal("kept")), journal.add_goal(Goal("gone"))
    journal.add_persona(Persona(kept.id, "a care manager"))
    journal.add_persona(Persona(gone.id, "a developer"))
    journal.remove_goal(gone)
    assert [one.who for one in personas(journal)] == ["a care manager"]
