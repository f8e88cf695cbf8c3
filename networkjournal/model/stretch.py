"""Stretches: the parts of a period over which what passed is shown, and what passed in each of them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.period import Period, period_of

StretchKind = Literal["day", "week", "month", "year"]

_PARTS: dict[str, StretchKind] = {"week": "day", "month": "week", "quarter": "month", "year": "month"}
_DAY = timedelta(days=1)
DAYS, WEEKS, MONTHS = 14, 92, 366 * 3
"""A span of at most so many days is shown by days, by weeks, by months; a longer one by years."""


class DaySum(NamedTuple):
    """What passed on one day. Weights are thousandths."""

    on: date
    given: int = 0
    received: int = 0
    given_times: int = 0
    received_times: int = 0
    given_minutes: int = 0
    received_minutes: int = 0


class Stretch(NamedTuple):
    """What passed from `start` to `end`, both included."""

    start: date
    end: date
    given: int = 0
    received: int = 0
    given_times: int = 0
    received_times: int = 0
    given_minutes: int = 0
    received_minutes: int = 0


def stretch_kind(period: Period) -> StretchKind:
    """By what a period is shown."""
    if period.kind in _PARTS:
        return _PARTS[period.kind]
    if period.days <= DAYS:
        return "day"
    if period.days <= WEEKS:
        return "week"
    return "month" if period.days <= MONTHS else "year"


def stretches(period: Period, days: Iterable[DaySum] = ()) -> tuple[Stretch, ...]:
    """The period in its parts, none of which leaves it, with what passed on the days of each."""
    parts = list(_parts(period))
    sums = [[0] * 6 for _part in parts]
    place = 0
    for day in sorted(days):
        while place < len(parts) - 1 and parts[place][1] < day.on:
            place += 1
        if parts[place][0] <= day.on <= parts[place][1]:
            sums[place] = [had + more for had, more in zip(sums[place], day[1:], strict=True)]
    return tuple(Stretch(*part, *added) for part, added in zip(parts, sums, strict=True))


def _parts(period: Period) -> Iterator[tuple[date, date]]:
    kind = stretch_kind(period)
    start = period.start
    while True:
        end = start if kind == "day" else min(period_of(kind, start).end, period.end)
        yield start, end
        if end >= period.end:
            return
        start = end + _DAY
