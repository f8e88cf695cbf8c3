"""Days before and after a day, within what the calendar holds: its first and last day are borders, not errors."""

from datetime import date

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def shifted(day: date, days: int) -> date:
    """The day so many days later, or earlier for a negative number; the calendar's first or last day beyond them."""
    return date.fromordinal(min(max(day.toordinal() + days, _FIRST), _LAST))
