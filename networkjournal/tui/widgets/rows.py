"""A virtual list: rows are drawn only when seen, so ten thousand cost what thirty do.

Promises that the cursor stays on the same key when the rows are replaced, that new rows never lay out the screen
anew, that no text is read as markup, and that nothing wider than the list or harmful to a terminal is drawn. Refuses
to know what a row means: a `RowSource` names and draws it, and whoever asked is told by `Highlighted` and `Chosen`.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from networkjournal.i18n import N_
from networkjournal.tui.widgets.plain import clip, safe, wrap
from networkjournal.tui.widgets.spot import Spot

MARK = "▸"
"""Stands before the cursor's row, so that it is seen without colour and without focus (one cell wide everywhere)."""
DOUBLE_CLICK = 2


class RowSource(Protocol):
    """Rows by number, drawn on demand. Every method is quick: they are called for each row that comes into sight."""

    def __len__(self) -> int: ...

    def key(self, i: int) -> Hashable:
        """What row `i` stands for, unlike any other row's; None for a heading or a second line: the cursor skips it."""

    def index(self, key: Hashable) -> int | None:
        """Where the row with this key is, None where it is not."""

    def draw(self, i: int, width: int) -> Text | list[Segment]:
        """Row `i` as one line, meant for `width` cells; what is wider is clipped."""


class ListSource:
    """Rows from a sequence of (key, text); the text may be a function of the width, called when the row is seen."""

    def __init__(self, items: Sequence[tuple[Hashable, Text | Callable[[int], Text]]] = ()) -> None:
        """The keys are all different, or None."""
        self._items = items
        self._places = {key: i for i, (key, _) in enumerate(items) if key is not None}

    def __len__(self) -> int:
        return len(self._items)

    def key(self, i: int) -> Hashable:
        """See `RowSource`."""
        return self._items[i][0]

    def index(self, key: Hashable) -> int | None:
        """See `RowSource`."""
        return self._places.get(key)

    def draw(self, i: int, width: int) -> Text:
        """See `RowSource`."""
        drawn = self._items[i][1]
        return drawn if isinstance(drawn, Text) else drawn(width)


class Rows(ScrollView, can_focus=True):
    """The list. Its size is the layout's affair: give it `height: 1fr` or a number, never `auto`."""

    DEFAULT_CSS = """
    Rows {
        height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        scrollbar-background: $background; scrollbar-color: $dim 50%;
        & .rows--cursor { background: $panel; }
        & .rows--empty { color: $dim; }
        &:focus .rows--cursor { background: $cursor; text-style: bold; }
        &:focus:ansi .rows--cursor { text-style: bold underline; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--empty"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", N_("Up"), id="rows.up", show=False, tooltip=N_("To the row above")),
        Binding("down,j", "move(1)", N_("Down"), id="rows.down", show=False, tooltip=N_("To the row below")),
        Binding("pageup,ctrl+b", "page(-1)", N_("Page up"), id="rows.page_up", show=False, tooltip=N_("A page up")),
        Binding(
            "pagedown,ctrl+f", "page(1)", N_("Page down"), id="rows.page_down", show=False, tooltip=N_("A page down")
        ),
        Binding("home,g", "first", N_("First"), id="rows.first", show=False, tooltip=N_("To the first row")),
        Binding("end,G", "last", N_("Last"), id="rows.last", show=False, tooltip=N_("To the last row")),
        Binding("enter", "choose", N_("Open"), id="rows.choose", show=False, tooltip=N_("Open this row")),
    ]

    class _About(Message):
        def __init__(self, rows: "Rows", key: Hashable) -> None:
            super().__init__()
            self.rows, self.key = rows, key

        @property
        def control(self) -> "Rows":
            """The list, for `@on(Rows.Chosen, "#its-id")`."""
            return self.rows

    class Highlighted(_About):
        """The cursor came to stand on another key, by hand or because the rows changed; None: there is no row."""

    class Chosen(_About):
        """Enter or a double click on the row with this key."""

    def __init__(
        self, source: RowSource | None = None, *, empty: str = "", id: str | None = None, classes: str | None = None
    ) -> None:
        """`empty` is the sentence shown where there are no rows: what the list is for, and which key fills it."""
        super().__init__(id=id, classes=classes)
        self._source: RowSource = ListSource()
        self._empty = safe(empty)
        self._cursor: int | None = None
        self._key: Hashable = None
        self._base: Style | None = None
        if source is not None:
            self._take(source)

    @property
    def key(self) -> Hashable:
        """The key under the cursor, None where there is none."""
        return self._key

    @property
    def source(self) -> RowSource:
        """What is shown now."""
        return self._source

    @property
    def empty(self) -> str:
        """The sentence shown where there are no rows; may be set."""
        return self._empty

    @empty.setter
    def empty(self, sentence: str) -> None:
        if safe(sentence) != self._empty:
            self._empty = safe(sentence)
            self.refresh()

    def show(self, rows: RowSource) -> None:
        """Replace the rows. The cursor stays on its key, or else goes to the row nearest to where it was."""
        before = self._key
        self._take(rows)
        self._keep_in_sight()
        self.refresh()
        if self.is_mounted:  # said now and not when the list is idle, it is painted in one frame with what changed it
            self._check_refresh()
        if self._key != before:
            self.post_message(self.Highlighted(self, self._key))

    def select(self, key: Hashable) -> bool:
        """Put the cursor on the row with this key; False, and nothing moves, where there is none."""
        place = None if key is None else self._source.index(key)
        if place is None:
            return False
        self._go(place)
        return True

    def spots(self) -> list[Spot]:
        """The rows in sight, each labelled where its mark would stand."""
        first, height = self.scroll_offset.y, self.scrollable_content_region.height
        seen = range(first, min(first + height, len(self._source)))
        keys = [(place - first, self._source.key(place)) for place in seen]
        return [Spot(0, y, partial(self._jump, key)) for y, key in keys if key is not None]

    def _jump(self, key: Hashable) -> None:
        self.focus()
        self.select(key)

    def _take(self, rows: RowSource) -> None:
        kept = None if self._key is None else rows.index(self._key)
        self._source = rows
        self._cursor = self._nearest(self._cursor or 0) if kept is None else kept
        self._key = None if self._cursor is None else rows.key(self._cursor)
        # Not `self.virtual_size = …`: that lays out the whole screen again, for a change that only this list can see.
        self.set_reactive(Widget.virtual_size, Size(0, len(rows)))
        if self.is_mounted:
            self._scroll_update(self.virtual_size)

    def _nearest(self, place: int) -> int | None:
        """The row closest to `place` that the cursor may stand on; the one below before the one above."""
        count = len(self._source)
        place = min(place, count - 1)
        for step in range(count):
            for candidate in (place + step, place - step):
                if 0 <= candidate < count and self._source.key(candidate) is not None:
                    return candidate
        return None

    def _towards(self, places: Iterable[int]) -> int | None:
        return next((place for place in places if self._source.key(place) is not None), None)

    def _go(self, place: int | None) -> None:
        if place is None or place == self._cursor:
            self._keep_in_sight()
            return
        for line in (self._cursor, place):
            if line is not None:
                self.refresh_line(line)
        self._cursor, self._key = place, self._source.key(place)
        self._keep_in_sight()
        self.post_message(self.Highlighted(self, self._key))

    def _keep_in_sight(self) -> None:
        """Scroll so that the cursor's row is seen, with the heading above it and its further lines below."""
        height = self.scrollable_content_region.height
        if self._cursor is None or height <= 0:
            return
        top = bottom = self._cursor
        room = height // 2
        while top > 0 and self._cursor - top < room and self._source.key(top - 1) is None:
            top -= 1
        while bottom < len(self._source) - 1 and bottom - self._cursor < room and self._source.key(bottom + 1) is None:
            bottom += 1
        bottom = min(bottom, top + height - 1)
        seen = self.scroll_offset.y
        if top < seen:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom >= seen + height:
            self.scroll_to(y=bottom - height + 1, animate=False, force=True)

    def action_move(self, step: int) -> None:
        """Move the cursor by one row that can take it."""
        if self._cursor is not None:
            ahead = range(self._cursor + 1, len(self._source)) if step > 0 else range(self._cursor - 1, -1, -1)
            self._go(self._towards(ahead))

    def action_page(self, direction: int) -> None:
        """Move the cursor by what is seen less one row."""
        if self._cursor is not None:
            step = max(self.scrollable_content_region.height - 1, 1) * direction
            self._go(self._nearest(min(max(self._cursor + step, 0), len(self._source) - 1)))

    def action_first(self) -> None:
        """Move the cursor to the first row."""
        self._go(self._nearest(0))

    def action_last(self) -> None:
        """Move the cursor to the last row."""
        self._go(self._nearest(len(self._source) - 1))

    def action_choose(self) -> None:
        """Say that the cursor's row was chosen."""
        if self._cursor is not None:
            self.post_message(self.Chosen(self, self._key))

    def on_click(self, event: events.Click) -> None:
        """A click selects, two choose. A click on a second line is a click on the row it belongs to."""
        place = self.scroll_offset.y + event.y
        if 0 <= place < len(self._source):
            self._go(self._towards(range(place, -1, -1)))
            if event.chain == DOUBLE_CLICK:
                self.action_choose()

    def _on_resize(self, event: events.Resize) -> None:
        self._keep_in_sight()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw; what every line needs is worked out once."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the row there, or its part of the sentence for an empty list."""
        width = self.scrollable_content_region.width
        base = self._base or self.rich_style
        if not len(self._source):
            return self._empty_line(y, width).apply_style(base)
        place = self.scroll_offset.y + y
        if place >= len(self._source):
            return Strip.blank(width, base)
        here = place == self._cursor
        strip = clip(self._source.draw(place, width - 1), width - 1, self.app.console)
        strip = Strip([Segment(MARK if here else " "), *strip], width)
        post = self.get_component_rich_style("rows--cursor", partial=True) if here else Style.null()
        return Strip(Segment.apply_style(strip, base, post), width)

    def _empty_line(self, y: int, width: int) -> Strip:
        lines = wrap(self._empty, max(width - 2, 1), self.app.console)
        first = max((self.size.height - len(lines)) // 2, 0)
        if not first <= y < first + len(lines):
            return Strip.blank(width)
        line = lines[y - first]
        style = self.get_component_rich_style("rows--empty", partial=True)
        margin = " " * ((width - line.cell_len) // 2)
        return Strip([Segment(margin), Segment(line.plain, style)]).adjust_cell_length(width)
