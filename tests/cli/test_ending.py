"""How a process of the command line ends: at once, without giving back its memory, but never before all is said.

The commands here are made up, and the processes real: only there `main` leaves by itself.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from networkjournal.journal import Journal
from tests.cli.test_main import ROOT

COMMANDS = '''
import atexit
import os
import resource
import sys
from networkjournal.cli.command import Command
from networkjournal.errors import NotFound

LINES = 40_000

def fill():
    """No file takes anything any more, as on a full disk."""
    if "FULL" in os.environ:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

def say(context, args):
    """More than a pipe or a buffer holds."""
    atexit.register(lambda: sys.stderr.write("slowly"))
    for number in range(LINES):
        context.out.line(f"{number:06} and so on")
    fill()

def differ(context, args):
    say(context, args)
    return 1

def fail(context, args):
    context.out.line("so far")
    fill()
    raise NotFound("contact", "x")

def write(context, args):
    context.journal.capture("kept", context.today)
    close = context.journal.close
    context.journal.close = lambda: (close(), sys.stderr.write("closed"))
    context.out.line("written")

def wait(context, args):
    write(context, args)
    raise KeyboardInterrupt

RUN = {"say": say, "differ": differ, "fail": fail, "write": write, "wait": wait}
'''
MAIN = """
import sys
from networkjournal.cli import main
sys.exit(main(commands=[(name, name) for name in ("say", "differ", "fail", "write", "wait")]))
"""


@pytest.fixture
def line(tmp_path: Path) -> list[str]:
    """A command line that lacks the name of the command, in whose process the made-up commands are found."""
    (tmp_path / "made_up.py").write_text(COMMANDS, encoding="utf-8")
    for name in ("say", "differ", "fail", "write", "wait"):
        text = f"from made_up import RUN, Command\nCOMMAND = Command('{name}', '', RUN['{name}'])\n"
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    start = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(tmp_path)!r}]\n{MAIN}"
    return [sys.executable, "-c", start, "--lang", "en", "--db", str(tmp_path / "journal.db")]


def ended(line: list[str], command: str, stdout: int = subprocess.PIPE) -> tuple[int, str, str]:
    """The exit status of a command, and what it printed where."""
    done = subprocess.run([*line, command], stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    return done.returncode, done.stdout or "", done.stderr


@pytest.mark.parametrize(("command", "status"), [("say", 0), ("differ", 1)])
def test_all_is_printed_before_the_process_leaves_at_once(line: list[str], command: str, status: int) -> None:
    """Nothing that waits for the interpreter's own end is waited for: this is the way out that is tested here."""
    left, out, err = ended(line, command)
    assert (left, err) == (status, "")
    assert (out.count("\n"), out[-17:]) == (40_000, "039999 and so on\n")


def test_a_failure_is_told_and_is_the_status(line: list[str]) -> None:
    status, out, err = ended(line, "fail")
    assert (status, out) == (1, "so far\n")
    assert err.startswith("networkjournal: ") and err.count("\n") == 1


@pytest.mark.parametrize(("command", "status"), [("say", 0), ("differ", 1)])
def test_a_reader_that_leaves_changes_no_status(line: list[str], command: str, status: int) -> None:
    """As with `| head -1`; a check that failed has failed all the same."""
    with subprocess.Popen([*line, command], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == status


@pytest.mark.parametrize("command", ["say", "differ", "fail"])
def test_a_disk_that_takes_no_more_fails_and_is_told(
    line: list[str], command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FULL", "1")
    with (tmp_path / "printed").open("wb") as file:
        status, _out, err = ended(line, command, file.fileno())
    assert status == 1
    done = "" if command == "fail" else "; what was asked for is done"
    assert err == f"networkjournal: the answer could not be written (File too large){done}\n"


@pytest.mark.parametrize(("command", "status", "out"), [("write", 0, "written\n"), ("wait", 130, "")])
def test_the_journal_is_closed_before(line: list[str], command: str, status: int, out: str, tmp_path: Path) -> None:
    """Also where Ctrl-C ends the command: what was written is there, and nothing is left to be taken back."""
    assert ended(line, command) == (status, out, "closed")
    journal = Journal.open(str(tmp_path / "journal.db"))
    assert [entry.text for entry in journal.books.entries.all()] == ["kept"]
    journal.close()
