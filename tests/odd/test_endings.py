"""The program in a real terminal that goes away, stops it, or changes its size like mad: nothing typed is lost."""

import fcntl
import os
import random
import re
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_main import ROOT
from tests.tui.desk import journal
from tests.tui.test_terminal import LEAVES_FULL_SCREEN, Terminal

TYPED = "x" * 150 + " 日本語の文章 " + "y" * 150
"""More than is worked off before the signal that follows at once."""
SESSION = """
import fcntl, os, signal, subprocess, sys, termios, time
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
program = subprocess.Popen(sys.argv[1:], process_group=0)
os.tcsetpgrp(0, program.pid)
print("program", program.pid, flush=True)
while True:
    _, status = os.waitpid(program.pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        print("ended", os.waitstatus_to_exitcode(status), flush=True)
        break
    print("stopped", flush=True)
    time.sleep(0.3)
    os.kill(program.pid, signal.SIGCONT)
"""
"""What a shell is to a program: it gives it the terminal, sees it stop, and lets it go on."""


class Session(Terminal):
    """The program below something like a shell, with the terminal as its own."""

    def start(self, command: list[str], slave: int, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
        """Start it in a session of its own."""
        return subprocess.Popen(
            [sys.executable, "-c", SESSION, *command],
            stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=ROOT, start_new_session=True,
        )  # fmt: skip

    @property
    def program(self) -> int:
        """The program's own process id."""
        self.until(lambda: b"program " in self.drawn)
        found = re.search(rb"program (\d+)", self.drawn)
        assert found
        return int(found[1])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with four people."""
    journal(str(tmp_path / "journal.db")).close()
    return tmp_path / "journal.db"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """The program, opened, its bar open."""
    opened = Session(path)
    try:
        opened.until(lambda: "鈴木".encode() in opened.drawn)
        opened.type("a")
        yield opened
    finally:
        opened.close()


def draft(path: Path) -> str:
    return Path(f"{path}.draft").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda end: end.name)
def test_keys_that_were_pressed_just_before_the_end_are_in_the_draft(
    session: Session, path: Path, end: signal.Signals
) -> None:
    session.type(TYPED)
    os.kill(session.program, end)
    session.until(lambda: b"ended" in session.drawn)
    assert draft(path) == TYPED
    assert LEAVES_FULL_SCREEN in session.drawn and b"Traceback" not in session.drawn


def test_a_closed_window_ends_the_program_and_keeps_what_was_typed(path: Path) -> None:
    """The terminal is gone: nothing can be written to it, and nobody waits for that."""
    opened = Terminal(path)
    opened.until(lambda: "鈴木".encode() in opened.drawn)
    opened.type("a")
    opened.type(TYPED)
    opened.until(lambda: b"yyyy" in opened.drawn)
    os.close(opened.master)
    assert opened.process.wait(timeout=30) == 0
    assert draft(path) == TYPED


def test_a_program_that_was_stopped_goes_on_where_it_was(session: Session, path: Path) -> None:
    session.type("まだ")
    session.until(lambda: "まだ".encode() in session.drawn)
    os.kill(session.program, signal.SIGTSTP)
    session.until(lambda: b"stopped" in session.drawn)
    before, _stopped, after = session.drawn.partition(b"stopped")
    assert LEAVES_FULL_SCREEN in before, "the shell has its screen back"
    session.drawn = b"program " + str(session.program).encode() + after
    session.until(lambda: "まだ".encode() in session.drawn)
    session.type("続き")
    session.until(lambda: "続き".encode() in session.drawn)
    os.kill(session.program, signal.SIGTERM)
    session.until(lambda: b"ended" in session.drawn)
    assert draft(path) == "まだ続き"


def test_a_storm_of_sizes_is_survived(session: Session, path: Path) -> None:
    chance = random.Random(1)
    for turn in range(150):
        rows, columns = chance.choice([(1, 1), (2, 3), (24, 80), (60, 200), (5, 20), (100, 300), (10, 1), (1, 300)])
        fcntl.ioctl(session.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if turn % 10 == 0:
            session.type("z")
            session.read()
    fcntl.ioctl(session.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    session.type(" ende")
    session.until(lambda: b"ende" in session.drawn)
    os.kill(session.program, signal.SIGTERM)
    session.until(lambda: b"ended" in session.drawn)
    assert draft(path) == "z" * 15 + " ende"


@pytest.mark.parametrize(
    ("environment", "opens"),
    [({"TERM": "dumb"}, False), ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, True)],
    ids=["dumb", "ascii"],
)
def test_a_terminal_that_cannot_is_told_and_one_without_characters_is_drawn_on(
    path: Path, environment: dict[str, str], opens: bool
) -> None:
    opened = Terminal(path, environment)
    try:
        if opens:
            opened.until(lambda: b"? Help" in re.sub(rb"\x1b\[[0-9;]*m", b"", opened.drawn))
            opened.type("\x11")  # ctrl+q
        opened.until(lambda: opened.process.poll() is not None)
        opened.read()
        assert opened.process.returncode == (0 if opens else 2)
        assert b"Traceback" not in opened.drawn
        assert opens or b"TERM=dumb" in opened.drawn
    finally:
        opened.close()
