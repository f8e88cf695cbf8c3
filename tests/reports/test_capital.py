"""Human capital: how strengths grew, what was given of the offers, what serves which goal, and what is missing."""

from datetime import date

import pytest

from networkjournal import demo
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength
from networkjournal.reports.capital import capital, gaps, given_of, offered, serving

TODAY = date(2026, 11, 23)


@pytest.fixture
def journal() -> Journal:
    """Two strengths, two offers, two goals."""
    made = Journal.open(":memory:")
    made.add_contact(Contact("Jane Doe"))
    made.add_goal(Goal("Visits", "visits"))
    made.add_goal(Goal("Done", "done", state="reached"))
    made.add_strength(Strength("On site", "site", "experience", "2011-04", ("12,000 visits",)))
    made.add_strength(Strength("Law", "law", "knowledge"))
    made.add_offer(Offer("template for night cover", "site", ("nights",)))
    made.add_offer(Offer("coffee"))
    return made


def test_growth_is_counted_from_entries_and_exchanges(journal: Journal) -> None:
    journal.capture("Thought about +site and +site.", date(2026, 9, 1))
    journal.capture(
        "-> @Jane_Doe info: the template for night cover +site\n<- @Jane_Doe info: x +site", date(2026, 9, 2)
    )
    site, law = capital(journal, TODAY).strengths
    assert (site.years, site.entries, site.latest, site.given) == (15, 2, date(2026, 9, 2), 1)
    assert (law.years, law.entries, law.latest, law.given) == (None, 0, None, 0)
    assert [offer.what for offer in site.offers] == ["template for night cover"]


def test_an_offer_was_given_where_a_line_of_its_strength_says_so(journal: Journal) -> None:
    journal.capture("-> @Jane_Doe info: our template for night cover +site", date(2026, 9, 2))
    journal.capture("-> @Jane_Doe info: something else +site", date(2026, 9, 3))
    journal.capture("<- @Jane_Doe info: her template for night cover +site", date(2026, 9, 4))
    journal.capture("-> @Jane_Doe info: the template for night cover, once more", date(2026, 9, 5))
    template, coffee = offered(journal)
    assert (template.given, template.latest) == (1, date(2026, 9, 2))
    assert (coffee.given, coffee.latest) == (None, None), "of an offer out of no strength lines cannot tell"
    assert [passed.on for passed in given_of(journal, template.offer)] == [date(2026, 9, 2)]
    assert given_of(journal, coffee.offer) == ()


def test_what_is_missing_is_named_with_its_record(journal: Journal) -> None:
    found = [(gap.code, gap.kind, gap.id, gap.name) for gap in gaps(journal)]
    assert found == [
        ("no_evidence", "strength", 2, "Law"),
        ("no_strength", "goal", 1, "Visits"),
        ("for_nobody", "offer", 2, "coffee"),
    ]


def test_a_line_with_both_makes_a_strength_serve_a_goal(journal: Journal) -> None:
    journal.capture("-> @Jane_Doe info: x #visits\nand +site", date(2026, 9, 2))
    goal = journal.books.goals.get(1)
    assert serving(journal, goal) == (), "the same entry is not enough"
    journal.capture("-> @Jane_Doe info: x #visits +law\n-> @Jane_Doe info: y #visits +law +site", date(2026, 9, 3))
    assert [strength.handle for strength in serving(journal, goal)] == ["law", "site"]


def test_an_offer_for_whom_one_wants_to_meet_does_so_too(journal: Journal) -> None:
    goal = journal.books.goals.get(1)
    journal.add_persona(Persona(1, "a manager", ("care",)))
    assert serving(journal, goal) == ()
    journal.add_persona(Persona(1, "somebody who struggles with nights"))
    assert [strength.handle for strength in serving(journal, goal)] == ["site"]
    journal.remove_strength(journal.books.strengths.get(1))
    assert serving(journal, goal) == (), "what was removed serves nothing"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_sample_lacks_the_evidence_of_one_strength_alone(lang: str) -> None:
    journal = Journal.open(":memory:")
    demo.make(journal, lang)
    assert [(gap.code, gap.id) for gap in gaps(journal)] == [("no_evidence", 2)]
    assert [one.given for one in offered(journal)] == [1, 0]
