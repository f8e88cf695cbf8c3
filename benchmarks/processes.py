"""Whole processes, measured from outside and in turn: A B C A B C …, so that a machine's moods fall on all alike."""

import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """One run."""

    wall: float
    """Milliseconds from before the start until the process is gone."""
    cpu: float
    """Milliseconds that processors worked on it."""
    memory: int
    """Bytes, at the most."""


class Spread(NamedTuple):
    """What several figures come to."""

    low: float
    median: float
    high: float
    """The 95th of a hundred."""


Measure = Callable[[], Run]


def spread(figures: Sequence[float]) -> Spread:
    """Sum up; there is at least one figure."""
    ordered = sorted(figures)
    return Spread(ordered[0], statistics.median(ordered), ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)])


def process(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command once, its output thrown away. Raises `ChildProcessError` where it fails."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (0, 1, 2)]
    began = time.perf_counter()
    child = os.posix_spawnp(command[0], list(command), dict(environment or os.environ), file_actions=streams)
    _child, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - began
    os.close(nowhere)
    if status:
        raise ChildProcessError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return Run(wall * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss * 1024)


def in_turn(measures: Mapping[str, Measure], runs: int) -> dict[str, list[Run]]:
    """Run each so many times, in turn, after one turn that does not count. What fails is left out."""
    done: dict[str, list[Run]] = {name: [] for name in measures}
    for turn in range(runs + 1):
        for name, measure in measures.items():
            if name not in done:
                continue
            try:
                run = measure()
            except (ChildProcessError, OSError, TimeoutError) as error:
                print(f"  {name}: {error}")
                del done[name]
                continue
            if turn:
                done[name].append(run)
    return done


def ratio(runs: Sequence[Run], yardstick: Sequence[Run]) -> float:
    """How many times as long, pair by pair: the median of the ratios within each turn."""
    return statistics.median(one.wall / other.wall for one, other in zip(runs, yardstick, strict=True))
