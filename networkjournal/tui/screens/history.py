"""The history: every change, the newest first, what the next undo takes back, and what exactly one of them changed.

Promises to read a page of steps when it comes into sight and no more, so that thousands cost what thirty do.
"""

from collections.abc import Hashable
from datetime import date
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from networkjournal.changes import Meaning, Tells, told
from networkjournal.i18n import N_, _, ngettext
from networkjournal.steps import through, when
from networkjournal.store.history import History, Step
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.sheet import Sheet
from networkjournal.tui.theme import Palette, palette
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import Rows

PAGE = 100
"""Steps read at once."""
PAGES_KEPT = 16
MOST_RECORDS = 200
"""Records of one step that its page shows; an import may have touched thousands."""
ROOMY = 70
"""From so many cells on there is a column for what a step was made with."""
SIGNS: dict[Meaning, str] = {"record": "", "field": "  ", "went": "  − ", "came": "  + "}


class HistoryScreen(JournalScreen[None]):
    """The changes; undo and redo work here, and the list follows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f10", "leave", N_("Back"), id="history.leave", tooltip=N_("Back to where you were")),
    ]
    HERE = "history"
    KEYS = ("rows.choose", "everywhere.undo", "everywhere.redo", "history.leave", "everywhere.help")

    def compose(self) -> ComposeResult:
        """One list and the keys."""
        self._rows = Rows(
            empty=_("Nothing was changed yet. Whatever you write, change or remove can be taken back here.")
        )
        self._frame = Frame(self._rows, title=_("History"))
        yield self._frame
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self._rows.focus()

    def watch_revision(self) -> None:
        """Show the steps there are now; the cursor goes along to the newest, where it stood there before."""
        with self.telling():
            source = Steps(self)
            newest = self._rows.key is None or self._rows.source.index(self._rows.key) == 0
            self._rows.show(source)
            if newest:
                self._rows.action_first()
            count = len(source)
            self._frame.note = ngettext("{n} change", "{n} changes", count).format(n=count) if count else ""

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        with self.telling():
            step = self.journal.books.history.get(event.key) if isinstance(event.key, int) else None
            if step is not None:
                self.app.push_screen(Sheet(_("What it changed"), lambda: self._page(step)))

    def _page(self, step: Step) -> list[Text]:
        """All that one step changed, line by line."""
        history, colours = self.journal.books.history, palette(self.app.theme_variables)
        styles: dict[Meaning, Style | str] = {
            "record": "bold",
            "field": "",
            "went": colours.overdue,
            "came": colours.given,
        }
        head = " · ".join((*when(step, self.clock()), through(step)))
        lines = [Text(safe(self.named(step)), "bold"), Text(safe(head), colours.dim)]
        if step.undone and step.undoes is None:
            lines.append(Text(_("It is taken back."), colours.waiting))
        for change in history.changes(step.id, MOST_RECORDS):
            lines.append(Text())
            for line in told(self.journal, change, self._hidden):
                lines.append(Text(SIGNS[line.meaning] + safe(line.text), styles[line.meaning]))
        more = history.touched(step.id) - MOST_RECORDS
        if more > 0:
            lines += [
                Text(),
                Text(ngettext("and {n} more record", "and {n} more records", more).format(n=more), colours.dim),
            ]
        return lines

    def _hidden(self, text: str, tells: Tells) -> str:
        """What an onlooker may see of a text."""
        if not tells:
            return text
        return self.veil.name(text) if tells == "name" else self.veil.words(text)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class Steps:
    """The rows, read by pages. What is written later moves none of them: a new source is made for that."""

    def __init__(self, screen: HistoryScreen) -> None:
        """`screen` has the journal, the day and the veil."""
        self._screen = screen
        self._history: History = screen.journal.books.history
        newest = self._history.steps(1)
        self._latest = newest[0].id if newest else 0
        self._count = self._history.count()
        undo, redo = self._history.to_undo(), self._history.to_redo()
        self._undo, self._redo = undo and undo.id, redo and redo.undoes
        self._today: date = screen.clock()
        self._colours: Palette = palette(screen.app.theme_variables)
        self._page = lru_cache(PAGES_KEPT)(self._read)

    def __len__(self) -> int:
        return self._count

    def _read(self, page: int) -> tuple[Step, ...]:
        return self._history.steps(PAGE, page * PAGE, self._latest)

    def _step(self, i: int) -> Step | None:
        """The step of a row; none where another program has thrown some away since."""
        page = self._page(i // PAGE)
        return page[i % PAGE] if i % PAGE < len(page) else None

    def key(self, i: int) -> Hashable:
        """The step's id."""
        step = self._step(i)
        return None if step is None else step.id

    def index(self, key: Hashable) -> int | None:
        """Where a step stands: counted, not searched for."""
        if not isinstance(key, int) or not 0 < key <= self._latest:
            return None
        place = self._history.count(after=key) - self._history.count(after=self._latest)
        return place if place < self._count and self.key(place) == key else None

    def draw(self, i: int, width: int) -> Text:
        """One step: when, through what where there is room, what it did, and how it stands."""
        step = self._step(i)
        if step is None:
            return Text()
        day, time = when(step, self._today)
        colours = self._colours
        aside = step.undone or step.undoes is not None
        text = Text(f"{fit(day, 10)} {time}  ", colours.dim, no_wrap=True)
        if width >= ROOMY:
            text.append(fit(through(step), 9))
        stands, style = self._standing(step)
        room = width - text.cell_len - (cell_len(stands) + 2 if stands else 0)
        text.append(fit(self._screen.named(step), room), colours.dim if aside else "not dim")
        return text.append(f"  {stands}" if stands else "", style)

    def _standing(self, step: Step) -> tuple[str, Style]:
        """Whether it is taken back, or the next that undo or redo will come to."""
        if step.id == self._undo:
            return _("u undoes it"), self._colours.waiting
        if step.id == self._redo:
            return _("U redoes it"), self._colours.waiting
        undone = step.undone and step.undoes is None
        return _("taken back") if undone else "", self._colours.dim
