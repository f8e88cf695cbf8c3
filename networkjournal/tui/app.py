"""The app: the journal's lifetime, the themes, the first screen, and what is the same everywhere: help, palette, jump
and veil. It names no concept of the journal's.
"""

import asyncio
import contextlib
import gc
import os
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import Monochrome, NoColor
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, TextArea

from networkjournal.complaint import error
from networkjournal.errors import JournalError
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.tui.farewell import lasting, on_signals, surely, take_in, terminal_is_there
from networkjournal.tui.keys import key_label, keys_of, types_a_character
from networkjournal.tui.outcome import DEMO, Outcome
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.home import Home
from networkjournal.tui.theme import DARK, PREFIX, TERMINAL, THEMES
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.spot import Spot

SETTLING = 1.0
"""Seconds until the first screen is surely there. Collecting garbage while it is made takes a tenth of that time."""
GREETING = 10
"""Seconds that a greeting stays."""
SETTLED = 5
"""Seconds after which the program has opened and may do what nobody waits for."""
SELDOM = (10_000, 20, 20)
"""How often to look for garbage; Python's own first number is 700."""
_BROKEN = N_(
    "The program met an error of its own ({kind}) and closed. The journal is safe, and what you were writing is kept "
    "as a draft. To see where it comes from, set {variable}=1."
)
NO_KEYS: Mapping[str, str] = MappingProxyType({})


class NetworkJournal(App[str], inherit_bindings=False):
    """The terminal program."""

    TITLE = "networkjournal"
    # A sentence stands in the row above the bar, over the frames: what one reads, and where one writes, stay free. In
    # dialogs it stands in the same place, so that it is never seen twice.
    CSS = """
    ToastRack { align: left bottom; margin-bottom: 2; }
    Toast { width: 100%; max-width: 100%; margin: 0; padding: 0 1; }
    Jump Toast { display: none; }
    """
    ENABLE_COMMAND_PALETTE = False  # ours speaks the reader's language and shows the keys in force
    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority, because they work in dialogs as well.
        Binding("question_mark,f1", "help", N_("Help"), id="everywhere.help", tooltip=N_("The keys of this place"),
                priority=True),
        Binding("ctrl+p", "commands", N_("Commands"), id="everywhere.commands",
                tooltip=N_("Everything that can be done here, to choose from"), priority=True),
        Binding("ctrl+o", "jump", N_("Jump"), id="everywhere.jump",
                tooltip=N_("Go to anything on the screen by typing its letters"), priority=True),
        Binding("V,f12", "veil", N_("Veil"), id="everywhere.veil",
                tooltip=N_("Hide names and notes while others look on, or show them again"), priority=True),
        Binding("C,alt+c", "clear_clipboard", N_("Clear clipboard"), id="everywhere.clear_clipboard", show=False,
                tooltip=N_("Leave nothing of what was copied in the clipboard")),
        Binding("ctrl+q", "quit", N_("Quit"), id="everywhere.quit", tooltip=N_("Leave the program"), priority=True),
        Binding("ctrl+c", "help_quit", N_("How to quit"), id="everywhere.how_to_quit", show=False,
                tooltip=N_("Say which key leaves the program")),
    ]  # fmt: skip

    veil: reactive[Veil] = reactive(OPEN, init=False)
    """Whether names and notes are hidden; whoever draws them watches it."""

    warned = False
    """Whether it was said that leaving loses what is typed."""
    templates: Mapping[str, str] = NO_KEYS
    """The person's own texts to begin with, by name."""
    settled: Callable[[], None] = staticmethod(lambda: None)
    """Called when the first screen has been shown for a moment; what is dear and can wait waits for it."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        *,
        note: str = "",
        greeting: str = "",
        first: bool = False,
        keys: Mapping[str, str] = NO_KEYS,
        keep: Callable[[], None] | None = None,
    ) -> None:
        """`clock` tells the day; `note` stands in the title line, `greeting` is said once, `first` welcomes.

        `keys` are one's own, as `keymap` gives them; `keep` takes the backup of the day, and may be slow.
        """
        super().__init__()
        self._ending: asyncio.Task[None] | None = None
        self.keep = keep
        self.journal, self.clock, self.note, self.rebound = journal, clock, note, keys
        self.greeting, self.first = greeting, first
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        if self.no_color:  # Textual would only make everything grey
            self._filters = [NoColor() if isinstance(filter, Monochrome) else filter for filter in self._filters]
            self.theme = TERMINAL.name
        self.set_keymap(keys)

    def get_default_screen(self) -> Screen[None]:
        """Home is what one opens to."""
        return Home(self.journal, self.clock, self.note)

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that shine through: none below one that covers all. It is laid out when it is seen again."""
        stack = self._screen_stack
        return super()._background_screens if stack and stack[-1].styles.background.a < 1 else []

    def on_mount(self) -> None:
        """A closed window or a polite kill ends the program as quitting does: drafts kept, terminal restored."""
        on_signals(self.end_from_outside)
        if not self.is_headless and terminal_is_there():
            self.set_interval(1, self._look_for_terminal)
        self.set_timer(SETTLING, self.settled)
        if self.keep is not None:
            self.set_timer(SETTLED, self._back_up)
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

    def action_clear_clipboard(self) -> None:
        """Put nothing into the clipboard, here and in the terminal."""
        self.copy_to_clipboard("")
        self.notify(_("The clipboard is empty."), markup=False)

    def _back_up(self) -> None:
        self.run_worker(self._kept, thread=True, exit_on_error=False)

    def _kept(self) -> None:
        """Take the backup of the day, in a thread; say so where it cannot be taken."""
        try:
            if self.keep is not None:
                self.keep()
        except JournalError as trouble:
            said = _("No backup could be taken: {why}").format(why=error(trouble))
            self.call_from_thread(self.notify, said, severity="warning", markup=False)

    def get_driver_class(self) -> type[Driver]:
        """The driver of the platform, which a closed window does not stop."""
        return lasting(super().get_driver_class())

    def _look_for_terminal(self) -> None:
        if not terminal_is_there():
            self.end_from_outside()

    def end_from_outside(self) -> None:
        """End because a signal says so, or the terminal is gone: once what was typed before has arrived."""
        if self._ending is None:
            self._keep_drafts()
            self._ending = asyncio.get_running_loop().create_task(self._end_soon())

    async def _end_soon(self) -> None:
        with contextlib.suppress(Exception):
            await take_in(self)
        surely()
        self._end()

    def _end(self) -> None:
        self._keep_drafts()
        self.exit(return_code=0)

    def _keep_drafts(self) -> bool:
        """Tells whether all that is typed and not saved could be kept; a full disk takes none of it."""
        kept = True
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_draft", None)
            if keep is not None:
                keep()
                kept = kept and not getattr(getattr(screen, "draft", None), "behind", False)
        return kept

    def panic(self, *renderables: RenderableType) -> None:
        """Something went wrong: what is typed is kept before all else. A terminal that is gone is told nothing."""
        with contextlib.suppress(Exception):
            self._keep_drafts()
        super().panic(*(renderables if self.is_headless or terminal_is_there() else ()))

    def _fatal_error(self) -> None:
        """An error of the program's own: what is typed is kept, and nothing private is said of it."""
        with contextlib.suppress(Exception):
            self._keep_drafts()
        if "NETWORKJOURNAL_DEBUG" in os.environ:
            super()._fatal_error()
        else:
            kind = type(self._exception).__name__
            super().panic(Text(_(_BROKEN).format(kind=kind, variable="NETWORKJOURNAL_DEBUG")))

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """A character stays a character while someone types, whatever action it has elsewhere or was given."""
        if priority and types_a_character(key) and isinstance(self.focused, Input | TextArea):
            return False
        return await super()._check_bindings(key, priority)

    async def action_quit(self) -> None:
        """Leave, with what is typed kept; where it cannot be, only the second time."""
        if self._keep_drafts() or self.warned:
            self._end()
            return
        self.warned = True
        said = _("What you typed is not saved and cannot be kept: the disk takes no more. Once more leaves without it.")
        self.notify(said, severity="error", markup=False)

    def action_help_quit(self) -> None:
        """Many press Ctrl+C to leave; it copies what is marked, so say what leaves."""
        key = next(key_label(key) for b in self.BINDINGS if isinstance(b, Binding) and b.action == "quit"
                   for key in keys_of(b, self.rebound))  # fmt: skip
        self.notify(_("{key} leaves the program.").format(key=key), markup=False)

    def action_help(self) -> None:
        """Show the keys of this place; once more closes them."""
        from networkjournal.tui.screens.help import Help  # only for those who ask

        screen = self.screen
        if isinstance(screen, Help):
            screen.dismiss(None)
        else:
            self.push_screen(Help(screen))

    def action_commands(self) -> None:
        """Offer everything that can be done here; once more takes the offer away."""
        from networkjournal.tui.screens.commands import Commands  # only for those who ask

        screen = self.screen
        if isinstance(screen, Commands):
            screen.dismiss(None)
        else:
            palette = Commands(screen)
            self.push_screen(palette, palette.run_chosen)

    def action_jump(self) -> None:
        """Put a label on everything one can go to; once more takes them away."""
        from networkjournal.tui.screens.jump import Jump  # only for those who ask

        screen = self.screen
        if isinstance(screen, Jump):
            screen.dismiss(None)
        else:
            self.push_screen(Jump(screen), self._go_to)

    def _go_to(self, spot: Spot | None) -> None:
        if spot is not None:
            self.call_later(spot.go)

    def action_veil(self) -> None:
        """Hide names and notes, or show them again."""
        self.clear_notifications()  # they may name someone
        self.veil = Veil(not self.veil.on)

    def action_theme(self, name: str) -> None:
        """Use a theme."""
        self.theme = name


def theme_named(name: str) -> str | None:
    """The theme that a configuration calls `name` ("light"); the usual one for an empty name, `None` for no theme."""
    return next((theme.name for theme in THEMES if theme.name.removeprefix(PREFIX) == name or not name), None)


def run(
    journal: Journal,
    today: date | None,
    *,
    theme: str = DARK.name,
    demo: bool = False,
    first: bool = False,
    keys: Mapping[str, str] = NO_KEYS,
    templates: Mapping[str, str] = NO_KEYS,
    settled: Callable[[], None] = lambda: None,
    keep: Callable[[], None] | None = None,
) -> Outcome:
    """Run the program on an open journal until the person leaves; tells how it ended.

    `today` is the day to take for today; `None` asks the clock each time, so that midnight is noticed. `demo` says all
    the time that this is the sample journal; `first` begins with the questions of a first run. `settled` is called when
    the first screen has been shown for a moment; `keep` takes the backup of the day.
    """
    clock: Clock = date.today if today is None else (lambda: today)
    note = greeting = ""
    if demo:
        note = _("sample journal")
        greeting = _("A sample journal in a temporary file: try anything, nothing is kept. q or Ctrl+Q leaves it.")
    app = NetworkJournal(journal, clock, note=note, greeting=greeting, first=first, keys=keys, keep=keep)
    app.templates, app.settled = templates, settled
    if not app.no_color:
        app.theme = theme
    journal.source = "tui"
    # What is loaded by now stays; drawing makes so much that looking for garbage took a third of its time.
    gc.freeze()
    gc.set_threshold(*SELDOM)
    wanted = app.run()
    return Outcome(app.return_code or 0, wanted == DEMO)
