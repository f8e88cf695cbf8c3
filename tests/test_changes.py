"""What a step changed, in words: records before and after, lines of a text that came and went."""

from collections.abc import Iterator
from datetime import date

import pytest

from networkjournal.changes import _FIELDS, _NAMED, Tells, told
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength

DAY = date(2026, 11, 20)
UNSAID = {"id", "uid", "created_at", "updated_at", "deleted_at", "sort_key", "family", "given", "extra", "currency",
          "asked_on", "key"}  # fmt: skip
"""Columns that only the program needs, or that another one says with it."""


@pytest.fixture
def journal() -> Iterator[Journal]:
    """An empty journal."""
    opened = Journal.open(":memory:")
    yield opened
    opened.close()


def said(journal: Journal, step: int | None = None) -> list[str]:
    """All that is said of one step, the latest by default."""
    number = journal.books.history.steps(1)[0].id if step is None else step
    return [line.text for change in journal.books.history.changes(number) for line in told(journal, change)]


def test_a_new_record_is_told_with_what_it_says(journal: Journal) -> None:
    journal.add_contact(Contact("Ann Lee", organization="Lee Ltd", emails=(Labelled("ann@lee.example", "work"),)))
    assert said(journal) == [
        "Contact Ann Lee · added",
        "In texts: Ann_Lee",
        "Organization: Lee Ltd",
        "Mail: ann@lee.example (work)",
    ]


def test_a_changed_field_is_told_before_and_after_and_the_others_are_not(journal: Journal) -> None:
    ann = journal.add_contact(Contact("Ann", organization="Lee Ltd", notes="[ ] call\nsoon"))
    journal.change_contact(ann._replace(organization="", needs=("cover at night", "a van"), notes="called"))
    assert said(journal) == [
        "Contact Ann · changed",
        "Organization: Lee Ltd → –",
        "Needs: – → cover at night; a van",
        "Notes: [ ] call / soon → called",
    ]


def test_a_rename_tells_the_lines_that_it_wrote_anew(journal: Journal) -> None:
    ann = journal.add_contact(Contact("Ann"))
    journal.capture("morning\n-> @Ann info: x\nevening", DAY)
    journal.change_contact(ann._replace(name="Anna"))
    assert said(journal) == [
        "Contact Anna · changed",
        "Name: Ann → Anna",
        "In texts: Ann → Anna",
        "Entry 2026-11-20 · changed",
        "-> @Ann info: x",
        "-> @Anna info: x",
    ]


def test_what_was_changed_later_does_not_change_what_a_step_did(journal: Journal) -> None:
    journal.capture("one", DAY)
    journal.edit_entry(journal.entry(1)._replace(text="two"))
    journal.edit_entry(journal.entry(1)._replace(text="three", day=date(2026, 11, 21)))
    journal.remove_entry(1)
    assert [said(journal, step) for step in (1, 2, 3, 4)] == [
        ["Entry 2026-11-20 · added", "one"],
        ["Entry 2026-11-20 · changed", "one", "two"],
        ["Entry 2026-11-21 · changed", "Date: 2026-11-20 → 2026-11-21", "two", "three"],
        ["Entry 2026-11-21 · removed", "three"],
    ]
    journal.undo()
    assert said(journal) == ["Entry 2026-11-21 · brought back", "three"]


def test_what_was_added_and_taken_back_is_told_though_it_is_gone(journal: Journal) -> None:
    journal.add_goal(Goal("Visits", why="to help"))
    journal.undo()
    assert said(journal, 1) == ["Goal Visits · added", "In texts: Visits", "Why: to help", "State: open"]
    assert said(journal, 2)[:3] == ["Goal Visits · removed", "In texts: Visits → –", "Why: to help → –"]


def test_links_are_told_by_name_and_codes_in_words(journal: Journal) -> None:
    goal = journal.add_goal(Goal("Visits"))
    journal.change_goal(goal._replace(state="reached"))
    assert said(journal)[-1] == "State: open → reached"
    journal.add_persona(Persona(goal.id, "a care manager", roles=("manager", "nurse")))
    assert said(journal)[1:] == ["Goal: Visits", "Roles: manager; nurse"]
    journal.add_strength(Strength("On site"))
    journal.add_offer(Offer("a template", "On site", minutes=90))
    assert said(journal)[1:] == ["Strength: On_site", "Time: 1h30m"]
    event = journal.add_event(Event("Meetup", DAY, goals=("Visits",), cost=3000, currency="JPY"))
    assert said(journal)[2:] == ["Date: 2026-11-20", "Goals: Visits", "Cost: ¥3,000"]
    journal.change_event(event._replace(verdict="again", cost=20_00, currency="USD"))
    assert said(journal)[1:] == ["Cost: ¥3,000 → $20.00", "Verdict: – → go again"]


def test_an_onlooker_is_told_nothing_about_people(journal: Journal) -> None:
    def hide(text: str, tells: Tells) -> str:
        return "●" if tells and text else text

    ann = journal.add_contact(Contact("Ann", organization="Lee Ltd", caution="talks", tags=("rich",)))
    journal.capture("-> @Ann info: secret", DAY)
    journal.change_contact(ann._replace(name="Anna", reading="アナ", birthday="--02-03", asks=("secret",)))
    told_all = [
        line.text
        for step in journal.books.history.steps()
        for change in journal.books.history.changes(step.id)
        for line in told(journal, change, hide)
    ]
    assert "Contact ● · changed" in told_all and "●" in told_all
    about = ("Ann", "アナ", "secret", "talks", "--02", "rich", "Lee")
    assert [text for text in told_all if any(word in text for word in about)] == []


@pytest.mark.parametrize("table", _NAMED)
def test_every_column_is_told_or_known_to_be_the_programs_own(journal: Journal, table: str) -> None:
    """Whoever adds a column and forgets it here would have the history keep quiet about it."""
    columns = {row[1] for row in journal.books.connection.execute(f"pragma table_info({table})")}
    told_columns = set(_FIELDS[table]) | ({"text"} if table == "entries" else set())
    assert columns - UNSAID == told_columns
