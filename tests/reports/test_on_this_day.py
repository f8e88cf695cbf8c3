"""On this day: the same day in earlier years and one, three and six months ago, and no other."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.reports.on_this_day import on_this_day


@pytest.fixture
def journal() -> Journal:
    return Journal.open(":memory:")


def months(journal: Journal, day: date) -> list[int]:
    return [memory.months for memory in on_this_day(journal, day)]


def test_earlier_years_and_some_months_ago_are_remembered_the_nearest_first(journal: Journal) -> None:
    for written in ("2020-11-20", "2026-05-20", "2026-10-20", "2026-08-20", "2025-11-20", "2026-09-20", "2026-11-19"):
        journal.capture(written, date.fromisoformat(written))
    journal.capture("again", date(2025, 11, 20))
    assert months(journal, date(2026, 11, 20)) == [1, 3, 6, 12, 12, 72]
    assert [memory.entry.text for memory in on_this_day(journal, date(2026, 11, 20))][:2] == [
        "2026-10-20",
        "2026-08-20",
    ]


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 3, 31), date(1, 1, 1), date(9999, 12, 31)])
def test_days_that_never_were_are_passed_over(journal: Journal, day: date) -> None:
    assert months(journal, day) == []


def test_the_day_itself_and_later_ones_are_no_memory(journal: Journal) -> None:
    for written in (date(2026, 11, 20), date(2027, 11, 20)):
        journal.capture("x", written)
    assert months(journal, date(2026, 11, 20)) == []
