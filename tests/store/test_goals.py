"""The book of goals and what their records add up to."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from tests.store.statements import rows

DAY = date(2026, 11, 20)
GOAL = Goal("訪問を増やす", "訪問", "減っているから", "12件", date(2027, 3, 31), "open")


def test_every_field_comes_back(journal: Journal) -> None:
    goal = journal.add_goal(GOAL)
    assert journal.books.goals.get(goal.id) == goal == GOAL._replace(id=goal.id)
    changed = journal.change_goal(goal._replace(title="t", handle="h", why="w", measure="m", by=None, state="reached"))
    assert journal.books.goals.get(goal.id) == changed
    assert changed[:6] == ("t", "h", "w", "m", None, "reached")


def test_open_goals_come_first_and_then_as_they_were_stated(journal: Journal) -> None:
    for title, state in (("one", "dropped"), ("two", "open"), ("three", "reached"), ("four", "open")):
        journal.add_goal(Goal(title, state=state))  # type: ignore[arg-type]
    assert [goal.title for goal in journal.books.goals.all()] == ["two", "four", "one", "three"]


def test_a_removed_goal_is_only_marked(journal: Journal) -> None:
    goal = journal.add_goal(GOAL)
    journal.remove_goal(goal)
    assert list(journal.books.goals.all()) == []
    assert list(journal.books.goals.every()) == [goal]
    assert len(rows(journal, "goals")) == 1


def test_an_unknown_id_is_a_key_error(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.books.goals.get(1)


def test_sums_count_what_names_the_goal_and_nothing_else(journal: Journal) -> None:
    goal, other = journal.add_goal(GOAL), journal.add_goal(Goal("other"))
    journal.add_persona(Persona(goal.id, "介護経営の人"))
    journal.add_event(Event("会", DAY, goals=("訪問",)))
    journal.capture(
        "-> @田中 情報: a #訪問\n-> @田中 情報: b #訪問\n<- @鈴木 情報: c #訪問\n-> @鈴木 情報: d #other\n"
        "-> @Jane_Smith 情報: without\n= 契約 #訪問\n= other #other\n#訪問 の話",
        DAY,
    )
    assert journal.books.goals.sums(goal)[1:] == (2, 3, 2, 1, 1, 1, 1)
    assert journal.books.goals.sums(other)[1:] == (1, 1, 1, 0, 1, 0, 0)


def test_a_goal_named_twice_in_a_line_counts_once(journal: Journal) -> None:
    """The line is one exchange, however often it says what it is for."""
    goal = journal.add_goal(GOAL)
    journal.capture("-> @田中 情報: #訪問 の話を #訪問\n= #訪問 と #訪問", DAY)
    assert journal.books.goals.sums(goal)[1:6] == (1, 1, 1, 0, 1)


def test_a_goal_set_twice_for_an_event_counts_it_once(journal: Journal) -> None:
    goal = journal.add_goal(GOAL)
    journal.add_event(Event("会", DAY, goals=("訪問", "訪問を増やす")))
    assert journal.books.goals.sums(goal).events == 1


def test_goals_and_contacts_that_share_a_line_belong_together(journal: Journal) -> None:
    goal = journal.add_goal(GOAL)
    journal.add_goal(Goal("other"))
    journal.capture("-> @田中 情報: a #訪問\n@鈴木 と #other", DAY)
    assert journal.books.goals.of_contact(1) == ("訪問",)
    assert journal.books.goals.of_contact(2) == ("other",)
    assert journal.books.goals.contacts(goal.id) == (1,)
    journal.remove_goal(goal)
    assert journal.books.goals.of_contact(1) == ()


def test_a_tie_counts_the_exchanges_with_that_person_alone(journal: Journal) -> None:
    """A line with two people is one exchange with each; an action ties the goal to its person without any."""
    journal.add_goal(GOAL)
    journal.add_goal(Goal("学ぶ", "学び"))
    journal.add_goal(Goal("ほか", "ほか"))
    journal.capture("-> @田中 @鈴木 情報: a #訪問\n-> @田中 情報: b #訪問 #訪問\n[ ] @田中 に送る #学び\n! #ほか", DAY)

    assert [(goal.handle, count) for goal, count in journal.books.goals.ties(1)] == [("訪問", 2), ("学び", 0)]
    assert [(goal.handle, count) for goal, count in journal.books.goals.ties(2)] == [("訪問", 1)]
    assert journal.books.goals.ties(3) == ()
