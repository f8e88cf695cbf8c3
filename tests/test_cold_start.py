"""What one asks for many times a day loads only what it uses: looked up in `sys.modules` of a fresh process.

Nothing is timed: a module that is not imported costs nothing on any machine. docs/decisions.md has what each costs.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from networkjournal.cli import COMMANDS

ROOT = Path(__file__).parents[1]

TOO_DEAR = [
    *("textual", "rich", "sqlite_utils", "dateutil", "click", "platformdirs"),
    *("dataclasses", "inspect", "asyncio", "pathlib", "argparse", "tomllib", "gettext", "importlib.metadata"),
]
NOT_DAILY = [
    *TOO_DEAR,
    *("typing", "json", "shutil", "tempfile", "subprocess", "locale", "string", "decimal"),
    *("hashlib", "getpass", "networkjournal.store.cipher", "networkjournal.cli.passphrase", "networkjournal.keychain"),
]
"""What no daily command needs besides. `networkjournal.lean` stands in for typing."""

NOT_TO_LOOK_UP = {
    *("re", "networkjournal.poster", "networkjournal.config", "networkjournal.cli.documents"),
    *("networkjournal.store.history", "networkjournal.store.search", "networkjournal.store.inbox"),
    *("networkjournal.model.ask", "networkjournal.model.budget", "networkjournal.model.matching"),
    *("networkjournal.model.giving", "networkjournal.model.words", "networkjournal.reports.suggesting"),
    *("networkjournal.model.difference", "networkjournal.model.self_introduction", "networkjournal.formats"),
}
"""What a plain `brief` leaves alone besides: patterns, all that writes, books and nouns it does not speak of, and how
suggestions are found, where nothing is offered and nothing is noted that they need."""

ORDINARY = {
    "add": ["add", "-> @田中太郎 情報: 本のこと 30m #在宅"],
    "brief": ["brief", "田中太郎"],
    "balance": ["balance"],
    "ledger": ["ledger", "田中太郎"],
    "today": ["today"],
}
"""Command -> an ordinary use of it, on a journal that knows 田中太郎."""

HERE = {command: line for command, line in ORDINARY.items() if command in dict(COMMANDS)}

PROBE = """
import sys
before = set(sys.modules)
from networkjournal.cli import main
status = main(sys.argv[1:])
sys.stdout.flush()
loaded = sorted(set(sys.modules) - before)
import json
print(json.dumps({"status": status, "loaded": loaded}), file=sys.stderr)
"""


def run(journal: Path, line: list[str]) -> tuple[int, list[str]]:
    """The exit status of one command in a process of its own, and the modules that it loaded."""
    command = [sys.executable, "-c", PROBE, "--db", str(journal), *line]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    report = json.loads(done.stderr.splitlines()[-1])
    return report["status"], report["loaded"]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal whose schema stands, with one contact: making the file may cost more, once in its life."""
    path = tmp_path / "journal.db"
    status, _loaded = run(path, ["add", "--create", "<- @田中太郎 助言: 話し方"])
    assert status == 0
    return path


@pytest.mark.parametrize("command", HERE)
def test_an_ordinary_command_loads_nothing_dear(command: str, journal: Path) -> None:
    status, loaded = run(journal, HERE[command])
    assert status == 0
    assert [name for name in NOT_DAILY if name in loaded] == []


def test_a_brief_loads_only_what_it_shows(journal: Path) -> None:
    status, loaded = run(journal, ORDINARY["brief"])
    assert status == 0
    assert sorted(NOT_TO_LOOK_UP & set(loaded)) == []


def test_a_brief_of_somebody_with_mail_and_tags_reads_them_without_json(journal: Path) -> None:
    line = [
        "contact",
        "edit",
        "田中太郎",
        "--email",
        "t@example.com",
        "--phone",
        "03-1",
        "--tag",
        "care",
        "--tag",
        "web",
    ]
    assert run(journal, line)[0] == 0
    status, loaded = run(journal, ORDINARY["brief"])
    assert status == 0
    assert "json" not in loaded


NOT_AT_FIRST = {
    *("form", "confirm", "day_question"),
    *("contact_form", "goal_form", "persona_form", "event_form", "brief", "sheet", "suggestions"),
}
"""Widgets and screens of the program that nobody sees who has just opened it."""


def test_the_first_screen_loads_no_other() -> None:
    """Forms, reports and completion were a third of what is loaded before the first frame."""
    code = "import sys, networkjournal.tui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    rooms = ("networkjournal.tui.widgets", "networkjournal.tui.screens")
    assert not {f"{room}.{name}" for room in rooms for name in NOT_AT_FIRST} & loaded
    assert not [name for name in loaded if name.startswith(("networkjournal.reports", "networkjournal.formats"))]
    assert not {"networkjournal.capture.completion", "networkjournal.model.measure", "networkjournal.purpose"} & loaded


@pytest.mark.parametrize("line", [["--version"], ["--help"]], ids=" ".join)
def test_asking_what_it_is_opens_no_journal(line: list[str], tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    status, loaded = run(path, line)
    assert status == 0
    assert [name for name in TOO_DEAR if name in loaded] == []
    assert not path.exists()
    assert not (tmp_path / "none.db").exists()


def test_the_probe_sees_what_is_loaded(tmp_path: Path) -> None:
    assert "networkjournal.cli.arguments" in run(tmp_path / "none.db", ["--version"])[1]
