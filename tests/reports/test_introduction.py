"""What a self-introduction is made of: what fits the goal, the persona or the event comes first."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength
from networkjournal.reports.introduction import material

TODAY = date(2026, 11, 23)


@pytest.fixture
def journal() -> Journal:
    """Two goals with a persona each, two strengths with an offer each."""
    made = Journal.open(":memory:")
    made.add_contact(Contact("Jane Doe"))
    made.add_goal(Goal("Visits", "visits"))
    made.add_goal(Goal("App", "app"))
    made.add_persona(Persona(1, "a care manager", ("care",)))
    made.add_persona(Persona(2, "a developer", ("IT",)))
    made.add_strength(Strength("Law", "law"))
    made.add_strength(Strength("On site", "site", evidence=("12,000 visits",)))
    made.add_offer(Offer("advice", "law", ("IT",)))
    made.add_offer(Offer("a template", "site", ("care",)))
    made.add_ask(Ask("a lawyer", goal="app"))
    made.add_ask(Ask("time"))
    made.add_event(Event("Meetup", date(2026, 12, 1), "meetup", "to listen", goals=("app",)))
    made.add_event(Event("Mixer", date(2026, 12, 2), "mixer", personas=(2,)))
    return made


def test_without_a_wish_it_is_for_the_first_open_goal_and_whom_it_wants_to_meet(journal: Journal) -> None:
    found = material(journal, TODAY)
    assert (found.goal and found.goal.handle, found.persona and found.persona.id) == ("visits", 1)
    assert [offer.what for offer in found.offers] == ["a template", "advice"]
    assert [held.strength.handle for held in found.strengths] == ["site", "law"], "the offer's strength comes first"
    assert [ask.what for ask in found.asks] == ["time"], "what serves another goal is not asked for here"


def test_for_somebody_it_has_what_is_for_them(journal: Journal) -> None:
    found = material(journal, TODAY, persona=journal.books.personas.get(2))
    assert found.goal and found.goal.handle == "app"
    assert found.offers[0].what == "advice" and found.strengths[0].strength.handle == "law"
    assert [ask.what for ask in found.asks] == ["a lawyer", "time"]


def test_an_event_brings_its_goal_or_whom_one_hopes_to_meet_there(journal: Journal) -> None:
    books = journal.books
    meetup, mixer = (books.events.get(journal.find("event", name).id) for name in ("meetup", "mixer"))
    assert (found := material(journal, TODAY, event=meetup)).goal and found.goal.handle == "app"
    found = material(journal, TODAY, event=mixer)
    assert found.persona and found.persona.id == 2 and found.goal and found.goal.handle == "app"
    assert found.missing == ("purpose",)
    journal.remove_persona(books.personas.get(2))
    found = material(journal, TODAY, event=mixer)
    assert found.persona and found.persona.id == 1, "one that was removed is passed by"


def test_a_strength_that_served_the_goal_comes_before_one_that_did_not(journal: Journal) -> None:
    for offer in list(journal.books.offers.all()):
        journal.remove_offer(offer)
    journal.capture("-> @Jane_Doe info: x #visits +law", TODAY)
    assert [held.strength.handle for held in material(journal, TODAY).strengths] == ["law", "site"]


def test_an_empty_journal_says_what_is_missing() -> None:
    assert material(Journal.open(":memory:"), TODAY).missing == ("strength", "goal", "offer")
