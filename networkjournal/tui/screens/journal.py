"""The journal: the calendar of a year, the entries of the day under its cursor, and what was written on it before.

Promises that opening it reads a year's marks and one day's texts, however many entries there are.
"""

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive

from networkjournal import wording
from networkjournal.capture.templates import Template
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.entry import Entry
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.panes.day import DayPane, MemoriesPane, entry_of
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.entry_editor import EntryEditor
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.templates import Templates
from networkjournal.tui.widgets.calendar import YearCalendar
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.rows import Rows
from networkjournal.tui.widgets.title_line import Title, TitleLine

ROOMY = 100
"""From so many columns on, earlier entries have a pane of their own."""


class DaysScreen(JournalScreen[None]):
    """The journal, day by day."""

    DEFAULT_CSS = """
    DaysScreen { layout: vertical; }
    DaysScreen #year { height: 10; padding: 0 1; }
    DaysScreen #texts { height: 1fr; }
    DaysScreen #day { width: 3fr; }
    DaysScreen #memories { width: 2fr; }
    DaysScreen.narrow #memories { display: none; }
    DaysScreen.narrow #year { padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert", "new", N_("New"), id="days.new", tooltip=N_("Write an entry of this day")),
        Binding("e,f6", "edit", N_("Edit"), id="days.edit", tooltip=N_("Edit the entry under the cursor")),
        Binding("minus,delete", "remove", N_("Remove"), id="days.remove",
                tooltip=N_("Take the entry under the cursor out of the journal; this can be undone")),
        Binding("t,f9", "templates", N_("Templates"), id="days.templates",
                tooltip=N_("Begin an entry of this day from a template")),
        Binding("1,alt+1", "part(1)", N_("Calendar"), id="days.calendar", tooltip=N_("Go to the calendar")),
        Binding("2,alt+2", "part(2)", N_("Entries"), id="days.entries", tooltip=N_("Go to the entries of the day")),
        Binding("3,alt+3", "part(3)", N_("Earlier"), id="days.memories",
                tooltip=N_("Go to what was written on this day before")),
        Binding("escape,q,f10", "leave", N_("Back"), id="days.leave", tooltip=N_("Back to where you came from")),
    ]  # fmt: skip
    HERE = "days"
    KEYS = ("days.new", "days.edit", "days.remove", "days.templates", "calendar.today", "calendar.year_before",
            "calendar.year_after", "everywhere.undo", "days.leave", "everywhere.help")  # fmt: skip

    day: reactive[date] = reactive(date.min, init=False)
    """The day under the calendar's cursor; the panes are bound to it."""

    def __init__(self, journal: Journal, clock: Clock, day: date) -> None:
        """`day` is where one begins."""
        super().__init__(journal, clock)
        self.set_reactive(DaysScreen.day, day)
        self.calendar = YearCalendar(day, clock())
        self.entries = DayPane(2, journal, clock, day)
        self.memories = MemoriesPane(3, journal, clock, day)

    def compose(self) -> ComposeResult:
        """The title, the year above the day, the keys."""
        yield TitleLine()
        yield Frame(self.calendar, number=1, id="year")
        with Horizontal(id="texts"):
            for pane in (self.entries, self.memories):
                yield pane.data_bind(JournalScreen.revision, DaysScreen.day)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the calendar."""
        self.query_one("#year", Frame).note = self.calendar.legend()
        self.calendar.focus()
        self._show_year()

    def on_resize(self, event: events.Resize) -> None:
        """One pane where there is no room for two."""
        narrow = event.size.width < ROOMY
        self.set_class(narrow, "narrow")
        self.entries.memories = narrow

    def watch_revision(self) -> None:
        """The title line and the calendar follow the journal; the panes follow by themselves."""
        given, received = self.journal.books.ledger.totals()
        waiting = self.journal.books.inbox.count()
        day, note = wording.day(self.clock()), self.title_note
        title = Title("networkjournal", day, given / 1000, received / 1000, waiting, note)
        self.query_one(TitleLine).show(title)
        self._show_year()

    def watch_day(self, old: date, new: date) -> None:
        """Another year has other marks."""
        if old.year != new.year:
            self._show_year()

    def _show_year(self) -> None:
        year = self.day.year
        with self.telling():
            held = self.journal.books.entries.marks(date(year, 1, 1), date(year, 12, 31))
            self.calendar.show(held, self.clock())
        self.query_one("#year", Frame).title = str(year)

    @on(YearCalendar.Picked)
    def _picked(self, event: YearCalendar.Picked) -> None:
        event.stop()
        self.day = event.day

    @on(YearCalendar.Chosen)
    def _day_chosen(self, event: YearCalendar.Chosen) -> None:
        event.stop()
        self.day = event.day
        if self.journal.books.entries.on(event.day):
            self.entries.focus_rows()
        else:
            self.action_new()

    # entries

    def _under_cursor(self) -> tuple[int, int, bool] | None:
        """The entry under the cursor of the list in which one is; from the calendar, the day's own."""
        rows = self.focused if isinstance(self.focused, Rows) else self.entries.rows
        found = entry_of(rows.key)
        return found if rows is self.focused or (found and not found[2]) else None

    @on(DayPane.Opened)
    @on(MemoriesPane.Opened)
    def _opened(self, event: DayPane.Opened) -> None:
        event.stop()
        self._open(event.entry, event.line, event.earlier)

    def _open(self, entry: int, line: int, earlier: bool) -> None:
        """Entries of the day are gone on with, earlier ones read."""
        if earlier:
            self.open(Place("entry", entry))
            return
        with self.telling():
            self._edit(self.journal.entry(entry), line=line)

    def _edit(self, entry: Entry, *, template: Template | None = None, line: int = 0) -> None:
        editor = EntryEditor(self.journal, self.clock, entry, template=template, line=line)
        self.app.push_screen(editor, self._saved)

    def _saved(self, entry: int | None) -> None:
        """Show what was saved, on whatever day it is by now."""
        self.look()
        found = None if entry is None else self.journal.books.entries.get(entry)
        if found is not None:
            self.calendar.pick(found.day)
            self.day = found.day
            self.call_after_refresh(self.entries.rows.select, (found.id, 1))

    def action_new(self) -> None:
        """Write an entry of this day."""
        self._edit(Entry(0, self.day, ""))

    def action_edit(self) -> None:
        """Edit the entry under the cursor; where there is none, write the first."""
        found = self._under_cursor()
        if found is None:
            self.action_new()
            return
        with self.telling():
            self._edit(self.journal.entry(found[0]), line=found[1])

    def action_remove(self) -> None:
        """Take the entry under the cursor out of the journal."""
        found = self._under_cursor()
        if found is None:
            return
        with self.telling():
            day = self.journal.entry(found[0]).day
            self.journal.remove_entry(found[0])
            self.say(_("Removed the entry of {date}; u brings it back.").format(date=wording.day(day)))
        self.look()

    def action_templates(self) -> None:
        """Begin an entry from a template."""

        def begin(chosen: Template | None) -> None:
            if chosen is not None:
                self._edit(Entry(0, self.day, ""), template=chosen)

        self.app.push_screen(Templates(self.journal, getattr(self.app, "templates", {})), begin)

    def action_part(self, number: int) -> None:
        """Go to a part of the screen."""
        if number == 1:
            self.calendar.focus()
        elif number == 2 or not self.memories.display:
            self.entries.focus_rows()
        else:
            self.memories.focus_rows()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
