"""Progress is the sum of the lines that can be listed, and nothing where nothing can be counted."""

from datetime import date

import pytest

from networkjournal.demo import make
from networkjournal.journal import Journal
from networkjournal.model.goal import Goal
from networkjournal.model.line import PostedLine
from networkjournal.reports.progress import counted_lines, progress

DAY = date(2026, 11, 1)


@pytest.fixture
def journal() -> Journal:
    """A goal that can be counted, and some results."""
    made = Journal.open(":memory:")
    made.add_goal(Goal("在宅を増やす", "在宅", measure="新規契約 12件"))
    made.capture("= 新規契約 一件 ¥38,000 #在宅\n= 自己紹介ができた #在宅\n= 新規契約 一件", DAY)
    made.capture("= 契約が二件まとまった #在宅", DAY)
    return made


def test_only_lines_for_the_goal_that_speak_of_the_thing_are_counted(journal: Journal) -> None:
    found = progress(journal, journal.books.goals.get(1))
    assert found is not None
    assert (found.reached, found.target, found.unit, found.lines) == (3, 12, "件", 2)


def test_what_was_counted_can_be_listed(journal: Journal) -> None:
    listed = counted_lines(journal, journal.books.goals.get(1))
    assert [line.words for line in listed.read(0, 9) if isinstance(line, PostedLine)] == [
        "契約が二件まとまった",
        "新規契約 一件",
    ]


def test_a_line_that_is_taken_back_counts_no_longer(journal: Journal) -> None:
    journal.undo()
    found = progress(journal, journal.books.goals.get(1))
    assert found is not None and found.reached == 1


@pytest.mark.parametrize("measure", ["", "有名になる", "売上 100万円"])
def test_what_cannot_be_counted_has_no_progress(journal: Journal, measure: str) -> None:
    assert progress(journal, journal.books.goals.get(1)._replace(measure=measure)) is None


@pytest.mark.parametrize(("lang", "handle"), [("ja", "在宅"), ("en", "visits")])
def test_the_sample_has_come_two_of_twelve(lang: str, handle: str) -> None:
    journal = Journal.open(":memory:")
    make(journal, lang)
    goals = {goal.handle: progress(journal, goal) for goal in journal.books.goals.all()}
    found = goals.pop(handle)
    assert found is not None and (found.reached, found.target, found.lines) == (2, 12, 2)
    assert set(goals.values()) == {None}
