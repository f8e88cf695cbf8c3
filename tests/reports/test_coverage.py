"""Coverage: who fits whom one wants to meet, and whether one has met them."""

from datetime import date

import pytest

from networkjournal.demo import make
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal, Persona
from networkjournal.reports.coverage import coverage, persona_matches


@pytest.fixture
def journal() -> Journal:
    """A goal with somebody to meet, and one who fits, known by card."""
    made = Journal.open(":memory:")
    goal = made.add_goal(Goal("在宅を増やす", "在宅"))
    made.add_persona(Persona(goal.id, "夜に困っているケアマネ", ("介護",), ("ケアマネ",)))
    made.add_contact(Contact("田中 太郎", title="ケアマネジャー", tags=("介護",)))
    made.add_contact(Contact("鈴木 花子", tags=("介護",)))
    return made


def only(journal: Journal) -> tuple[str, list[tuple[str, bool]]]:
    (found,) = coverage(journal)
    return found.state, [(fit.contact.name, fit.met) for fit in found.fits]


def test_a_card_is_not_a_meeting(journal: Journal) -> None:
    assert only(journal) == ("cards", [("田中 太郎", False)])


@pytest.mark.parametrize("line", ["-> @田中 情報: ひな形", "@田中 さんと話した", "-> @鈴木 紹介: @田中 さん"])
def test_whom_an_entry_names_one_has_met(journal: Journal, line: str) -> None:
    journal.capture(line, date(2026, 11, 1))
    assert only(journal) == ("met", [("田中 太郎", True)])


def test_a_line_that_is_taken_back_was_no_meeting(journal: Journal) -> None:
    journal.capture("@田中 さんと話した", date(2026, 11, 1))
    journal.undo()
    assert only(journal)[0] == "cards"


def test_nobody_fits_where_nobody_does(journal: Journal) -> None:
    journal.change_contact(journal.find_contact("田中")._replace(title="社長"))
    assert only(journal) == ("nobody", [])


def test_archived_people_are_left_out(journal: Journal) -> None:
    journal.archive_contact(journal.find_contact("田中"))
    assert only(journal) == ("nobody", [])


def test_whoever_was_met_comes_first_among_equals(journal: Journal) -> None:
    journal.add_contact(Contact("渡辺 由美", title="ケアマネジャー", tags=("介護",)))
    journal.capture("@渡辺 さんと話した", date(2026, 11, 1))
    assert only(journal) == ("met", [("渡辺 由美", True), ("田中 太郎", False)])


def test_the_personas_of_a_goal_that_was_removed_are_left_out(journal: Journal) -> None:
    journal.remove_goal(journal.books.goals.get(1))
    assert coverage(journal) == ()


def test_a_description_of_anybody_is_vague(journal: Journal) -> None:
    journal.change_persona(journal.books.personas.get(1)._replace(who="誰でも"))
    assert coverage(journal)[0].vague


@pytest.mark.parametrize(
    ("lang", "people"),
    [
        ("ja", {"在宅": ["田中 太郎"], "アプリ": ["Anna Miller"]}),
        ("en", {"visits": ["Taro Tanaka"], "app": ["Anna Miller"]}),
    ],
)
def test_the_sample_is_matched_by_those_and_no_others(lang: str, people: dict[str, list[str]]) -> None:
    journal = Journal.open(":memory:")
    make(journal, lang)
    found = {persona.goal: persona_matches(journal, persona) for persona in journal.books.personas.all()}
    assert {goal: [fit.contact.name for fit in fits] for goal, fits in found.items()} == people
    assert all(fit.met and fit.match.reasons for fits in found.values() for fit in fits)
