"""A grid to fill in a hurry: one row a person, one cell a fact. Tab and Enter go on, arrows go between the rows.

Promises an empty row at the end as long as one writes, that nothing typed is changed but a name that was picked from
the list below it, and that labels and cells share their columns. Refuses to know what the cells mean: whoever uses it
marks rows and hands in completions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from networkjournal.i18n import N_
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.popup import Popup

MOST_OFFERED = 6
FIRST_ROWS = 3
"""So many empty rows stand there at first."""


class Column(NamedTuple):
    """One column."""

    label: str
    share: int
    """How many parts of the width it has."""
    hint: str = ""
    """An example, shown in the empty first row."""


class Offer(NamedTuple):
    """One way to complete the cell that is being written."""

    insert: str
    label: str
    detail: str = ""


class Cell(LineInput):
    """One cell."""

    def __init__(self, row: "GridRow", place: int, value: str, hint: str) -> None:
        """`place` is the number of its column."""
        super().__init__(value, placeholder=hint, select_on_focus=False)
        self.row, self.place, self.hint = row, place, hint


class GridRow(Horizontal):
    """One row: a sign that says who it is, and the cells."""

    def __init__(self, columns: Sequence[Column], values: Sequence[str], *, hints: bool) -> None:
        """`values` from the left; those that are missing are empty."""
        super().__init__()
        self._columns, self._values, self._hints = columns, values, hints
        self.cells: list[Cell] = []
        self._sign = Static("", classes="grid-sign", markup=False)

    def compose(self) -> ComposeResult:
        """Sign and cells side by side."""
        # Only now: Textual's Input takes a value only where an app is running.
        padded = [*self._values, *[""] * len(self._columns)]
        for place, column in enumerate(self._columns):
            cell = Cell(self, place, padded[place], column.hint if self._hints else "")
            cell.styles.width = f"{column.share}fr"
            self.cells.append(cell)
        yield self._sign
        yield from self.cells

    @property
    def values(self) -> tuple[str, ...]:
        """What the cells hold."""
        return tuple(cell.value for cell in self.cells) or tuple(self._values)

    @property
    def empty(self) -> bool:
        """Whether nothing is written in it."""
        return not any(value.strip() for value in self.values)

    def mark(self, sign: str, second: str) -> None:
        """Show a sign before it, and what the second cell would say while it is empty."""
        self._sign.update(Content(fit(sign, 1)))
        if len(self.cells) > 1:
            self.cells[1].placeholder = second or self.cells[1].hint


class Grid(Widget, can_focus=False):
    """The rows below their labels, and the list that completes a cell."""

    DEFAULT_CSS = """
    Grid {
        height: 1fr;
        & #grid-labels, & GridRow { height: 1; }
        & #grid-labels Static { color: $dim; height: 1; margin: 0 1 0 0; }
        & VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        & .grid-sign, & #grid-labels .grid-sign { width: 1; margin: 0 1 0 0; color: $given; }
        & Cell { background: $background; margin: 0 1 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", N_("Row below"), id="grid.down", show=False,
                tooltip=N_("To the row below, or through the names that are offered")),
        Binding("up", "step(-1)", N_("Row above"), id="grid.up", show=False,
                tooltip=N_("To the row above, or through the names that are offered")),
        Binding("tab", "go(1)", N_("Next cell"), id="grid.next", show=False,
                tooltip=N_("To the next cell; takes the name that is picked")),
        Binding("shift+tab", "go(-1)", N_("Cell before"), id="grid.previous", show=False,
                tooltip=N_("To the cell before")),
    ]  # fmt: skip

    @dataclass
    class Edited(Message):
        """A cell was written in, or is gone into."""

        grid: "Grid"
        row: GridRow
        place: int
        """The number of the column."""
        typed: bool
        """Whether the cell's text is another one; otherwise only the focus is."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[str]] = ()) -> None:
        """`rows` are filled in already."""
        super().__init__()
        self._columns = columns
        count = max(len(rows) + 1, FIRST_ROWS)
        self.rows = [GridRow(columns, rows[n] if n < len(rows) else (), hints=n == 0) for n in range(count)]
        self._popup = Popup(id="grid-popup")
        self._offers: Sequence[Offer] = ()
        self._offered: Cell | None = None

    def compose(self) -> ComposeResult:
        """The list floats; the labels stay while the rows scroll."""
        yield self._popup
        with Horizontal(id="grid-labels"):
            yield Static("", classes="grid-sign")
            for column in self._columns:
                label = Static(Content(safe(column.label)))
                label.styles.width = f"{column.share}fr"
                yield label
        with VerticalScroll(can_focus=False):
            yield from self.rows

    @property
    def cell(self) -> Cell | None:
        """The cell in which one writes."""
        focused = self.screen.focused
        return focused if isinstance(focused, Cell) else None

    @property
    def offering(self) -> bool:
        """Whether names are offered."""
        return bool(self._offers)

    def go_to(self, row: GridRow, place: int = 0) -> None:
        """Write in a cell."""
        row.cells[place].focus()

    def offer(self, row: GridRow, place: int, offers: Sequence[Offer]) -> None:
        """Offer these for a cell, if one still writes there; none closes the list."""
        cell = self.cell
        if cell is None or cell.row is not row or cell.place != place:
            return
        self._offers, self._offered = tuple(offers), cell
        if not offers:
            self.close_offers()
            return
        here = cell.region.offset - self.region.offset
        lines = [Text.assemble(safe(o.label), (f"  {safe(o.detail)}" if o.detail else "", "dim")) for o in offers]
        below = self.screen.size.height - cell.region.y - 2
        top = here.y + 1 if below >= min(len(lines), MOST_OFFERED) else here.y - min(len(lines), MOST_OFFERED)
        self._popup.open(lines, most=MOST_OFFERED, column=here.x - 1, room=self.size.width, top=top)

    def close_offers(self) -> None:
        """Offer nothing."""
        self._offers, self._offered = (), None
        self._popup.close()

    def _take(self, place: int | None) -> None:
        """Write the name that is picked."""
        if place is not None and self._offered is not None and place < len(self._offers):
            cell, offer = self._offered, self._offers[place]
            cell.value = offer.insert
            cell.cursor_position = len(cell.value)
        self.close_offers()

    def action_step(self, step: int) -> None:
        """Go through what is offered, or else between the rows."""
        cell = self.cell
        if self._offers:
            self._popup.pick(step)
        elif cell is not None:
            place = self.rows.index(cell.row) + step
            if 0 <= place < len(self.rows):
                self.go_to(self.rows[place], cell.place)
            elif step > 0:
                self.screen.focus_next()

    def action_go(self, step: int) -> None:
        """Take what is picked, and go on or back."""
        self._take(self._popup.picked)
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_go(1)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        cell = event.input
        if isinstance(cell, Cell):
            self._grow()
            self.post_message(self.Edited(self, cell.row, cell.place, typed=cell is self.cell))

    def _grow(self) -> None:
        """The last row stays empty."""
        if not self.rows[-1].empty:
            self.rows.append(GridRow(self._columns, (), hints=False))
            self.query_one(VerticalScroll).mount(self.rows[-1])

    def _on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.close_offers()
        cell = self.cell
        if cell is not None:
            self.post_message(self.Edited(self, cell.row, cell.place, typed=False))

    def _on_descendant_blur(self, event: events.DescendantBlur) -> None:
        self.close_offers()

    def _on_popup_picked(self, message: Popup.Picked) -> None:
        message.stop()
        self._take(message.index)
