"""The book of events."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal
from tests.store.statements import rows, scans

DAY = date(2026, 11, 20)
REVIEWED = Event(
    "ケア交流会", DAY, "交流会", "三人と話す", "市民館", ("訪問", "学び"), 3000, "JPY", 120, DAY, 5, 2, "again", "一件"
)


@pytest.fixture(autouse=True)
def goals(journal: Journal) -> None:
    journal.add_goal(Goal("学び"))
    journal.add_goal(Goal("訪問"))


def test_every_field_comes_back(journal: Journal) -> None:
    made = journal.add_event(REVIEWED)
    assert journal.books.events.get(made.id) == REVIEWED._replace(id=made.id)
    plain = Event("other", DAY, "交流会", id=made.id)
    journal.change_event(plain)
    assert list(journal.books.events.all()) == [plain]


def test_goals_follow_a_new_handle(journal: Journal) -> None:
    made = journal.add_event(Event("会", DAY, goals=("訪問",)))
    journal.change_goal(journal.books.goals.get(2)._replace(handle="新規"))
    assert journal.books.events.get(made.id).goals == ("新規",)


def test_the_newest_comes_first(journal: Journal) -> None:
    for title, day in (("old", date(2026, 1, 1)), ("new", DAY), ("newer", DAY), ("planned", date(2027, 1, 1))):
        journal.add_event(Event(title, day))
    assert [event.title for event in journal.books.events.all()] == ["planned", "newer", "new", "old"]


def test_a_removed_one_is_only_marked(journal: Journal) -> None:
    made = journal.add_event(Event("会", DAY))
    journal.remove_event(made)
    assert list(journal.books.events.all()) == []
    assert list(journal.books.events.every()) == [made]
    assert len(rows(journal, "events")) == 1


def test_an_unknown_id_is_a_key_error(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.books.events.get(1)


def test_an_event_is_shared_where_one_entry_names_both(journal: Journal) -> None:
    """Not only where a line does: the day's notes say `%event` once, and then whom one met."""
    early, late = journal.add_event(Event("early", date(2026, 1, 1))), journal.add_event(Event("late", DAY))
    other = journal.add_event(Event("other", DAY))
    journal.capture("%early の夜\n\n@田中 に会った", date(2026, 1, 1))
    journal.capture("-> @田中 情報: x %late", DAY)
    journal.capture("%other だけ", DAY)
    assert journal.books.events.shared_with(1) == (late, early)
    assert journal.books.events.shared_with(2) == ()
    journal.remove_event(other)
    journal.remove_event(late)
    assert journal.books.events.shared_with(1) == (early,)


def test_shared_events_are_found_by_indexes(journal: Journal) -> None:
    assert scans(journal.books.connection, lambda: journal.books.events.shared_with(1)) == []


def test_people_of_an_event_are_whom_its_entries_mention(journal: Journal) -> None:
    event = journal.add_event(Event("early", DAY))
    journal.capture("%early の夜\n@田中 と @鈴木 に会った", DAY)
    journal.capture("@Jane に会った", DAY)
    journal.remove_contact(journal.find_contact("鈴木"))
    assert journal.books.events.contacts(event.id) == (1,)


def test_events_for_a_goal_are_those_that_say_so(journal: Journal) -> None:
    goal = journal.add_goal(Goal("在宅"))
    early = journal.add_event(Event("early", date(2026, 1, 1), goals=("在宅",)))
    late = journal.add_event(Event("late", DAY, goals=("在宅",)))
    journal.add_event(Event("other", DAY))
    assert [event.id for event in journal.books.events.for_goal(goal.id)] == [late.id, early.id]
