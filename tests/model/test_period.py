"""Periods: what belongs to one, and the one before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.period import PERIODS, Period, PeriodKind, period_kind, period_of

KINDS = st.sampled_from(PERIODS)
DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))


@pytest.mark.parametrize(
    ("kind", "day", "start", "end"),
    [
        ("week", "2026-11-23", "2026-11-23", "2026-11-29"),
        ("week", "2026-11-29", "2026-11-23", "2026-11-29"),
        ("month", "2028-02-10", "2028-02-01", "2028-02-29"),
        ("quarter", "2026-11-23", "2026-10-01", "2026-12-31"),
        ("year", "2026-11-23", "2026-01-01", "2026-12-31"),
    ],
)
def test_what_belongs_to_it(kind: PeriodKind, day: str, start: str, end: str) -> None:
    period = period_of(kind, date.fromisoformat(day))
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@given(KINDS, DAYS)
def test_periods_of_a_kind_leave_no_gap(kind: PeriodKind, day: date) -> None:
    """Every day is in exactly one, or a review would count something twice or never."""
    period = period_of(kind, day)
    assert period.contains(day)
    assert period.before().end == period.start - timedelta(days=1)
    assert period.before().after() == period


@given(DAYS, st.integers(0, 400))
def test_before_a_span_is_one_as_long(day: date, more: int) -> None:
    span = Period("span", day, day + timedelta(days=min(more, (date.max - day).days)))
    if (span.start - date.min).days > span.days:
        assert span.before().days == span.days


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("kind", PERIODS)
def test_the_ends_of_the_calendar_are_borders(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    assert period.before().start <= period.start <= period.end <= period.after().end


def test_only_known_words_are_kinds() -> None:
    assert period_kind("month") == "month"
    with pytest.raises(ValueError, match="decade"):
        period_kind("decade")
