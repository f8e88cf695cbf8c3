"""Jump: a label on everything on the screen that one can go to; typing a label goes there.

Promises that labels cover what is below and never move it, that no label begins another, and that all can be chosen by
arrows and Enter as well, for whom an input method keeps the letters.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from string import ascii_lowercase
from typing import Any, ClassVar, NamedTuple
from unicodedata import normalize

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from networkjournal.i18n import N_
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.spot import HasSpots, Spot
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs

ASIDE = 3
"""A cell to the side counts for so many down: rows are far apart and cells are narrow."""


class Target(NamedTuple):
    """A spot with its label, in cells of the screen."""

    label: str
    x: int
    y: int
    spot: Spot


class JumpLabel(Widget):
    """One label. Clicking it goes there."""

    def __init__(self, target: Target) -> None:
        """Its text ends where the spot says, but stays on the screen."""
        super().__init__()
        self.target = target
        self.styles.width, self.styles.height = len(target.label), 1
        self.styles.offset = (max(target.x + 1 - len(target.label), 0), target.y)

    def render(self) -> Text:
        """The letters."""
        return Text(self.target.label, no_wrap=True)

    def on_click(self, event: events.Click) -> None:
        """As if typed."""
        event.stop()
        self.screen.dismiss(self.target.spot)


class Jump(WholeGlyphs, ModalScreen[Spot | None]):
    """Dismissed with the spot to go to, or None."""

    DEFAULT_CSS = """
    Jump { background: transparent; }
    JumpLabel { position: absolute; color: $accent; background: $background; text-style: bold reverse; }
    JumpLabel.-other { display: none; }
    JumpLabel.-here { color: $foreground; text-style: bold reverse underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Leave"), id="jump.leave", tooltip=N_("Stay where one was")),
        Binding("enter", "go", N_("Go"), id="jump.go", tooltip=N_("Go to the label that is marked")),
        Binding("up", "move(0, -1)", N_("Up"), id="jump.up", tooltip=N_("Mark the label above")),
        Binding("down", "move(0, 1)", N_("Down"), id="jump.down", tooltip=N_("Mark the label below")),
        Binding("left", "move(-1, 0)", N_("Left"), id="jump.left", tooltip=N_("Mark the label to the left")),
        Binding("right", "move(1, 0)", N_("Right"), id="jump.right", tooltip=N_("Mark the label to the right")),
        Binding("backspace", "back", N_("Letter back"), id="jump.back", tooltip=N_("Take the typed letter back")),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        """`screen` is the one that the person looks at."""
        super().__init__()
        self._below, self._typed = screen, ""
        self._targets: list[Target] = []
        self._here: Target | None = None
        self._find()

    def _find(self) -> None:
        """Label what is there now."""
        found = sorted(_spots(self._below), key=lambda found: (found[1], found[0]))
        self._targets = [Target(label, *spot) for label, spot in zip(labels(len(found)), found, strict=True)]
        focused = self._below.focused
        self._typed, self._found_at = "", self._below.size
        self._here = self._nearest(self._targets, *(focused.region.offset if focused is not None else (0, 0)))

    def compose(self) -> ComposeResult:
        """A label each."""
        for target in self._targets:
            yield JumpLabel(target)

    def on_mount(self) -> None:
        """Show where Enter would go."""
        self._mark()

    def on_resize(self, event: events.Resize) -> None:
        """What the labels stand on is somewhere else, once the screen below has been laid out anew."""
        if event.size != self._found_at:
            self._below.call_later(self._below.call_after_refresh, self._label_anew)

    async def _label_anew(self) -> None:
        self._find()
        await self.query(JumpLabel).remove()
        await self.mount_all(JumpLabel(target) for target in self._targets)
        self._mark()

    def on_click(self) -> None:
        """Beside all labels."""
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """A letter of a label; an input method may send it full-width."""
        letter = normalize("NFKC", event.character or "").lower()
        if len(letter) != 1 or letter not in ascii_lowercase:
            return
        event.stop()
        typed = self._typed + letter
        left = [target for target in self._targets if target.label.startswith(typed)]
        if [target.label for target in left] == [typed]:
            self.dismiss(left[0].spot)
        elif left:
            self._typed, self._here = typed, left[0]
            self._mark()

    def action_back(self) -> None:
        """Begin the label again."""
        self._typed = ""
        self._mark()

    def action_leave(self) -> None:
        """Go nowhere."""
        self.dismiss(None)

    def action_go(self) -> None:
        """Go to what is marked."""
        self.dismiss(self._here.spot if self._here is not None else None)

    def action_move(self, x: int, y: int) -> None:
        """Mark the nearest label in a direction."""
        here = self._here
        if here is not None:
            ahead = [t for t in self._shown() if (t.x - here.x) * x > 0 or (t.y - here.y) * y > 0]
            self._here = self._nearest(ahead, here.x, here.y, (1, 4) if x else (4, 1)) or here
            self._mark()

    def _shown(self) -> list[Target]:
        return [target for target in self._targets if target.label.startswith(self._typed)]

    @staticmethod
    def _nearest(targets: Sequence[Target], x: int, y: int, weights: tuple[int, int] = (1, 4)) -> Target | None:
        """The target with the least way to go; a row counts for as much as some cells."""
        across, down = weights
        return min(targets, key=lambda t: abs(t.x - x) * across + abs(t.y - y) * down * ASIDE, default=None)

    def _mark(self) -> None:
        for label in self.query(JumpLabel):
            label.set_class(not label.target.label.startswith(self._typed), "-other")
            label.set_class(label.target is self._here, "-here")


def labels(count: int) -> list[str]:
    """So many labels, of one letter as far as they go, then of two; none is the beginning of another."""
    letters = ascii_lowercase
    first = next((n for n in range(len(letters) + 1) if len(letters) - n + n * len(letters) >= count), len(letters))
    single = list(letters[: len(letters) - first])
    pairs = ("".join(pair) for pair in product(letters[len(letters) - first :], letters))
    return [*single, *pairs][:count]


def _spots(screen: Screen[Any]) -> Iterator[tuple[int, int, Spot]]:
    """Everything on a screen that one can go to, in cells of the screen."""
    everything = screen.region
    for widget in screen.walk_children(Widget):
        if not (widget.is_mounted and widget.region and widget in screen._compositor.visible_widgets):
            continue
        x, y = widget.content_region.offset
        places = [(x, y, spot) for spot in widget.spots()] if isinstance(widget, HasSpots) else []
        if widget.focusable:
            frame = widget.parent
            framed = isinstance(frame, Frame) and places  # a list is labelled in the corner of its frame
            left, top = (frame.region.x + 2, frame.region.y) if isinstance(frame, Frame) and framed else (x, y)
            places.append((left, top, Spot(-1, 0, widget.focus)))
        for left, top, spot in places:
            at = (max(left + spot.x, 0), top + spot.y)
            if everything.contains(*at):
                yield (*at, spot)
