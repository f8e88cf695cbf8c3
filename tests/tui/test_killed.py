"""Killed in mid-sentence: what a second had gone over is there at the next start, and nothing is posted unasked."""

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from networkjournal.journal import Journal
from tests.tui.desk import journal
from tests.tui.test_terminal import Terminal, net

PAINTED = "鈴木".encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with four people."""
    journal(str(tmp_path / "journal.db")).close()
    return tmp_path / "journal.db"


class Killed:
    """A program that is killed while one types, and the next one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.terminal = Terminal(path)
        self.terminal.until(lambda: PAINTED in self.terminal.drawn)

    def type_and_kill(self, draft: str, first: str, more: str) -> None:
        """Type until the draft file has the first part, type on, and be killed at once."""
        self.terminal.type(first)
        file = Path(f"{self.path}.{draft}")
        self.terminal.until(lambda: file.exists() and first in file.read_text(encoding="utf-8"))
        self.terminal.type(more)
        self.terminal.process.kill()
        self.terminal.process.wait()

    def again(self) -> Terminal:
        """The next start."""
        self.terminal.close()
        self.terminal = Terminal(self.path)
        return self.terminal

    def see(self, text: str) -> None:
        """Read until this is on the screen."""
        self.terminal.until(lambda: text.encode() in self.terminal.drawn)

    def press(self, keys: str) -> None:
        """Type keys."""
        self.terminal.type(keys)


@pytest.fixture
def killed(path: Path) -> Iterator[Killed]:
    """The program, opened and painted."""
    made = Killed(path)
    try:
        yield made
    finally:
        made.terminal.close()


def texts(path: Path) -> list[str]:
    """All entries in the file, as another program reads them."""
    other = Journal.open(str(path))
    try:
        return [entry.text for entry in other.books.entries.all()]
    finally:
        other.close()


def test_what_was_typed_in_the_bar_is_in_the_bar_again(killed: Killed, path: Path) -> None:
    before = texts(path)
    killed.press("a")
    killed.type_and_kill("draft", "まだ書きかけ", "の文章")
    assert texts(path) == before

    killed.again()
    killed.see("まだ書きかけ")
    killed.press("a\r")
    killed.terminal.until(lambda: len(texts(path)) == len(before) + 1)
    assert texts(path)[-1].startswith("まだ書きかけ")
    assert not list(path.parent.glob("*.draft*"))


def test_what_was_typed_in_the_editor_is_offered_and_gone_on_with(killed: Killed, path: Path) -> None:
    before = texts(path)
    killed.press("dn")
    killed.see("new entry")
    killed.type_and_kill("entry.draft", "-> @鈴木花子 情報: 長い話", "の続き")
    assert texts(path) == before and net(path) == -6000

    killed.again()
    killed.see("There is an unsaved entry of 2026-11-23")
    assert texts(path) == before, "never posted unasked"
    killed.press("\r")
    killed.see("長い話")
    killed.press("\x13")  # ctrl+s
    killed.terminal.until(lambda: net(path) == -5000)
    assert texts(path)[-1].startswith("-> @鈴木花子 情報: 長い話")
    assert not list(path.parent.glob("*.draft*"))


def test_a_program_that_runs_keeps_its_draft_to_itself(killed: Killed, path: Path) -> None:
    """Another one on the same file finds nothing of it, and has a draft of its own."""
    killed.press("a")
    killed.press("この窓の文章")
    kept = Path(f"{path}.draft")
    killed.terminal.until(lambda: kept.exists())
    other = Terminal(path)
    try:
        other.until(lambda: PAINTED in other.drawn)
        other.type("aあちらの文章")
        beside = Path(f"{path}.draft-2")
        other.until(lambda: beside.exists() and beside.read_text(encoding="utf-8") == "あちらの文章")
        assert "この窓の文章".encode() not in other.drawn
        assert kept.read_text(encoding="utf-8") == "この窓の文章"
    finally:
        other.close()


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP], ids=["terminated", "hung up"])
def test_an_ended_program_keeps_what_is_on_every_screen(killed: Killed, path: Path, end: signal.Signals) -> None:
    """The bar below and the editor on top, at once and without a second's wait."""
    killed.press("ain der Zeile")
    killed.see("in der Zeile")
    killed.press("\x1b[15~")  # F5
    killed.see("Nothing is written here yet")
    killed.press("n")
    killed.see("new entry")
    killed.press("im Editor")
    killed.see("im Editor")
    killed.terminal.process.send_signal(end)
    killed.terminal.until(lambda: killed.terminal.process.poll() is not None)
    with contextlib.suppress(OSError):
        killed.terminal.read()
    assert Path(f"{path}.draft").read_text(encoding="utf-8") == "in der Zeile"
    assert Path(f"{path}.entry.draft").read_text(encoding="utf-8").endswith("\nim Editor")
    assert all(os.stat(file).st_mode & 0o777 == 0o600 for file in path.parent.glob("*.draft*"))
