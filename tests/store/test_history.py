"""History: every change is a named step that can be taken back, and nothing that was ever written is lost."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength
from tests.store.statements import rows

DAY = date(2026, 11, 20)
STATE = ("contacts", "goals", "personas", "strengths", "offers", "events", "entries", "sources", "names", "accounts")
State = dict[str, list[tuple[object, ...]]]
POSTED = ("mentions", "exchanges", "settlements", "actions", "insights", "results")


def state(journal: Journal) -> State:
    """Everything but history itself; accounts of nothing are as good as none."""
    found = {table: sorted(rows(journal, table), key=repr) for table in (*STATE, *POSTED)}
    found["accounts"] = [row for row in found["accounts"] if row[7] or row[-1]]
    return found


def names(journal: Journal) -> list[str]:
    return [step.name for step in journal.books.history.steps()]


def test_a_step_says_what_was_done_to_what_by_whom(journal: Journal) -> None:
    journal.source = "tui"
    journal.capture("one", DAY)
    step = journal.books.history.steps(1)[0]
    assert (step.name, step.subject, step.source) == ("capture", "2026-11-20", "tui")
    assert (step.undoes, step.undone) == (None, False)
    assert step.at.endswith("+00:00")


def test_the_newest_step_comes_first(journal: Journal) -> None:
    journal.capture("one", DAY)
    journal.remove_entry(1)
    assert names(journal) == ["entry_remove", "capture", "contact_add", "contact_add", "contact_add"]
    assert [step.name for step in journal.books.history.steps(1)] == ["entry_remove"]


def test_a_step_that_changed_nothing_is_none(journal: Journal) -> None:
    """`repost` where nothing differs must not be what `undo` takes back."""
    journal.capture("-> @田中 情報: x", DAY)
    before = names(journal)
    journal.repost()
    assert names(journal) == before


def every_change(journal: Journal) -> list[str]:
    """Each verb once; gives the names of the steps it made, oldest first."""
    journal.capture("-> @田中 情報: a\n-> @新人 紹介: @鈴木 さん\n[ ] call #訪問\n! b %会\n= c +現場", DAY, create=True)
    journal.capture("-> @不明 情報: x", DAY)
    journal.settle(journal.inbox()[0].number)
    goal = journal.add_goal(Goal("訪問"))
    persona = journal.add_persona(Persona(goal.id, "人"))
    strength = journal.add_strength(Strength("現場"))
    offer = journal.add_offer(Offer("説明", "現場"))
    event = journal.add_event(Event("会", DAY, goals=("訪問",)))
    journal.edit_entry(journal.entry(1)._replace(text=journal.entry(1).text + "\n<> @田中", day=date(2026, 11, 21)))
    tanaka = journal.change_contact(journal.find_contact("田中")._replace(name="田中 一郎", reading=""))
    journal.change_goal(goal._replace(title="新規訪問", handle="新規"))
    journal.change_persona(persona._replace(who="別の人"))
    journal.change_strength(strength._replace(handle="経験"))
    journal.change_offer(offer._replace(what="別"))
    event = journal.change_event(journal.books.events.get(event.id)._replace(cards=3), "event_review")
    event = journal.change_event(event._replace(handle="集い"))
    journal.remove_persona(persona)
    journal.remove_offer(offer)
    journal.remove_event(event)
    journal.remove_strength(strength)
    journal.remove_goal(goal)
    journal.remove_contact(tanaka)
    journal.remove_entry(1)
    return names(journal)[::-1]


@contextmanager
def noted(journal: Journal) -> Iterator[list[State]]:
    """The states after each step made inside."""
    states: list[State] = []
    step = journal.step

    @contextmanager
    def noting(name: str, subject: str = "", undoes: int | None = None) -> Iterator[int]:
        outer = not journal.books.connection.in_transaction
        with step(name, subject, undoes) as number:
            yield number
        if outer:
            states.append(state(journal))

    journal.step = noting  # type: ignore[method-assign]
    yield states
    del journal.step


def test_every_change_can_be_taken_back_one_by_one_and_done_again(journal: Journal) -> None:
    """After each undo the file is as it was before that step, to the last posting, name and total."""
    before = state(journal)
    with noted(journal) as states:
        made = every_change(journal)
    assert {step.name for step in journal.books.history.steps(100)} == set(made)
    assert len(states) == len(made) - 3
    for expected in [*states[-2::-1], before]:
        assert journal.undo() is not None
        assert state(journal) == expected
    for expected in states:
        assert journal.redo() is not None
        assert state(journal) == expected
    assert journal.redo() is None
    assert journal.check().differences == ()


def test_nothing_people_made_is_ever_deleted_by_removing(journal: Journal) -> None:
    every_change(journal)
    for table in ("contacts", "goals", "personas", "strengths", "offers", "events", "entries"):
        found = journal.books.connection.execute(f"select count(*), count(deleted_at) from {table}").fetchone()
        assert found[0] > 0 and found[1] > 0, table


def test_every_text_there_ever_was_is_in_the_images(journal: Journal) -> None:
    for n in range(5):
        if n:
            journal.edit_entry(journal.entry(1)._replace(text=f"text {n}"))
        else:
            journal.capture("text 0", DAY)
    images = journal.books.connection.execute("select before from changes where tbl = 'entries' order by id").fetchall()
    texts = [json.loads(image[0])["text"] for image in images if image[0]]
    assert texts == ["text 0", "text 1", "text 2", "text 3"]


def test_an_undone_step_is_told_so_and_undoing_it_again_is_not_possible(journal: Journal) -> None:
    journal.capture("one", DAY)
    undone = journal.undo()
    assert undone is not None and undone.name == "capture"
    latest, capture, *_ = journal.books.history.steps()
    assert (latest.name, latest.undoes, capture.undone) == ("undo", capture.id, True)
    second = journal.undo()
    assert second is not None and second.name == "contact_add"


def test_what_was_undone_is_not_done_again_after_something_else(journal: Journal) -> None:
    """It might stand in the way of what was written since."""
    journal.capture("one", DAY)
    journal.undo()
    journal.capture("two", DAY)
    assert journal.redo() is None
    assert [entry.text for entry in journal.books.entries.all()] == ["two"]


def test_undo_and_redo_take_turns(journal: Journal) -> None:
    journal.capture("one", DAY)
    for _ in range(3):
        journal.undo()
        assert journal.books.entries.count() == 0
        journal.redo()
        assert journal.books.entries.count() == 1
    journal.undo()
    journal.undo()
    journal.redo()
    journal.redo()
    assert journal.books.entries.count() == 1
    assert journal.books.contacts.count() == 3


def test_with_nothing_to_take_back_nothing_happens() -> None:
    journal = Journal.open(":memory:")
    assert journal.undo() is None
    assert journal.redo() is None
    journal.close()


def test_undo_works_across_restarts(path: str) -> None:
    journal = Journal.open(path)
    journal.add_contact(Contact("Ann"))
    journal.capture("-> @Ann info: x", DAY)
    before = state(journal)
    journal.edit_entry(journal.entry(1)._replace(text="lost?"))
    journal.close()
    journal = Journal.open(path)
    journal.undo()
    assert state(journal) == before
    journal.close()
    journal = Journal.open(path)
    journal.redo()
    assert journal.entry(1).text == "lost?"
    assert journal.check().differences == ()
    journal.close()


def test_undoing_a_contact_that_later_texts_mention_keeps_the_file_sound(journal: Journal) -> None:
    journal.add_contact(Contact("新人"))
    journal.capture("-> @新人 情報: x", DAY)
    journal.undo()
    journal.undo()
    journal.capture("-> @新人 情報: x", DAY)
    assert [line.reason for line in journal.inbox()] == ["unknown"]
    assert journal.check().differences == ()


@pytest.mark.parametrize("table", ["contacts", "entries", "sources"])
def test_rows_tells_what_a_step_changed(journal: Journal, table: str) -> None:
    journal.capture("-> @新人 情報: x", DAY, create=True)
    step = journal.books.history.steps(1)[0]
    found = journal.books.history.rows(step.id)
    assert set(found) == {"contacts", "entries"}
    assert (table in found) == (table != "sources")
    assert set(found["contacts"]) == {4}


def test_removing_what_was_renamed_elsewhere_keeps_its_name_in_the_texts(journal: Journal) -> None:
    """A second window still shows the old handle; what it removes is the record, under the name it has by now."""
    shown = journal.add_goal(Goal("訪問"))
    journal.capture("= 契約 #訪問", DAY)
    journal.change_goal(shown._replace(title="新規訪問", handle="新規"))
    journal.remove_goal(shown)
    assert journal.books.names.of("#", shown.id) == {("新規", True)}
    assert journal.entry(1).text == "= 契約 #新規"
    assert [mention.target is None for mention in journal.books.postings.mentions(1)] == [False]
    assert journal.check().differences == ()


@pytest.mark.parametrize("sign", ["@", "#", "%", "+"])
def test_a_name_missing_from_the_index_is_found_by_check(journal: Journal, sign: str) -> None:
    journal.add_goal(Goal("goal"))
    journal.add_event(Event("event", DAY))
    journal.add_strength(Strength("strength"))
    journal.books.connection.execute("delete from names where sign = ? and by_handle and target = 1", (sign,))
    assert [(found.what, found.detail) for found in journal.check().differences] == [
        ("names", {"@": "田中太郎", "#": "goal", "%": "event", "+": "strength"}[sign])
    ]


def test_what_was_taken_back_or_done_again_is_named(journal: Journal) -> None:
    journal.capture("one", DAY)
    journal.undo()
    journal.redo()
    assert [(step.name, step.of) for step in journal.books.history.steps(3)] == [
        ("redo", "capture"),
        ("undo", "capture"),
        ("capture", ""),
    ]


def test_steps_are_read_by_pages_that_what_is_written_meanwhile_does_not_move(journal: Journal) -> None:
    history = journal.books.history
    for n in range(7):
        journal.capture(f"text {n}", DAY)
    every = [step.id for step in history.steps(100)]
    latest = every[0]
    journal.capture("meanwhile", DAY)
    assert [step.id for skip in (0, 4, 8) for step in history.steps(4, skip, latest)] == every
    assert [history.count(after=number) for number in (every[0], every[3], 0)] == [1, 4, len(every) + 1]


def test_whether_anything_was_ever_written(path: str) -> None:
    journal = Journal.open(path)
    assert not journal.books.history.begun()
    journal.capture("one", DAY)
    journal.undo()
    assert journal.books.history.begun(), "what was taken back was written all the same"
    journal.close()


def test_a_steps_changes_have_each_record_once_as_it_was_before_and_after(journal: Journal) -> None:
    with journal.step("import", "x.vcf"):
        new = journal.add_contact(Contact("新人"))
        journal.change_contact(new._replace(organization="店"))
        suzuki = journal.change_contact(journal.find_contact("鈴木")._replace(organization="家"))
    step = journal.books.history.steps(1)[0].id
    found = list(journal.books.history.changes(step))
    assert [(change.row, change.before is None) for change in found] == [(new.id, True), (suzuki.id, False)]
    assert [change.after["organization"] for change in found if change.after] == ["店", "家"]
    assert journal.books.history.touched(step) == 2
    assert len(list(journal.books.history.changes(step, 1))) == 1


def reopened(journal: Journal, path: str) -> Journal:
    """The file as another run of the program finds it."""
    journal.close()
    return Journal.open(path)


def test_a_rename_in_fifty_entries_is_one_step_taken_back_after_a_restart(path: str) -> None:
    journal = Journal.open(path)
    ann = journal.add_contact(Contact("Ann"))
    for n in range(50):
        journal.capture(f"-> @Ann info: {n}", DAY)
    before = state(journal)
    journal.change_contact(ann._replace(name="Bella"))
    assert all("@Bella" in entry.text for entry in journal.books.entries.all())
    after = state(journal)
    journal = reopened(journal, path)
    undone = journal.undo()
    assert undone is not None and undone.name == "contact_rename"
    assert state(journal) == before
    journal = reopened(journal, path)
    assert journal.redo() is not None
    assert state(journal) == after
    assert journal.check().differences == ()
    journal.close()
