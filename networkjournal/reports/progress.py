"""Progress: how much of a goal's measure its result lines report, where the measure can be counted.

Promises that every line which was counted can be listed, with what it counts for. Refuses to count anything else.
"""

from functools import lru_cache

from networkjournal.journal import Journal
from networkjournal.model.goal import Goal
from networkjournal.model.measure import Progress, counted, read_measure
from networkjournal.reports.records import Records

KEPT = 1 << 16
"""Words of so many lines are not read again in one run of the program."""


def progress(journal: Journal, goal: Goal) -> Progress | None:
    """How far a goal has come; `None` where its measure cannot be counted."""
    measure = read_measure(goal.measure)
    if measure is None:
        return None
    said = journal.books.lines.words("result", "#", goal.id)
    found = [count for words in said if (count := _count(goal.measure, words))]
    thing = ("" if not goal.measure.isascii() else " ").join(word.shown for word in measure.thing)
    return Progress(sum(found), measure.target, measure.unit, len(found), thing)


def counted_lines(journal: Journal, goal: Goal) -> Records:
    """The result lines that were counted, the newest first."""
    lines = journal.books.lines.all("result", "#", goal.id)
    found = [line for line in lines if _count(goal.measure, line.words)]
    return Records(len(found), lambda skip, most: found[skip : skip + most], alone=True)


@lru_cache(KEPT)
def _count(measure: str, words: str) -> int:
    read = _measure(measure)
    return counted(read, words) if read else 0


_measure = lru_cache(64)(read_measure)
