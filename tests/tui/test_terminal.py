"""The real program in a real terminal: a pseudo-terminal that types, reads what is drawn, and closes the window."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from networkjournal.journal import Journal
from tests.tui.desk import desk, journal

PATIENCE = 30.0
"""Seconds after which a test gives up; nothing is timed."""
LEAVES_FULL_SCREEN = b"\x1b[?1049l"


class Terminal:
    """The program behind a pseudo-terminal of 80 by 24."""

    def __init__(
        self,
        db: Path,
        environment: Mapping[str, str] = MappingProxyType({}),
        program: tuple[str, ...] = ("networkjournal",),
    ) -> None:
        """`program` is the module to run, with what comes before the program's own arguments."""
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        command = [sys.executable, "-m", *program, "--db", str(db), "--today", "2026-11-23"]
        self.process = self.start(
            command, slave, {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment}
        )
        os.close(slave)
        self.drawn = b""

    def start(self, command: list[str], slave: int, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
        """Start the program on the terminal."""
        return subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=Path(__file__).parents[2],
            close_fds=True,
        )

    def read(self) -> None:
        """Take in what was drawn."""
        if select.select([self.master], [], [], 0.05)[0]:
            with contextlib.suppress(OSError):
                self.drawn += os.read(self.master, 65536)

    def until(self, ready: Callable[[], bool]) -> None:
        """Read until something is so."""
        end = time.monotonic() + PATIENCE
        while not ready():
            assert time.monotonic() < end, self.drawn[-2000:].decode("utf-8", "replace")
            self.read()

    def type(self, text: str) -> None:
        """Type as a keyboard would."""
        os.write(self.master, text.encode())

    def close(self) -> None:
        """Leave nothing running."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.process.wait()
        with contextlib.suppress(OSError):  # it may be closed already
            os.close(self.master)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with four people."""
    journal(str(tmp_path / "journal.db")).close()
    return tmp_path / "journal.db"


@pytest.fixture
def terminal(path: Path) -> Iterator[Terminal]:
    """The program, opened and painted."""
    opened = Terminal(path)
    try:
        opened.until(lambda: "鈴木".encode() in opened.drawn)
        yield opened
    finally:
        opened.close()


MOVES = re.compile(rb"\x1b\[(\d+);(\d+)H")
PRINTS = re.compile(rb"\x1b\[[0-9;?<>=]*[a-zA-Z]|\x1b\][^\x07]*\x07")


def cursor(drawn: bytes) -> tuple[int, int] | None:
    """Where the terminal's cursor was left: column and row from 0; None where something was printed after it moved."""
    moves = list(MOVES.finditer(drawn))
    if not moves or PRINTS.sub(b"", drawn[moves[-1].end() :]).strip(b"\x1b[?2026l"):
        return None
    row, column = moves[-1].groups()
    return int(column) - 1, int(row) - 1


async def place(*keys: str) -> tuple[int, int]:
    """Where, at this size, the field that these keys lead to begins: its first cell, as the layout has it."""
    async with desk(size=(80, 24)) as at:
        await at.press(*keys)
        await at.pilot.pause(0.1)
        assert at.app.focused is not None
        return at.app.focused.content_region.offset


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("a", ("a",)), ("/", ("slash",)), ("n", ("n",)), ("f", ("f",))],
    ids=["the bar", "the filter", "a form", "find"],
)
async def test_the_terminals_cursor_stands_where_the_next_character_will(
    typed: str, keys: tuple[str, ...], terminal: Terminal
) -> None:
    """An input method opens its window there: right after the field came up, and at the end of Japanese text."""
    x, y = await place(*keys)
    terminal.type(typed)
    terminal.until(lambda: cursor(terminal.drawn) == (x, y))

    for text, cells in (("日本", 4), ("語", 6), ("a", 7), ("ｶﾞ", 9)):
        terminal.type(text)
        terminal.until(lambda end=x + cells: cursor(terminal.drawn) == (end, y))  # type: ignore[misc]

    terminal.type("\x1b[D\x1b[D\x1b[D")  # back over the half-width kana and the letter
    terminal.until(lambda: cursor(terminal.drawn) == (x + 6, y))


def net(path: Path) -> int:
    """The balance with 鈴木, as another program reads it."""
    other = Journal.open(str(path))
    try:
        return other.books.ledger.account(other.find("contact", "鈴木").id).net
    finally:
        other.close()


def test_a_line_typed_in_the_terminal_is_in_the_file(terminal: Terminal, path: Path) -> None:
    terminal.type("a")
    terminal.type("-> @鈴木花子 情報: 本の話")
    terminal.until(lambda: b"information" in terminal.drawn)
    terminal.type("\r")

    terminal.until(lambda: net(path) == -5000)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP], ids=["terminated", "hung up"])
def test_an_ended_program_restores_the_terminal_and_keeps_what_was_typed(
    end: signal.Signals, terminal: Terminal, path: Path
) -> None:
    terminal.type("a")
    terminal.type("まだ書きかけ")
    terminal.until(lambda: "書きかけ".encode() in terminal.drawn)
    terminal.process.send_signal(end)
    terminal.until(lambda: terminal.process.poll() is not None)
    terminal.read()

    assert LEAVES_FULL_SCREEN in terminal.drawn
    assert Path(f"{path}.draft").read_text(encoding="utf-8") == "まだ書きかけ"
    assert net(path) == -6000, "a draft is never posted unasked"


def titles(path: Path) -> list[list[str]]:
    """The goals, personas and offers in the file, as another program reads them."""
    other = Journal.open(str(path))
    try:
        books = other.books
        return [
            [goal.title for goal in books.goals.all()],
            [persona.who for persona in books.personas.all()],
            [offer.what for offer in books.offers.all()],
        ]
    finally:
        other.close()


def test_the_three_answers_of_a_first_run_are_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    opened = Terminal(path)
    try:
        for question, typed in (
            (b"What do you want", "ten new customers"),
            (b"Whom do you want", "夜間に困っているケアマネジャー"),
            (b"What can you offer", "a template"),
        ):
            opened.until(lambda asks=question: asks in opened.drawn)  # type: ignore[misc]
            opened.type(typed)
            opened.until(lambda text=typed: text.encode() in opened.drawn)  # type: ignore[misc]
            opened.type("\r")
        opened.until(lambda: b"Whom did you meet last?" in opened.drawn)
        assert titles(path) == [["ten new customers"], ["夜間に困っているケアマネジャー"], ["a template"]]

        opened.type("\x11")  # ctrl+q
        opened.until(lambda: opened.process.poll() is not None)
        assert opened.process.returncode == 0
    finally:
        opened.close()


def test_the_sample_journal_is_one_key_from_the_welcome_and_leaves_a_line(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    opened = Terminal(path)
    try:
        opened.until(lambda: b"What do you want" in opened.drawn)
        opened.type("\x1b[20~")  # F9
        opened.until(lambda: b"nothing is kept" in opened.drawn)
        assert opened.process.poll() is None
        opened.type("\x11")
        opened.until(lambda: b"The sample journal is gone." in opened.drawn)
        opened.until(lambda: opened.process.poll() is not None)
        assert titles(path) == [[], [], []]
    finally:
        opened.close()
