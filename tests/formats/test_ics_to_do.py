"""To-dos as lines of the capture language."""

from datetime import date

import pytest

from networkjournal.formats.ics_to_do import ToDo, entry_of
from networkjournal.model.posting import ActionState

MADE, DUE, DONE = date(2026, 11, 1), date(2026, 11, 20), date(2026, 11, 19)


@pytest.mark.parametrize(
    ("state", "line", "day"),
    [
        ("open", "[ ] Call Bo due:2026-11-20", MADE),
        ("awaiting", "[<] Call Bo due:2026-11-20", MADE),
        ("done", "[x] Call Bo done:2026-11-19", DONE),
        ("dropped", "[-] Call Bo", DONE),
    ],
)
def test_the_line_says_the_state_and_the_day(state: ActionState, line: str, day: date) -> None:
    entry = entry_of(ToDo("Call Bo", state, MADE, DUE, DONE, "about rent"), "to-do 1", "uid")
    assert (entry.text, entry.day, entry.key) == (f"{line}\nabout rent", day, "uid")
    assert entry.declared is not None and entry.declared.over == (state in ("done", "dropped"))


def test_of_two_editions_the_same_action_is_told() -> None:
    first, second = (entry_of(ToDo("Call  Bo", state, MADE, None, None, ""), "", "") for state in ("open", "done"))
    assert first.declared and second.declared and first.declared.key == second.declared.key
