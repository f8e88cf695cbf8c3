"""Stretches: a period is cut where the calendar cuts it, nothing is lost, and nothing of another period comes in."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.period import PERIODS, Period, period_of
from networkjournal.model.stretch import DaySum, stretch_kind, stretches

DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def test_a_week_is_shown_by_days_a_month_by_weeks_a_quarter_and_a_year_by_months() -> None:
    day = date(2026, 11, 23)
    assert [len(stretches(period_of(kind, day))) for kind in PERIODS] == [7, 6, 3, 12]
    weeks = [(one.start.day, one.end.day) for one in stretches(period_of("month", day))]
    assert weeks == [(1, 1), (2, 8), (9, 15), (16, 22), (23, 29), (30, 30)]


@pytest.mark.parametrize(("days", "kind"), [(1, "day"), (14, "day"), (15, "week"), (93, "month"), (1200, "year")])
def test_a_span_is_shown_by_what_gives_a_readable_number_of_bars(days: int, kind: str) -> None:
    start = date(2026, 1, 10)
    assert stretch_kind(Period("span", start, start + timedelta(days=days - 1))) == kind


@given(st.sampled_from((*PERIODS, "span")), DAYS, st.integers(0, 1500), st.lists(st.tuples(DAYS, st.integers(1, 9))))
def test_the_parts_cover_the_period_and_their_sums_are_those_of_its_days(
    kind: str, day: date, length: int, amounts: list[tuple[date, int]]
) -> None:
    period = Period("span", day, day + timedelta(days=length)) if kind == "span" else period_of(kind, day)  # type: ignore[arg-type]
    by_day = {on: DaySum(on, amount, 2 * amount, 1, 2, 3, 4) for on, amount in amounts}
    found = stretches(period, by_day.values())
    assert (found[0].start, found[-1].end) == (period.start, period.end)
    assert all(one.end + timedelta(days=1) == after.start for one, after in pairwise(found))
    inside = [one for on, one in by_day.items() if period.contains(on)]
    assert sum(one.given for one in found) == sum(one.given for one in inside)
    assert sum(one.received_minutes for one in found) == 4 * len(inside)


def test_the_last_day_of_the_calendar_ends_a_period() -> None:
    assert stretches(period_of("year", date.max))[-1].end == date.max
