"""Writing an entry in a dialog, where a screen has no bar of its own: the bar with its completion, preview and draft.

Promises that nothing is saved unless the person says so, and that a kill loses a second of typing at most: what was
typed is found in the bar at the next start.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.entry import Receipt
from networkjournal.tui.draft import DraftFile
from networkjournal.tui.keys import named_keys
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.capturing import COMPOSED, Capturing
from networkjournal.tui.widgets.capture_bar import CaptureBar
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import Key, KeyLine


class Compose(Capturing[Receipt | None], ModalScreen[Receipt | None], inherit_bindings=False):
    """Dismissed with the receipt of what was saved, or with None. Of the keys of full screens it has none."""

    DEFAULT_CSS = """
    Compose { align: center middle; background: $background 60%; }
    Compose > Frame {
        width: 76; max-width: 100%; height: auto; max-height: 100%; background: $surface; padding: 0 1;
    }
    Compose #compose-remark { height: 8; color: $waiting; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "save_creating", N_("Save, new names too"), id="compose.create", priority=True,
                tooltip=N_("Save what is written and make contacts of unknown names")),
    ]  # fmt: skip
    KEYS = ("capture.save", "capture.leave", "compose.create", "capture.complete", "capture.newline", "everywhere.help")

    def __init__(self, journal: Journal, clock: Clock, text: str = "", title: str = "") -> None:
        """`text` is what the entry begins with; one goes on typing at its end."""
        super().__init__(journal, clock)
        self._begun, self._title = text, title or _("Write an entry")
        self._asked = ""
        self.draft = DraftFile(journal.path, COMPOSED)

    def compose(self) -> ComposeResult:
        """The room above the bar is for what it completes and previews."""
        with Frame(title=self._title):
            yield Static(id="compose-remark")
            yield CaptureBar(placeholder=_("-> @name info: what you gave"))
            yield KeyLine()

    def on_mount(self) -> None:
        """Go on typing at once."""
        self.bar.text = self._begun
        self.bar.focus()

    def key_line(self) -> list[Key]:
        """The keys of the bar in a dialog."""
        return named_keys([*(self.focused or self).ancestors_with_self], self.KEYS)

    def keep_draft(self) -> None:
        """What nobody typed need not be found again."""
        self.draft.keep("" if self.bar.text == self._begun else self.bar.text)

    def captured(self, receipt: Receipt) -> None:
        """Saved: back to where one was."""
        self.dismiss(receipt)

    @on(CaptureBar.Dismissed)
    def _left(self, event: CaptureBar.Dismissed) -> None:
        """Leave; where something was typed, only the second time."""
        event.stop()
        text = self.bar.text
        if not text.strip() or text in (self._begun, self._asked):
            self.draft.keep("")
            self.dismiss(None)
            return
        self._asked = text
        remark = _("Not saved yet. Escape again throws it away, Enter saves it.")
        self.query_one("#compose-remark", Static).update(Content(remark))
