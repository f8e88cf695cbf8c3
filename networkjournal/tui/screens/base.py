"""What every screen has: the journal, the day, one way to say what went wrong, and the ways to the other places.

A screen looks at the journal's version each second and after whatever it writes; everything bound to `revision` then
draws itself anew. Nobody refreshes anything by hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TypeVar

from textual.reactive import reactive
from textual.screen import Screen

from networkjournal.complaint import error as complaint
from networkjournal.errors import JournalError
from networkjournal.i18n import _
from networkjournal.journal import Journal
from networkjournal.steps import done_again, names_people, step_name, taken_back
from networkjournal.store.history import Step
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.places import Place, screen_of
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs

Answer = TypeVar("Answer")


class JournalScreen(WholeGlyphs, Screen[Answer]):
    """A screen over an open journal."""

    DEFAULT_CSS = "JournalScreen ToastRack { dock: top; align: right top; margin-top: 1; }"

    revision: reactive[tuple[int, int] | None] = reactive(None, init=False)
    """The journal's version; panes are bound to it."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """`clock` tells the day."""
        super().__init__()
        self.journal, self.clock = journal, clock
        self._day = clock()

    def on_mount(self) -> None:
        """Look each second for what another program wrote, and keep what is being typed."""
        self.look()
        self.set_interval(1, self._each_second)

    def _each_second(self) -> None:
        self.look()
        self.keep_draft()

    def look(self) -> None:
        """See whether the journal, or the day, is another one by now. Called after each write, too."""
        with self.telling():
            today = self.clock()
            if today != self._day:
                self._day = today
                self.mutate_reactive(JournalScreen.revision)
            self.revision = self.journal.version

    def on_screen_resume(self) -> None:
        """What was changed on the screen above is seen at once."""
        self.look()

    def keep_draft(self) -> None:
        """Keep what is typed and not saved yet; a screen on which one writes says how."""

    @property
    def veil(self) -> Veil:
        """Whether names and notes are to be hidden from onlookers."""
        veil = getattr(self.app, "veil", OPEN)
        return veil if isinstance(veil, Veil) else OPEN

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Say an error of the journal's in a toast instead of failing; what was begun is taken back already."""
        try:
            yield
        except JournalError as error:
            self.say(complaint(error), severity="error")

    def say(
        self, sentence: str, severity: Literal["information", "warning", "error"] = "information", title: str = ""
    ) -> None:
        """Show a sentence for a few seconds."""
        self.app.notify(sentence, title=title, severity=severity, markup=False)

    def open(self, place: Place) -> None:
        """Go to another place, on top of this one."""
        with self.telling():
            self.app.push_screen(screen_of(place, self.journal, self.clock))

    def action_undo(self) -> None:
        """Take back the last change."""
        with self.telling():
            step = self.journal.undo()
            self.say(self.named(step), title=_("Taken back")) if step else self.say(taken_back(None))
        self.look()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        with self.telling():
            step = self.journal.redo()
            self.say(self.named(step), title=_("Done again")) if step else self.say(done_again(None))
        self.look()

    def named(self, step: Step) -> str:
        """A step in words; whom it names is hidden from onlookers."""
        return step_name(step._replace(subject=self.veil.name(step.subject)) if names_people(step) else step)
