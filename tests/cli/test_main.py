"""The frame of the command line: which command runs, what is printed where, and with which exit status.

The commands here are made up, so that no claim depends on what the real ones do.
"""

import io
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from networkjournal import i18n
from networkjournal.cli import COMMANDS, main
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import JSON, Command, Context, Run
from networkjournal.cli.question import choose, confirm
from networkjournal.errors import FileTrouble, NotFound
from networkjournal.version import VERSION

ROOT = Path(__file__).parents[2]
ROWS = (("say", "made_up.say"), ("group", "made_up.group"), ("other", "made_up.other"))
ON = Option(("--on",), "", metavar="DATE", kind="date")
DUE = Option(("--due",), "", metavar="DATE", kind="due")


class Table:
    """Runs `main` on made-up commands and keeps what they were handed."""

    def __init__(self) -> None:
        self.context: Context | None = None
        self.args: Args | None = None
        self.run: Run = lambda _context, _args: None

    def __call__(self, *argv: str) -> int:
        return main(argv, ROWS)

    def keep(self, context: Context, args: Args) -> int | None:
        self.context, self.args = context, args
        return self.run(context, args)


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    """The commands `say TEXT…`, `group add NAME`, `group list`; `other` cannot even be imported."""
    made = Table()
    add = Command("add", "Add", made.keep, (Argument("NAME"),), (ON,))
    below = Command("list", "List", made.keep, options=(JSON,))
    say = Command("say", "Say", made.keep, (Argument("TEXT", arity="rest"),), (ON, DUE, JSON))
    for command in (say, Command("group", "Group", subcommands=(add, below))):
        module = ModuleType(f"made_up.{command.name}")
        module.__dict__["COMMAND"] = command
        monkeypatch.setitem(sys.modules, module.__name__, module)
    yield made
    i18n.set_language("en")


def raising(error: BaseException) -> Run:
    def run(context: Context, args: Args) -> int:
        raise error

    return run


def test_a_command_gets_its_words_and_what_it_prints_goes_to_standard_output(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.run = lambda context, args: context.out.line(*args.text)
    assert table("say", "-> @鈴木 情報: x") == 0
    assert capsys.readouterr() == ("-> @鈴木 情報: x\n", "")


def test_only_the_command_that_is_asked_for_is_imported(table: Table) -> None:
    """`other` has no module: had it been loaded, this would be an error."""
    assert table("say") == 0


def test_the_status_is_what_the_command_gives(table: Table) -> None:
    table.run = lambda context, args: 3
    assert table("say") == 3


def test_global_options_stand_before_and_after_the_command(table: Table) -> None:
    for argv in (["--db", "a.db", "--today=2026-11-20", "say"], ["say", "--today", "2026-11-20", "--db=a.db"]):
        assert table(*argv) == 0
        assert table.context is not None
        assert (table.context.db, table.context.today) == ("a.db", date(2026, 11, 20))


def test_the_file_is_named_by_the_environment_too(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWORKJOURNAL_DB", "/somewhere/b.db")
    assert table("say") == 0
    assert table.context is not None and table.context.db == "/somewhere/b.db"


def test_dates_are_read_from_today_on(table: Table) -> None:
    assert table("--today", "2026-11-20", "say", "--on", "yesterday", "--due=11/3") == 0
    assert table.args is not None
    assert (table.args.on, table.args.due) == (date(2026, 11, 19), date(2027, 11, 3))


def test_today_itself_may_be_said_in_words(table: Table) -> None:
    assert table("say", "--today", "3日前") == 0
    assert table.context is not None and table.context.today < date.today()


def test_a_subcommand_is_found_behind_options_and_by_its_own_name_only(table: Table) -> None:
    assert table("group", "--on", "2026-11-20", "add", "list") == 0
    assert table.args is not None and table.args.name == "list"
    assert table.context is not None and table.context.command == "group add"


def test_json_is_said_by_the_context(table: Table) -> None:
    assert table("group", "list", "--json") == 0
    assert table.context is not None and table.context.json is True


@pytest.mark.parametrize(
    ("argv", "told", "more"),
    [
        (["sya"], "There is no command “sya”. Did you mean say?", ""),
        (["--foo", "bar", "say"], "There is no option --foo.", ""),
        (["group", "ad"], "There is no command “ad”. Did you mean add?", "group "),
        (["group"], "“group” needs one of: add, list.", "group "),
        (["group", "add"], "NAME is missing.", "group add "),
        (["group", "list", "x"], "“x” is one word too many.", "group list "),
        (["say", "--jsn"], "There is no option --jsn. Did you mean --json?", "say "),
        (["say", "--on"], "The option --on needs a value: DATE.", "say "),
        (["say", "--on", "32"], "--on must be a date such as 2026-11-27, today or 3 days ago, not “32”.", "say "),
        (["say", "--today", ""], "--today must be a date such as 2026-11-27, today or 3 days ago, not “”.", "say "),
        (["say", "--lang", "fr"], "--lang must be one of en, ja, not “fr”.", "say "),
        (["say", "--db="], "--db must be the path of a file, not “”.", "say "),
    ],
)
def test_wrong_usage_is_told_on_standard_error_and_is_2(
    argv: list[str], told: str, more: str, table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    assert table(*argv) == 2
    assert capsys.readouterr() == ("", f"networkjournal: {told} How it is used: networkjournal {more}--help\n")
    assert table.args is None


def test_a_mistaken_word_cannot_harm_the_terminal(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    assert table("\x1b[2J" + "x" * 100_000) == 2
    told = capsys.readouterr().err
    assert "\x1b" not in told and len(told) < 200


def test_help_is_shown_whatever_else_is_wrong_on_the_line(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    assert table("group", "add", "--foo", "-h") == 0
    assert capsys.readouterr().out.startswith("Usage: networkjournal group add [OPTIONS] NAME\n")


def test_help_as_a_word_works_as_well(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    assert table("help", "group", "add") == 0
    assert capsys.readouterr().out.startswith("Usage: networkjournal group add")


def test_the_help_of_a_command_that_is_none_is_an_error(table: Table) -> None:
    assert table("sya", "--help") == 2


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr() == (f"networkjournal {VERSION}\n", "")
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_without_a_terminal_the_program_does_not_open(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    assert table() == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "status"), [(NotFound("contact", "田中"), 1), (FileTrouble("/x/journal.db", "damaged"), 3)]
)
def test_an_error_of_the_journal_is_told_in_its_wording_with_its_own_status(
    error: Exception, status: int, table: Table, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wording = ModuleType("networkjournal.complaint")
    wording.__dict__["error"] = lambda error: f"worded {error.args[1]}"
    monkeypatch.setitem(sys.modules, wording.__name__, wording)
    table.run = raising(error)
    assert table("say") == status
    assert capsys.readouterr() == ("", f"networkjournal: worded {error.args[1]}\n")


def test_what_was_printed_before_an_error_is_shown(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` prints what differs, and then fails."""

    def run(context: Context, args: Args) -> int:
        context.out.line("a difference")
        raise NotFound("contact", "x")

    table.run = run
    assert table("say") == 1
    assert capsys.readouterr().out == "a difference\n"


def test_what_the_system_refuses_is_told_with_the_file(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    table.run = raising(OSError(13, "Permission denied", "/x/y\x1b.csv"))
    assert table("say") == 1
    printed = capsys.readouterr().err
    assert printed.startswith("networkjournal: /x/y") and printed.endswith(".csv: Permission denied\n")
    assert "\x1b" not in printed


def test_a_full_disk_under_standard_output_is_told(
    table: Table, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in `networkjournal export json > /full/disk`: what was not written must not look written."""

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stdout", Full())
    table.run = lambda context, args: context.out.line("x")
    assert table("say") == 1
    told = "the answer could not be written (No space left on device); what was asked for is done"
    assert capsys.readouterr().err == f"networkjournal: {told}\n"


@pytest.mark.parametrize("error", [ValueError("secret"), RecursionError("secret"), MemoryError("secret")])
def test_an_error_inside_shows_its_kind_and_nothing_private(
    error: Exception, table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.run = raising(error)
    assert table("say") == 1
    printed = capsys.readouterr().err
    assert type(error).__name__ in printed and printed.count("\n") == 1
    assert "secret" not in printed and "Traceback" not in printed


def test_whoever_looks_for_the_cause_gets_the_traceback(
    table: Table, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETWORKJOURNAL_DEBUG", "1")
    table.run = raising(ValueError("the cause"))
    assert table("say") == 1
    assert "ValueError: the cause" in capsys.readouterr().err


def test_an_interruption_is_quiet(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    table.run = raising(KeyboardInterrupt())
    assert table("say") == 130
    assert capsys.readouterr() == ("", "")


def test_the_language_is_chosen_wherever_it_stands(table: Table) -> None:
    chosen: list[str] = []
    table.run = lambda context, args: chosen.append(i18n.language())
    assert table("say", "x", "--lang", "ja") == 0
    assert table("say") == 0
    assert chosen == ["ja", "en"]


def test_bytes_that_are_no_characters_are_marked_in_a_text(table: Table) -> None:
    assert table("say", b"caf\xe9".decode("utf-8", "surrogateescape")) == 0
    assert table.args is not None and table.args.text == ("caf\ufffd",)


def test_standard_input_is_text_however_it_is_written(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO("\ufeff一\r\n二\r三".encode() + b"\xff"), encoding="ascii")
    monkeypatch.setattr("sys.stdin", given)
    assert Context().standard_input() == "一\n二\n三\ufffd"


def test_nobody_is_asked_unless_all_streams_are_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for name in ("stdin", "stdout", "stderr"):
        assert Context().interactive is False
        monkeypatch.setattr(f"sys.{name}", Terminal())
    assert Context().interactive is True


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("2\n", 1),
        ("２\n", 1),
        ("\n", None),
        ("", None),
        ("0\n3\nx\n1\n", None),
        ("9\n1\n", 0),
        ("9" * 5000 + "\n1\n", 0),
    ],
)
def test_a_person_chooses_by_number(
    typed: str, chosen: int | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert choose("Which 田中?", (("田中太郎", "あおば"), ("田中\x1b次郎", "さくら"))) == chosen
    printed = capsys.readouterr()
    assert printed.out == "" and "1  田中太郎" in printed.err and "\x1b" not in printed.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [("y\n", True), ("ＹＥＳ\n", True), ("はい\n", True), ("n\n", False), ("\n", False), ("", None), ("x\n" * 3, None)],
)
def test_yes_is_said_in_both_languages(typed: str, said: bool | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert confirm("Remove it?") is said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_knows_each_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(name in script for name, _module in COMMANDS)
    assert "nj" in script and "--today" in script


# What only a process of its own can show.

Process = Callable[..., subprocess.CompletedProcess[bytes]]
SAY = """
import sys, types
from networkjournal.cli import main
from networkjournal.cli.arguments import Argument
from networkjournal.cli.command import Command
module = types.ModuleType("made_up_say")
module.COMMAND = Command("say", "", {run}, (Argument("TEXT", arity="rest"),))
sys.modules["made_up_say"] = module
sys.exit(main(None, (("say", "made_up_say"),)))
"""
PRINT = "lambda context, args: context.out.line(*args.text)"


def process(run: str, *argv: str | bytes, **more: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more.pop("environment", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-c", SAY.format(run=run), *argv]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **more}
    return subprocess.run(command, env=environment, timeout=60, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_no_locale_makes_a_character_an_error(environment: dict[str, str]) -> None:
    done = process(PRINT, "say", "田中", "\udce9", environment=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.rstrip() in ("田中\ufffd".encode(), rb"\u7530\u4e2d\ufffd")


def test_json_is_utf_8_whatever_the_locale() -> None:
    done = process("lambda context, args: context.out.json('田')", "say", environment={"PYTHONIOENCODING": "ascii"})
    assert done.stdout == '"田"\n'.encode()


def test_a_reader_that_goes_away_is_no_error() -> None:
    """As in `networkjournal journal | head -1`: the pipe is closed before anything is written."""
    end, other = os.pipe()
    os.close(end)
    try:
        done = process("lambda context, args: context.out.line('x' * 200_000)", "say", stdout=other)
    finally:
        os.close(other)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_error_that_nobody_reads_keeps_its_status() -> None:
    end, other = os.pipe()
    os.close(end)
    try:
        assert process(PRINT, "say", "--foo", stderr=other).returncode == 2
    finally:
        os.close(other)


def test_closed_streams_are_no_error() -> None:
    script = f"exec {sys.executable} -m networkjournal --version <&- >&- 2>&-"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run(["/bin/sh", "-c", script], env=environment, timeout=60, check=False).returncode == 0


def test_the_frame_loads_nothing_that_costs() -> None:
    """Every millisecond of the frame is in every command; `brief` is to take twice a bare `import sqlite3`."""
    run = "lambda context, args: context.out.line(' '.join(sys.modules))"
    loaded = set(process(run, "say", "--today=2026-11-20").stdout.decode().split())
    heavy = {
        "argparse",
        "click",
        "dataclasses",
        "pathlib",
        "json",
        "shutil",
        "gettext",
        "importlib.metadata",
        "difflib",
    }
    own = {
        "networkjournal.wording",
        "networkjournal.cli.help",
        "networkjournal.cli.usage",
        "networkjournal.capture.dates",
    }
    assert not loaded & (heavy | own | {"textual", "rich", "sqlite_utils", "dateutil", "networkjournal.journal"})
