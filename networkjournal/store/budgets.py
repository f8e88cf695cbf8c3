"""The book of budgets: what goals may cost in a period."""

from collections.abc import Iterator, Mapping

from networkjournal.lean import Any
from networkjournal.model.budget import Budget
from networkjournal.store import record
from networkjournal.store.connection import Connection

_SELECT = """select period, coalesce(goals.handle, ''), minutes, money, currency, trust, budgets.id
    from budgets left join goals on goals.id = budgets.goal_id
    where budgets.deleted_at is null and (budgets.goal_id is null or goals.deleted_at is null)"""


class Budgets:
    """All budgets that are not removed, and whose goals are not either."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, budget: Budget, goal: int | None) -> int:
        """Write a new budget, with the id of its goal; gives its id."""
        return record.insert(self._connection, "budgets", _row(budget, goal))

    def change(self, budget: Budget, goal: int | None) -> None:
        """Write all fields of a budget that has an id."""
        record.update(self._connection, "budgets", budget.id, _row(budget, goal))

    def remove(self, budget: int) -> None:
        """Take a budget out of the lists."""
        record.remove(self._connection, "budgets", budget)

    def get(self, budget: int) -> Budget:
        """Give the live budget with this id. Raises `KeyError` where there is none, or it was removed."""
        row = self._connection.execute(f"{_SELECT} and budgets.id = ?", (budget,)).fetchone()
        if row is None:
            raise KeyError(budget)
        return _budget(row)

    def all(self) -> Iterator[Budget]:
        """Give all live budgets: those of everything together first, then goal by goal."""
        return (_budget(row) for row in self._connection.execute(f"{_SELECT} order by budgets.goal_id, budgets.id"))

    def same(self, period: str, goal: int | None) -> int | None:
        """Give the id of the budget that there is for this period and goal."""
        row = self._connection.execute(
            "select id from budgets where deleted_at is null and period = ? and goal_id is ?", (period, goal)
        ).fetchone()
        return None if row is None else int(row[0])


def _row(budget: Budget, goal: int | None) -> Mapping[str, record.Value]:
    return {
        "goal_id": goal,
        "period": budget.period,
        "minutes": budget.minutes,
        "money": budget.money,
        "currency": budget.currency,
        "trust": budget.trust,
    }


def _budget(row: tuple[Any, ...]) -> Budget:
    return Budget(*row)
