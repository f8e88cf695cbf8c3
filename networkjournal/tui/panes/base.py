"""What every pane is: a numbered frame around one list, bound to the journal's revision.

A pane may read the journal and never writes. It reloads itself whenever the revision changes; nobody refreshes it.
"""

import contextlib
from collections.abc import Callable
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.reactive import reactive

from networkjournal.errors import JournalError
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.tui.theme import Palette, palette
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.plain import wrap
from networkjournal.tui.widgets.rows import Rows, RowSource

MINIMUM = 16
"""Cells that a wrapped text is given at least."""

Clock = Callable[[], date]
"""Tells the day; the program's `--today`, or the real one."""


class Pane(Frame):
    """One numbered pane."""

    TITLE: ClassVar[str] = N_("Pane")
    EMPTY: ClassVar[str] = ""
    """What an empty pane says: what it is for, and which key fills it."""
    NAME: ClassVar[str] = "pane"
    WAITS: ClassVar[bool] = False
    """Whether its rows may come one moment after the screen: they are wrapped to its width, and dear to read."""

    revision: reactive[tuple[int, int] | None] = reactive(None, init=False, repaint=False)
    """The journal's version; bound to the screen's."""

    def __init__(self, number: int | None, journal: Journal, clock: Clock) -> None:
        """`number` is the key that goes to the pane, where it is not the only one."""
        super().__init__(title=_(self.TITLE), number=number, id=self.NAME)
        self.journal, self.clock = journal, clock
        self.rows = Rows(id=f"{self.NAME}-rows")
        """What an empty list says is said when it is known to be empty."""

    def compose(self) -> ComposeResult:
        """The list; a pane may add a line of its own."""
        yield self.rows

    @property
    def colours(self) -> Palette:
        """The theme's colours."""
        return palette(self.app.theme_variables)

    @property
    def veil(self) -> Veil:
        """Whether names and notes are to be hidden from onlookers."""
        veil = getattr(self.app, "veil", OPEN)
        return veil if isinstance(veil, Veil) else OPEN

    def source(self) -> RowSource:
        """The rows as they should be now."""
        raise NotImplementedError

    def reload(self) -> None:
        """Show the rows as they are now; the cursor stays where it was. Nothing is read before there is a revision."""
        if self.revision is None:
            return
        self.rows.empty = _(self.EMPTY) if self.EMPTY else ""
        with contextlib.suppress(JournalError):  # the screen says so; what was read before stays
            self.rows.show(self.source())

    def on_mount(self) -> None:
        """Rows are drawn in the colours of the theme, so another theme draws them anew."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.reload())

    def wrapped(self, text: Text, sign: str = "") -> list[Text]:
        """A text in as many lines as the list is wide; the list's mark and the scrollbar take their cells.

        A `sign` stands before the first line, and the others begin below the first one's text.
        """
        width = max(self.rows.scrollable_content_region.width - 2 - cell_len(sign), MINIMUM)
        lines = wrap(text, width, self.app.console) or [Text()]
        if not sign:
            return lines
        indent = " " * cell_len(sign)
        return [Text(indent if n else sign, text.style).append_text(line) for n, line in enumerate(lines)]

    def watch_revision(self) -> None:
        """The journal has changed, here or in another program."""
        if not self.WAITS or self.size:  # without a size nothing can be wrapped: it comes, and says so
            self.reload()

    @on(events.Resize)
    def _resized(self) -> None:
        """What is wrapped is as wide as the pane."""
        if self.WAITS:
            self.call_after_refresh(self.reload)

    def focus_rows(self) -> None:
        """Go to the list."""
        self.rows.focus()
