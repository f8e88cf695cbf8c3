"""The verbs on actions: keeping, dropping, awaiting and moving what was declared. Each is one named step.

The text is the truth: a verb writes the line of the action anew and posts its entry, and nothing else. Refuses to touch
a line that no longer says what the person saw.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from networkjournal.errors import Invalid
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.entry import Receipt
from networkjournal.model.posting import Action, ActionState
from networkjournal.records import Records

if TYPE_CHECKING:
    from networkjournal.model.action import OpenAction


class Promises(Records):
    """Changing actions. `action` is one as the store gives it, and stands for what the person saw."""

    def mark_action(self, action: OpenAction, state: ActionState, day: date) -> Receipt:
        """Put an action into a state; done, its line says so with `day`.

        Raises `Invalid` where its line has changed meanwhile (`stale`), or cannot be written so (`unfit`).
        """
        from networkjournal.capture.action_line import with_state  # the capture language: 5 ms a look-up need not pay

        names = self.books.names
        with self._marking(state, _subject(action)):
            return self._write(action, lambda line: with_state(line, state, day, names), state, action.due)

    def schedule_action(self, action: OpenAction, due: date | None) -> Receipt:
        """Give an action another due date, or none. Raises `Invalid` as `mark_action` does."""
        from networkjournal.capture.action_line import with_due  # as above

        names = self.books.names
        with self._moving(_subject(action), due):
            return self._write(action, lambda line: with_due(line, due, names), action.state, due)

    def _marking(self, state: ActionState, words: str) -> AbstractContextManager[int]:
        match state:
            case "done":
                return self.step("action_done", words)
            case "dropped":
                return self.step("action_dropped", words)
            case "awaiting":
                return self.step("action_awaiting", words)
            case "open":
                return self.step("action_open", words)

    def _moving(self, words: str, due: date | None) -> AbstractContextManager[int]:
        return self.step("action_due", f"{words}\t{due}") if due else self.step("action_undated", words)

    def _write(
        self, action: OpenAction, rewritten: Callable[[str], str], state: ActionState, due: date | None
    ) -> Receipt:
        """Write the action's line anew, prove that it now reads as asked, and post its entry."""
        entry = self.books.entries.get(action.entry)
        if entry is None or self.books.actions.at(action.entry, action.line) != action:
            raise Invalid("action", action.number, "stale")
        lines = entry.text.split("\n")
        lines[action.line - 1] = rewritten(lines[action.line - 1])
        text = "\n".join(lines)
        if text == entry.text:
            saved, draft = entry, self.poster.read(text, entry.day)
        else:
            saved, draft = self.poster.save(entry.id, entry.day, text)
        posted = (item for item in draft.posted if isinstance(item, Action) and item.line == action.line)
        if not any((item.state, item.due) == (state, due) for item in posted):
            raise Invalid("action", action.number, "unfit")
        return Receipt(saved, draft)


def _subject(action: OpenAction) -> str:
    """What its step calls an action: its words whole, for a name cut in two could not be found to be forgotten."""
    return action.words or action.number
