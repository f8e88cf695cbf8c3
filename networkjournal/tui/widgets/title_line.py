"""The first line: the program, the day, what was given and received over all, and what waits in the inbox.

Promises one row at any width: what matters least goes first, the words for given and received and the inbox last.
"""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from networkjournal.i18n import _
from networkjournal.tui.theme import PLAIN, Palette, palette
from networkjournal.tui.widgets.balance_bar import title_bar
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.spot import Spot

GAP = "   "
BAR_WIDTHS = (17, 11, 7, 0)
"""The bar's widths from roomy to none."""


class Title(NamedTuple):
    """What the line says; the texts come worded."""

    name: str = ""
    """The program's name, or which journal is open."""
    day: str = ""
    given: float = 0
    received: float = 0
    inbox: int = 0
    """How many lines wait to be settled."""
    note: str = ""
    """Something that must be seen before anything else: a demo, a read-only file."""


class TitleLine(Widget):
    """One row. Hand it a `Title` whenever one of its values changes."""

    DEFAULT_CSS = "TitleLine { height: 1; background: $panel; color: $foreground; }"

    @dataclass
    class Pressed(Message):
        """A part of the line was clicked or jumped to: "given", "received" or "inbox"."""

        part: str

    def __init__(self, title: Title | None = None, *, id: str | None = None) -> None:
        """Empty until it is shown a title."""
        super().__init__(id=id)
        self._title = title or Title()

    def show(self, title: Title) -> None:
        """Replace what the line says."""
        if title != self._title:
            self._title = title
            self.refresh()

    def render(self) -> Text:
        """The line, as it fits."""
        return title_text(self._title, self.size.width, palette(self.app.theme_variables))

    def _parts(self) -> list[tuple[int, int, str]]:
        """What can be pressed, as (first cell, end, name)."""
        line, title, found = self.render().plain, self._title, []
        words = {
            "given": _("given {n}").format(n=_number(title.given)),
            "received": _("received {n}").format(n=_number(title.received)),
            "inbox": _("inbox {n}").format(n=title.inbox) if title.inbox else "",
        }
        for name, text in words.items():
            place = line.rfind(text) if text else -1
            if place >= 0:
                first = cell_len(line[:place])
                found.append((first, first + cell_len(text), name))
        return found

    def on_click(self, event: events.Click) -> None:
        """Say which part was clicked."""
        for first, end, name in self._parts():
            if first <= event.x < end:
                self.post_message(self.Pressed(name))

    def spots(self) -> list[Spot]:
        """The same, to jump to."""
        return [
            Spot(first - 1, 0, partial(self.post_message, self.Pressed(name))) for first, _end, name in self._parts()
        ]


def title_text(title: Title, width: int, colours: Palette = PLAIN) -> Text:
    """The fullest form of the line that fits `width` cells, filled up so that the inbox stands at the right."""
    right = Text(style=colours.waiting)
    for part in (safe(title.note), _("inbox {n}").format(n=title.inbox) if title.inbox else ""):
        right.append(f"{part}  " if part else "", "bold")
    right.rstrip()
    left = Text()
    for parts in _forms(title):
        left = _left(title, *parts, colours)
        if 3 + left.cell_len + len(GAP) * bool(right) + right.cell_len <= width:
            break
    left.truncate(max(width - 3 - right.cell_len, 1), overflow="ellipsis", pad=True)
    line = Text.assemble(" ", left, " ", right, " ", no_wrap=True, overflow="crop")
    line.truncate(max(width, 1), overflow="crop", pad=True)
    return line


def _forms(title: Title) -> list[tuple[str, str, int]]:
    """(name, day, width of the bar), from full to bare: the bar shrinks, the name goes, the bar, the day."""
    name, day = safe(title.name), safe(title.day)
    full, medium, small, none = BAR_WIDTHS
    return [
        (name, day, full),
        (name, day, medium),
        ("", day, medium),
        ("", day, small),
        ("", day, none),
        ("", "", none),
    ]


def _left(title: Title, name: str, day: str, bar: int, colours: Palette) -> Text:
    parts = [Text(part, "bold" if part is name else "") for part in (name, day) if cell_len(part)]
    given, received = _("given {n}"), _("received {n}")
    totals = Text(given.format(n=_number(title.given)), colours.given).append(" ")
    totals.append_text(title_bar(title.given, title.received, bar, palette=colours) if bar else Text("·")).append(" ")
    totals.append(received.format(n=_number(title.received)), colours.received)
    return Text(GAP).join([*parts, totals])


def _number(amount: float) -> str:
    return str(round(amount)) if abs(amount) >= 100 or amount == round(amount) else f"{amount:.1f}"
