"""Noting the people met: one step, whoever they are and however they are called."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networkjournal.errors import Ambiguous, Invalid
from networkjournal.journal import Journal
from networkjournal.meetings import known, meet, rehearse
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.meeting import Row
from networkjournal.model.posting import Action

DAY = date(2026, 9, 8)


@pytest.fixture
def journal() -> Journal:
    made = Journal.open(":memory:")
    made.add_contact(Contact("田中 太郎", reading="タナカ タロウ", organization="あおば"))
    made.add_contact(Contact("鈴木 花子", reading="スズキ ハナコ"))
    made.add_event(Event("ケア交流会", DAY, purpose="夜の話"))
    return made


def event(journal: Journal) -> Event:
    return journal.books.events.get(1)


def test_all_of_it_is_one_step_that_can_be_taken_back(journal: Journal) -> None:
    rows = [Row("suzuki", "さくら", "加算に詳しい"), Row("Anna Miller", "CareTech", "app", "send the template")]
    meeting = meet(journal, event(journal), rows)
    entry = meeting.receipt.entry
    assert entry is not None and entry.day == DAY
    assert entry.text == (
        "%ケア交流会\n@鈴木花子 加算に詳しい\n@Anna_Miller app\n[ ] @Anna_Miller send the template due:2026-09-11"
    )
    anna = journal.find_contact("Anna Miller")
    assert (anna.organization, anna.how_met) == ("CareTech", "ケア交流会")
    assert journal.find_contact("鈴木").organization == "さくら"
    assert [(person.contact.handle, person.new) for person in meeting.people] == [
        ("鈴木花子", False),
        ("Anna_Miller", True),
    ]
    step = journal.undo()
    assert step is not None and (step.name, step.subject) == ("event_met", "ケア交流会")
    assert journal.books.entries.count() == 0 and journal.books.contacts.count() == 2
    assert journal.find_contact("鈴木").organization == ""


def test_nothing_somebody_is_known_by_is_written_over(journal: Journal) -> None:
    meeting = meet(journal, event(journal), [Row("田中", "北町福祉", "移った")])
    assert journal.find_contact("田中").organization == "あおば"
    assert "@田中太郎 （北町福祉） 移った" in meeting.receipt.draft.text
    again = meet(journal, event(journal), [Row("田中", " あおば", "")])
    assert again.receipt.draft.text == "%ケア交流会\n@田中太郎"


def test_the_same_new_name_twice_is_one_person_and_a_plus_makes_another(journal: Journal) -> None:
    meeting = meet(journal, event(journal), [Row("Bob"), Row("bob", step="call"), Row("+Bob", "Elsewhere")])
    assert [person.contact.handle for person in meeting.people] == ["Bob", "Bob", "Bob_2"]
    assert [person.new for person in meeting.people] == [True, False, True]
    assert known(journal, "+田中") == ()


def test_a_name_that_several_bear_changes_nothing(journal: Journal) -> None:
    journal.add_contact(Contact("田中 次郎", organization="北町"))
    before = journal.version
    with pytest.raises(Ambiguous) as several:
        meet(journal, event(journal), [Row("Bob"), Row("田中")])
    assert several.value.candidates == (("田中太郎", "あおば"), ("田中次郎", "北町"))
    assert journal.books.contacts.count() == 3 and journal.version[1] == before[1]


@pytest.mark.parametrize("rows", [[], [Row(" ")], [Row("Bob"), Row("", "CareTech")], [Row("+ ", "x")]])
def test_nobody_and_a_row_without_a_name_are_refused(rows: list[Row], journal: Journal) -> None:
    with pytest.raises(Invalid):
        meet(journal, event(journal), rows)
    assert journal.books.contacts.count() == 2 and journal.books.entries.count() == 0


def test_a_rehearsal_says_the_same_and_changes_nothing(journal: Journal) -> None:
    rows = [Row("Bob", step="call"), Row("鈴木")]
    shown = rehearse(journal, event(journal), rows)
    assert journal.books.contacts.count() == 2 and journal.books.entries.count() == 0
    assert shown.receipt.entry is None
    done = meet(journal, event(journal), rows)
    assert shown.receipt.draft.text == done.receipt.draft.text
    assert [person.new for person in shown.people] == [person.new for person in done.people]


def test_another_day_for_the_steps(journal: Journal) -> None:
    meeting = meet(journal, event(journal), [Row("Bob", step="call"), Row("Eve", step="due:9/30 write")], DAY)
    assert [item.due for item in meeting.receipt.draft.posted if isinstance(item, Action)] == [DAY, date(2026, 9, 30)]


TEXT = st.text(st.sampled_from(list("ab田んﾀ @#%+->[]<x!=\"'`；;:*,.()\u3000＂［］@\n\t0９円¥due:on")), max_size=12)


@given(st.lists(st.builds(Row, TEXT, TEXT, TEXT, TEXT), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_no_text_breaks_the_entry(rows: list[Row]) -> None:
    """Each person is mentioned, each next step is theirs, nothing passed, and the file stays sound."""
    journal = Journal.open(":memory:")
    made = journal.add_event(Event('会 [x] ＂y" +1', DAY))
    try:
        meeting = meet(journal, made, rows)
    except (Invalid, Ambiguous):
        assert journal.books.contacts.count() == 0
        return
    people = {person.contact.id for person in meeting.people}
    assert people <= set(journal.books.events.contacts(made.id))
    assert set(journal.books.gatherings.met(made)) >= people
    actions = {item.line: item for item in meeting.receipt.draft.posted}
    for person in meeting.people:
        if person.line is not None:
            action = actions[person.line]
            assert isinstance(action, Action)
            assert person.contact.id in {named.id for named in action.contacts} and action.due is not None
    assert all(isinstance(item, Action) for item in meeting.receipt.draft.posted)
    assert journal.check().differences == ()
