"""A file operation of a process, told before it is done, and what is answered: go on, fail, or die in the middle.

Whoever makes such operations (SQLite through its VFS, Python through `os`) asks `asked` about each; a test sets who
answers.
"""

import os
import signal
from collections.abc import Callable
from typing import Literal, NamedTuple, NoReturn

Kind = Literal["make", "write", "truncate", "sync", "sync_folder", "remove", "rename", "link", "make_folder", "map"]


class Operation(NamedTuple):
    """What is about to be done to a file."""

    kind: Kind
    path: str
    offset: int = 0
    """Where it is written, or how long the file will be."""
    data: bytes = b""
    """What is written; half of it, where the writing is torn."""
    other: str = ""
    """The new name."""


class Answer(NamedTuple):
    """What happens instead."""

    errno: int = 0
    """What the system says; 0: nothing is wrong."""
    half: bool = False
    """Whether half of what is written is on the disk all the same."""
    dies: bool = False
    """Whether the process is gone then."""


GO_ON = Answer()
Watcher = Callable[[Operation], Answer]


class Watched:
    """Who answers in this process."""

    watcher: Watcher | None = None


def asked(operation: Operation) -> Answer:
    """What to do about an operation. A process that dies before it does nothing more; a torn one dies afterwards."""
    if Watched.watcher is None:
        return GO_ON
    answer = Watched.watcher(operation)
    if answer.dies and not answer.half:
        die()
    return answer


def die() -> NoReturn:
    """As a kill does: nothing is written any more, nothing is told."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError
