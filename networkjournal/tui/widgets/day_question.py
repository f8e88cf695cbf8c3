"""A question answered by a day in one's own words; the day that they mean is shown while one types.

Refuses to read words: whoever asks says how.
"""

from collections.abc import Callable
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from networkjournal import wording
from networkjournal.i18n import N_, _
from networkjournal.tui.keys import named_keys
from networkjournal.tui.widgets.dialog import Dialog, DialogBox
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.line_input import LineInput


class DayAnswer(NamedTuple):
    """The day that was named; `None` where none is wanted."""

    day: date | None


class DayQuestion(Dialog[DayAnswer | None]):
    """Dismissed with the answer, or with None by whoever leaves."""

    DEFAULT_CSS = """
    DayQuestion {
        & LineInput { background: $background; }
        & #day-meant { height: 1; margin: 1 0; }
        & #day-meant.unread { color: $waiting; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority: a field takes Enter for itself.
        Binding("enter", "take", N_("Take this day"), id="day.take", show=False, priority=True,
                tooltip=N_("Answer with the day that is shown")),
        Binding("escape", "leave", N_("Leave"), id="day.leave", show=False, tooltip=N_("Leave the day as it is")),
    ]  # fmt: skip

    def __init__(
        self, question: str, read: Callable[[str], date | None], *, value: str = "", nothing: str = ""
    ) -> None:
        """`read` gives the day of a text; `nothing` says what an empty field means, where it is an answer at all."""
        super().__init__()
        self._question, self._read, self._value, self._nothing = question, read, value, nothing
        self._field: LineInput

    def compose(self) -> ComposeResult:
        """The words, the day they mean, the keys."""
        # Only now: Textual's Input takes a value only where an app is running.
        self._field = LineInput(self._value, placeholder=_("fri, in 2 weeks, 11/30, 2026-11-30"))
        with DialogBox(title=self._question):
            yield self._field
            yield Static(id="day-meant")
            yield KeyLine(named_keys([self._field, self, self.app], ("day.take", "day.leave", "everywhere.help")))

    def on_mount(self) -> None:
        """Type at once; what stood there is marked, so that typing replaces it."""
        self._field.focus()
        self._show()

    def _answer(self) -> DayAnswer | None:
        text = self._field.value.strip()
        if not text:
            return DayAnswer(None) if self._nothing else None
        day = self._read(text)
        return None if day is None else DayAnswer(day)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    def _show(self) -> None:
        answer = self._answer()
        shown = self.query_one("#day-meant", Static)
        shown.set_class(answer is None, "unread")
        if answer is None:
            shown.update(Content(_("This is no day yet")))
        else:
            shown.update(Content(wording.day(answer.day) if answer.day else self._nothing))

    @on(KeyLine.Pressed)
    async def _pressed(self, event: KeyLine.Pressed) -> None:
        event.stop()
        await self.run_action(event.action)

    def action_take(self) -> None:
        """Answer with the day that is shown."""
        answer = self._answer()
        if answer is not None:
            self.dismiss(answer)

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
