"""The app: the journal's lifetime, the themes and the first screen. It names no concept of the journal's."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine, Iterable
from datetime import date
from typing import Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from networkjournal.i18n import _
from networkjournal.journal import Journal
from networkjournal.tui.outcome import DEMO, Outcome
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.home import Home
from networkjournal.tui.theme import DARK, THEMES

PREFIX = "journal-"
"""What the names of our themes begin with; a person leaves it out."""
GREETING = 10
"""Seconds that a greeting stays."""


class NetworkJournal(App[str]):
    """The terminal program."""

    TITLE = "networkjournal"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self, journal: Journal, clock: Clock, *, note: str = "", greeting: str = "", first: bool = False
    ) -> None:
        """`clock` tells the day; `note` stands in the title line, `greeting` is said once, `first` welcomes."""
        super().__init__()
        self.journal, self.clock, self.note, self.greeting, self.first = journal, clock, note, greeting, first
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        """Home is what one opens to."""
        return Home(self.journal, self.clock, self.note)

    def on_mount(self) -> None:
        """A closed window or a polite kill ends the program as quitting does: drafts kept, terminal restored."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self._end)
        if self.greeting:
            self.notify(self.greeting, timeout=GREETING, markup=False)
        if self.first:
            from networkjournal.tui.screens.welcome import Welcome  # once in a journal's life

            self.push_screen(Welcome(self.journal), self._welcomed)

    def _welcomed(self, _answer: None) -> None:
        """The one next thing to do is to write."""
        screen = self.screen_stack[0]
        if isinstance(screen, Home):
            screen.action_write()

    def _end(self) -> None:
        screen = self.screen_stack[0]
        if isinstance(screen, Home):
            screen.keep_draft()
        self.exit(return_code=0)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Everything that has a key, and the themes."""
        for binding in type(screen).BINDINGS:
            if isinstance(binding, Binding) and binding.description:
                yield SystemCommand(_(binding.description), _(binding.tooltip), self._run(screen, binding.action))
        for theme in THEMES:
            name = theme.name.removeprefix(PREFIX)
            told = _("Use this theme")
            yield SystemCommand(_("Theme: {name}").format(name=name), told, lambda name=theme.name: self._dress(name))

    def _run(self, screen: Screen[Any], action: str) -> Callable[[], Coroutine[None, None, None]]:
        async def run() -> None:
            await screen.run_action(action)

        return run

    def _dress(self, name: str) -> None:
        self.theme = name


def theme_named(name: str) -> str | None:
    """The theme that a configuration calls `name` ("light"); the usual one for an empty name, `None` for no theme."""
    return next((theme.name for theme in THEMES if theme.name.removeprefix(PREFIX) == name or not name), None)


def run(
    journal: Journal, today: date | None, *, theme: str = DARK.name, demo: bool = False, first: bool = False
) -> Outcome:
    """Run the program on an open journal until the person leaves; tells how it ended.

    `today` is the day to take for today; `None` asks the clock each time, so that midnight is noticed. `demo` says all
    the time that this is the sample journal; `first` begins with the questions of a first run.
    """
    clock: Clock = date.today if today is None else (lambda: today)
    greeting = _("A sample journal in a temporary file: try anything, nothing is kept. q or Ctrl+Q leaves it.")
    app = NetworkJournal(
        journal, clock, note=_("sample journal") if demo else "", greeting=greeting if demo else "", first=first
    )
    app.theme = theme
    journal.source = "tui"
    wanted = app.run()
    return Outcome(app.return_code or 0, wanted == DEMO)
