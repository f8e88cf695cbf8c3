"""Something that takes its time, done in a thread, with how far it is and a way to stop it.

Promises that the program stays awake meanwhile, that a stop takes back whatever was begun, and that what is done in a
moment shows no box at all. The work opens the journal for itself (`Journal.beside`).
"""

import asyncio
from collections.abc import Callable
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import ProgressBar, Static

from networkjournal.errors import JournalError
from networkjournal.formats.several import Phase, Told
from networkjournal.i18n import N_, _
from networkjournal.tui.keys import named_keys
from networkjournal.tui.widgets.dialog import Dialog, DialogBox
from networkjournal.tui.widgets.key_line import KeyLine

R = TypeVar("R")
SOON = 0.3
"""Seconds after which the box is shown."""
OFTEN = 0.1
"""Seconds between two looks at how far it is."""


class Stopped(Exception):
    """The person wants no more of it."""


class Done(NamedTuple, Generic[R]):
    """What the work gave, or what went wrong."""

    value: R | None = None
    trouble: JournalError | None = None


class Working(Dialog[Done[R] | None], Generic[R]):
    """The box. Dismissed with what the work gave, or with None where it was stopped."""

    DEFAULT_CSS = """
    Working { background: transparent; }
    Working.seen { background: $background 60%; }
    Working DialogBox { visibility: hidden; }
    Working.seen DialogBox { visibility: visible; }
    Working ProgressBar, Working Bar { width: 1fr; }
    Working Static { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f10", "leave", N_("Stop"), id="working.stop", tooltip=N_("Stop; nothing is written then")),
    ]
    ABOUT_PEOPLE = False

    def __init__(
        self, title: str, task: Callable[[Told], R], say: Callable[[Phase, int, int], str] | None = None
    ) -> None:
        """`task` is told whom to tell how far it is; `say` makes the line of that: without it nobody can stop it."""
        super().__init__()
        self._title, self._todo, self._say = title, task, say
        self._far: tuple[Phase, int, int] | None = None
        self._stopped = self._ended = False
        self._given: Done[R] | None = None

    def compose(self) -> ComposeResult:
        """How far it is, in words and as a bar, and the way out."""
        with DialogBox(title=self._title):
            yield Static(_("One moment …"), markup=False)
            yield ProgressBar(total=None, show_eta=False)
            yield KeyLine(named_keys([self, self.app], ("working.stop",)))

    def on_mount(self) -> None:
        """Begin."""
        self.set_timer(SOON, lambda: self.set_class(True, "seen"))
        self.set_interval(OFTEN, self._draw)
        self._run()

    def on_unmount(self) -> None:
        """Whoever leaves the program stops the work."""
        self._stopped = True

    @work
    async def _run(self) -> None:
        """Wait for the thread."""
        try:
            value = await asyncio.to_thread(self._todo, self._told)
            self._given = None if self._stopped else Done(value)
        except Stopped:
            self._given = None
        except JournalError as trouble:
            self._given = Done(trouble=trouble)
        self._ended = True
        self._leave()

    def _leave(self) -> None:
        """Only the screen on top can go: where help stands above, it goes when that is closed."""
        if self._ended and self.app.screen is self:
            self._ended = False
            self.dismiss(self._given)

    def on_screen_resume(self) -> None:
        """It may have ended meanwhile."""
        self.call_later(self._leave)

    def _told(self, phase: Phase, done: int, whole: int) -> None:
        """Called in the thread."""
        if self._stopped:
            raise Stopped
        self._far = phase, done, whole

    def _draw(self) -> None:
        if self._far is not None and self._say is not None and not self._stopped:
            self.query_one(Static).update(self._say(*self._far))
            self.query_one(ProgressBar).update(total=max(self._far[2], 1), progress=self._far[1])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What does not tell how far it is cannot be stopped."""
        return False if action == "leave" and self._say is None else super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Stop at the next record."""
        self._stopped = True
        self.query_one(Static).update(_("Stopping …"))
