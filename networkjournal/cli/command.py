"""What a command is, and what it is handed when it runs.

A command's file declares one `COMMAND`; reading, help, completion and the documentation are made from it. The context
is the one place that knows the environment, the clock and the terminal: a command asks it, and so can be run by a test.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from networkjournal.cli.arguments import READERS, Args, Argument, Option, Reader
from networkjournal.cli.output import Out
from networkjournal.errors import Sealed
from networkjournal.i18n import LANGUAGES, N_
from networkjournal.lean import TYPE_CHECKING, NamedTuple
from networkjournal.paths import backup_folder, config_file, journal_file

if TYPE_CHECKING:
    from networkjournal.capture.dates import Toward
    from networkjournal.config import Config
    from networkjournal.journal import Journal

Rows = Sequence[tuple[str, str]]
"""The command table: a name, and the module that has its `COMMAND`."""
Run = Callable[["Context", Args], int | None]
"""Does the command. Gives the exit status, None for 0; prints through the context alone."""

# The groups of the overall help, in its order.
DAILY = N_("Every day")
PEOPLE = N_("People")
AIMS = N_("Goals, and what you bring")
LOOKING_BACK = N_("Looking back")
DATA = N_("Your data")
GROUPS = (DAILY, PEOPLE, AIMS, LOOKING_BACK, DATA)

JSON = Option(("--json",), N_("Print the same facts as JSON, for a program."))
"""Declared by every command that can; `Context.json` says whether it was given."""

MARKDOWN = Option(("--markdown",), N_("Print the whole of it as a page of Markdown, to be kept or passed on."))
"""Declared by the commands whose answer is worth keeping outside."""

GLOBAL = (
    Option(("--db",), N_("The journal file to use."), metavar="PATH", kind="path"),
    Option(("--today",), N_("The day to take for today."), metavar="DATE", kind="today"),
    Option(("--lang",), N_("The language to speak."), metavar="en|ja", choices=LANGUAGES),
    Option(("--version",), N_("Show the version and stop.")),
    Option(("--help", "-h"), N_("Show this help and stop.")),
)
"""Known before and after every command."""

UNLISTED = (
    Option(("--passphrase-file",), N_("The file whose first line opens an encrypted journal."), "FILE", "path"),
)
"""Known everywhere as well, and left out of the help of commands: few need it, and `encrypt` tells them."""
EVERYWHERE = (*GLOBAL, *UNLISTED)


class Command(NamedTuple):
    """A command of the command line, or one of a command's own commands."""

    name: str
    summary: str
    """One line for the list of commands, marked with N_: what it does."""
    run: Run | None = None
    """None: one of its subcommands has to be named."""
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    """Besides the global ones."""
    subcommands: tuple["Command", ...] = ()
    """A first word that is the name of one of them is never taken for an argument."""
    group: str = ""
    """One of `GROUPS`; a subcommand needs none."""
    description: str = ""
    """What its help says besides the summary, marked with N_. Paragraphs are parted by an empty line."""
    examples: tuple[tuple[str, str], ...] = ()
    """Pairs of a command line without the program's name, and what it does (marked with N_)."""


class Context:
    """What a command may know of the world around it."""

    def __init__(
        self,
        db: str | None = None,
        today: date | None = None,
        environment: Mapping[str, str] | None = None,
        commands: Rows = (),
    ) -> None:
        """`db` is the file that was asked for, if any; `today` is by default the real day."""
        self.environment: Mapping[str, str] = os.environ if environment is None else environment
        self.today = today or date.today()
        """The day that everything depending on "now" uses."""
        self.asked_today = today
        """The day that was asked for; None where the clock tells."""
        self.json = False
        self.commands = commands
        self.command = ""
        """What is run, for the help that an error points to: "event add"."""
        self.out = Out(self.environment)
        self.passphrase_file: str | None = None
        """Where the passphrase of an encrypted journal is read, instead of asking for it."""
        self.ask_at_screen: Callable[[str], None] | None = None
        """How the program asks for the passphrase of a file, instead of a prompt."""
        self._db = db
        self._journal: Journal | None = None

    def settle(self, settings: Args) -> None:
        """Take over the global options."""
        self._db = settings.db
        self.passphrase_file = settings.passphrase_file
        self.asked_today = settings.today or self.asked_today
        self.today = settings.today or self.today

    @property
    def db(self) -> str:
        """The journal file: what `--db` says, or else what `networkjournal.paths` knows."""
        return journal_file(self.environment) if self._db is None else self._db

    @property
    def asked_db(self) -> str | None:
        """What `--db` says; None where the file is where it always is."""
        return self._db

    @property
    def journal(self) -> "Journal":
        """The journal, opened when it is first asked for; `main` closes it."""
        if self._journal is None:
            self._journal = self._open_journal(self.db)
        return self._journal

    @property
    def config(self) -> "Config":
        """The person's configuration."""
        from networkjournal.config import read_config

        return read_config(config_file(self.environment))

    def unlock(self, path: str) -> None:
        """Ask for the passphrase of a file, where it is encrypted and was not opened yet. Raises `Sealed`."""
        from networkjournal.store.connection import salt

        if salt(path):
            from networkjournal.cli.passphrase import unlock  # only for an encrypted journal

            unlock(self, path)

    def _open_journal(self, path: str) -> "Journal":
        try:
            return self._opened_journal(path)
        except Sealed:
            self.unlock(path)
            return self._opened_journal(path)

    def _opened_journal(self, path: str) -> "Journal":
        from networkjournal.journal import Journal

        if self._configured():
            config = self.config
            journal = Journal.open(path, config.kinds)
            journal.thresholds = config.findings
        else:
            journal = Journal.open(path)
        journal.before_big = lambda: self._back_up(journal)
        return journal

    def _configured(self) -> bool:
        """Whether there is a configuration at all; most have none, and reading it loads 0.5 ms of code."""
        try:
            os.stat(config_file(self.environment))
        except FileNotFoundError:
            return False
        except OSError:  # reading it will say what is wrong
            pass
        return True

    def _back_up(self, journal: "Journal") -> None:
        """Keep a copy before a big step. Where none can be made the step goes on: it can be undone, `doctor` tells."""
        from contextlib import suppress
        from datetime import datetime

        from networkjournal.backups import take  # only before a big step
        from networkjournal.errors import FileTrouble

        if journal.path != ":memory:" and journal.books.history.begun():
            with suppress(FileTrouble):
                take(journal.path, self.backup_folder, datetime.now())

    @property
    def backup_folder(self) -> str:
        """Where the backups of the journal lie."""
        return backup_folder(self.environment, self.db)

    def close(self) -> None:
        """Close the journal if it was opened."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    @property
    def interactive(self) -> bool:
        """Whether a person can be asked: they can type, and see both what is printed and what is asked."""
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))

    def err(self, sentence: str) -> None:
        """Tell the person something at once, on standard error."""
        self.out.message(sentence)

    def standard_input(self) -> str:
        """All of standard input as text: UTF-8, with or without a mark of byte order, any line ends.

        Bytes that are no UTF-8 become U+FFFD: text is never refused.
        """
        if sys.stdin is None:
            return ""
        data = getattr(sys.stdin, "buffer", None)
        text = sys.stdin.read() if data is None else data.read().decode("utf-8-sig", "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def readers(self) -> Mapping[str, Reader]:
        """How each kind of value is read here."""
        return {
            **READERS,
            "date": lambda text: read_day(text, self.today, "latest"),
            "due": lambda text: read_day(text, self.today, "coming"),
            "today": lambda text: read_day(text, date.today(), "latest"),
        }


def read_day(text: str, base: date, toward: "Toward") -> date:
    """The day that a text names, seen from `base`; `toward` decides where it names several. Raises ValueError."""
    if len(text) == 10 and text.isascii() and text[4] == text[7] == "-":
        return date.fromisoformat(text)
    from networkjournal.capture.dates import read_date  # only for words: an ISO date needs none of it

    day = read_date(text.strip(), base, toward)
    if day is None:
        raise ValueError(text)
    return day


def load(name: str, commands: Rows) -> Command | None:
    """The command of this name; its module is imported, and no other one."""
    for known, module in commands:
        if known == name:
            command: Command = __import__(module, fromlist=["COMMAND"]).COMMAND  # importing importlib costs 0.2 ms
            return command
    return None


def load_all(commands: Rows) -> tuple[Command, ...]:
    """Every command, in the order of the table. Imports them all: for the help and the documentation only."""
    return tuple(command for name, _module in commands if (command := load(name, commands)))
