"""Many trials, and what they come to. Each campaign begins from a seed, so that it can be repeated."""

import gc
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from typing import NamedTuple

from tests.crash.deed import DEEDS, Deed
from tests.crash.fault import FAULTS, Fault, Hindering
from tests.crash.python_files import PythonFiles
from tests.crash.sqlite_files import SqliteFiles
from tests.crash.trial import Rehearsal, begin, end, problems, rehearse, start, workshop


class Found(NamedTuple):
    """What a campaign came to."""

    counts: Counter[str]
    problems: list[str]

    def lines(self) -> Iterator[str]:
        """It, for reading."""
        yield ", ".join(f"{name} {count:,}" for name, count in self.counts.items())
        yield from self.problems
        yield f"{len(self.problems)} problems"


def some(most: int | None, seed: int) -> tuple[Deed, ...]:
    """So many of the deeds, at random; all of them without a number."""
    return DEEDS if most is None else tuple(random.Random(seed).sample(DEEDS, most))


def kills(count: int, seed: int, deeds: tuple[Deed, ...] = DEEDS) -> Found:
    """Kill each deed at random moments, in turn, until so many were killed."""
    chance, found = random.Random(seed), Found(Counter(), [])
    with workshop() as shop:
        rehearsed = {deed: rehearse(shop, deed) for deed in deeds}
        gc.freeze()
        for deed in cycle(deeds):
            if found.counts["kills"] >= count:
                break
            folder = begin(shop, deed)
            child = start(folder, deed)
            time.sleep(chance.uniform(0, rehearsed[deed].seconds))
            os.kill(child, signal.SIGKILL)
            ran = end(folder, child)
            found.counts["kills" if ran.status is None else "kills that came too late"] += 1
            found.counts["acknowledged"] += ran.acknowledged
            found.problems.extend(problems(folder, deed, rehearsed[deed], ran))
    return found


class Place(NamedTuple):
    """A fault at an operation of a deed."""

    deed: Deed
    fault: Fault
    at: int


class Choice(NamedTuple):
    """Which of all faults at all operations are tried."""

    most: int | None = None
    """So many, at random; `None`: all."""
    which: int = 1
    of: int = 1
    """Every so-maniest, from that one on."""
    fault: str = ""
    """Only those of this name."""


def faults(choice: Choice, seed: int, deeds: tuple[Deed, ...] = DEEDS) -> Found:
    """Let each fault happen at each file operation of each deed, as far as they are chosen."""
    found = Found(Counter(), [])
    with workshop() as shop:
        SqliteFiles()
        PythonFiles(shop)
        rehearsed = {deed: rehearse(shop, deed) for deed in deeds}
        places = [place for place in _places(rehearsed) if choice.fault in ("", place.fault.name)]
        places = places[choice.which - 1 :: choice.of]
        gc.freeze()
        found.counts["operations"] = sum(len(rehearsal.operations) for rehearsal in rehearsed.values())
        for place in places if choice.most is None else random.Random(seed).sample(places, choice.most):
            folder = begin(shop, place.deed)
            ran = end(folder, start(folder, place.deed, Hindering(place.fault, place.at)))
            found.counts[place.fault.name] += 1
            found.counts["refused" if ran.status else "killed" if ran.status is None else "done all the same"] += 1
            kind = rehearsed[place.deed].operations[place.at]
            where = f"{place.fault.name} at {place.at} ({kind}): "
            found.problems.extend(where + what for what in problems(folder, place.deed, rehearsed[place.deed], ran))
    return found


def _places(rehearsed: dict[Deed, Rehearsal]) -> Iterator[Place]:
    for deed, rehearsal in rehearsed.items():
        for fault in FAULTS:
            for at, kind in enumerate(rehearsal.operations):
                if fault.may(kind):
                    yield Place(deed, fault, at)
