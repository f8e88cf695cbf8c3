"""Budgets beside what was spent, in their own periods; and what went to no goal."""

from collections.abc import Iterator
from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.budget import Budget, Spent
from networkjournal.model.period import PERIODS
from networkjournal.reports.budgets import budgets
from tests.reports.sample import LINES, TODAY, sample


@pytest.fixture
def journal() -> Iterator[Journal]:
    with sample() as made:
        yield made


def test_a_goal_takes_the_time_of_its_exchanges_and_events(journal: Journal) -> None:
    journal.set_budget(Budget("quarter", "在宅", minutes=300, money=10000, currency="JPY", trust=1))
    found = budgets(journal, date(2026, 9, 30), TODAY)
    lines = [line for line in LINES if line.on < "2026-10" and "在宅" in line.goals]
    assert found.uses[0].spent == Spent(sum(line.minutes for line in lines) + 120, (("JPY", 3000),), 0)
    assert [measure.left for measure in found.uses[0].measures] == [300 - 300, 7000, 1]
    assert (found.uses[0].period.start, found.uses[0].period.end) == (date(2026, 7, 1), date(2026, 9, 30))


def test_everything_together_and_what_went_to_no_goal(journal: Journal) -> None:
    journal.set_budget(Budget("month", minutes=60))
    (use,), (rest,) = budgets(journal, TODAY, TODAY)
    lines = [line for line in LINES if line.on >= "2026-11"]
    assert use.spent.minutes == rest.spent.minutes == sum(line.minutes for line in lines) + 180
    assert rest.aimless.minutes == sum(line.minutes for line in lines if not line.goals) + 180
    assert rest.aimless.money == (("JPY", 2000 + 5000),)
    assert use.over


def test_shorter_periods_come_first_and_each_has_its_days(journal: Journal) -> None:
    for period in reversed(PERIODS):
        journal.set_budget(Budget(period, "在宅", minutes=60))
    found = budgets(journal, TODAY, TODAY)
    assert [use.budget.period for use in found.uses] == [*PERIODS]
    assert [one.period.kind for one in found.unaimed] == [*PERIODS]


def test_no_budgets_are_nothing(journal: Journal) -> None:
    assert budgets(journal, TODAY, TODAY) == ((), ())
