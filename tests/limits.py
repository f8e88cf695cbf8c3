"""What a file may cost: so many seconds of the processor, and so much memory beyond what is in use.

Refuses to measure: a test in which either runs out fails. Where the system knows no such limits, there are none.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

SECONDS = 10
"""Of one processor, however busy the machine is. What takes this long on a slow one takes a few on most."""
MEGABYTES = 500


@contextmanager
def within(seconds: int = SECONDS, megabytes: int = MEGABYTES) -> Iterator[None]:
    """Do what is inside within these limits. Raises `TimeoutError` or `MemoryError` where they do not do."""
    try:
        import resource
        import signal
    except ImportError:
        yield
        return
    used = _in_use()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    before = signal.signal(signal.SIGPROF, _ended)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        if used:
            resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * 1024 * 1024, hard))
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _ended(number: int, frame: FrameType | None) -> None:
    raise TimeoutError("this file takes too long")


def _in_use() -> int:
    with suppress(OSError), open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0
