"""A small program before the program: it asks for the passphrase of a journal that cannot be opened without one."""

from textual.app import App
from textual.filter import Monochrome, NoColor
from textual.screen import Screen

from networkjournal.tui.screens.unlocking import Try, Unlocking
from networkjournal.tui.theme import DARK, TERMINAL, THEMES


class Unlock(App[bool], inherit_bindings=False):
    """Exits with True when the file was unlocked."""

    TITLE = "networkjournal"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, path: str, attempt: Try, theme: str) -> None:
        """`attempt` tries a passphrase; `theme` is the program's own."""
        super().__init__()
        self._path, self._attempt = path, attempt
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        if self.no_color:  # as in the program itself
            self._filters = [NoColor() if isinstance(filter, Monochrome) else filter for filter in self._filters]
            self.theme = TERMINAL.name

    def get_default_screen(self) -> Screen[None]:
        """Nothing: the question stands on it."""
        return Screen()

    def on_mount(self) -> None:
        """Ask."""
        self.push_screen(Unlocking(self._path, self._attempt), self.exit)


def ask(path: str, attempt: Try, theme: str = DARK.name) -> bool:
    """Ask until a passphrase fits or the person leaves; tells which."""
    return bool(Unlock(path, attempt, theme).run())
