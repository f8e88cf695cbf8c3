"""Opening the program itself: what happens without a command. The only place of the command line that loads `tui`."""

import gc
import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from networkjournal.cli.arguments import UsageError
from networkjournal.cli.command import Context
from networkjournal.errors import Invalid
from networkjournal.paths import config_file

if TYPE_CHECKING:
    from networkjournal.journal import Journal

USUAL = (700, 10, 10)
"""The collector's own thresholds, which `main` raised."""


def open_program(context: Context) -> int:
    """Open the program on the journal of the context, and give the exit status. A first run offers the demo."""
    require_terminal()
    journal = context.journal
    if not journal.books.history.steps(1) and _wants_demo():
        from networkjournal.cli.demo import open_demo  # only on a first run

        return open_demo(context)
    return show(journal, context)


def require_terminal() -> None:
    """Raise `UsageError` where standard input or output is no terminal: there is nothing to draw on."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise UsageError("not_a_terminal")


def show(journal: "Journal", context: Context, demo_day: date | None = None) -> int:
    """Run the program on an open journal; `demo_day` is the day of a sample journal.

    Raises `Invalid` where the configuration asks for a theme or a key that there is not.
    """
    from networkjournal.tui.app import run, theme_named  # 184 ms: textual

    theme = theme_named(context.config.theme)
    if theme is None:
        raise Invalid("display.theme", context.config.theme, "choice", config_file(context.environment))
    keys: Mapping[str, str] = {}
    if context.config.keys:
        from networkjournal.tui.keymap import keymap  # loads whatever has keys: only for those who changed some

        keys = keymap(context.config.keys, config_file(context.environment))

    # From here on the process is a long one: what was loaded stays, and what comes is collected as usual again.
    gc.freeze()
    gc.set_threshold(*USUAL)
    return run(journal, context.asked_today or demo_day, theme=theme, demo=demo_day is not None, keys=keys)


def _wants_demo() -> bool:
    """Ask, on the first run, whether to look at a sample journal."""
    from networkjournal.cli.question import confirm
    from networkjournal.i18n import _

    return bool(confirm(_("Your journal is empty. Look at a sample journal first?")))
