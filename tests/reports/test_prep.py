"""The sheet for an event: who is expected, who fits, which offers fit them and why, which introduction is taken."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.strength import Offer
from networkjournal.reports.prep import Prep, Reason, prep

TODAY = date(2026, 11, 23)


@pytest.fixture
def journal() -> Journal:
    made = Journal.open(":memory:")
    goal = made.add_goal(Goal("More visits", "visits"))
    made.add_persona(Persona(goal.id, "a care manager who lacks cover at night", ("care",), ("care manager",)))
    made.add_persona(Persona(goal.id, "a hospital's discharge nurse", roles=("nurse",)))
    made.add_contact(Contact("Ann Lee", title="Care manager", organization="Aoba care", needs=("cover at nights",)))
    made.add_contact(Contact("Bob", notes="wants to learn IT"))
    made.add_offer(Offer("our template for night cover", audience=("nights", "care managers")))
    made.add_offer(Offer("thirty minutes on home visits", audience=("IT",)))
    made.add_offer(Offer("a talk", audience=("schools",)))
    made.add_event(
        Event("Meetup", TODAY, purpose="to meet care managers", goals=("visits",), personas=(1,),
              expected=("Ann Lee", "Bob", "Nobody Known"))
    )  # fmt: skip
    made.capture("-> @Ann_Lee info: the rules\n[ ] @Ann_Lee send the list\n[<] @Ann_Lee her answer", date(2026, 11, 2))
    return made


def sheet(journal: Journal) -> Prep:
    return prep(journal, journal.books.events.get(1), TODAY)


def test_everyone_expected_comes_with_what_is_known(journal: Journal) -> None:
    ann, bob, nobody = sheet(journal).guests
    assert (ann.name, bob.name, nobody.name) == ("Ann Lee", "Bob", "Nobody Known")
    assert [action.words for action in (*ann.owed, *ann.awaited)] == ["@Ann_Lee send the list", "@Ann_Lee her answer"]
    assert ann.exchange is not None and ann.exchange.exchange.words == "the rules"
    assert bob.exchange is None and bob.entry is None and bob.account is not None
    assert nobody == nobody._replace(contact=None, account=None, owed=(), awaited=(), exchange=None, entry=None)


def test_whom_to_look_for_with_those_among_the_expected_who_fit(journal: Journal) -> None:
    (sought,) = sheet(journal).sought
    assert sought.persona.who == "a care manager who lacks cover at night"
    assert [fit.contact.handle for fit in sought.fits] == ["Ann_Lee"]


def test_an_event_that_names_no_persona_takes_those_of_its_goals(journal: Journal) -> None:
    journal.change_event(journal.books.events.get(1)._replace(personas=()))
    assert len(sheet(journal).sought) == 2
    journal.change_event(journal.books.events.get(1)._replace(goals=()))
    assert sheet(journal).sought == ()


def test_a_persona_that_was_removed_is_not_looked_for(journal: Journal) -> None:
    journal.remove_persona(journal.books.personas.get(1))
    assert sheet(journal).sought == ()


def test_offers_fit_by_the_words_of_their_audience_and_say_where_these_are(journal: Journal) -> None:
    night, visits = sheet(journal).offers
    assert night.offer.what == "our template for night cover"
    assert set(night.because) == {
        Reason("care managers", "purpose"),
        Reason("nights", "persona", "a care manager who lacks cover at night"),
        Reason("nights", "need", "Ann Lee"),
    }
    assert visits.because == (Reason("IT", "notes", "Bob"),)


def test_the_introduction_kept_for_the_event_goes_before_its_personas_and_its_goals(journal: Journal) -> None:
    assert sheet(journal).introduction is None
    for kept in (
        SelfIntroduction("for all", 30),
        SelfIntroduction("for another", 30, persona=2, on=TODAY),
        SelfIntroduction("for the goal", 30, "visits", on=TODAY),
    ):
        journal.keep_self_introduction(kept._replace(on=TODAY))
    assert _text(journal) == "for the goal"
    journal.keep_self_introduction(SelfIntroduction("for the persona", 15, persona=1, on=TODAY))
    assert _text(journal) == "for the persona"
    journal.keep_self_introduction(SelfIntroduction("for the event", 60, event="Meetup", on=date(2026, 1, 1)))
    assert _text(journal) == "for the event"


def _text(journal: Journal) -> str:
    kept = sheet(journal).introduction
    assert kept is not None
    return kept.text
