"""The bar one writes the day in: a text of one to six lines, what completes the word, and what the text would post.

Promises `Edited` after every change, once for changes that come together, and that the terminal cursor stands where
the next character will. Refuses to understand the text: completions and preview are handed in by the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from networkjournal.i18n import N_
from networkjournal.tui.widgets.plain import fit, safe, wrap
from networkjournal.tui.widgets.popup import Popup
from networkjournal.tui.widgets.text_input import TextInput

MOST_COMPLETIONS = 8
MOST_PREVIEW = 6
WIDEST_LABEL = 36
PROMPT = " > "


class Completion(NamedTuple):
    """One way to complete the text: `insert` takes the place of `text[start:end]`."""

    start: int
    end: int
    insert: str
    label: str
    detail: str = ""
    """What tells this one from the others, shown dim beside it."""


class CaptureText(TextInput):
    """The text in the bar: Enter is the bar's, and while completions are open so are Tab and the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "bar('enter')", N_("Save"), id="capture.save", show=False, priority=True,
            tooltip=N_("Save the text"),
        ),
        Binding(
            "ctrl+j,alt+enter,shift+enter", "bar('newline')", N_("New line"), id="capture.newline", show=False,
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
            "escape", "bar('escape')", N_("Leave"), id="capture.leave", show=False, priority=True,
            tooltip=N_("Close the completions, or leave the bar; what is typed stays"),
        ),
    ]  # fmt: skip
    KEYS = ("capture.save", "home.create", "capture.complete", "capture.newline", "capture.leave", "everywhere.help")

    @dataclass
    class Commanded(Message):
        """A key of the bar was pressed in its text."""

        command: str

    completing = False
    """Whether completions are on the screen: set by the bar."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without completions Tab goes to the next widget, as everywhere."""
        return self.completing if action == "complete" else super().check_action(action, parameters)

    def action_bar(self, command: str) -> None:
        """Hand a key to the bar, in its turn among the edits."""
        self.post_message(self.Commanded(command))

    def action_complete(self) -> None:
        """Take a completion."""
        self.action_bar("accept")

    def action_step(self, step: int) -> None:
        """Go through the completions, or else through the lines: a key bound here hides TextArea's own of it."""
        if self.completing:
            self.action_bar("next" if step > 0 else "previous")
        elif step > 0:
            self.action_cursor_down()
        else:
            self.action_cursor_up()


class CaptureBar(Widget, can_focus=False):
    """The bar. Put it at the bottom; it grows upwards, and its popup covers what is above."""

    DEFAULT_CSS = """
    CaptureBar {
        height: auto; max-height: 6; background: $surface;
        & > Horizontal { height: auto; max-height: 6; }
        & #capture-prompt { width: 3; color: $accent; }
        & #capture-text { width: 1fr; max-height: 6; background: $surface; }
    }
    """

    @dataclass
    class _About(Message):
        bar: "CaptureBar"

        @property
        def control(self) -> "CaptureBar":
            """The bar, for `@on(CaptureBar.Captured, "#its-id")`."""
            return self.bar

    @dataclass
    class Edited(_About):
        """The text changed or the cursor moved; `cursor` is an index into `text`."""

        text: str
        cursor: int

    @dataclass
    class Captured(_About):
        """Enter: this is what was written. The bar still holds it; `clear` it once it is saved."""

        text: str

    @dataclass
    class Dismissed(_About):
        """Escape with nothing open: away from here. The text stays."""

    def __init__(self, *, placeholder: str = "", id: str | None = None, classes: str | None = None) -> None:
        """`placeholder` is the sentence shown while the bar is empty."""
        super().__init__(id=id, classes=classes)
        self._text = CaptureText(placeholder=placeholder, id="capture-text")
        self._popup = Popup(id="capture-popup")
        self._completions: Sequence[Completion] = ()
        self._preview: Sequence[Text] = ()
        self._told: tuple[str, int] = ("", 0)
        self._completed_for = ""
        self._accept_next = False

    def compose(self) -> ComposeResult:
        """The popup floats above the one row of prompt and text."""
        yield self._popup
        with Horizontal():
            yield Static(Content(PROMPT), id="capture-prompt")
            yield self._text

    @property
    def text(self) -> str:
        """What is written; may be set (a draft found again), the cursor then goes to its end."""
        return self._text.text

    @text.setter
    def text(self, text: str) -> None:
        self._text.put(text)

    @property
    def cursor(self) -> int:
        """The cursor as an index into `text`."""
        return self._text.cursor

    def clear(self) -> None:
        """Empty the bar, its completions and its preview."""
        self._completions = self._preview = ()
        self._text.put("")
        self._redraw()

    def focus(self, scroll_visible: bool = True) -> "CaptureBar":
        """Write here."""
        self._text.focus(scroll_visible)
        return self

    def insert(self, text: str) -> None:
        """Write at the cursor, as if typed: the first mark of a template, say."""
        self._text.insert(text)

    def complete(self, items: Sequence[Completion]) -> None:
        """Offer these for the text as it is now; none closes the list. What was picked stays so."""
        before = self._picked_item()
        kept = None
        if before is not None:
            kept = next((i for i, item in enumerate(items) if item.insert == before.insert), None)
        self._completions, self._completed_for = tuple(items), self.text
        self._redraw(kept)
        if self._accept_next:
            self._accept_next = False
            self._accept()

    def preview(self, lines: Sequence[Text]) -> None:
        """Show what the text would post. Completions go before it: it comes back when they close."""
        self._preview = tuple(lines)
        if not self._completions:
            self._redraw()

    def _picked_item(self) -> Completion | None:
        picked = self._popup.picked
        return self._completions[picked] if picked is not None and picked < len(self._completions) else None

    def _redraw(self, picked: int | None = None) -> None:
        """Completions if there are any, else the preview, else nothing; only while one writes here."""
        self._text.completing = bool(self._completions)
        room, above = self.size.width, max(self.region.y - 1, 1)
        if not self._text.has_focus or not (self._completions or self._preview):
            self._popup.close()
        elif self._completions:
            column = self._column(self._completions[0].start)
            self._popup.open(
                _drawn(self._completions, room),
                most=min(MOST_COMPLETIONS, above),
                column=column,
                room=room,
                picked=picked,
            )
        else:
            lines = [part for line in self._preview for part in wrap(line, room - len(PROMPT) - 2, self.app.console)]
            self._popup.open(lines, most=min(MOST_PREVIEW, above), column=len(PROMPT) - 1, room=room)

    def _column(self, index: int) -> int:
        """Where the text at `index` stands, in cells from the bar's left, less one for the mark of a popup's lines."""
        offset = self._text.wrapped_document.location_to_offset(self._text.location(index))
        return len(PROMPT) + offset.x - 1

    def _accept(self, picked: int | None = None) -> None:
        """Complete the text with the picked item, or else the first."""
        place = picked if picked is not None else self._popup.picked or 0
        if not self._completions:
            return
        if self._completed_for != self.text:  # typed on since: the screen's answer to that is still on its way
            self._accept_next = True
            return
        item = self._completions[place]
        self._completions = ()
        start, end = self._text.location(item.start), self._text.location(max(item.start, item.end))
        result = self._text.replace(item.insert, start, end, maintain_selection_offset=False)
        self._text.move_cursor(result.end_location)
        self._redraw()

    def _on_capture_text_commanded(self, message: CaptureText.Commanded) -> None:
        message.stop()
        match message.command:
            case "enter" if self._popup.picked is not None and self._completions:
                self._accept()
            case "enter":
                self._tell()
                self.post_message(self.Captured(self, self.text))
            case "newline":
                self._text.insert("\n", maintain_selection_offset=False)
            case "accept":
                self._accept()
            case "next" | "previous":
                self._popup.pick(1 if message.command == "next" else -1)
            case "escape" if self._completions:
                self._completions = ()
                self._redraw()
            case "escape":
                self.post_message(self.Dismissed(self))

    def _on_popup_picked(self, message: Popup.Picked) -> None:
        message.stop()
        if self._completions:
            self._accept(message.index)

    def _on_text_area_changed(self, message: TextArea.Changed) -> None:
        message.stop()
        self._tell()

    def _on_text_area_selection_changed(self, message: TextArea.SelectionChanged) -> None:
        message.stop()
        self._tell()

    def _tell(self) -> None:
        """A key changes the text and moves the cursor: of its two messages the first finds both done, and is enough."""
        state = (self.text, self.cursor)
        if state != self._told:
            self._told = state
            self._accept_next = False  # what is typed after Tab is not what it was meant for
            self.post_message(self.Edited(self, *state))

    def _on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._redraw()

    def _on_descendant_blur(self, event: events.DescendantBlur) -> None:
        self._completions = ()
        self._redraw()

    def _on_resize(self, event: events.Resize) -> None:
        self._redraw(self._popup.picked)


def _drawn(items: Sequence[Completion], room: int) -> list[Text]:
    """The items as lines, their details in one column."""
    widest = min(max(cell_len(safe(item.label)) for item in items), WIDEST_LABEL, max(room - 4, 4))
    return [
        Text.assemble(fit(item.label, widest), (f"  {safe(item.detail)}" if item.detail else "", "dim"), no_wrap=True)
        for item in items
    ]
