"""The lines that float above a bar or beside a cursor: a list to pick from, or a preview to read. They cover what is
behind and move nothing.

Promises to stay inside the screen, and to draw any text literally. Refuses the focus: the bar below keeps it, and its
cursor.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from networkjournal.tui.widgets.plain import clip

MARK = "▸"
WIDEST = 76


class Popup(Widget):
    """Lines above its parent's top edge. Hidden while it has none."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"popup--picked"}
    DEFAULT_CSS = """
    Popup {
        overlay: screen; constrain: inside none; display: none; background: $panel; color: $foreground;
        & .popup--picked { background: $cursor; text-style: bold; }
        &:ansi .popup--picked { text-style: bold reverse; }
    }
    """

    @dataclass
    class Picked(Message):
        """A line was clicked; `index` counts from the first line handed in."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:
        """Closed at first."""
        super().__init__(id=id)
        self._lines: Sequence[Text] = ()
        self._first = 0
        self._picked: int | None = None

    @property
    def picked(self) -> int | None:
        """Which line is picked, None for none."""
        return self._picked

    def open(
        self,
        lines: Sequence[Text],
        *,
        most: int,
        column: int = 0,
        room: int,
        picked: int | None = None,
        top: int | None = None,
    ) -> None:
        """Show at most `most` of the lines (picking reaches the others), beginning at `column`, in `room` cells.

        `top` is the row of the parent at which they begin; without one they end above its first row.
        """
        self._lines, self._first, self._picked = lines, 0, picked
        height = min(len(lines), most)
        self.display = height > 0 and room > 0
        if not self.display:
            return
        width = min(max(line.cell_len for line in lines) + 2, WIDEST, room)
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (max(min(column, room - width), 0), -height if top is None else top)
        self._keep_in_sight(height)
        self.refresh()

    def close(self) -> None:
        """Show nothing."""
        self._lines, self._picked = (), None
        self.display = False

    def pick(self, step: int) -> None:
        """Pick the next line or the one before, going round."""
        if self._lines:
            before = self._picked if self._picked is not None else (-1 if step > 0 else 0)
            self._picked = (before + step) % len(self._lines)
            self._keep_in_sight(self.size.height)
            self.refresh()

    def _keep_in_sight(self, height: int) -> None:
        if self._picked is not None:
            self._first = min(max(self._first, self._picked - height + 1), self._picked)

    def render_line(self, y: int) -> Strip:
        """One line, the picked one marked by shape and ground."""
        place, width, base = self._first + y, self.size.width, self.rich_style
        if place >= len(self._lines):
            return Strip.blank(width, base)
        here = place == self._picked
        strip = clip(self._lines[place], width - 2, self.app.console)
        post = self.get_component_rich_style("popup--picked", partial=True) if here else Style.null()
        return Strip(Segment.apply_style([Segment(MARK if here else " "), *strip, Segment(" ")], base, post), width)

    def on_click(self, event: events.Click) -> None:
        """Say which line was clicked."""
        event.stop()
        if self._first + event.y < len(self._lines):
            self.post_message(self.Picked(self._first + event.y))
