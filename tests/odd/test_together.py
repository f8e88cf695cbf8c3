"""The program and two commands at once on one file: nothing is lost, nobody is refused, no field is written over.

A few edits here; `make together` makes a thousand.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from networkjournal.journal import Journal
from tests.cli.test_main import ROOT
from tests.tui.desk import journal
from tests.tui.test_terminal import Terminal

EDITS = max(int(os.environ.get("NETWORKJOURNAL_TOGETHER", "12")), 6)
EACH = EDITS // 3


def commands(path: Path, name: str, field: str) -> list[tuple[int, str]]:
    """One command after another: an entry, and a field of a contact that the other one edits as well."""
    said = []
    for number in range(EACH):
        word = f"{name}{number}"
        command = ["add", f"-> @鈴木花子 info: {word}"] if number % 2 else ["contact", "edit", "鈴木花子", field, word]
        done = subprocess.run(
            [sys.executable, "-m", "networkjournal", "--db", str(path), "--today", "2026-11-23", *command],
            cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        said.append((done.returncode, done.stderr))
    return said


def texts(path: Path) -> list[str]:
    other = Journal.open(str(path))
    try:
        return [entry.text for entry in other.books.entries.all()]
    finally:
        other.close()


def typed(terminal: Terminal, path: Path) -> None:
    """Entries written in the program's bar, one by one."""
    for number in range(EACH):
        words = f"-> @鈴木花子 info: program{number}"
        terminal.type(f"a{words}" if number == 0 else words)
        terminal.until(lambda word=f"program{number}": word.encode() in terminal.drawn)  # type: ignore[misc]
        terminal.type("\r")
        terminal.until(lambda words=words: words in texts(path))  # type: ignore[misc]


def test_the_program_and_two_commands_lose_nothing_and_are_never_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal(str(path)).close()
    terminal = Terminal(path)
    try:
        terminal.until(lambda: "鈴木".encode() in terminal.drawn)
        with ThreadPoolExecutor(2) as others:
            running = [others.submit(commands, path, *who) for who in (("left", "--org"), ("right", "--title"))]
            typed(terminal, path)
            assert [said for each in running for said in each.result() if said != (0, "")] == []
    finally:
        terminal.close()
    found = texts(path)
    for name, numbers in (("program", range(EACH)), ("left", range(1, EACH, 2)), ("right", range(1, EACH, 2))):
        assert [text for text in found if text.endswith(f"{name}{numbers[-1]}")]
        assert sum(f"info: {name}" in text for text in found) == len(numbers), name
    last = (EACH - 1) // 2 * 2
    other = Journal.open(str(path))
    person = other.find_contact("鈴木花子")
    assert (person.organization, person.title) == (f"left{last}", f"right{last}")
    assert other.check().differences == ()
    other.close()
