"""Periods of days that are looked back on: weeks from Monday on, months, quarters, years, or any span."""

from datetime import date

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.days import shifted

PeriodKind = Literal["week", "month", "quarter", "year", "span"]
PERIODS: tuple[PeriodKind, ...] = ("week", "month", "quarter", "year")
"""Those that the calendar knows."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Period(NamedTuple):
    """Days from `start` to `end`, both included."""

    kind: PeriodKind
    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def contains(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.start <= day <= self.end

    def before(self) -> "Period":
        """The period before this one: of the same kind, or as long. The calendar's first day is a border."""
        if self.start == date.min:
            return self
        last = shifted(self.start, -1)
        if self.kind != "span":
            return period_of(self.kind, last)
        return Period("span", shifted(last, 1 - self.days), last)

    def after(self) -> "Period":
        """The period after this one."""
        if self.end == date.max:
            return self
        first = shifted(self.end, 1)
        if self.kind != "span":
            return period_of(self.kind, first)
        return Period("span", first, shifted(first, self.days - 1))


def period_of(kind: PeriodKind, day: date) -> Period:
    """The week, month, quarter or year with this day in it; a span is the day alone."""
    if kind == "span":
        return Period(kind, day, day)
    if kind == "week":
        start = max(day.toordinal() - day.weekday(), 1)
        return Period(kind, date.fromordinal(start), date.fromordinal(min(start + 6, date.max.toordinal())))
    length = _MONTHS[kind]
    first = (day.month - 1) // length * length + 1
    last = first + length - 1
    if (day.year, last) == (date.max.year, 12):
        return Period(kind, date(day.year, first, 1), date.max)
    end = shifted(date(day.year + last // 12, last % 12 + 1, 1), -1)
    return Period(kind, date(day.year, first, 1), end)


def period_kind(word: str) -> PeriodKind:
    """One of `PERIODS`, known by its word. Raises `ValueError`."""
    if word not in PERIODS:
        raise ValueError(word)
    return word
