"""The program in its terminal, killed while a line is typed and saved."""

import fcntl
import os
import pty
import random
import select
import signal
import struct
import sys
import termios
import time
from collections import Counter
from datetime import date
from typing import NoReturn

from networkjournal.cli import main
from networkjournal.journal import Journal
from tests.crash.campaign import Found
from tests.crash.deed import Deed
from tests.crash.state import JOURNAL, State, state
from tests.crash.trial import TODAY, Ran, begin, command, differing, unsound, workshop

LINE = "-> @鈴木花子 情報: 本の話"
PAINTED = "鈴木".encode()
SAVED = b"1 line posted"
"""What the program says once it is saved."""
LONGEST = 0.8
"""Seconds after which the kill comes at the latest."""
OPEN = Deed(())


def kills(count: int, seed: int) -> Found:
    """Open the program, type a line and Enter, and kill it at a random moment; so many times."""
    from networkjournal.tui import app  # what a forked process finds loaded

    chance, found = random.Random(seed), Found(Counter(), [])
    with workshop() as shop:
        assert app
        after = _saved(shop)
        for _ in range(count):
            folder = begin(shop, OPEN)
            before = state(folder)
            drawn = _killed(folder, chance)
            acknowledged = SAVED in drawn
            ran = Ran(None, "saved" if acknowledged else "", "")
            now = state(folder)
            wrong = [*differing(OPEN, before, after, now, ran), *unsound(folder), *_draft(folder)]
            found.counts["kills of the program"] += 1
            found.counts["saved"] += now.records == after.records
            found.counts["acknowledged"] += acknowledged
            found.problems.extend(f"the program: {what}" for what in wrong)
    return found


def _saved(shop: str) -> State:
    """What there is where the line was saved by the program."""
    folder = begin(shop, OPEN)
    journal = Journal.open(os.path.join(folder, JOURNAL))
    journal.source = "tui"
    journal.capture(LINE, date.fromisoformat(TODAY))
    journal.close()
    return state(folder)


def _killed(folder: str, chance: random.Random) -> bytes:
    """Do it once; gives what was drawn after the keys."""
    child, terminal = pty.fork()
    if child == 0:
        _run(folder)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    limit = time.monotonic() + 60
    drawn = b""
    while PAINTED not in drawn:
        assert time.monotonic() < limit, (os.waitpid(child, os.WNOHANG), drawn[-2000:])
        drawn += _read(terminal, 0.05)
    os.write(terminal, f"a{LINE}\r".encode())
    drawn, limit = b"", time.monotonic() + chance.uniform(0, LONGEST)
    while (left := limit - time.monotonic()) > 0:
        drawn += _read(terminal, left)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := _read(terminal, 0):
        drawn += part
    os.close(terminal)
    return drawn


def _run(folder: str) -> NoReturn:
    try:
        os.environ["HOME"] = os.path.join(folder, "home")
        os.environ["TERM"] = "xterm-256color"
        for number, name in enumerate(("stdin", "stdout", "stderr")):  # what they were in the parent may be a file
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        main(command(folder, OPEN))
    finally:
        os._exit(1)


def _read(terminal: int, seconds: float) -> bytes:
    if not select.select([terminal], [], [], seconds)[0]:
        return b""
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody has the other end any more
        return b""


def _draft(folder: str) -> list[str]:
    """What was kept of the line, if anything, is a part of it."""
    path = os.path.join(folder, f"{JOURNAL}.draft")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        kept = file.read()
    return [] if LINE.startswith(kept) else [f"a draft that nobody typed: {kept!r}"]
