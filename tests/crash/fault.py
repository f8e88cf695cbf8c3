"""What can go wrong at a file operation: a kill, a torn write, a full disk, a quota, an I/O error; once or for good."""

import errno
from typing import NamedTuple

from tests.crash.operation import GO_ON, Answer, Kind, Operation

NEEDS_ROOM: frozenset[Kind] = frozenset({"make", "write", "link", "make_folder", "map"})
"""What a full disk refuses; the rest works on one."""


class Fault(NamedTuple):
    """What goes wrong."""

    name: str
    answer: Answer
    kinds: frozenset[Kind] | None = None
    """The operations it may happen to; `None`: to all."""
    for_good: bool = False
    """Whether all operations after it go wrong, too."""

    def may(self, kind: str) -> bool:
        """Whether it may happen to such an operation."""
        return self.kinds is None or kind in self.kinds


FAULTS: tuple[Fault, ...] = (
    Fault("kill", Answer(dies=True)),
    Fault("torn", Answer(half=True, dies=True), frozenset({"write"})),
    Fault("full", Answer(errno.ENOSPC, half=True), NEEDS_ROOM),
    Fault("full for good", Answer(errno.ENOSPC, half=True), NEEDS_ROOM, for_good=True),
    Fault("quota for good", Answer(errno.EDQUOT), NEEDS_ROOM, for_good=True),
    Fault("I/O error", Answer(errno.EIO)),
    Fault("I/O error for good", Answer(errno.EIO), for_good=True),
)


class Counting:
    """Notes what is done, and hinders nothing."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.kinds: list[Kind] = []

    def __call__(self, operation: Operation) -> Answer:
        """Go on."""
        self.kinds.append(operation.kind)
        return GO_ON


class Hindering:
    """Lets a fault happen at one operation, counted from 0."""

    def __init__(self, fault: Fault, at: int) -> None:
        """`at` is the number of the operation."""
        self._fault, self._at, self._done = fault, at, 0

    def __call__(self, operation: Operation) -> Answer:
        """Whether it happens now."""
        number, self._done = self._done, self._done + 1
        hit = number == self._at or (self._fault.for_good and number > self._at)
        if not hit or not self._fault.may(operation.kind):
            return GO_ON
        answer = self._fault.answer
        return answer if operation.kind == "write" else answer._replace(half=False)
