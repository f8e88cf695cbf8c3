"""A program in a pseudo-terminal: what it paints, when, and how soon after a key.

Promises that nothing is taken for painted that has not arrived at the terminal's end of the line. Refuses to read the
screen: it looks for texts among the bytes, which is all that is needed to know that they were sent.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

from benchmarks.processes import Run

ROWS, COLUMNS = 36, 120
PATIENCE = 60.0
"""Seconds after which something is not going to be painted."""


class Terminal:
    """One program, running."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it. `TERM` is said here."""
        self.began = time.perf_counter()
        self.child, self._line = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(command[0], list(command), {**environment, "TERM": "xterm-256color"})

    def until(self, *signs: str, within: float = PATIENCE) -> float:
        """Wait until each of these patterns was sent since the last call; gives the moment. Raises `TimeoutError`."""
        waiting = [re.compile(sign.encode()) for sign in signs]
        sent = b""
        end = time.perf_counter() + within
        while waiting:
            left = end - time.perf_counter()
            if left <= 0 or not (piece := self._piece(left)):
                raise TimeoutError(f"not painted: {waiting[0].pattern.decode()}")
            sent += piece
            waiting = [sign for sign in waiting if not sign.search(sent)]
        return time.perf_counter()

    def quiet(self, seconds: float) -> bytes:
        """Read on until nothing was sent for so long."""
        sent = b""
        while piece := self._piece(seconds):
            sent += piece
        return sent

    def _piece(self, seconds: float) -> bytes:
        if not select.select([self._line], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._line, 1 << 16)
        except OSError:  # the program is gone
            return b""

    def send(self, keys: str) -> float:
        """Press keys; gives the moment."""
        now = time.perf_counter()
        os.write(self._line, keys.encode())
        return now

    def end(self) -> Run:
        """End it, and give what it used; the wall time is that since the start."""
        os.kill(self.child, signal.SIGKILL)
        _child, _status, used = os.wait4(self.child, 0)
        os.close(self._line)
        wall = time.perf_counter() - self.began
        return Run(wall * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss * 1024)


def first_paint(command: Sequence[str], environment: Mapping[str, str], *signs: str) -> Run:
    """How long from the start until these were painted; the memory is that after a second's rest."""
    program = Terminal(command, environment)
    try:
        painted = (program.until(*signs) - program.began) * 1000
        program.quiet(0.4)
    finally:
        used = program.end()
    return Run(painted, used.cpu, used.memory)


def keys_to_paint(
    command: Sequence[str],
    environment: Mapping[str, str],
    ready: Sequence[str],
    before: str,
    presses: Sequence[tuple[str, str]],
) -> list[float]:
    """Milliseconds from each press to its sign, each pressed when all is quiet. `before` is typed first."""
    program = Terminal(command, environment)
    try:
        program.until(*ready)
        program.quiet(0.5)
        for key in before:
            program.send(key)
            program.quiet(0.2)
        taken = []
        for key, sign in presses:
            pressed = program.send(key)
            taken.append((program.until(sign, within=5) - pressed) * 1000)
            program.quiet(0.15)
        return taken
    finally:
        program.end()
