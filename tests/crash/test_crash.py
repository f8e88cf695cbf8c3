"""The crash suite in short; `make crash` runs it at length.

Killed at any moment, hindered at any file operation, cut off from power: what was acknowledged is there, nothing is
half done, `check` holds, and a person is told in one line. Each part is a process of its own, since it forks and
replaces what opens files.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from networkjournal.cli import COMMANDS
from networkjournal.cli.command import Command, load_all
from tests.crash.deed import APART, DEEDS, READS
from tests.crash.sqlite_files import why_not

ROOT = Path(__file__).parents[2]
AT_FILES = pytest.mark.skipif(bool(why_not()), reason=why_not())


def run(*words: str) -> tuple[int, str]:
    """A part of the suite: its status, and what it came to."""
    line = [sys.executable, "-m", "tests.crash", *words, "--seed", "7"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("kills", "24", "--deeds", "8"),
        ("program", "3"),
        pytest.param(("faults", "30", "--deeds", "6"), marks=AT_FILES),
        pytest.param(("faults", "10", "--deeds", "2", "--wal"), marks=AT_FILES),
        pytest.param(("cuts", "40", "--deeds", "6"), marks=AT_FILES),
        pytest.param(("cuts", "20", "--deeds", "2", "--wal"), marks=AT_FILES),
    ],
    ids=" ".join,
)
def test_nothing_is_lost(words: tuple[str, ...]) -> None:
    status, told = run(*words)
    assert status == 0, told


@AT_FILES
@pytest.mark.parametrize("mode", [(), ("--wal",)], ids=["truncate", "wal"])
def test_where_sqlite_does_not_wait_for_the_disk_power_cuts_do_harm(mode: tuple[str, ...]) -> None:
    """Or the cuts above would prove nothing."""
    status, told = run("cuts", "40", "--deeds", "1", "--careless", *mode)
    assert status == 1 and " problems" in told, told


def names(command: Command, above: str = "") -> list[str]:
    """What a command and those below it are called."""
    name = f"{above} {command.name}".strip()
    below = [found for sub in command.subcommands for found in names(sub, name)]
    return [name, *below] if command.run else below


def test_every_command_that_writes_is_tried() -> None:
    every = {name for command in load_all(COMMANDS) for name in names(command)}
    assert every - {deed.name for deed in DEEDS} - READS - APART == set()
