"""What every screen has: the journal, the day, and one way to say what went wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TypeVar

from textual.screen import Screen

from networkjournal.complaint import error as complaint
from networkjournal.errors import JournalError
from networkjournal.journal import Journal
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs

Answer = TypeVar("Answer")


class JournalScreen(WholeGlyphs, Screen[Answer]):
    """A screen over an open journal."""

    DEFAULT_CSS = "JournalScreen ToastRack { dock: top; align: right top; margin-top: 1; }"

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """`clock` tells the day."""
        super().__init__()
        self.journal, self.clock = journal, clock

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Say an error of the journal's in a toast instead of failing; what was begun is taken back already."""
        try:
            yield
        except JournalError as error:
            self.say(complaint(error), severity="error")

    def say(self, sentence: str, severity: Literal["information", "warning", "error"] = "information") -> None:
        """Show a sentence for a few seconds."""
        self.app.notify(sentence, severity=severity, markup=False)
