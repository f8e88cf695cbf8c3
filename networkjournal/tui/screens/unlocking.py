"""Asking for the passphrase of an encrypted journal, before anything of it is opened.

Promises that what is typed is shown only to whoever asks for that. Refuses to know what a passphrase opens: whoever
asks tries it, and says in a sentence why it does not fit.
"""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from networkjournal.i18n import N_, _
from networkjournal.tui.keys import named_keys
from networkjournal.tui.widgets.dialog import Dialog, DialogBox
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import safe

Try = Callable[[str], str]
"""Tries a passphrase; gives why it does not fit, and nothing where it does."""


class Unlocking(Dialog[bool]):
    """Dismissed with True when a passphrase fitted, with False by whoever leaves."""

    DEFAULT_CSS = """
    Unlocking {
        background: $background;
        & LineInput, & LineInput:focus { background: $background; }
        & Static { height: auto; }
        & #unlocking-path { color: $dim; margin-bottom: 1; }
        & #unlocking-remark { min-height: 1; margin: 1 0; color: $waiting; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority: a field takes Enter for itself, and Ctrl+C to copy.
        Binding("enter", "open", N_("Open"), id="unlocking.open", show=False, priority=True,
                tooltip=N_("Open the journal with what was typed")),
        Binding("f2", "show", N_("Show what is typed"), id="unlocking.show", show=False, priority=True,
                tooltip=N_("Show what was typed, or hide it again")),
        Binding("escape,ctrl+q,ctrl+c", "leave", N_("Leave"), id="unlocking.leave", show=False, priority=True,
                tooltip=N_("Leave without opening the journal")),
    ]  # fmt: skip

    def __init__(self, path: str, attempt: Try) -> None:
        """`path` is the file that is to be opened."""
        super().__init__()
        self._path, self._attempt = path, attempt
        self._trying = False

    def compose(self) -> ComposeResult:
        """Which file, the field, what was wrong, the keys."""
        field = LineInput(password=True, placeholder=_("its passphrase"))
        with DialogBox(title=_("This journal is encrypted")):
            yield Static(Content(safe(self._path)), id="unlocking-path")
            yield field
            yield Static("", id="unlocking-remark")
            yield KeyLine(named_keys([field, self, self.app], ("unlocking.open", "unlocking.show", "unlocking.leave")))

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(LineInput).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value:
            self._remark("")

    @on(KeyLine.Pressed)
    async def _pressed(self, event: KeyLine.Pressed) -> None:
        event.stop()
        await self.run_action(event.action)

    def _remark(self, sentence: str) -> None:
        self.query_one("#unlocking-remark", Static).update(Content(safe(sentence)))

    async def action_open(self) -> None:
        """Try what was typed: in a thread, for stretching a passphrase is slow on purpose."""
        field = self.query_one(LineInput)
        if self._trying or not field.value:
            return
        self._trying = True
        self._remark(_("Opening…"))
        wrong = await asyncio.to_thread(self._attempt, field.value)
        self._trying = False
        if not wrong:
            self.dismiss(True)
            return
        field.value = ""
        self._remark(wrong)

    def action_show(self) -> None:
        """Show what was typed, or hide it again."""
        field = self.query_one(LineInput)
        field.password = not field.password

    def action_leave(self) -> None:
        """Open nothing."""
        self.dismiss(False)
