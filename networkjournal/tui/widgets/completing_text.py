"""A text whose words can be completed: what the capture bar and the editor of entries share.

Promises `Edited` after every change, once for changes that come together, and that only what the completions were made
for is ever replaced. Refuses to understand the text: completions are handed in by the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.popup import Popup
from networkjournal.tui.widgets.text_input import TextInput

MOST_COMPLETIONS = 8
WIDEST_LABEL = 36


class Completion(NamedTuple):
    """One way to complete the text: `insert` takes the place of `text[start:end]`."""

    start: int
    end: int
    insert: str
    label: str
    detail: str = ""
    """What tells this one from the others, shown dim beside it."""


class CompletingText(TextInput):
    """The text itself: while completions are open, Tab and the arrows are for them. Who builds on it binds the keys."""

    @dataclass
    class Commanded(Message):
        """A key of the widget around the text was pressed in it."""

        command: str
        text: str | None = None
        """What was written by then: of the same burst, more may be there when the widget around hears of it."""

    @dataclass
    class Turned(Message, bubble=False):
        """A key with priority, in its turn among the characters: those typed before it may still be on their way."""

        key: Literal["up", "down", "line"]

    completing = False
    """Whether completions are on the screen: set by the widget around."""
    picking = False
    """Whether one of them is picked."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without completions Tab goes to the next widget, as everywhere."""
        return self.completing if action == "complete" else super().check_action(action, parameters)

    def action_command(self, command: str) -> None:
        """Hand a key to the widget around, in its turn among the edits."""
        self.post_message(self.Commanded(command))

    def _on_completing_text_commanded(self, message: Commanded) -> None:
        message.text = self.text

    def action_complete(self) -> None:
        """Take a completion."""
        self.action_command("accept")

    def action_step(self, step: int) -> None:
        """Go through the completions, or else through the lines: a key bound here hides TextArea's own of it."""
        self.post_message(self.Turned("down" if step > 0 else "up"))

    def action_line(self) -> None:
        """Begin a line, or take the completion that is picked."""
        self.post_message(self.Turned("line"))

    def _on_completing_text_turned(self, message: Turned) -> None:
        match message.key:
            case "line" if self.picking:
                self.action_command("line")
            case "line":
                self.insert("\n", maintain_selection_offset=False)
            case step if self.completing:
                self.picking = True  # at once: Enter may come in the same burst
                self.action_command("next" if step == "down" else "previous")
            case "down":
                self.action_cursor_down()
            case "up":
                self.action_cursor_up()


class Completing(Widget, can_focus=False):
    """Such a text and the popup of its completions. Who builds on it places both, and says what other keys mean."""

    @dataclass
    class Edited(Message):
        """The text changed or the cursor moved; `cursor` is an index into `text`."""

        box: "Completing"
        text: str
        cursor: int

        @property
        def control(self) -> "Completing":
            """The widget, for `@on(….Edited, "#its-id")`."""
            return self.box

    def __init__(
        self, text: CompletingText, popup: Popup, *, id: str | None = None, classes: str | None = None
    ) -> None:
        """Both are for `compose`."""
        super().__init__(id=id, classes=classes)
        self._text, self._popup = text, popup
        self._completions: Sequence[Completion] = ()
        self._told: tuple[str, int] = ("", 0)
        self._completed_for = ""
        self._accept_next = False

    @property
    def text(self) -> str:
        """What is written; may be set, the cursor then goes to its end."""
        return self._text.text

    @text.setter
    def text(self, text: str) -> None:
        self._text.put(text)

    @property
    def cursor(self) -> int:
        """The cursor as an index into `text`."""
        return self._text.cursor

    def ask_again(self) -> None:
        """Say what is written once more: what was answered before is to be shown otherwise now."""
        self._told = ("", -1)
        self._tell()

    def clear(self) -> None:
        """Empty the text, and close its completions."""
        self._completions = ()
        self._text.put("")
        self._redraw()

    def focus(self, scroll_visible: bool = True) -> "Completing":
        """Write here."""
        self._text.focus(scroll_visible)
        return self

    def insert(self, text: str, cursor: int | None = None) -> None:
        """Write at the cursor, as if typed; one then writes on at its end, or at `cursor` characters of it."""
        start = self.cursor
        self._text.insert(text, maintain_selection_offset=False)
        if cursor is not None:
            self._text.move_cursor(self._text.location(start + cursor))

    def begin(self, text: str, cursor: int) -> None:
        """Write a text in lines of its own at the cursor, and write on at `cursor` characters of it."""
        line, at = self._text.document.get_line(self._text.cursor_location[0]), self._text.cursor_location[1]
        before = "\n" if line[:at].strip() else ""
        after = "\n" if line[at:].strip() else ""
        self.insert(f"{before}{text}{after}", len(before) + cursor)

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

    def _picked_item(self) -> Completion | None:
        picked = self._popup.picked
        return self._completions[picked] if picked is not None and picked < len(self._completions) else None

    def _redraw(self, picked: int | None = None) -> None:
        """Show the completions if there are any and one writes here."""
        shown = bool(self._completions) and self._text.has_focus
        self._text.completing, self._text.picking = bool(self._completions), shown and picked is not None
        if shown:
            self._offer(completion_lines(self._completions, self.size.width), picked)
        else:
            self._rest()

    def _offer(self, lines: Sequence[Text], picked: int | None) -> None:
        """Open the popup on completions, where it belongs."""
        raise NotImplementedError

    def _rest(self) -> None:
        """Show what is shown without completions."""
        self._popup.close()

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

    def command(self, command: str, text: str | None = None) -> None:
        """What a key means here; those of the completions are the same everywhere. `text` was written by then."""
        match command:
            case "accept":
                self._accept()
            case "next" | "previous":
                self._popup.pick(1 if command == "next" else -1)
                self._text.picking = self._popup.picked is not None
            case "escape" if self._completions:
                self._completions = ()
                self._redraw()

    def _on_completing_text_commanded(self, message: CompletingText.Commanded) -> None:
        message.stop()
        self.command(message.command, message.text)

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


def completion_lines(items: Sequence[Completion], room: int) -> list[Text]:
    """The items as lines, their details in one column."""
    widest = min(max(cell_len(safe(item.label)) for item in items), WIDEST_LABEL, max(room - 4, 4))
    return [
        Text.assemble(fit(item.label, widest), (f"  {safe(item.detail)}" if item.detail else "", "dim"), no_wrap=True)
        for item in items
    ]
