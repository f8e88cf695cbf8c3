"""What forms, choices and confirmations share: a box in the middle of the screen, and its keys in the last line.

Promises to fit 60 by 20. Refuses to know what is asked.
"""

from typing import ClassVar, TypeVar

from textual.screen import ModalScreen
from textual.widget import Widget

from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs

Answer = TypeVar("Answer")


class Dialog(WholeGlyphs, ModalScreen[Answer]):
    """A modal question that is dismissed with an answer, or with None by Escape."""

    DEFAULT_CSS = """
    Dialog { align: center middle; }
    DialogBox {
        width: 76; max-width: 100%; height: auto; max-height: 100%; background: $surface; padding: 0 1;
    }
    Dialog.covered { visibility: hidden; }
    """
    ABOUT_PEOPLE: ClassVar[bool] = True
    """Whether names may stand in it: such a one is out of sight while the veil is on."""

    _left: Widget | None = None

    def on_mount(self) -> None:
        """Whoever opens a dialog under the veil asks nothing that must be hidden; what is open when it falls may."""
        if self.ABOUT_PEOPLE and hasattr(self.app, "veil"):
            self.watch(self.app, "veil", self._veiled, init=False)

    def _veiled(self, veil: Veil) -> None:
        if veil.on:
            self._left = self.focused  # what is out of sight loses the focus
        self.set_class(veil.on, "covered")
        if not veil.on and self._left is not None:
            self.call_after_refresh(self.set_focus, self._left)


class DialogBox(Frame):
    """The box; its title is the question, or what the form is about."""
