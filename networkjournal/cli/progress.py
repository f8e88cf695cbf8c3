"""One line that says how far a long import is, rewritten in place on standard error.

Promises to show nothing where nobody looks (no terminal, or a program reads along with `--json`) and nothing about what
is done in a moment, to write seldom, and to leave no trace when it ends. Refuses to know what is counted.
"""

import os
import sys
from collections.abc import Callable, Mapping
from time import monotonic
from types import TracebackType

from networkjournal.lean import Self
from networkjournal.model.width import clip

MANY = 500
"""Fewer records are done before one could read the line."""
SECONDS = 0.1
"""Between two lines: more often nobody can read it, and writing takes time."""
_EMPTY = "\r\x1b[K"


class Progress:
    """The line. Leaving its block takes it away."""

    def __init__(
        self, say: Callable[[str, int, int], str], environment: Mapping[str, str], quiet: bool = False
    ) -> None:
        """`say` makes the line of what is being done, how many are done, and how many there are."""
        terminal = sys.stderr is not None and sys.stderr.isatty() and environment.get("TERM") != "dumb"
        self._say, self._on = say, terminal and not quiet
        self._last, self._shown = monotonic(), False

    def tell(self, phase: str, done: int, whole: int) -> None:
        """Say how far it is, if it is time to."""
        if not self._on or whole < MANY or (now := monotonic()) - self._last < SECONDS:
            return
        self._last, self._shown = now, True
        self._write(_EMPTY + clip(self._say(phase, done, whole), _room()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._shown:
            self._write(_EMPTY)

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:  # nobody reads it any more
            self._on = False


def _room() -> int:
    try:
        return max(os.get_terminal_size(sys.stderr.fileno()).columns - 1, 10)
    except (OSError, ValueError):
        return 79
