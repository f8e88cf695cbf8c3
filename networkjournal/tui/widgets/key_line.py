"""The calm last line: which keys do what here. As many as fit, in the order given; each can be clicked.

Refuses to find out which keys there are: the screen hands them in, made from its bindings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.spot import Spot

GAP = "  "


class Key(NamedTuple):
    """One key of the line."""

    label: str
    """As it stands on the keyboard: "a", "Ctrl+S", "1 2 3"."""
    description: str
    action: str = ""
    """What `Pressed` carries when it is clicked; without one it is not clickable."""
    keep: bool = False
    """Shown even where only some fit: the way to the help."""


class KeyLine(Widget):
    """One row of keys."""

    DEFAULT_CSS = "KeyLine { height: 1; color: $dim; }"

    @dataclass
    class Pressed(Message):
        """A key of the line was clicked."""

        action: str

    def __init__(self, keys: Sequence[Key] = (), *, id: str | None = None) -> None:
        """`keys` in the order of their use."""
        super().__init__(id=id)
        self._keys = tuple(keys)

    def show(self, keys: Sequence[Key]) -> None:
        """Replace the keys."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def _placed(self) -> list[tuple[int, Key, int]]:
        """The keys that fit as (first cell, key, cells): those to keep first, then the others in their order."""
        room = self.size.width - 1
        widths = {i: cell_len(_label(key)) + len(GAP) for i, key in enumerate(self._keys)}
        chosen: set[int] = set()
        for i in sorted(widths, key=lambda i: (not self._keys[i].keep, i)):
            if widths[i] > room:
                break
            room -= widths[i]
            chosen.add(i)
        placed, at = [], 1
        for i in sorted(chosen):
            placed.append((at, self._keys[i], widths[i]))
            at += widths[i]
        return placed

    def render(self) -> Text:
        """The keys bold, what they do beside them."""
        line = Text(" ", no_wrap=True, overflow="crop")
        for _, key, _ in self._placed():
            line.append(safe(key.label), "bold").append(f" {safe(key.description)}{GAP}")
        return line

    def on_click(self, event: events.Click) -> None:
        """Say which key was clicked."""
        for at, key, cells in self._placed():
            if key.action and at <= event.x < at + cells:
                self.post_message(self.Pressed(key.action))

    def spots(self) -> list[Spot]:
        """The keys that can be clicked, labelled in the gap before them."""
        said = [(at, self.Pressed(key.action)) for at, key, _ in self._placed() if key.action]
        return [Spot(at - 1, 0, partial(self.post_message, message)) for at, message in said]


def _label(key: Key) -> str:
    return f"{safe(key.label)} {safe(key.description)}"
