"""`undo` and `redo`: across programs, for each command here opens the file anew."""

import subprocess
import sys
from pathlib import Path

from tests.cli.shell import TODAY, Shell

ROOT = Path(__file__).parents[2]


def elsewhere(shell: Shell, *argv: str) -> str:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "networkjournal", "--db", str(shell.path), "--today", TODAY, *argv]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True)
    return done.stdout


def test_another_process_takes_back_and_does_again(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("add", "-> @Ann info: x")
    assert elsewhere(shell, "undo").startswith("Taken back: ")
    assert shell.json("journal") == [] and shell.json("balance")[0]["given"] == 0
    assert elsewhere(shell, "redo").startswith("Done again: ")
    assert shell.json("balance")[0]["given"] == 1.0
    shell.say("check")


def test_where_nothing_is_left_it_says_so(shell: Shell) -> None:
    assert shell.say("undo") == "There is nothing to take back.\n"
    assert shell.say("redo") == "There is nothing to do again.\n"


def test_the_history_tells_what_was_taken_back(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("undo")
    latest, first = shell.json("history")
    assert (latest["name"], latest["undoes"], first["name"], first["undone"]) == (
        "undo",
        first["id"],
        "contact_add",
        True,
    )
