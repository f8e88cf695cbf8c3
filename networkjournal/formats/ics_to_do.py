"""A to-do of a calendar as an entry: the line that declares it, and what was noted with it.

Promises that the state and the days of the to-do stand in the line as the capture language says them; refuses to read
the calendar.
"""

from datetime import date
from typing import NamedTuple

from networkjournal.formats.records import Declared, EntryRecord, digest_of
from networkjournal.model.action import action_key
from networkjournal.model.posting import ActionState

STATE = "X-NETWORKJOURNAL-STATE"
"""The property that says of a to-do of ours that another has to do it, which calendars have no word for."""
_MARKS = {"open": "[ ]", "done": "[x]", "awaiting": "[<]", "dropped": "[-]"}


class ToDo(NamedTuple):
    """What a calendar says of it."""

    words: str
    state: ActionState
    made: date
    due: date | None
    done: date | None
    notes: str


def entry_of(to_do: ToDo, where: str, key: str) -> EntryRecord:
    """The entry; of one that is finished, on the day when it was."""
    over = to_do.state in ("done", "dropped")
    day = (to_do.done or to_do.made) if over else to_do.made
    line = f"{_MARKS[to_do.state]} {to_do.words}"
    if to_do.due and not over:
        line += f" due:{to_do.due.isoformat()}"
    if to_do.done and to_do.state == "done":
        line += f" done:{to_do.done.isoformat()}"
    text = f"{line}\n{to_do.notes}".strip()
    return EntryRecord(where, key, day, text, digest_of(text), Declared(action_key(to_do.words), over))
