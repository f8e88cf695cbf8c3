"""Cadences over a journal: whose holds, what counts as being in touch, and who fades."""

from datetime import date, timedelta

import pytest

from networkjournal.journal import Journal
from networkjournal.model.cadence import Cadence
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal, Persona
from networkjournal.reports import cadences
from networkjournal.reports.cadences import by_cadence, fading, rhythm_of

TODAY = date(2026, 11, 23)
ANN, BOB, CAT = 1, 2, 3


def ago(days: int) -> date:
    """So many days before."""
    return TODAY - timedelta(days=days)


@pytest.fixture
def journal() -> Journal:
    """Three people, two of whom have a tag."""
    made = Journal.open(":memory:")
    made.add_contact(Contact("Ann", tags=("Care", "IT")))
    made.add_contact(Contact("Bob", tags=("care",)))
    made.add_contact(Contact("Cat"))
    return made


def last(journal: Journal, contact: int = ANN) -> date | None:
    """When one was in touch last, as the rhythm has it."""
    rhythm = rhythm_of(journal, journal.books.contacts.get(contact), TODAY)
    assert rhythm is not None
    return rhythm.last


def names(journal: Journal, today: date = TODAY) -> list[str]:
    """Who fades, the longest over first."""
    found = fading(journal, today)
    assert found.total == len(found.shown)
    return [rhythm.name for rhythm in found.shown]


def test_the_contact_s_own_comes_before_a_tag_s(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, tag="care"))
    journal.set_cadence(Cadence(7, tag="it"))
    ann = journal.books.contacts.get(ANN)
    rhythm = rhythm_of(journal, ann, TODAY)
    assert rhythm and rhythm.cadence.days == 7, "of two tags the shorter"
    journal.set_cadence(Cadence(90, contact=ANN))
    rhythm = rhythm_of(journal, ann, TODAY)
    assert rhythm and rhythm.cadence.days == 90
    assert rhythm_of(journal, journal.books.contacts.get(CAT), TODAY) is None


def test_an_exchange_or_a_mention_is_contact_and_an_older_one_changes_nothing(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, contact=ANN))
    assert last(journal) is None
    journal.capture("-> @Ann info: a", ago(40))
    assert last(journal) == ago(40)
    journal.capture("coffee with @Ann", ago(20))
    assert last(journal) == ago(20)
    journal.capture("-> @Ann info: b\ncoffee with @Ann", ago(60))
    assert last(journal) == ago(20), "written later, but it was earlier"


def test_an_exchange_counts_by_its_own_day(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, contact=ANN))
    journal.capture(f"<- @Ann info: a on:{ago(50).isoformat()}", ago(60))
    assert last(journal) == ago(50)


def test_a_promise_is_no_contact_and_keeping_it_is(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, contact=ANN))
    journal.capture("coffee with @Ann", ago(40))
    journal.capture("[ ] call @Ann", ago(5))
    assert last(journal) == ago(40)
    journal.capture("[x] call @Ann", ago(3))
    assert last(journal) == ago(3)


def test_what_is_yet_to_come_is_no_contact(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, contact=ANN))
    journal.capture("-> @Ann info: a", ago(40))
    journal.capture("-> @Ann info: b", ago(-5))
    assert last(journal) == ago(40)


def test_who_is_longest_over_comes_first(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, tag="care"))
    journal.set_cadence(Cadence(30, contact=CAT))
    journal.capture("-> @Ann info: a", ago(40))
    journal.capture("-> @Bob info: a", ago(30))
    journal.capture("-> @Cat info: a", ago(99))
    assert names(journal) == ["Cat", "Ann"]
    assert names(journal, TODAY + timedelta(days=1)) == ["Cat", "Ann", "Bob"]


def test_a_snooze_holds_until_its_day_and_can_be_taken_back(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, contact=ANN))
    journal.capture("-> @Ann info: a", ago(40))
    journal.snooze(ANN, TODAY)
    assert names(journal) == []
    assert names(journal, TODAY + timedelta(days=1)) == ["Ann"]
    journal.snooze(ANN, None)
    assert names(journal) == ["Ann"]


def test_who_is_archived_does_not_fade(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, tag="care"))
    journal.capture("-> @Ann info: a", ago(40))
    journal.archive_contact(journal.books.contacts.get(ANN), True)
    assert names(journal) == []


def test_of_many_the_same_are_found_as_of_few(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many are asked for all at once, few one by one: it must not show."""
    journal.set_cadence(Cadence(30, tag="care"))
    journal.set_cadence(Cadence(10, contact=CAT))
    journal.capture("-> @Ann info: a", ago(40))
    journal.capture("-> @Bob info: a", ago(60))
    journal.capture("-> @Cat info: a", ago(50))
    journal.capture("coffee with @Bob and @Cat", ago(15))
    journal.capture("[ ] call @Ann", ago(2))
    assert names(journal) == ["Ann", "Cat"]
    monkeypatch.setattr(cadences, "FEW", 0)
    assert sorted(names(journal)) == ["Ann", "Cat"]
    assert (len(fading(journal, TODAY, 1).shown), fading(journal, TODAY, 1).total) == (1, 2)


def test_a_persona_s_cadence_is_for_whoever_fits_it(journal: Journal) -> None:
    ann = journal.books.contacts.get(ANN)
    journal.change_contact(ann._replace(title="care manager", organization="Care Office"))
    goal = journal.add_goal(Goal("Visits", "visits"))
    persona = journal.add_persona(Persona(goal.id, "a care manager", ("care",), ("care manager",)))
    cadence = journal.set_cadence(Cadence(30, persona=persona.id))
    journal.capture("-> @Ann info: a\n-> @Cat info: a", ago(40))
    assert names(journal) == ["Ann"]
    rhythm = rhythm_of(journal, journal.books.contacts.get(ANN), TODAY)
    assert rhythm is not None and rhythm.cadence == cadence
    assert rhythm_of(journal, journal.books.contacts.get(CAT), TODAY) is None

    journal.remove_persona(persona)
    assert names(journal) == []
    assert rhythm_of(journal, journal.books.contacts.get(ANN), TODAY) is None


def test_each_cadence_lists_those_for_whom_it_holds(journal: Journal) -> None:
    tag = journal.set_cadence(Cadence(30, tag="care"))
    own = journal.set_cadence(Cadence(10, contact=ANN))
    found = by_cadence(journal, TODAY)
    assert [rhythm.name for rhythm in found[tag.id]] == ["Bob"]
    assert [rhythm.name for rhythm in found[own.id]] == ["Ann"]
