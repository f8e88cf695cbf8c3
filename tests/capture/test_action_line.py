"""The line of an action written anew: it reads as asked, and says nothing else than before."""

from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from networkjournal.capture.action_line import with_due, with_state
from networkjournal.capture.marks import lines
from networkjournal.model.posting import Action, ActionState
from tests.capture.circle import FRIDAY, draft, people

DAY = date(2026, 11, 23)
NEXT = date(2026, 11, 30)
PEOPLE = people()
PEOPLE.meet("田中 太")
PEOPLE.meet("Jane Done")
STATES: tuple[ActionState, ...] = ("open", "done", "awaiting", "dropped")

PIECES = [
    " ", "　", "  ", "call", "資料を", "@田中太郎", "@[Jane Smith]", "@Jane_Smith", "@Jane", "＠鈴木花子", "さんに",
    "@田中太", "#在宅", "#web", "%ケア交流会", "+現場経験", "due:2026-11-27", "due:fri", "期限：11/27", "〆金曜", "〆",
    "due:", "done:2026-11-21", "done:昨日", "done:", "due:someday", "30m", "(x)", "[link]", "[ ]", "- ", "！", "[bold]",
    "\x1b[2J", "\u202e", "a@b.example", "郎", "\u0301", "🎉",
]  # fmt: skip
HEADS = [
    "[ ] ", "[x] ", "[X]", "[<] ", "[-] ", "［　］", "［ｘ］", "［＜］ ", "  - [ ] ", "* [<]　", "・［ ］", "\t[ ] ",
]  # fmt: skip
LINES = st.builds(
    lambda head, pieces: head + "".join(pieces), st.sampled_from(HEADS), st.lists(st.sampled_from(PIECES), max_size=8)
)


def action(line: str) -> Action | None:
    """The action that a line posts."""
    return next((posted for posted in draft(PEOPLE, line).posted if isinstance(posted, Action)), None)


def named(line: str) -> list[tuple[str, object, str]]:
    """Whom and what a line names, in order."""
    mentions = draft(PEOPLE, line).mentions
    return [(m.sign, m.target, m.name if m.target is None else "") for m in mentions]


def saved(line: str) -> str:
    """The line as it stands once it is saved: verbs see no other ones."""
    return draft(PEOPLE, line).text


@pytest.mark.parametrize(
    ("line", "state", "becomes"),
    [
        ("[ ] call", "done", "[x] call done:2026-11-23"),
        ("  - [ ] call #web ", "done", "  - [x] call #web done:2026-11-23 "),
        ("［　］ 電話する", "done", "［x］ 電話する done:2026-11-23"),
        ("[X] call", "done", "[X] call done:2026-11-23"),
        ("[x] call done:2026-11-01 @Jane_Smith", "done", "[x] call done:2026-11-23 @Jane_Smith"),
        ("[x] call done:2026-11-01 @Jane_Smith", "open", "[ ] call @Jane_Smith"),
        ("* [<] call due:2026-11-27 done:2026-11-01", "open", "* [ ] call due:2026-11-27"),
        ("[ ] call", "awaiting", "[<] call"),
        ("[<]call", "dropped", "[-]call"),
        ("prose", "done", "prose"),
        ("```", "done", "```"),
        ("[ ](link)", "done", "[ ](link)"),
        ("[ ] write to @Jane_Smith", "done", "[x] write to @Jane_Smith done:2026-11-23"),
    ],
)
def test_only_the_mark_and_the_day_change(line: str, state: ActionState, becomes: str) -> None:
    assert with_state(line, state, DAY, PEOPLE) == becomes


@pytest.mark.parametrize(
    ("line", "due", "becomes"),
    [
        ("[ ] call", NEXT, "[ ] call due:2026-11-30"),
        ("[ ] call due:2026-11-27 tomorrow", NEXT, "[ ] call due:2026-11-30 tomorrow"),
        ("[ ] 〆2026-11-27までに送る", NEXT, "[ ] 〆2026-11-30までに送る"),
        ("[ ] 期限:2026-11-27 送る", None, "[ ] 送る"),
        ("[ ] call due:2026-11-27", None, "[ ] call"),
        ("[ ] call due:2026-11-27 due:2026-12-01", None, "[ ] call"),
        ("[ ] call due:2026-11-27 due:2026-12-01", NEXT, "[ ] call due:2026-11-30 due:2026-12-01"),
        ("[ ] 会〆2026-11-27まで", None, "[ ] 会まで"),
        ("[ ]due:2026-11-27 (x)", None, "[ ] (x)"),
        ("[ ] due:2026-11-27", None, "[ ] due:2026-11-27"),
        ("prose due:2026-11-27", None, "prose due:2026-11-27"),
    ],
)
def test_only_the_due_date_changes(line: str, due: date | None, becomes: str) -> None:
    """The last but one has no words: without its date it would be no action any more."""
    assert with_due(line, due, PEOPLE) == becomes


def test_a_name_does_not_run_into_what_comes_to_stand_behind_it() -> None:
    """Somebody is called Jane Done, and somebody 田中太."""
    PEOPLE.meet("Ann")
    PEOPLE.meet("Ann Due")
    assert with_due("[ ] call @Ann", NEXT, PEOPLE) == "[ ] call @[Ann] due:2026-11-30"
    assert with_due("[ ] @田中太〆2026-11-27郎", None, PEOPLE) == "[ ] @[田中太]郎"


@given(LINES, st.sampled_from(STATES))
@example("[ ] call @Jane", "done")
@example("[x] call done:2026-11-01 done:2026-11-02", "open")
def test_another_state_reads_as_asked_and_says_nothing_else(line: str, state: ActionState) -> None:
    line = saved(line)
    before = action(line)
    assume(before is not None)
    assert before is not None

    changed = with_state(line, state, DAY, PEOPLE)
    after = action(changed)

    assert after is not None
    assert (after.state, after.done) == (state, DAY if state == "done" else None)
    assert (after.due, after.key, after.contacts, after.goals) == (
        before.due,
        before.key,
        before.contacts,
        before.goals,
    )
    assert named(changed) == named(line)
    assert with_state(changed, state, DAY, PEOPLE) == changed == saved(changed)


@given(LINES, st.sampled_from([NEXT, FRIDAY, date.max, None]))
def test_another_due_date_reads_as_asked_and_says_nothing_else(line: str, due: date | None) -> None:
    """Where a date cannot go without changing what else the line says, the line stays: who asked is told."""
    line = saved(line)
    before = action(line)
    assume(before is not None)
    assert before is not None

    changed = with_due(line, due, PEOPLE)
    after = action(changed)

    assert after is not None
    assert (after.state, after.done, after.contacts) == (before.state, before.done, before.contacts)
    assert named(changed) == named(line)
    assert with_due(changed, due, PEOPLE) == changed == saved(changed)
    if due is not None:
        assert (after.due, after.key) == (due, before.key)


@given(st.text(max_size=60).map(lambda text: text.replace("\n", " ")), st.sampled_from(STATES))
def test_what_is_no_action_stays_as_it_is(line: str, state: ActionState) -> None:
    assume(next(lines(line)).mark not in STATES)
    assert with_state(line, state, DAY, PEOPLE) == with_due(line, NEXT, PEOPLE) == line
