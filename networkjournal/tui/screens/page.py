"""A page over the screen: a list in a frame, a line below it, and the keys. What it lists follows the journal.

Promises to close with Escape and to read anew whenever the journal changes. Refuses to know what is listed.
"""

from typing import ClassVar, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.theme import Palette, palette
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.rows import Rows, RowSource

Answer = TypeVar("Answer")
NARROWEST = 20
WIDEST = 110
"""As wide as a page is at most."""


class Page(JournalScreen[Answer], ModalScreen[Answer]):
    """A page with rows. What is on it says `title_now`, `source` and `foot`."""

    DEFAULT_CSS = """
    Page { align: center middle; background: $background 60%; }
    Page #page { width: 110; max-width: 96%; height: 90%; background: $surface; }
    Page #foot { height: auto; max-height: 3; padding: 0 1; border-top: solid $border-blurred; display: none; }
    Page KeyLine { background: $surface; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f10", "leave", N_("Back"), id="page.leave", tooltip=N_("Close this page")),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ("rows.choose", "page.leave", "everywhere.help")
    EMPTY: ClassVar[str] = ""
    """What the page says where nothing is listed."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """Nothing is read until the page is shown."""
        super().__init__(journal, clock)
        self.rows = Rows(id="page-rows")
        self._going = False
        """Whether the page closes already: a screen can be dismissed only once."""

    def compose(self) -> ComposeResult:
        """The frame with the list, what is below it, and the keys."""
        with Frame(id="page"):
            yield self.rows
            yield Static("", id="foot", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin where one goes on."""
        self.first.focus()

    @property
    def first(self) -> Widget:
        """What has the focus at first: keys move in the list at once."""
        return self.rows

    @property
    def colours(self) -> Palette:
        """The theme's colours."""
        return palette(self.app.theme_variables)

    @property
    def width(self) -> int:
        """How many cells a row has; before the page is laid out, about so many as it will have: it is painted once."""
        cells = self.rows.scrollable_content_region.width
        return max((cells or min(WIDEST, self.app.size.width * 96 // 100) - 3) - 2, NARROWEST)

    def title_now(self) -> str:
        """What the frame says."""
        raise NotImplementedError

    def source(self) -> RowSource:
        """The rows as they should be now. Raises `KeyError` where what the page is about is gone."""
        raise NotImplementedError

    def foot(self) -> Text:
        """The line below the rows; none where it is empty."""
        return Text()

    def gone(self) -> str:
        """What to say where what the page is about is gone."""
        return _("This is no longer in the journal.")

    def fill(self) -> None:
        """Show everything as it is now; a page about something that is gone closes, and says so."""
        with self.telling():
            try:
                self.rows.show(self.source())
                self.query_one("#page", Frame).title = self.title_now()
                said = self.foot()
            except KeyError:
                self._close()
                return
            foot = self.query_one("#foot", Static)
            foot.display = bool(said.plain)
            foot.update(said)

    def _close(self) -> None:
        """Only the screen on top can close; the others do when they are on top again."""
        if self.is_current and not self._going:
            self._going = True
            self.say(self.gone(), "warning")
            # Soon: the timer that looks each second is waited for when its screen goes, and may be who calls.
            self.call_later(self.action_leave)

    def watch_revision(self) -> None:
        """The journal has changed."""
        self.fill()

    def on_screen_resume(self) -> None:
        """What this page is about may have gone while another stood above it."""
        self.call_after_refresh(self.fill)

    def on_resize(self) -> None:
        """Rows are as wide as the page."""
        self.call_after_refresh(self.fill)

    @on(Rows.Chosen)
    def _row_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.chosen(event)

    def chosen(self, event: Rows.Chosen) -> None:
        """Enter on a row."""

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)
