"""The bar one writes the day in: a text of one to six lines, what completes the word, and what the text would post.

Promises `Edited` after every change, once for changes that come together, and that the terminal cursor stands where
the next character will. Refuses to understand the text: completions and preview are handed in by the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from networkjournal.i18n import N_
from networkjournal.tui.widgets.completing_text import MOST_COMPLETIONS, Completing, CompletingText
from networkjournal.tui.widgets.plain import safe, wrap
from networkjournal.tui.widgets.popup import Popup

MOST_PREVIEW = 6
PROMPT = " > "


class CaptureText(CompletingText):
    """The text in the bar: Enter is the bar's, and while completions are open so are Tab and the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "command('enter')", N_("Save"), id="capture.save", show=False, priority=True,
            tooltip=N_("Save the text"),
        ),
        Binding(
            "ctrl+j,alt+enter,shift+enter", "command('newline')", N_("New line"), id="capture.newline", show=False,
            priority=True, tooltip=N_("Begin another line"),
        ),
        Binding(
            "tab", "complete", N_("Complete"), id="capture.complete", show=False, priority=True,
            tooltip=N_("Complete the word"),
        ),
        Binding(
            "down", "step(1)", N_("Next"), id="capture.next", show=False, priority=True,
            tooltip=N_("The next completion, or the line below"),
        ),
        Binding(
            "up", "step(-1)", N_("Previous"), id="capture.previous", show=False, priority=True,
            tooltip=N_("The completion before, or the line above"),
        ),
        Binding(
            "escape", "command('escape')", N_("Leave"), id="capture.leave", show=False, priority=True,
            tooltip=N_("Close the completions, or leave the bar; what is typed stays"),
        ),
    ]  # fmt: skip
    KEYS = ("capture.save", "home.create", "capture.complete", "capture.newline", "capture.leave", "everywhere.help")


class CaptureBar(Completing):
    """The bar. Put it at the bottom; it grows upwards, and its popup covers what is above."""

    DEFAULT_CSS = """
    CaptureBar {
        height: auto; max-height: 6; background: $surface;
        & > Horizontal { height: auto; max-height: 6; }
        & #capture-prompt { width: 3; color: $accent; }
        & #capture-text { width: 1fr; max-height: 6; background: $surface; }
    }
    """

    class Edited(Completing.Edited):
        """The text changed or the cursor moved; `cursor` is an index into `text`."""

        box: "CaptureBar"

        @property
        def bar(self) -> "CaptureBar":
            """The bar."""
            return self.box

    @dataclass
    class _About(Message):
        bar: "CaptureBar"

        @property
        def control(self) -> "CaptureBar":
            """The bar, for `@on(CaptureBar.Captured, "#its-id")`."""
            return self.bar

    @dataclass
    class Captured(_About):
        """Enter: this is what was written. The bar still holds it; `clear` it once it is saved."""

        text: str

    @dataclass
    class Dismissed(_About):
        """Escape with nothing open: away from here. The text stays."""

    def __init__(self, *, placeholder: str = "", id: str | None = None, classes: str | None = None) -> None:
        """`placeholder` is the sentence shown while the bar is empty."""
        text = CaptureText(placeholder=placeholder, id="capture-text")
        super().__init__(text, Popup(id="capture-popup"), id=id, classes=classes)
        self._preview: Sequence[Text] = ()

    def compose(self) -> ComposeResult:
        """The popup floats above the one row of prompt and text."""
        yield self._popup
        with Horizontal():
            yield Static(Content(PROMPT), id="capture-prompt")
            yield self._text

    def invite(self, sentence: str) -> None:
        """Show another sentence while the bar is empty."""
        self._text.placeholder = Content(safe(sentence))  # a str would be read as markup

    def clear(self) -> None:
        """Empty the bar, its completions and its preview."""
        self._preview = ()
        super().clear()

    def preview(self, lines: Sequence[Text]) -> None:
        """Show what the text would post. Completions go before it: it comes back when they close."""
        self._preview = tuple(lines)
        if not self._completions:
            self._redraw()

    @property
    def _above(self) -> int:
        return max(self.region.y - 1, 1)

    def _offer(self, lines: Sequence[Text], picked: int | None) -> None:
        column = self._column(self._completions[0].start)
        most = min(MOST_COMPLETIONS, self._above)
        self._popup.open(lines, most=most, column=column, room=self.size.width, picked=picked)

    def _rest(self) -> None:
        """The preview, while one writes here."""
        room = self.size.width
        if self._text.has_focus and self._preview:
            lines = [part for line in self._preview for part in wrap(line, room - len(PROMPT) - 2, self.app.console)]
            self._popup.open(lines, most=min(MOST_PREVIEW, self._above), column=len(PROMPT) - 1, room=room)
        else:
            self._popup.close()

    def _column(self, index: int) -> int:
        """Where the text at `index` stands, in cells from the bar's left, less one for the mark of a popup's lines."""
        offset = self._text.wrapped_document.location_to_offset(self._text.location(index))
        return len(PROMPT) + offset.x - 1

    def command(self, command: str, text: str | None = None) -> None:
        """Enter takes what is picked, or else hands over the text; Escape closes the list, or else leaves."""
        match command:
            case "enter" if self._popup.picked is not None and self._completions:
                self._accept()
            case "enter":
                self._tell()
                self.post_message(self.Captured(self, self.text if text is None else text))
            case "newline":
                self._text.insert("\n", maintain_selection_offset=False)
            case "escape" if not self._completions:
                self.post_message(self.Dismissed(self))
            case _:
                super().command(command, text)
