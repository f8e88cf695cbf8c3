"""Opening the program itself: what happens without a command. The only place of the command line that loads `tui`."""

import gc
import sys
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from networkjournal.cli.arguments import UsageError
from networkjournal.cli.command import Context
from networkjournal.errors import Invalid, JournalError, Sealed
from networkjournal.model.entry import Entry
from networkjournal.paths import config_file

if TYPE_CHECKING:
    from networkjournal.journal import Journal
    from networkjournal.tui.outcome import Outcome

USUAL = (700, 10, 10)
"""The collector's own thresholds, which `main` raised."""


def open_program(context: Context) -> int:
    """Open the program on the journal of the context, and give the exit status.

    Where nothing was ever written it begins with a welcome, which may ask for the sample journal.
    """
    require_terminal(context)
    context.ask_at_screen = lambda path: ask_for_passphrase(path, context)
    journal = context.journal
    outcome = show(journal, context, first=not journal.books.history.begun())
    if outcome.demo:
        from networkjournal.cli.demo import open_demo  # only on a first run

        return open_demo(context)
    return outcome.status


def ask_for_passphrase(path: str, context: Context) -> None:
    """Ask for the passphrase of a file until one fits. Raises `Sealed` for whoever leaves instead."""
    from networkjournal.complaint import error
    from networkjournal.store.cipher import unlock
    from networkjournal.tui.app import theme_named
    from networkjournal.tui.unlock import ask  # only for an encrypted journal

    def attempt(passphrase: str) -> str:
        try:
            unlock(path, passphrase)
        except JournalError as problem:
            return error(problem)
        return ""

    if not ask(path, attempt, theme_named(context.config.theme) or theme_named("") or ""):
        raise Sealed(path)


def keep_daily(context: Context) -> None:
    """Take the backup of the day, where it is not taken yet. Raises `FileTrouble`."""
    from networkjournal.backups import due, take  # after the first paint, in a thread of its own

    if due(context.backup_folder, datetime.now()):
        take(context.db, context.backup_folder, datetime.now())


def keep_typed(journal_path: str, text: str, seen: Entry) -> bool:
    """Keep a text that could not be saved where the program offers it when it opens; tells whether that was possible.

    `seen` is the entry that it was to become, without an id for a new one.
    """
    from networkjournal.tui.draft import EDITED, About, DraftFile  # loads no Textual

    day = seen.day.isoformat()
    draft = DraftFile(journal_path, EDITED)
    draft.keep(text, About(seen.id, day, seen.text, day))
    kept = draft.text == text
    draft.release()
    return kept


def require_terminal(context: Context) -> None:
    """Raise `UsageError` where standard input or output is no terminal, or none to draw on."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise UsageError("not_a_terminal")
    if context.environment.get("TERM") == "dumb":
        raise UsageError("dumb_terminal")


def show(journal: "Journal", context: Context, *, demo_day: date | None = None, first: bool = False) -> "Outcome":
    """Run the program on an open journal; `demo_day` is the day of a sample journal, `first` welcomes.

    Raises `Invalid` where the configuration asks for a theme or a key that there is not.
    """
    from networkjournal.tui.app import run, theme_named  # 184 ms: textual

    if reconfigure := getattr(sys.__stderr__, "reconfigure", None):
        reconfigure(errors="replace")  # what is drawn goes there, and what it has not takes one cell all the same
    theme = theme_named(context.config.theme)
    if theme is None:
        raise Invalid("display.theme", context.config.theme, "choice", config_file(context.environment))
    keys: Mapping[str, str] = {}
    if context.config.keys:
        from networkjournal.tui.keymap import keymap  # loads whatever has keys: only for those who changed some

        keys = keymap(context.config.keys, config_file(context.environment))

    return run(
        journal,
        context.asked_today or demo_day,
        keep=None if demo_day else lambda: keep_daily(context),
        theme=theme,
        demo=demo_day is not None,
        first=first,
        keys=keys,
        templates=context.config.templates,
        settled=_collect_as_usual,
    )


def _collect_as_usual() -> None:
    """The process is a long one: what was loaded stays, and what comes is collected as usual again."""
    gc.freeze()
    gc.set_threshold(*USUAL)
