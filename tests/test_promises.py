"""The verbs on actions: one undoable step each, in the line that tells, and nothing that nobody saw."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from networkjournal.errors import Invalid
from networkjournal.journal import Journal
from networkjournal.model.action import OpenAction
from networkjournal.model.contact import Contact
from networkjournal.model.posting import ActionState
from networkjournal.steps import step_name

DAY = date(2026, 11, 20)
LATER = date(2026, 11, 30)
FIRST_STEPS = 2
"""Those with which the week below begins."""


@pytest.fixture
def journal() -> Journal:
    """A journal in memory with two people and a few promises."""
    made = Journal.open(":memory:")
    for name in ("田中 太郎", "鈴木 花子"):
        made.add_contact(Contact(name))
    made.capture("会った\n- [ ] @鈴木 に礼状 due:fri #web\n［＜］ @田中 の返事", DAY)
    return made


def the(journal: Journal, words: str) -> OpenAction:
    """The one action that stands and has these words in it."""
    (found,) = [action for action in journal.books.actions.standing() if words in action.words]
    return found


def text(journal: Journal, entry: int = 1) -> str:
    return journal.entry(entry).text


def last_step(journal: Journal) -> str:
    return step_name(journal.books.history.steps(1)[0])


@pytest.mark.parametrize(
    ("state", "line", "step"),
    [
        ("done", "- [x] @鈴木花子 に礼状 due:2026-11-20 #web done:2026-11-23", "kept: @鈴木花子 に礼状"),
        ("dropped", "- [-] @鈴木花子 に礼状 due:2026-11-20 #web", "dropped: @鈴木花子 に礼状"),
        ("awaiting", "- [<] @鈴木花子 に礼状 due:2026-11-20 #web", "awaits: @鈴木花子 に礼状"),
    ],
)
def test_a_state_is_written_into_the_line_as_one_step(
    journal: Journal, state: ActionState, line: str, step: str
) -> None:
    before = text(journal)

    receipt = journal.mark_action(the(journal, "礼状"), state, date(2026, 11, 23))

    assert receipt.entry is not None and receipt.entry.text == text(journal)
    assert text(journal).split("\n") == ["会った", line, "［＜］ @田中太郎 の返事"]
    assert last_step(journal) == step
    assert journal.check().differences == ()
    journal.undo()
    assert text(journal) == before
    assert the(journal, "礼状").state == "open"


def test_what_was_kept_is_taken_up_again(journal: Journal) -> None:
    before = text(journal)
    journal.mark_action(the(journal, "礼状"), "done", DAY)
    (kept,) = journal.books.actions.closed()
    journal.mark_action(kept, "open", DAY)
    assert text(journal) == before
    assert last_step(journal) == "took up again: @鈴木花子 に礼状"


def test_a_due_date_moves_comes_and_goes(journal: Journal) -> None:
    journal.schedule_action(the(journal, "礼状"), LATER)
    assert last_step(journal) == "moved: @鈴木花子 に礼状 to 2026-11-30"
    journal.schedule_action(the(journal, "返事"), LATER)
    journal.schedule_action(the(journal, "礼状"), None)
    assert last_step(journal) == "no longer due: @鈴木花子 に礼状"
    assert text(journal) == "会った\n- [ ] @鈴木花子 に礼状 #web\n［＜］ @田中太郎 の返事 due:2026-11-30"


def test_an_action_of_several_days_is_changed_where_its_latest_line_stands(journal: Journal) -> None:
    journal.capture("[ ] @鈴木に礼状 期限：明日", DAY + timedelta(1))
    before = text(journal)
    journal.mark_action(the(journal, "礼状"), "done", LATER)
    assert text(journal) == before
    assert text(journal, 2) == "[x] @鈴木花子に礼状 期限:2026-11-22 done:2026-11-30"
    assert [action.words for action in journal.books.actions.standing()] == ["@田中太郎 の返事"]


def test_what_is_already_so_is_no_step(journal: Journal) -> None:
    journal.mark_action(the(journal, "返事"), "awaiting", DAY)
    journal.schedule_action(the(journal, "礼状"), DAY)
    assert last_step(journal) == "wrote an entry of 2026-11-20"


@pytest.mark.parametrize(
    "meanwhile",
    [
        "前に一行\n会った\n- [ ] @鈴木花子 に礼状 due:2026-11-20",
        "会った\n- [x] @鈴木花子 に礼状 due:2026-11-20",
        "会った\n- [ ] @鈴木花子 に礼状 due:2026-12-20",
        "会った\n- [ ] @鈴木花子 に電話 due:2026-11-20",
        "会った",
        "```\n- [ ] @鈴木花子 に礼状 due:2026-11-20",
    ],
)
def test_a_line_that_changed_meanwhile_is_left_alone(journal: Journal, meanwhile: str) -> None:
    """Another terminal was quicker: nobody keeps a promise that they did not see."""
    seen = the(journal, "礼状")
    journal.edit_entry(journal.entry(1)._replace(text=meanwhile))
    with pytest.raises(Invalid) as raised:
        journal.mark_action(seen, "done", DAY)
    assert raised.value.reason == "stale"
    with pytest.raises(Invalid):
        journal.schedule_action(seen, LATER)
    assert text(journal) == meanwhile
    assert last_step(journal) == "changed the entry of 2026-11-20"


def test_an_entry_that_is_gone_and_a_line_that_no_longer_tells_are_left_alone(journal: Journal) -> None:
    letter, answer = the(journal, "礼状"), the(journal, "返事")
    journal.capture("[x] @鈴木花子 に礼状", LATER)
    with pytest.raises(Invalid):
        journal.mark_action(letter, "dropped", DAY)
    journal.remove_entry(1)
    with pytest.raises(Invalid):
        journal.mark_action(answer, "done", DAY)


def test_a_date_without_words_cannot_be_taken_away(journal: Journal) -> None:
    """The line would say nothing any more, and so be no action: the entry itself is to be edited."""
    journal.capture("[ ] due:2026-12-01", DAY)
    wordless = next(action for action in journal.books.actions.standing() if not action.words)
    with pytest.raises(Invalid) as raised:
        journal.schedule_action(wordless, None)
    assert raised.value.reason == "unfit"
    assert text(journal, 2) == "[ ] due:2026-12-01"
    journal.mark_action(wordless, "done", DAY)
    assert last_step(journal) == "kept: 2:1"


def test_of_long_words_a_step_shows_the_beginning(journal: Journal) -> None:
    journal.capture(f"[ ] @鈴木 {'長い' * 5000}", DAY)
    journal.schedule_action(the(journal, "長い"), LATER)
    said = last_step(journal)
    assert len(said) < 120 and said.startswith("moved: @鈴木花子 長い") and said.endswith("… to 2026-11-30")


def test_a_changed_action_counts_as_an_edit_of_its_entry(journal: Journal) -> None:
    """An import of the same note must not write over it."""
    journal.mark_action(the(journal, "礼状"), "done", DAY)
    assert journal.books.history.edited(1)


class Week(RuleBasedStateMachine):
    """Somebody works through a list of promises, and takes things back."""

    def __init__(self) -> None:
        super().__init__()
        self.journal = Journal.open(":memory:")
        self.journal.add_contact(Contact("鈴木 花子"))
        self.journal.capture("[ ] @鈴木 に礼状 due:fri\n[ ] call #web\n- [<] @鈴木の返事〆来週金曜まで", DAY)

    def every(self) -> tuple[OpenAction, ...]:
        return self.journal.books.actions.standing() + self.journal.books.actions.closed()

    @rule(n=st.integers(0, 9), state=st.sampled_from(["open", "done", "awaiting", "dropped"]))
    def mark(self, n: int, state: ActionState) -> None:
        action = self.every()[n % len(self.every())]
        self.journal.mark_action(action, state, LATER)
        found = self.journal.books.actions.at(action.entry, action.line)
        assert found is not None
        assert found == action._replace(state=state, done=LATER if state == "done" else None)

    @rule(n=st.integers(0, 9), due=st.none() | st.dates())
    def move(self, n: int, due: date | None) -> None:
        action = self.every()[n % len(self.every())]
        self.journal.schedule_action(action, due)
        assert self.journal.books.actions.at(action.entry, action.line) == action._replace(due=due)

    @rule(words=st.sampled_from(["call", "@鈴木花子 に礼状", "新しく"]), mark=st.sampled_from(["[ ]", "[x]", "［＜］"]))
    def write(self, words: str, mark: str) -> None:
        self.journal.capture(f"{mark} {words}", LATER)

    @rule()
    def undo(self) -> None:
        step = self.journal.books.history.to_undo()
        if step is not None and step.id > FIRST_STEPS:
            self.journal.undo()

    @precondition(lambda self: self.journal.books.history.to_redo() is not None)
    @rule()
    def redo(self) -> None:
        self.journal.redo()

    @invariant()
    def what_is_posted_is_what_the_texts_say(self) -> None:
        assert self.journal.check().differences == ()


Week.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestWeek = Week.TestCase
