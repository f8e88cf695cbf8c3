"""The command line: one thin file per command, and `main`, which runs the one that is asked for.

Promises an exit status and one line on standard error for whatever goes wrong, never a traceback (unless
NETWORKJOURNAL_DEBUG asks for it), and that a command pays for no other one. Refuses to know what a command does.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from networkjournal.cli.arguments import Args, Option, Scan, UsageError, first_word, read, read_options, scan
from networkjournal.cli.command import EVERYWHERE, Command, Context, Rows, load, load_all
from networkjournal.errors import JournalError
from networkjournal.i18n import LANGUAGES, set_language
from networkjournal.lean import NoReturn

COMMANDS: tuple[tuple[str, str], ...] = (
    ("add", "networkjournal.cli.add"),
    ("brief", "networkjournal.cli.brief"),
    ("today", "networkjournal.cli.today"),
    ("find", "networkjournal.cli.find"),
    ("journal", "networkjournal.cli.journal"),
    ("inbox", "networkjournal.cli.inbox"),
    ("action", "networkjournal.cli.action"),
    ("balance", "networkjournal.cli.balance"),
    ("ledger", "networkjournal.cli.ledger"),
    ("contact", "networkjournal.cli.contact"),
    ("cadence", "networkjournal.cli.cadence"),
    ("goal", "networkjournal.cli.goal"),
    ("persona", "networkjournal.cli.persona"),
    ("strength", "networkjournal.cli.strength"),
    ("offer", "networkjournal.cli.offer"),
    ("ask", "networkjournal.cli.ask"),
    ("introduce", "networkjournal.cli.introduce"),
    ("me", "networkjournal.cli.me"),
    ("refusal", "networkjournal.cli.refusal"),
    ("event", "networkjournal.cli.event"),
    ("budget", "networkjournal.cli.budget"),
    ("review", "networkjournal.cli.review"),
    ("insights", "networkjournal.cli.insights"),
    ("suggest", "networkjournal.cli.suggest"),
    ("import", "networkjournal.cli.import_"),
    ("export", "networkjournal.cli.export"),
    ("undo", "networkjournal.cli.undo"),
    ("redo", "networkjournal.cli.redo"),
    ("history", "networkjournal.cli.history"),
    ("check", "networkjournal.cli.check"),
    ("repost", "networkjournal.cli.repost"),
    ("backup", "networkjournal.cli.backup"),
    ("restore", "networkjournal.cli.restore"),
    ("doctor", "networkjournal.cli.doctor"),
    ("encrypt", "networkjournal.cli.encrypt"),
    ("decrypt", "networkjournal.cli.decrypt"),
    ("rekey", "networkjournal.cli.rekey"),
    ("demo", "networkjournal.cli.demo"),
    ("completion", "networkjournal.cli.completion"),
)
"""Every command in the order of the help, and the module that has its `COMMAND`."""

RARELY = 100_000
"""After how many more objects the cyclic collector looks through them; 700 is what Python begins with."""

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended: 128 + SIGINT."""


class Unprinted(Exception):
    """What a command printed could not be written to standard output."""

    def __init__(self, error: OSError, done: bool) -> None:
        """`done`: whether the command itself did what was asked for."""
        super().__init__()
        self.error, self.done = error, done


def main(argv: Sequence[str] | None = None, commands: Rows = COMMANDS) -> int:
    """Run what the command line asks for and give the exit status. Nothing is raised.

    `argv` is without the program's name, by default what the process was called with; `commands` is where to look.
    """
    if argv is not None:
        return _main(list(argv), commands)
    # The process is ours and short. Of its 27 ms, collecting cycles while modules load took 1, and looking through all
    # objects once more at the very end 2.5. A long command still collects now and then.
    gc.set_threshold(RARELY)
    try:
        status = _main(sys.argv[1:], commands)
    finally:
        gc.freeze()
    return status if "threading" in sys.modules else _end(status)


def _end(status: int) -> NoReturn:
    """Leave at once. What was to be said is written and the journal closed; giving back all memory takes 2 ms."""
    os._exit(status)


def _main(tokens: list[str], commands: Rows) -> int:
    _prepare_streams()
    context = Context(commands=commands)
    status = INTERRUPTED
    try:
        status, trouble = _attempt(tokens, context)
        unprinted = _print(context)
        if unprinted is not None:
            trouble = Unprinted(unprinted, done=trouble is None)
        if trouble:
            status = _complain(trouble, context)
    except BrokenPipeError:  # nobody reads what is printed any further, as with `| head`: nothing is wrong
        _silence()
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _prepare_streams() -> None:
    """Let no character be an error, whatever the locale: what it does not have is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    if reconfigure := getattr(sys.stdin, "reconfigure", None):
        plain = sys.stdin.encoding.lower() in ("ascii", "us-ascii", "ansi_x3.4-1968")
        reconfigure(encoding="utf-8" if plain else None, errors="replace")  # what is typed there is UTF-8 nevertheless


def _attempt(tokens: list[str], context: Context) -> tuple[int, Exception | None]:
    """Run the command; give its status, and what went wrong."""
    try:
        try:
            return _dispatch(tokens, context) or 0, None
        finally:
            context.close()
    except Exception as error:
        return 1, error


def _dispatch(tokens: list[str], context: Context) -> int | None:
    command = _take_command(tokens, context)
    found = scan(tokens, (*EVERYWHERE, *(command.options if command else ())))
    asked = found.last("lang")
    set_language(asked if asked in LANGUAGES else None)
    if found.words and not (command and command.run and (command.arguments or not command.subcommands)):
        found.note(_unknown_command(found.words[0], command, context))
    if "help" in found.values and (command or not found.words):
        return _show_help(command, context)
    if "version" in found.values:
        return _show_version(context)
    context.settle(Args(read_options(found, EVERYWHERE, context.readers())))
    return _run(command, found, context)


def _take_command(tokens: list[str], context: Context) -> Command | None:
    """Take the names of the command and its subcommand off the tokens, and load the command."""
    place = first_word(tokens, EVERYWHERE)
    if place is None:
        return None
    if tokens[place] == "help":  # `networkjournal help add`, as people try it
        tokens[place : place + 1] = []
        tokens.insert(0, "--help")
        return _take_command(tokens, context) if len(tokens) > 1 else None
    command = load(tokens[place], context.commands)
    while command:
        context.command = f"{context.command} {tokens.pop(place)}".strip()
        place = first_word(tokens, _options_below(command))
        below = {sub.name: sub for sub in command.subcommands}
        if place is None or tokens[place] not in below:
            break
        command = below[tokens[place]]
    return command


def _options_below(command: Command) -> tuple[Option, ...]:
    """Every option that may stand before the name of a subcommand."""
    return (*EVERYWHERE, *command.options, *(option for sub in command.subcommands for option in sub.options))


def _unknown_command(word: str, command: Command | None, context: Context) -> UsageError:
    known = [sub.name for sub in command.subcommands] if command else [name for name, _module in context.commands]
    return UsageError("unknown_command", word, known=known)


def _run(command: Command | None, found: Scan, context: Context) -> int | None:
    if command is None:
        from networkjournal.cli.program import open_program

        return open_program(context)
    if command.run is None:
        raise UsageError("no_command", context.command, known=[sub.name for sub in command.subcommands])
    args = read(found, command.options, command.arguments, context.readers())
    context.json = bool(args.get("json"))
    return command.run(context, args)


def _show_help(command: Command | None, context: Context) -> int:
    from networkjournal.cli import help as pages

    text = pages.of_command(command, context.command) if command else pages.overview(load_all(context.commands))
    context.out.line(text.rstrip("\n"))
    return 0


def _show_version(context: Context) -> int:
    from networkjournal.version import VERSION

    context.out.line(f"networkjournal {VERSION}")
    return 0


def _print(context: Context) -> OSError | None:
    """Write what the command printed; give what the system refused (a full disk, say)."""
    try:
        context.out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence()
        return error
    return None


def _silence() -> None:
    """Lead standard output nowhere, so that the interpreter's own last flush has nothing to complain of."""
    with suppress(AttributeError, ValueError, OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _complain(error: Exception, context: Context) -> int:
    """Tell the person what went wrong, and give the exit status."""
    if type(error).__module__ == "sqlite3":  # met while reading on, where no connection stands between
        from networkjournal.store.connection import trouble

        error = trouble(error, context.db)
    if not isinstance(error, JournalError) and context.environment.get("NETWORKJOURNAL_DEBUG"):
        from traceback import format_exception

        context.err("".join(format_exception(error)).rstrip())
    try:
        context.err(_told(error, context))
    except (
        Exception
    ) as further:  # an error whose wording fails is told all the same, in the language that needs no file
        from networkjournal.cli.usage import internal_error

        set_language("en")
        context.err(internal_error(further))
    return error.exit_code if isinstance(error, JournalError) else 1


def _told(error: Exception, context: Context) -> str:
    """What to say of an error: one line, and for wrong usage where to read how it is right."""
    from networkjournal.cli import usage

    if isinstance(error, UsageError):
        return usage.usage_sentence(error, context.command)
    if isinstance(error, JournalError):
        from networkjournal.complaint import error as sentence

        return f"{usage.PROGRAM}: {sentence(error)}"
    if isinstance(error, Unprinted):
        return usage.unprinted(error.error, error.done)
    if isinstance(error, OSError):
        return usage.system_error(error)
    return usage.internal_error(error)
