"""Budgets beside what was spent, and what went to no goal."""

from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.budget import Spent, Use
from networkjournal.model.period import PERIODS, Period, PeriodKind, period_of
from networkjournal.reports.spending import Spending


class Unaimed(NamedTuple):
    """What a period took, and what of it went to no goal."""

    period: Period
    spent: Spent
    aimless: Spent


class Budgets(NamedTuple):
    """All budgets, each in the period that has the day."""

    uses: tuple[Use, ...]
    """Week by week first, then the longer ones; in each what is for everything together first."""
    unaimed: tuple[Unaimed, ...]
    """For each of these periods."""


def budgets(journal: Journal, day: date, today: date) -> Budgets:
    """Give every budget in its period around `day`."""
    made = tuple(journal.books.budgets.all())
    kinds = [kind for kind in PERIODS if any(budget.period == kind for budget in made)]
    uses: list[Use] = []
    unaimed: list[Unaimed] = []
    for kind in kinds:
        period = period_of(kind, day)
        spending = Spending(journal, period, today)
        unaimed.append(Unaimed(period, spending.whole, spending.aimless))
        uses += _uses(journal, period, spending)
    return Budgets(tuple(uses), tuple(unaimed))


def uses_in(journal: Journal, period: Period, spending: Spending, today: date) -> tuple[Use, ...]:
    """Give the budgets that a review of a period speaks of: its own, and longer ones around its last day so far."""
    day = max(min(period.end, today), period.start)
    found = list(_uses(journal, period, spending))
    for kind in _longer(period):
        longer = period_of(kind, day)
        if any(budget.period == kind for budget in journal.books.budgets.all()):
            found += _uses(journal, longer, Spending(journal, longer, today))
    return tuple(found)


def _longer(period: Period) -> tuple[PeriodKind, ...]:
    if period.kind not in PERIODS:
        return ()
    return PERIODS[PERIODS.index(period.kind) + 1 :]


def _uses(journal: Journal, period: Period, spending: Spending) -> list[Use]:
    goals = {goal.handle: goal.id for goal in journal.books.goals.all()}
    return [
        Use(budget, period, spending.on(goals[budget.goal]) if budget.goal else spending.whole)
        for budget in journal.books.budgets.all()
        if budget.period == period.kind and (not budget.goal or budget.goal in goals)
    ]
