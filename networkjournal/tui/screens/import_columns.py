"""Which column of a table fills which field: one row a column, with some of its values; Enter chooses the field.

Promises to begin with what the headings most likely mean, and to let nobody go on without something to call people by.
"""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from networkjournal import importing
from networkjournal.formats.asked import Columns
from networkjournal.formats.mapped_csv import FIELDS, NAMING, Column, proposed
from networkjournal.i18n import N_, _
from networkjournal.tui.keys import named_keys
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.dialog import Dialog, DialogBox
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import ListSource, Rows

NOTHING = ""
"""The choice of a column that fills no field: it is kept with the person."""
MOST_ROWS = 18


class ColumnsDialog(Dialog[Columns | None]):
    """Dismissed with the pairs of a field and a heading, or with None."""

    DEFAULT_CSS = """
    ColumnsDialog Rows { background: $surface; }
    ColumnsDialog .about { height: auto; margin: 0 0 1 0; }
    ColumnsDialog #remark { height: auto; color: $waiting; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", N_("Go on"), id="columns.take", tooltip=N_("Read the table so"), priority=True),
        Binding("minus,delete", "clear", N_("No field"), id="columns.clear",
                tooltip=N_("Let this column fill no field; it is kept with the person all the same")),
        Binding("escape,f10", "leave", N_("Leave"), id="columns.leave", tooltip=N_("Read nothing")),
    ]  # fmt: skip

    def __init__(self, columns: Sequence[Column], said: Columns = ()) -> None:
        """`said` is what was said before; without it the headings are guessed from."""
        super().__init__()
        self._columns = columns
        fields = {heading: field for field, heading in said or proposed(column.heading for column in columns)}
        self._fields = [fields.get(column.heading, NOTHING) for column in columns]
        self._rows = Rows(id="columns")

    def compose(self) -> ComposeResult:
        """What it is about, the columns, what is missing, the keys."""
        self._rows.styles.height = min(max(len(self._columns), 3), MOST_ROWS)
        with DialogBox(title=_("Which column is what?")):
            yield Static(
                Content(_("Enter chooses a field. What fills none is kept with the person. It is remembered.")),
                classes="about",
            )
            yield self._rows
            yield Static("", id="remark", markup=False)
            keys = ("columns.take", "rows.choose", "columns.clear", "columns.leave")
            yield KeyLine(named_keys([self._rows, self, self.app], keys))

    def on_mount(self) -> None:
        """Begin in the rows."""
        self._draw()
        self._rows.focus()

    def on_resize(self) -> None:
        """Leave room for the frame and the sentences on a low screen."""
        self._rows.styles.max_height = max(self.size.height - 8, 1)

    def _draw(self) -> None:
        veil = getattr(self.app, "veil", OPEN)
        self._rows.show(ListSource([(n, self._row(n, veil)) for n in range(len(self._columns))]))

    def _row(self, n: int, veil: Veil) -> Text:
        column, field = self._columns[n], self._fields[n]
        told = importing.column(field) if field else "—"
        names = min(max(cell_len(safe(one.heading)) for one in self._columns), 20)
        text = Text(fit(column.heading, names), no_wrap=True).append(" → ").append(fit(told, 16), "bold")
        return text.append(f"  {safe(veil.words(' · '.join(column.samples)))}", "dim")

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self._ask(event.key)

    @work(exclusive=True)
    async def _ask(self, key: Hashable) -> None:
        assert isinstance(key, int)
        options = [Option(field, importing.column(field)) for field in FIELDS]
        options.insert(0, Option("—", _("no field"), _("kept with the person")))
        answer = await self.app.push_screen_wait(Choice(self._columns[key].heading, options, filtered=True))
        if answer is not None:
            self._fields[key] = NOTHING if answer == "—" else answer
            self._remark("")
            self._draw()

    def _remark(self, sentence: str) -> None:
        self.query_one("#remark", Static).update(sentence)

    def action_clear(self) -> None:
        """Let the column fill nothing."""
        if isinstance(self._rows.key, int):
            self._fields[self._rows.key] = NOTHING
            self._draw()

    def action_take(self) -> None:
        """Answer, if there is something to call people by."""
        found = tuple((f, c.heading) for f, c in zip(self._fields, self._columns, strict=True) if f)
        if {field for field, _heading in found} & NAMING:
            self.dismiss(found)
        else:
            self._remark(_("Say first which column holds the name."))

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
