"""The keys of an action under the cursor: done, dropped, awaited, due, later. For every screen that lists actions.

A row is an action if its key is `("action", entry, line)`. Nothing is written but that line, and only as it was shown.
Refuses to draw actions: panes do.
"""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from networkjournal import wording
from networkjournal.i18n import N_, _
from networkjournal.model.action import OpenAction, exchange_line
from networkjournal.model.posting import ActionState
from networkjournal.model.width import clip
from networkjournal.tui.keys import named_keys
from networkjournal.tui.screens.base import Answer, JournalScreen
from networkjournal.tui.widgets.key_line import Key
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import Rows

SHOWN = 80
"""So many cells of an action's words are repeated in a sentence."""
ACTION = "action"
"""The first part of the key of such a row."""


class Acting(JournalScreen[Answer]):
    """A screen on which rows may be actions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,ctrl+x", "mark('done')", N_("Done"), id="action.done",
                tooltip=N_("Note in its line that it is done, and write what passed")),
        Binding("z,ctrl+e", "snooze", N_("Snooze"), id="action.snooze", tooltip=N_("Have it wait for a week")),
        Binding("r,ctrl+t", "schedule", N_("Due"), id="action.due", tooltip=N_("Give it another due date")),
        Binding("w,ctrl+w", "mark('awaiting')", N_("Await"), id="action.await",
                tooltip=N_("Await it from them; once more makes it yours again")),
        Binding("minus,delete", "mark('dropped')", N_("Drop"), id="action.drop", tooltip=N_("Drop it")),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """These keys are for rows that are actions."""
        if action in ("mark", "snooze", "schedule") and self._line() is None:
            return False
        return super().check_action(action, parameters)

    def key_line(self) -> list[Key]:
        """On an action its keys come first."""
        ids = [binding.id for binding in Acting.BINDINGS if isinstance(binding, Binding) and binding.id]
        return named_keys([self], ids) + super().key_line()

    @on(Rows.Highlighted)
    def _another_row(self) -> None:
        self.show_keys()

    def _line(self) -> tuple[int, int] | None:
        """Entry and line of the action under the cursor."""
        key = self.focused.key if isinstance(self.focused, Rows) else None
        if isinstance(key, tuple) and len(key) == 3 and key[0] == ACTION:
            return key[1], key[2]
        return None

    def _action(self) -> OpenAction | None:
        """The action under the cursor, if what is shown is what there is."""
        line = self._line()
        if line is None:
            return None
        if self.journal.version != self.revision:  # another program was quicker than the look of each second
            self.look()
            self.say(_("The journal has changed meanwhile: look again."), "warning")
            return None
        return self.journal.books.actions.at(*line)

    def _words(self, action: OpenAction) -> str:
        """What to call an action in a sentence."""
        return clip(safe(self.veil.words(action.words)), SHOWN)

    def action_mark(self, state: ActionState) -> None:
        """Put the action into a state. What is awaited already is one's own again."""
        with self.telling():
            action = self._action()
            if action is None:
                return
            if action.state == state:
                state = "open"
            self.journal.mark_action(action, state, self.clock())
            self.say(wording.marked(self._words(action), state))
            if state == "done":
                self._offer_exchange(action)
        self.look()

    def _offer_exchange(self, action: OpenAction) -> None:
        line = exchange_line(action)
        if line and not self.veil.on:  # the line is full of names
            came = action.state == "awaiting"
            self.compose_entry(line, _("It came: note what you received") if came else _("Kept: note what you gave"))

    def action_snooze(self) -> None:
        """Have the action wait for a week."""
        with self.telling():
            action = self._action()
            if action is not None:
                due = action.snoozed(self.clock())
                self.journal.schedule_action(action, due)
                self.say(wording.scheduled(self._words(action), due))
        self.look()

    @work(exclusive=True, group="schedule")
    async def action_schedule(self) -> None:
        """Ask for the day on which the action is due."""
        action = self._action()
        if action is None:
            return
        from networkjournal.capture.dates import read_date  # only for those who ask
        from networkjournal.tui.widgets.day_question import DayQuestion

        question = DayQuestion(
            _("Due: {words}").format(words=self._words(action)),
            lambda text: read_date(text, self.clock(), "coming"),
            value=action.due.isoformat() if action.due else "",
            nothing=_("No due date"),
        )
        answer = await self.app.push_screen_wait(question)
        if answer is None:
            return
        with self.telling():
            self.journal.schedule_action(action, answer.day)
            self.say(wording.scheduled(self._words(action), answer.day))
        self.look()
