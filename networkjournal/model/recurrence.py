"""On which days something recurs (RFC 5545, RRULE), looked at within a window of days.

Promises an answer in time bounded by the window, whatever the rule says: one that repeats within a day is taken once a
day, one that never matches ends, and one that counts is followed for so many periods only. The first day counts as one
whether or not the rule matches it, as the RFC has it. Refuses what it does not know (weeks of the year, days of the
year) instead of guessing.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

MOST_PERIODS = 2000
"""A daily rule that counts is followed for some five years."""
_WEEKDAYS = {name: at for at, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = frozenset(("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST",
                    "BYHOUR", "BYMINUTE", "BYSECOND"))  # fmt: skip
_WITHIN_A_DAY = frozenset(("SECONDLY", "MINUTELY", "HOURLY"))
_MOST_DIGITS = 6


class Rule(NamedTuple):
    """A rule of recurrence as far as days are concerned."""

    every: str
    """`DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`."""
    interval: int = 1
    most: int | None = None
    """How often at most, the first day included."""
    until: date | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    """Pairs of which one in the period (0 for all, -1 for the last) and the day of the week, Monday being 0."""
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    """Which of a period's days to take: 1 for the first, -1 for the last."""
    week_start: int = 0


def rule_of(text: str) -> Rule | None:
    """The rule that an RRULE says; `None` for one that is wrong or not known here."""
    parts = dict(pair.upper().split("=", 1) for pair in text.strip().split(";") if "=" in pair)
    every = parts.get("FREQ", "")
    if not parts.keys() <= _KNOWN:
        return None
    if every in _WITHIN_A_DAY:
        parts = {name: value for name, value in parts.items() if name not in ("INTERVAL", "COUNT", "BYSETPOS")}
        every = "DAILY"
    try:
        return Rule(
            every,
            max(1, _number(parts.get("INTERVAL", "1"))),
            _number(parts["COUNT"]) if "COUNT" in parts else None,
            _until(parts["UNTIL"]) if "UNTIL" in parts else None,
            tuple(_weekday(word) for word in parts["BYDAY"].split(",")) if "BYDAY" in parts else (),
            _numbers(parts, "BYMONTHDAY"),
            _numbers(parts, "BYMONTH"),
            _numbers(parts, "BYSETPOS"),
            _WEEKDAYS[parts.get("WKST", "MO")],
        ) if every in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY") else None
    except (ValueError, KeyError):
        return None


def _number(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise ValueError(text[:_MOST_DIGITS])
    return int(text)


def _numbers(parts: Mapping[str, str], name: str) -> tuple[int, ...]:
    return tuple(map(_number, parts[name].split(",")))[:366] if name in parts else ()


def _until(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def _weekday(word: str) -> tuple[int, int]:
    found = _DAY.fullmatch(word.strip())
    if not found:
        raise ValueError(word[:_MOST_DIGITS])
    return int(found[1] or 0), _WEEKDAYS[found[2]]


def days_between(rule: Rule, start: date, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` on which something recurs that began on `start`, in order; `start` is one."""
    if start > last:
        return
    counted = 1
    skipped = 0 if rule.most is not None else _skip(rule, start, first)
    if first <= start:
        yield start
    for period in range(skipped, skipped + MOST_PERIODS):
        for day in _period(rule, start, period):
            if day <= start:
                continue
            counted += 1
            if day > last or (rule.until and day > rule.until) or (rule.most is not None and counted > rule.most):
                return
            if day >= first:
                yield day
        at = _begin(rule, start, period)
        if at is None or at > last:
            return


def _skip(rule: Rule, start: date, first: date) -> int:
    """How many periods lie surely before the window."""
    away = (first - start).days
    if away <= 0:
        return 0
    length = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}[rule.every]
    return max(0, away // (length * rule.interval) - 1)


def _begin(rule: Rule, start: date, period: int) -> date | None:
    """The first day of a period; `None` beyond the calendar."""
    step = period * rule.interval
    try:
        if rule.every == "DAILY":
            return start + timedelta(step)
        if rule.every == "WEEKLY":
            return start - timedelta((start.weekday() - rule.week_start) % 7) + timedelta(7 * step)
        if rule.every == "MONTHLY":
            months = start.year * 12 + start.month - 1 + step
            return date(months // 12, months % 12 + 1, 1)
        return date(start.year + step, 1, 1)
    except (OverflowError, ValueError):
        return None


def _period(rule: Rule, start: date, period: int) -> list[date]:
    """The days of one period on which it recurs, in order."""
    begin = _begin(rule, start, period)
    if begin is None:
        return []
    found = [day for day in _all(rule, begin) if _fits(rule, day, start)]
    if rule.places:
        size = len(found)
        found = sorted({found[place - 1 if place > 0 else place] for place in rule.places if 0 < abs(place) <= size})
    return found


def _all(rule: Rule, begin: date) -> list[date]:
    """Every day of a period; of a year only those of the months that are asked for."""
    if rule.every == "DAILY":
        return [begin]
    if rule.every == "YEARLY":
        lengths = 366 if begin.replace(month=12, day=31).timetuple().tm_yday == 366 else 365
    else:
        lengths = 7 if rule.every == "WEEKLY" else monthrange(begin.year, begin.month)[1]
    try:
        return [begin + timedelta(at) for at in range(lengths)]
    except OverflowError:
        return []


def _fits(rule: Rule, day: date, start: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.days and not {day.day, day.day - monthrange(day.year, day.month)[1] - 1} & set(rule.days):
        return False
    if rule.weekdays and not any(_is(rule, day, which, weekday) for which, weekday in rule.weekdays):
        return False
    if rule.weekdays or rule.days or rule.every == "DAILY":
        return True
    if rule.every == "WEEKLY":
        return day.weekday() == start.weekday()
    if rule.every == "MONTHLY" or rule.months:
        return day.day == start.day
    return (day.month, day.day) == (start.month, start.day)


def _is(rule: Rule, day: date, which: int, weekday: int) -> bool:
    """Whether the day is this weekday, and the one of the month (or of the year) that is asked for."""
    if day.weekday() != weekday:
        return False
    if not which or rule.every in ("DAILY", "WEEKLY"):
        return True
    if rule.every == "YEARLY" and not rule.months:
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    else:
        first, last = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return which == ((day - first).days // 7 + 1 if which > 0 else -((last - day).days // 7 + 1))
