"""Budgets: what is left and what is over, each currency by itself."""

import pytest

from networkjournal.model.budget import Budget, Measure, Spent, Use, measures
from networkjournal.model.period import period_of
from tests.tui.desk import TODAY

SPENT = Spent(300, (("EUR", 1500), ("JPY", 7000)), 2)


def test_only_what_is_limited_is_measured_and_other_currencies_do_not_count() -> None:
    assert measures(Budget("month", minutes=240), SPENT) == (Measure("time", 240, 300),)
    assert measures(Budget("month", money=5000, currency="JPY", trust=3), SPENT) == (
        Measure("money", 5000, 7000, "JPY"),
        Measure("trust", 3, 2),
    )
    assert measures(Budget("month", money=5000, currency="USD"), SPENT)[0].spent == 0


@pytest.mark.parametrize(("limit", "left", "over"), [(299, -1, True), (300, 0, False), (301, 1, False)])
def test_it_is_over_from_the_first_minute_beyond_it(limit: int, left: int, over: bool) -> None:
    use = Use(Budget("month", minutes=limit), period_of("month", TODAY), SPENT)
    assert (use.measures[0].left, use.over) == (left, over)


def test_spent_is_added_and_taken_away_currency_by_currency() -> None:
    other = Spent(60, (("JPY", 1000), ("USD", 5)), 1)
    assert SPENT.plus(other) == Spent(360, (("EUR", 1500), ("JPY", 8000), ("USD", 5)), 3)
    assert SPENT.plus(other).less(other) == SPENT
    assert SPENT.less(SPENT) == Spent()
    assert not Spent(0, (("JPY", 0),)) and Spent(trust=1)
