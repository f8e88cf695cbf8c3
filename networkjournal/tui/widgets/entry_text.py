"""The text of an entry in the editor: many lines, with the completions at the cursor.

Promises that keys typed in one burst are taken in their order. Refuses to understand the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from networkjournal.i18n import N_
from networkjournal.tui.widgets.completing_text import MOST_COMPLETIONS, Completing, CompletingText
from networkjournal.tui.widgets.popup import Popup


class EntryText(CompletingText):
    """The text itself. Enter begins a line, unless a completion is picked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j,shift+enter,alt+enter", "line", N_("New line"), id="entry.line",
                show=False, priority=True,
                tooltip=N_("Begin another line, or take the completion that is picked")),
        Binding("tab", "complete", N_("Complete"), id="entry.complete", show=False, priority=True,
                tooltip=N_("Complete the word")),
        Binding("down", "step(1)", N_("Next"), id="entry.next", show=False, priority=True,
                tooltip=N_("The next completion, or the line below")),
        Binding("up", "step(-1)", N_("Previous"), id="entry.previous", show=False, priority=True,
                tooltip=N_("The completion before, or the line above")),
        Binding("escape", "command('escape')", N_("Leave"), id="entry.leave", show=False, priority=True,
                tooltip=N_("Close the completions, or leave the editor")),
    ]  # fmt: skip


class EntryBox(Completing):
    """The text and what floats over it."""

    DEFAULT_CSS = """
    EntryBox {
        height: 1fr; width: 1fr;
        & EntryText, & EntryText:focus { height: 1fr; background: $background; }
    }
    """

    class Edited(Completing.Edited):
        """The text changed or the cursor moved."""

    @dataclass
    class Dismissed(Message):
        """Escape with nothing open."""

    def __init__(self, text: str = "", *, placeholder: str = "") -> None:
        """`text` is what one begins with."""
        super().__init__(EntryText(text, placeholder=placeholder, id="entry-text"), Popup(id="entry-popup"))

    def compose(self) -> ComposeResult:
        """The popup floats."""
        yield self._popup
        yield self._text

    @property
    def line(self) -> int:
        """The line of the cursor, counted from 1."""
        return self._text.cursor_location[0] + 1

    def put(self, text: str, cursor: int | None = None) -> None:
        """Replace the whole text; this can be taken back like any other change of it."""
        self._text.replace(text, (0, 0), self._text.document.end, maintain_selection_offset=False)
        self._text.move_cursor(self._text.location(len(text) if cursor is None else cursor))

    def go_to(self, line: int) -> None:
        """Put the cursor at the end of a line, counted from 1."""
        row = min(max(line, 1), self._text.document.line_count) - 1
        self._text.move_cursor((row, len(self._text.document.get_line(row))))

    def _offer(self, lines: Sequence[Text], picked: int | None) -> None:
        """Below the cursor's line, or above it where there is more room."""
        here = self._text.cursor_screen_offset - self.region.offset
        begin = self._text.wrapped_document.location_to_offset(self._text.location(self._completions[0].start))
        end = self._text.wrapped_document.location_to_offset(self._text.cursor_location)
        column = max(here.x - (end.x - begin.x), 0) - 1 if begin.y == end.y else 0
        above, below = self.region.y + here.y, self.screen.size.height - self.region.y - here.y - 2
        most = min(MOST_COMPLETIONS, max(above, below))
        fits = below >= min(len(lines), most)
        self._popup.open(
            lines,
            most=most,
            column=column,
            room=self.size.width,
            picked=picked,
            top=here.y + 1 if fits else here.y - min(len(lines), most),
        )

    def command(self, command: str, text: str | None = None) -> None:
        """Enter takes what is picked; Escape with nothing open leaves."""
        if command == "line":
            if self._picked_item() is None:
                self._text.insert("\n", maintain_selection_offset=False)
            else:
                self._accept()
        elif command == "escape" and not self._completions:
            self.post_message(self.Dismissed())
        else:
            super().command(command, text)
