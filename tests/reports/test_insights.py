"""Insights to reread: by the goals and the people that their lines name, or else their entries."""

from collections.abc import Iterator

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal
from networkjournal.reports.insights import InsightGroup, insights
from tests.reports.sample import TODAY


@pytest.fixture
def journal() -> Iterator[Journal]:
    made = Journal.open(":memory:")
    made.add_goal(Goal("Visits", "visits"))
    made.add_goal(Goal("Study", "study"))
    for name in ("Jane", "Tom"):
        made.add_contact(Contact(name))
    made.capture("met @Jane #visits\n! named: ask first #study @Tom\n! bare: listen", TODAY)
    made.capture("! alone: nobody", TODAY)
    yield made
    made.close()


def listed(groups: tuple[InsightGroup, ...]) -> list[tuple[str, list[str]]]:
    return [(group.title, [one.words.partition(":")[0] for one in group.insights]) for group in groups]


def test_a_line_is_about_what_it_names_or_else_about_what_its_entry_names(journal: Journal) -> None:
    found = insights(journal)
    assert [one.words.partition(":")[0] for one in found.insights] == ["alone", "bare", "named"]
    assert listed(found.by_goal) == [("Visits", ["bare"]), ("Study", ["bare", "named"]), ("", ["alone"])]
    assert listed(found.by_person) == [("Jane", ["bare"]), ("Tom", ["bare", "named"]), ("", ["alone"])]


def test_they_are_narrowed_to_a_goal_or_a_person(journal: Journal) -> None:
    visits, study = (goal.id for goal in journal.books.goals.all())
    jane = journal.find_contact("Jane").id
    assert [one.words[:4] for one in insights(journal, goal=visits).insights] == ["bare"]
    assert insights(journal, goal=study).all == 2
    assert [one.words[:4] for one in insights(journal, contact=jane).insights] == ["bare"]
    assert insights(journal, goal=study, contact=jane).all == 1


def test_only_the_newest_are_read_and_the_others_counted(journal: Journal) -> None:
    found = insights(journal, most=1)
    assert (len(found.insights), found.all, found.more) == (1, 3, 2)
