"""Days before and after a day: the calendar's ends are borders."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.days import shifted


@given(st.dates(), st.integers(-4_000_000, 4_000_000))
def test_it_is_the_day_itself_or_the_border(day: date, days: int) -> None:
    try:
        expected = day + timedelta(days=days)
    except OverflowError:
        expected = date.max if days > 0 else date.min
    assert shifted(day, days) == expected
