"""Which backups are kept: all of a day, then fewer, and never none."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.backup import worth_keeping

NOW = datetime(2026, 11, 23, 12)
AGES = st.lists(st.timedeltas(timedelta(0), timedelta(days=4000)), max_size=40)


@given(AGES)
def test_the_newest_is_always_there(ages: list[timedelta]) -> None:
    moments = [(NOW - age).replace(microsecond=0) for age in ages]
    kept = worth_keeping(moments, NOW)
    assert kept <= set(moments)
    assert not moments or max(moments) in kept


@given(AGES)
def test_thinning_twice_changes_nothing(ages: list[timedelta]) -> None:
    kept = worth_keeping([(NOW - age).replace(microsecond=0) for age in ages], NOW)
    assert worth_keeping(kept, NOW) == kept


def test_a_year_of_daily_backups_becomes_a_few() -> None:
    daily = [NOW - timedelta(days=day) for day in range(366)]
    kept = sorted(worth_keeping(daily, NOW), reverse=True)
    assert kept[:14] == daily[:14]
    assert 25 <= len(kept) <= 36
    gaps = [(one - other).days for one, other in pairwise(kept)]
    assert max(gaps) <= 32


def test_all_of_the_last_day_are_kept() -> None:
    hourly = [NOW - timedelta(hours=hour) for hour in range(23)]
    assert worth_keeping(hourly, NOW) == set(hourly)


def test_a_clock_that_was_wrong_costs_no_backup() -> None:
    future = NOW + timedelta(days=400)
    assert worth_keeping([future, NOW], NOW) == {future, NOW}
