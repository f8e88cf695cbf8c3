"""What forms, choices and confirmations share: a box in the middle of the screen, and its keys in the last line.

Promises to fit 60 by 20. Refuses to know what is asked.
"""

from typing import TypeVar

from textual.screen import ModalScreen

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
    """


class DialogBox(Frame):
    """The box; its title is the question, or what the form is about."""
