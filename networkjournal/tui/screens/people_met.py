"""The people met at an event, in a grid: name, organization, one thing to remember, what comes next. Ten in minutes.

Promises that whoever is known already is seen to be known while one types, that all of it is saved as one change that
can be taken back, and that nothing typed is lost unasked: Escape asks, and a killed program finds it again.
"""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from networkjournal import wording
from networkjournal.capture.dates import read_date
from networkjournal.capture.meeting import read_rows
from networkjournal.complaint import error as complaint
from networkjournal.errors import JournalError
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.meetings import known, meet
from networkjournal.model.event import Event
from networkjournal.model.folding import name_key
from networkjournal.model.meeting import Meeting, Row, follow_up_by
from networkjournal.model.name import romaji_keys
from networkjournal.tui.draft import DraftFile
from networkjournal.tui.keys import named_keys
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.grid import MOST_OFFERED, Column, Grid, GridRow, Offer
from networkjournal.tui.widgets.key_line import Key, KeyLine
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import safe

NAME = 0
KNOWN, NEW, SEVERAL = "=", "+", "?"
"""The signs before a row; what they mean is said below the grid."""


class PeopleMet(JournalScreen[Meeting | None], ModalScreen[Meeting | None], inherit_bindings=False):
    """Dismissed with what was noted, or with None. Of the keys of full screens it has none."""

    DEFAULT_CSS = """
    PeopleMet { align: center middle; background: $background 60%; }
    PeopleMet > Frame { width: 116; max-width: 100%; height: 100%; max-height: 30; background: $surface; padding: 0 1; }
    PeopleMet #met-remark { height: 2; }
    PeopleMet #met-remark.wrong { color: $waiting; }
    PeopleMet #met-due { height: 1; }
    PeopleMet #met-due Static { width: auto; margin: 0 1 0 0; }
    PeopleMet #met-due LineInput { width: 16; background: $background; }
    PeopleMet KeyLine { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save"), id="met.save", priority=True,
                tooltip=N_("Note all of them: contacts, one entry, and their next steps")),
        Binding("escape", "leave", N_("Leave"), id="met.leave",
                tooltip=N_("Close what is offered, or leave; where something was typed, press it twice")),
    ]  # fmt: skip
    KEYS = ("met.save", "met.leave", "grid.next", "grid.down", "everywhere.help")

    def __init__(self, journal: Journal, clock: Clock, event: Event) -> None:
        """`event` is where one met them."""
        super().__init__(journal, clock)
        self.event = event
        self.draft = DraftFile(journal.path, f"met-{event.id}")
        left = list(read_rows(self.draft.left()))
        columns = (
            Column(_("Name"), 3, _("e.g. Mary Jones")),
            Column(_("Organization"), 3),
            Column(_("One detail"), 4, _("what to remember them by")),
            Column(_("Next step"), 4, _("what you will do next")),
        )
        self.grid = Grid(columns, left)
        self._asked: list[Row] = []
        self._resumed = bool(left)
        self._stopped: GridRow | None = None
        """The row that cannot be saved yet, while what is wrong with it is shown."""
        self._going = False
        """Whether the screen closes already: what is saved or thrown away is no draft any more."""

    def compose(self) -> ComposeResult:
        """The grid, what is known of the row one is in, when the next steps are due, and the keys."""
        title = f"{_('People met')} · {self.event.title} · {wording.day(self.event.on)}"
        self._due = LineInput(follow_up_by(self.event.on).isoformat(), select_on_focus=False)
        with Frame(title=title):
            yield self.grid
            yield Static("", id="met-remark", markup=False)
            with Horizontal(id="met-due"):
                yield Static(Content(_("Next steps are due (within 72 hours):")))
                yield self._due
            yield KeyLine()

    def on_mount(self) -> None:
        """Type at once."""
        self.grid.go_to(self.grid.rows[0])
        for row in self.grid.rows:
            self._mark(row)
        if self._resumed:
            self.say(_("What you had typed is here again."))

    def on_unmount(self) -> None:
        """What is left here is found again."""
        self.draft.release()

    def key_line(self) -> list[Key]:
        """The keys of the grid in a dialog."""
        return named_keys([*(self.focused or self).ancestors_with_self], self.KEYS)

    def keep_draft(self) -> None:
        """Keep what is typed, so that a closed window loses a second at most."""
        if not self._going:
            self.draft.keep("\n".join("\t".join(row) for row in self._rows()))

    def _rows(self) -> list[Row]:
        rows = (Row(*(" ".join(value.split()) for value in row.values)) for row in self.grid.rows)
        return [row for row in rows if not row.empty]

    def watch_revision(self) -> None:
        """Somebody may be known by now, and names are to be hidden, or shown again."""
        if not self.is_mounted or self._going:
            return
        with self.telling():
            said = {row: self._mark(row) for row in self.grid.rows}
            cell = self.grid.cell
            if cell is not None:
                self._remark(said[cell.row])
                if self.grid.offering:
                    self.grid.offer(cell.row, cell.place, self._offers(cell.value))

    # who it is

    @on(Grid.Edited)
    def _edited(self, event: Grid.Edited) -> None:
        event.stop()
        if event.row is self._stopped and not event.typed:
            return  # the cursor was put there to say what is wrong
        self._stopped = None
        with self.telling():
            self._remark(self._mark(event.row))
            if event.place == NAME and event.typed:
                self.grid.offer(event.row, NAME, self._offers(event.row.values[NAME]))

    def _mark(self, row: GridRow) -> str:
        """Sign a row, and give a sentence on whoever it is about."""
        name = row.values[NAME].strip()
        found = known(self.journal, name) if name else ()
        if not name:
            row.mark("", "")
            return ""
        if not found:
            row.mark(NEW, "")
            return _("{sign} {name}: somebody new").format(sign=NEW, name=self.veil.name(name.lstrip("+@ ")))
        if len(found) > 1:
            row.mark(SEVERAL, "")
            names = " / ".join(self.veil.name(named.handle) for named in found)
            return _("{sign} {names}? ↓ picks one; + before the name makes somebody new").format(
                sign=SEVERAL, names=names
            )
        person = self.journal.books.contacts.get(found[0].id)
        row.mark(KNOWN, self.veil.name(person.organization))
        who = " · ".join(filter(None, (person.name, person.organization, person.title)))
        return _("{sign} known: {who}").format(sign=KNOWN, who=self.veil.name(who))

    def _offers(self, typed: str) -> list[Offer]:
        key = name_key(typed)
        if not key or typed.lstrip().startswith(NEW):
            return []
        keys = (key, *sorted(romaji_keys(typed))) if key.isascii() else (key,)
        found = self.journal.books.names.starting("@", keys, MOST_OFFERED)
        return [
            Offer(named.handle, self.veil.name(named.handle), self.veil.name(organization))
            for named, organization in found
            if named.handle != typed.strip()
        ]

    # saving and leaving

    def action_save(self) -> None:
        """Note all of them, unless something is in the way; then go there."""
        rows = [row for row in self.grid.rows if not row.empty]
        for row in rows:
            if not row.values[NAME].strip("+@ 　"):
                self._stop(row, _("Who was it? A name, or a word to call them by, is needed."))
                return
            if len(known(self.journal, row.values[NAME])) > 1:
                self._stop(row, self._mark(row))
                return
        due = self._due_day()
        if due is None:
            self._due.focus()
            self._remark(_("This is no date; write it like 2027-02-28."), wrong=True)
            return
        try:
            meeting = meet(self.journal, self.event, self._rows(), due)
        except JournalError as error:
            self._remark(complaint(error), wrong=True)
            return
        self._go(meeting)

    def _due_day(self) -> date | None:
        text = self._due.value.strip()
        return read_date(text, self.event.on, "coming") if text else follow_up_by(self.event.on)

    def _stop(self, row: GridRow, sentence: str) -> None:
        self._stopped = row
        self.grid.go_to(row)
        self._remark(sentence, wrong=True)

    def action_leave(self) -> None:
        """Close what is offered; leave; where something was typed, only the second time."""
        rows = self._rows()
        if self.grid.offering:
            self.grid.close_offers()
        elif not rows or rows == self._asked:
            self._go(None)
        else:
            self._asked = rows
            self._remark(_("Not saved yet. Escape again throws it away, Ctrl+S saves it."), wrong=True)

    def _go(self, meeting: Meeting | None) -> None:
        self._going = True
        self.draft.keep("")
        self.dismiss(meeting)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Enter in the last field saves."""
        event.stop()
        self.action_save()

    def _remark(self, sentence: str, *, wrong: bool = False) -> None:
        remark = self.query_one("#met-remark", Static)
        remark.set_class(wrong, "wrong")
        remark.update(Content(safe(sentence)))
