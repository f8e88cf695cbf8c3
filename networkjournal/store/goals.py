"""The book of goals, with what their records count up to."""

from collections.abc import Iterator, Mapping

from networkjournal.lean import Any
from networkjournal.model.goal import Goal, GoalSum
from networkjournal.store import record
from networkjournal.store.connection import Connection
from networkjournal.store.rows import day, iso

_COLUMNS = "title, handle, why, measure, by_day, state, id"


class Goals:
    """All goals that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, goal: Goal) -> int:
        """Write a new goal, whose handle is free; gives its id."""
        return record.insert(self._connection, "goals", _row(goal))

    def change(self, goal: Goal) -> None:
        """Write all fields of a goal that has an id."""
        record.update(self._connection, "goals", goal.id, _row(goal))

    def remove(self, goal: int) -> None:
        """Take a goal out of the lists; texts keep their mentions of it."""
        record.remove(self._connection, "goals", goal)

    def get(self, goal: int) -> Goal:
        """Give the goal with this id, removed or not. Raises `KeyError` where there is none."""
        row = self._connection.execute(f"select {_COLUMNS} from goals where id = ?", (goal,)).fetchone()
        if row is None:
            raise KeyError(goal)
        return _goal(row)

    def all(self) -> Iterator[Goal]:
        """Give all live goals: open ones first, then in the order they were stated."""
        rows = self._connection.execute(
            f"select {_COLUMNS} from goals where deleted_at is null order by state != 'open', id"
        )
        return (_goal(row) for row in rows)

    def every(self) -> Iterator[Goal]:
        """Give all goals there ever were."""
        return (_goal(row) for row in self._connection.execute(f"select {_COLUMNS} from goals order by id"))

    def sums(self, goal: Goal) -> GoalSum:
        """Count what has to do with a goal: people and exchanges that name it, results, personas, events."""
        ask = self._connection.execute
        lines = "(select distinct entry_id, line from mentions where goal_id = ?)"
        people = len(self.contacts(goal.id))
        exchanges, given, received = ask(
            f"""select count(*), coalesce(sum(direction = 'given'), 0),
                coalesce(sum(direction = 'received'), 0) from {lines} join exchanges using (entry_id, line)""",
            (goal.id,),
        ).fetchone()
        results = ask(f"select count(*) from {lines} join results using (entry_id, line)", (goal.id,)).fetchone()[0]
        personas = ask("select count(*) from personas where goal_id = ? and deleted_at is null", (goal.id,)).fetchone()[
            0
        ]
        events = ask(
            """select count(*) from events, json_each(events.goals) as named
                where named.value = ? and events.deleted_at is null""",
            (goal.id,),
        ).fetchone()[0]
        return GoalSum(goal, people, exchanges, given, received, results, personas, events)

    def of_contact(self, contact: int) -> tuple[str, ...]:
        """Give the handles of the goals that lines with this contact name."""
        rows = self._connection.execute(
            """select handle from goals where deleted_at is null and exists (
                select 1 from mentions as person cross join mentions as goal using (entry_id, line)
                where person.contact_id = ? and goal.goal_id = goals.id) order by id""",
            (contact,),
        )
        return tuple(row[0] for row in rows)

    def ties(self, contact: int) -> tuple[tuple[Goal, int], ...]:
        """Give the goals that lines with this contact name, each with how many exchanges with them name it."""
        columns = ", ".join(f"goals.{column.strip()}" for column in _COLUMNS.split(","))
        rows = self._connection.execute(
            f"""select {columns}, count(exchanges.contact_id) from (
                    select distinct entry_id, line, goal.goal_id from mentions as person
                    join mentions as goal using (entry_id, line)
                    where person.contact_id = ?1 and goal.goal_id is not null) as tie
                join goals on goals.id = tie.goal_id
                left join exchanges on exchanges.entry_id = tie.entry_id and exchanges.line = tie.line
                    and exchanges.contact_id = ?1
                where goals.deleted_at is null group by goals.id order by goals.state != 'open', goals.id""",
            (contact,),
        )
        return tuple((_goal(row[:-1]), row[-1]) for row in rows)

    def contacts(self, goal: int) -> tuple[int, ...]:
        """Give the ids of the contacts that lines naming this goal name too."""
        rows = self._connection.execute(
            """select distinct person.contact_id from mentions as goal join mentions as person using (entry_id, line)
                where goal.goal_id = ? and person.contact_id is not null""",
            (goal,),
        )
        return tuple(row[0] for row in rows)


def _row(goal: Goal) -> Mapping[str, record.Value]:
    return {
        "title": goal.title,
        "handle": goal.handle,
        "why": goal.why,
        "measure": goal.measure,
        "by_day": iso(goal.by),
        "state": goal.state,
    }


def _goal(row: tuple[Any, ...]) -> Goal:
    title, handle, why, measure, by, state, goal = row
    return Goal(title, handle, why, measure, day(by), state, goal)
