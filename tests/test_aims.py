"""The verbs on asks, cadences, budgets, self-introductions and refusals: one undoable step each."""

from collections.abc import Iterator
from datetime import date

import pytest

from networkjournal.errors import Invalid, NotFound
from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.budget import Budget
from networkjournal.model.cadence import Cadence
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.refusal import Refusal
from networkjournal.model.self_introduction import SelfIntroduction

TODAY = date(2026, 11, 23)


@pytest.fixture
def journal() -> Iterator[Journal]:
    journal = Journal.open(":memory:")
    journal.add_goal(Goal("Twelve visits", "visits"))
    journal.add_persona(Persona(1, "a care manager"))
    for name in ("Jane Smith", "Ann Lee"):
        journal.add_contact(Contact(name))
    yield journal
    assert not journal.check().differences
    journal.close()


def test_an_ask_is_for_a_goal_by_its_name(journal: Journal) -> None:
    ask = journal.add_ask(Ask("an accountant", ("tax",), "Twelve visits"))
    assert ask.goal == "visits"
    assert list(journal.books.asks.all()) == [ask]
    journal.change_ask(ask._replace(goal=""))
    assert journal.books.asks.get(ask.id).goal == ""
    journal.undo()
    assert journal.books.asks.get(ask.id) == ask
    journal.remove_ask(ask)
    assert not list(journal.books.asks.all())


def test_what_is_wrong_changes_nothing(journal: Journal) -> None:
    before = journal.books.history.count()
    for wrong, error in (
        (lambda: journal.add_ask(Ask(" ")), Invalid),
        (lambda: journal.add_ask(Ask("an accountant", goal="nothing")), NotFound),
        (lambda: journal.set_cadence(Cadence(0, contact=1)), Invalid),
        (lambda: journal.set_cadence(Cadence(30)), Invalid),
        (lambda: journal.set_cadence(Cadence(30, contact=1, tag="care")), Invalid),
        (lambda: journal.set_budget(Budget("month")), Invalid),
        (lambda: journal.keep_self_introduction(SelfIntroduction("", 15, on=TODAY)), Invalid),
        (lambda: journal.add_refusal(Refusal("", TODAY)), Invalid),
    ):
        with pytest.raises(error):
            wrong()
    assert journal.books.history.count() == before


def test_there_is_one_cadence_for_one_target(journal: Journal) -> None:
    first = journal.set_cadence(Cadence(30, contact=1))
    journal.set_cadence(Cadence(90, tag="care"))
    journal.set_cadence(Cadence(60, persona=1))
    again = journal.set_cadence(Cadence(14, contact=1))
    assert again.id == first.id
    assert [cadence.days for cadence in journal.books.cadences.all()] == [14, 90, 60]
    journal.undo()
    assert journal.books.cadences.of_contact(1) == first


def test_silence_is_allowed_until_a_day(journal: Journal) -> None:
    journal.snooze(1, TODAY)
    assert journal.books.contacts.get(1).snoozed_until == TODAY
    journal.undo()
    assert journal.books.contacts.get(1).snoozed_until is None


def test_there_is_one_budget_for_a_goal_and_period(journal: Journal) -> None:
    journal.set_budget(Budget("month", "visits", minutes=600))
    journal.set_budget(Budget("month", minutes=900))
    journal.set_budget(Budget("month", "visits", trust=2))
    found = list(journal.books.budgets.all())
    assert [(budget.goal, budget.minutes, budget.trust) for budget in found] == [("", 900, None), ("visits", None, 2)]
    journal.remove_goal(journal.books.goals.get(1))
    assert [budget.goal for budget in journal.books.budgets.all()] == [""]


def test_each_kept_self_introduction_is_a_version(journal: Journal) -> None:
    journal.add_event(Event("Meetup", TODAY, purpose="to meet"))
    first = journal.keep_self_introduction(SelfIntroduction("I visit.", 15, "visits", 1, "Meetup", TODAY))
    second = journal.keep_self_introduction(SelfIntroduction("I visit at night.", 15, on=TODAY))
    assert list(journal.books.self_introductions.all()) == [second, first]
    journal.remove_self_introduction(second)
    assert list(journal.books.self_introductions.all()) == [first]


def test_a_refusal_has_to_do_with_someone(journal: Journal) -> None:
    refusal = journal.add_refusal(Refusal("his fund", TODAY, "no goal", "Jane Smith"))
    assert refusal.contact == "Jane_Smith"
    assert journal.books.refusals.with_contact(1) == (refusal,)
    journal.change_refusal(refusal._replace(contact=""))
    assert journal.books.refusals.with_contact(1) == ()


def test_what_is_set_aside_stays_so_until_it_is_allowed(journal: Journal) -> None:
    journal.dismiss("offer:1:1", "the template")
    journal.dismiss("offer:1:1", "the template")
    assert journal.books.dismissals.keys() == {"offer:1:1"}
    journal.undismiss("offer:1:1")
    assert not journal.books.dismissals.keys()
    journal.undo()
    assert journal.books.dismissals.keys() == {"offer:1:1"}


def test_whoever_is_expected_is_a_contact_or_words(journal: Journal) -> None:
    event = journal.add_event(Event("Meetup", TODAY, purpose="to meet", expected=("Jane Smith", "Mr Unknown", " ")))
    assert event.expected == ("Jane_Smith", "Mr Unknown")
    journal.change_contact(journal.books.contacts.get(1)._replace(name="Jane Doe"))
    assert journal.books.events.get(event.id).expected == ("Jane_Doe", "Mr Unknown")


def test_what_belongs_to_someone_goes_with_them_when_they_are_merged(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, contact=2))
    journal.add_refusal(Refusal("her fund", TODAY, contact="Ann Lee"))
    journal.add_event(Event("Meetup", TODAY, purpose="to meet", expected=("Jane Smith", "Ann Lee")))
    journal.change_contact(journal.books.contacts.get(2)._replace(aims="leads", snoozed_until=TODAY))
    journal.merge_contacts(journal.books.contacts.get(1), journal.books.contacts.get(2))
    assert [cadence.contact for cadence in journal.books.cadences.all()] == [1]
    assert [refusal.contact for refusal in journal.books.refusals.all()] == ["Jane_Smith"]
    assert journal.books.events.get(1).expected == ("Jane_Smith",)
    merged = journal.books.contacts.get(1)
    assert (merged.aims, merged.snoozed_until) == ("leads", TODAY)
    journal.undo()
    assert journal.books.events.get(1).expected == ("Jane_Smith", "Ann_Lee")


def test_the_kept_one_keeps_their_own_cadence(journal: Journal) -> None:
    journal.set_cadence(Cadence(30, contact=1))
    journal.set_cadence(Cadence(90, contact=2))
    journal.merge_contacts(journal.books.contacts.get(1), journal.books.contacts.get(2))
    assert [(cadence.contact, cadence.days) for cadence in journal.books.cadences.all()] == [(1, 30)]


def test_nothing_of_someone_forgotten_is_left(journal: Journal) -> None:
    """Neither in what is one's own, nor in what undoing could bring back."""
    journal.set_cadence(Cadence(30, contact=2))
    journal.set_cadence(Cadence(60, contact=2))
    refusal = journal.add_refusal(Refusal("the fund of Ann Lee", TODAY, contact="Ann Lee"))
    journal.change_refusal(refusal._replace(why="no goal"))
    event = journal.add_event(Event("Meetup", TODAY, purpose="to meet", expected=("Ann Lee", "Jane Smith")))
    journal.change_event(event._replace(place="hall"))
    journal.keep_self_introduction(SelfIntroduction("Ann Lee knows me.", 15, on=TODAY))
    journal.forget_contact(journal.books.contacts.get(2))
    assert not list(journal.books.cadences.all())
    assert [(one.what, one.contact) for one in journal.books.refusals.all()] == [("the fund of …", "")]
    assert journal.books.events.get(event.id).expected == ("Jane_Smith",)
    assert next(journal.books.self_introductions.all()).text == "… knows me."
    while journal.undo():
        assert not journal.check().differences
