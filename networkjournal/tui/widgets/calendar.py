"""A year at a glance: weeks as columns, Monday to Sunday as rows, one glyph a day that tells what passed on it.

Promises shape before colour: a glyph says it all, the cursor and today are seen without any colour. Knows no journal:
it is handed what its days hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from networkjournal.i18n import N_, _
from networkjournal.tui.theme import PLAIN, Palette, palette
from networkjournal.tui.widgets.plain import fit

GIVEN, RECEIVED, BOTH, WRITTEN = "→", "←", "↔", "·"
TODAY = "○"
"""Stands where today holds nothing yet."""
CURSOR = "▸"
WEEK = 7
LABELS = 3
"""Cells for the names of the weekdays."""
DOUBLE_CLICK = 2
Counts = tuple[int, int, int]
"""Entries written, exchanges given and received on a day."""
NOTHING: Counts = (0, 0, 0)

_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_WEEKDAYS = (N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa"), N_("Su"))


class YearGrid(NamedTuple):
    """Where the days of a year stand: columns are weeks, the first holds 1 January."""

    year: int

    @property
    def _skipped(self) -> int:
        return date(self.year, 1, 1).weekday()

    @property
    def columns(self) -> int:
        """How many weeks the year reaches into: 53, or 54 in a leap year that begins on a Sunday."""
        return self.place(date(self.year, 12, 31))[0] + 1

    def place(self, day: date) -> tuple[int, int]:
        """The column and row of a day of this year."""
        column, row = divmod(day.timetuple().tm_yday - 1 + self._skipped, WEEK)
        return column, row

    def day(self, column: int, row: int) -> date | None:
        """The day that stands there; `None` beside the year."""
        days = column * WEEK + row - self._skipped
        first = date(self.year, 1, 1)
        found = first + timedelta(days) if 0 <= days <= 365 and 0 <= row < WEEK else None
        return found if found is not None and found.year == self.year else None

    def months(self) -> tuple[int, ...]:
        """The column in which each month begins."""
        return tuple(self.place(date(self.year, month, 1))[0] for month in range(1, 13))


def glyph(counts: Counts) -> str:
    """What a day looks like."""
    written, given, received = counts
    if given and received:
        return BOTH
    return GIVEN if given else RECEIVED if received else WRITTEN if written else " "


def moved(day: date, *, days: int = 0, months: int = 0) -> date:
    """A day so much later; a month that is too short gives its last day, and time itself has ends."""
    months += day.year * 12 + day.month - 1
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    for late in range(day.day, 0, -1):
        try:
            return date(year, month + 1, late) + timedelta(days)
        except OverflowError:
            return day
        except ValueError:
            continue
    return day


class YearCalendar(Widget, can_focus=True):
    """The year of the day under the cursor. Hand it what the days of that year hold."""

    DEFAULT_CSS = """
    YearCalendar {
        height: 8;
        & .calendar--cursor { background: $panel; text-style: reverse; }
        &:focus .calendar--cursor { text-style: bold reverse; }
        & .calendar--today { text-style: bold underline; }
        & .calendar--label { color: $dim; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"calendar--cursor", "calendar--today", "calendar--label"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "go(-1)", N_("Day before"), id="calendar.up", show=False, tooltip=N_("To the day before")),
        Binding("down,j", "go(1)", N_("Day after"), id="calendar.down", show=False, tooltip=N_("To the day after")),
        Binding("left,h", "go(-7)", N_("Week before"), id="calendar.left", show=False, tooltip=N_("A week back")),
        Binding("right,l", "go(7)", N_("Week after"), id="calendar.right", show=False, tooltip=N_("A week on")),
        Binding("pageup", "go_months(-1)", N_("Month before"), id="calendar.month_before", show=False,
                tooltip=N_("A month back")),
        Binding("pagedown", "go_months(1)", N_("Month after"), id="calendar.month_after", show=False,
                tooltip=N_("A month on")),
        Binding("left_square_bracket,ctrl+pageup", "go_months(-12)", N_("Year before"), id="calendar.year_before",
                tooltip=N_("The same day of the year before")),
        Binding("right_square_bracket,ctrl+pagedown", "go_months(12)", N_("Year after"), id="calendar.year_after",
                tooltip=N_("The same day of the year after")),
        Binding("home", "today", N_("Today"), id="calendar.today", tooltip=N_("Back to today")),
        Binding("enter", "choose", N_("This day"), id="calendar.choose", show=False,
                tooltip=N_("Go to the entries of this day, or write the first")),
    ]  # fmt: skip

    @dataclass
    class Picked(Message):
        """The cursor came to stand on a day."""

        day: date

    @dataclass
    class Chosen(Message):
        """Enter or a double click on a day."""

        day: date

    def __init__(self, day: date, today: date, *, id: str | None = None) -> None:
        """The cursor stands on `day` at first."""
        super().__init__(id=id)
        self._day, self._today = day, today
        self._held: Mapping[date, Counts] = {}

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self._day

    def show(self, held: Mapping[date, Counts], today: date) -> None:
        """Say what the days of this year hold, and which day it is."""
        self._held, self._today = held, today
        self.refresh()

    def pick(self, day: date) -> None:
        """Put the cursor on a day."""
        if day != self._day:
            self._day = day
            self.refresh()
            self.post_message(self.Picked(day))

    def legend(self) -> str:
        """What the glyphs mean, in one line."""
        return "  ".join(
            f"{sign} {said}"
            for sign, said in (
                (GIVEN, _("given")),
                (RECEIVED, _("received")),
                (BOTH, _("both")),
                (WRITTEN, _("written")),
                (TODAY, _("today")),
            )
        )

    def action_go(self, days: int) -> None:
        """Move by days."""
        self.pick(moved(self._day, days=days))

    def action_go_months(self, months: int) -> None:
        """Move by months."""
        self.pick(moved(self._day, months=months))

    def action_today(self) -> None:
        """Move to today."""
        self.pick(self._today)

    def action_choose(self) -> None:
        """Say that this day was chosen."""
        self.post_message(self.Chosen(self._day))

    def on_click(self, event: events.Click) -> None:
        """A click picks a day, two choose it."""
        offset = event.get_content_offset(self)
        if offset is None or offset.x < LABELS:
            return
        found = self._grid.day(self._first + (offset.x - LABELS) // self._cell, offset.y - 1)
        if found is not None:
            self.pick(found)
            if event.chain == DOUBLE_CLICK:
                self.action_choose()

    # drawing

    @property
    def _grid(self) -> YearGrid:
        return YearGrid(self._day.year)

    @property
    def _cell(self) -> int:
        """How many cells a day has: the wider, the easier to read."""
        return 2 if self.content_size.width >= LABELS + 2 * self._grid.columns else 1

    @property
    def _first(self) -> int:
        """The first column that is seen, where not all fit."""
        room = max((self.content_size.width - LABELS) // self._cell, 1)
        column = self._grid.place(self._day)[0]
        return max(min(column - room // 2, self._grid.columns - room), 0)

    def render_line(self, y: int) -> Strip:
        """The names of the months, or a weekday of every week."""
        width, base = self.content_size.width, self.rich_style
        if y == 0:
            label = self.get_component_rich_style("calendar--label", partial=True)
            months = Text(" " * LABELS, label).append(self._months(), label)
            return Strip([*months.render(self.app.console, end="")]).adjust_cell_length(width).apply_style(base)
        if y > WEEK:
            return Strip.blank(width, base)
        return Strip(self._row(y - 1)).adjust_cell_length(width, base).apply_style(base)

    def _months(self) -> str:
        """The name of each month above its first day; where that is too narrow, its number."""
        starts = [*self._grid.months(), self._grid.columns]
        line = ""
        for month, column in enumerate(starts[:-1]):
            at = (column - self._first) * self._cell
            if at < 0:
                continue
            name = _(_MONTHS[month])
            room = (starts[month + 1] - column) * self._cell
            shown = name if cell_len(name) < room else str(month + 1)
            line += " " * (at - cell_len(line)) + shown
        return line

    def _row(self, row: int) -> list[Segment]:
        label = self.get_component_rich_style("calendar--label", partial=True)
        segments = [Segment(fit(_(_WEEKDAYS[row]), LABELS), label)]
        colours = palette(self.app.theme_variables)
        for column in range(self._first, self._grid.columns):
            day = self._grid.day(column, row)
            segments += self._drawn(day, colours) if day else [Segment(" " * self._cell)]
        return segments

    def _drawn(self, day: date, colours: Palette = PLAIN) -> list[Segment]:
        counts = self._held.get(day, NOTHING)
        sign = glyph(counts)
        style = {GIVEN: colours.given, RECEIVED: colours.received, WRITTEN: colours.dim}.get(sign, Style.null())
        if day == self._today:
            sign = TODAY if sign == " " else sign
            style += self.get_component_rich_style("calendar--today", partial=True)
        lead = " "
        if day == self._day:
            lead = CURSOR
            style += self.get_component_rich_style("calendar--cursor", partial=True)
        segments = [Segment(sign, style)]
        return segments if self._cell == 1 else [Segment(lead), *segments]
