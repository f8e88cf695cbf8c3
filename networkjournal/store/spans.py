"""The book of what was written in a span of days: insights, results and actions, and the goals that they are about.

A line is about the goals that it names, or, where it names none, about those that its entry names; so it is with
people. A result is about the goals that its own line names, and no others: it is counted. Who looks back loads it.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal.lean import Any, Literal
from networkjournal.model.account import Learned
from networkjournal.model.action import OpenAction
from networkjournal.model.period import Period
from networkjournal.model.posting import ActionState, Named
from networkjournal.store.connection import Connection
from networkjournal.store.rows import day, marks

LearnedKind = Literal["insight", "result"]
_TABLES: dict[LearnedKind, str] = {"insight": "insights", "result": "results"}
_MONEY: dict[LearnedKind, str] = {"insight": "null, null", "result": "money, currency"}
_NEWEST = "order by posted.day desc, posted.entry_id desc, posted.line desc"
_ON_LINE = "exists (select 1 from mentions as m where m.entry_id = posted.entry_id and m.{column} = ? and {where})"
_OWN = "m.line = posted.line"
_ENTRYS = f"""({_OWN} or not exists (select 1 from mentions as own
    where own.entry_id = posted.entry_id and own.line = posted.line and own.{{column}} is not null))"""
_LIVE = "m.goal_id in (select id from goals where deleted_at is null)"
_ABOUT_NONE = "not exists (select 1 from mentions as m where m.entry_id = posted.entry_id and {where})"
_DECLARED = """with declared as (select key from actions
        where day between ? and ? and state in ('open', 'awaiting') group by key),
    latest as (select a.* from declared cross join actions as a on a.key = declared.key
        where not exists (select 1 from actions as later where later.key = a.key
            and (later.day, later.entry_id, later.line) > (a.day, a.entry_id, a.line)))"""

_KEPT = """select * from actions as a where state = 'done' and coalesce(done, day) between ? and ?
    and not exists (select 1 from actions as later where later.key = a.key
        and (later.day, later.entry_id, later.line) > (a.day, a.entry_id, a.line))"""


class Spans:
    """Lines by the day of their entry."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def learned(
        self,
        kind: LearnedKind,
        period: Period | None,
        most: int,
        skip: int = 0,
        goal: int | None = None,
        contact: int | None = None,
    ) -> tuple[Learned, ...]:
        """Give insights or results, the newest first: of a period, about a goal (0: about none), about a contact."""
        where, values = _which(kind, period, goal, contact)
        rows = self._connection.execute(
            f"""select day, entry_id, line, words, {_MONEY[kind]} from {_TABLES[kind]} as posted
                where {where} {_NEWEST} limit ? offset ?""",
            (*values, most, skip),
        ).fetchall()
        return self._linked(kind, rows)

    def count(
        self, kind: LearnedKind, period: Period | None, goal: int | None = None, contact: int | None = None
    ) -> int:
        """Count them."""
        where, values = _which(kind, period, goal, contact)
        row = self._connection.execute(f"select count(*) from {_TABLES[kind]} as posted where {where}", values)
        return int(row.fetchone()[0])

    def insights_by_goal(self, period: Period) -> dict[int | None, int]:
        """Count the insights of a period by the goals they are about; those about none under `None`."""
        rows = self._connection.execute(
            """with posted as (select entry_id, line, exists (select 1 from mentions as own
                    where own.entry_id = i.entry_id and own.line = i.line and own.goal_id is not null) as own
                    from insights as i where day between ? and ?)
                select goal_id, count(*) from (select distinct posted.entry_id, posted.line, m.goal_id from posted
                    left join mentions as m on m.entry_id = posted.entry_id and m.goal_id is not null
                        and (m.line = posted.line or not own))
                group by goal_id""",
            _days(period),
        )
        return dict(rows.fetchall())

    def strengths_by_goal(self, period: Period) -> dict[int | None, int]:
        """Count the entries of a period that name a strength, by the goals that the same line names."""
        rows = self._connection.execute(
            """select m.goal_id, count(distinct s.entry_id)
                from (select id from entries where day between ? and ? and deleted_at is null) as within
                cross join mentions as s on s.entry_id = within.id and s.strength_id is not null
                left join mentions as m on m.entry_id = s.entry_id and m.line = s.line and m.goal_id is not null
                group by m.goal_id""",
            _days(period),
        )
        return dict(rows.fetchall())

    def gained(self, period: Period) -> tuple[tuple[int | None, str | None, int, int], ...]:
        """Give goal, currency, how many results and their money, for the results of a period."""
        rows = self._connection.execute(
            """select goal_id, currency, count(*), coalesce(sum(money), 0) from (
                    select distinct r.entry_id, r.line, m.goal_id, currency, money from results as r
                    left join mentions as m on m.entry_id = r.entry_id and m.line = r.line and m.goal_id is not null
                    where r.day between ? and ?)
                group by goal_id, currency order by goal_id, currency""",
            _days(period),
        )
        return tuple(rows.fetchall())

    def strength_entries(self, period: Period, goal: int) -> tuple[int, ...]:
        """Give the entries of a period that name a strength, on a line with this goal (0: with none)."""
        named = """select 1 from mentions as m join goals on goals.id = m.goal_id and goals.deleted_at is null
            where m.entry_id = s.entry_id and m.line = s.line"""
        test = f"exists ({named} and m.goal_id = ?3)" if goal else f"not exists ({named}) and ?3 = 0"
        rows = self._connection.execute(
            f"""select distinct s.entry_id
                from (select id from entries where day between ?1 and ?2 and deleted_at is null) as within
                cross join mentions as s on s.entry_id = within.id and s.strength_id is not null
                where {test} order by s.entry_id""",
            (*_days(period), goal),
        )
        return tuple(row[0] for row in rows)

    def declared(self, period: Period, most: int, states: Iterable[str] = ()) -> tuple[OpenAction, ...]:
        """Give actions declared in a period, as their latest lines have them: those that stand first, then the newest.

        Only in some states where any are named.
        """
        wanted = tuple(states)
        test = f"state in ({marks(len(wanted))})" if wanted else "true"
        rows = self._connection.execute(
            f"""{_DECLARED} select entry_id, line, state, day, due, words, done from latest where {test}
                order by state not in ('open', 'awaiting'), due is null, case when state = 'open' then due end,
                    day desc, entry_id desc, line desc limit ?""",
            (*_days(period), *wanted, most),
        ).fetchall()
        return tuple(self._action(row) for row in rows)

    def kept(self, period: Period, most: int) -> tuple[OpenAction, ...]:
        """Give the actions that were kept in a period, whenever they were declared, the latest first."""
        rows = self._connection.execute(
            f"""select entry_id, line, state, day, due, words, done from ({_KEPT})
                order by coalesce(done, day) desc, entry_id desc, line desc limit ?""",
            (*_days(period), most),
        ).fetchall()
        return tuple(self._action(row) for row in rows)

    def declared_states(self, period: Period, today: date) -> tuple[dict[ActionState, int], int]:
        """Count the actions declared in a period by how they stand, and those of them that are overdue."""
        rows = self._connection.execute(
            f"""{_DECLARED} select state, count(*),
                count(*) filter (where state in ('open', 'awaiting') and due < ?) from latest group by state""",
            (*_days(period), today.isoformat()),
        ).fetchall()
        return {state: count for state, count, _overdue in rows}, sum(overdue for _s, _c, overdue in rows)

    def done(self, period: Period) -> int:
        """Count the actions that were kept in a period, whenever they were declared."""
        return int(self._connection.execute(f"select count(*) from ({_KEPT})", _days(period)).fetchone()[0])

    def actions_at(self, event: int) -> int:
        """Count the actions whose lines name an event."""
        row = self._connection.execute(
            """select count(distinct key) from (select distinct entry_id, line from mentions where event_id = ?)
                as named cross join actions as a on a.entry_id = named.entry_id and a.line = named.line""",
            (event,),
        )
        return int(row.fetchone()[0])

    def _action(self, row: tuple[Any, ...]) -> OpenAction:
        entry, line, state, declared, due, words, done = row
        contacts = self._named("contact_id", "contacts", "@", [(entry, line)]).get((entry, line), ())
        return OpenAction(entry, line, state, date.fromisoformat(declared), day(due), words, contacts, day(done))

    def _linked(self, kind: LearnedKind, rows: list[tuple[Any, ...]]) -> tuple[Learned, ...]:
        """The lines with the goals and the people that they are about."""
        places = [(entry, line) for _on, entry, line, *_rest in rows]
        alone = kind == "result"
        goals = self._named("goal_id", "goals", "#", places, alone=alone)
        contacts = self._named("contact_id", "contacts", "@", places, alone=alone)
        return tuple(
            Learned(date.fromisoformat(on), entry, line, words, goals.get((entry, line), ()),
                    contacts.get((entry, line), ()), money, currency)
            for on, entry, line, words, money, currency in rows
        )  # fmt: skip

    def _named(
        self, column: str, table: str, sign: str, places: Iterable[tuple[int, int]], *, alone: bool = True
    ) -> dict[tuple[int, int], tuple[Named, ...]]:
        """What lines name or, unless they stand alone, what their entries do where they name nothing of the kind."""
        wanted = list(places)
        entries = sorted({entry for entry, _line in wanted})
        named: dict[int, list[tuple[int, Named]]] = {}
        for start in range(0, len(entries), 500):
            batch = entries[start : start + 500]
            for entry, line, record, handle in self._connection.execute(
                f"""select entry_id, line, {table}.id, handle from mentions join {table} on {table}.id = {column}
                    where entry_id in ({marks(len(batch))}) and sign = ? order by entry_id, line, at""",
                (*batch, sign),
            ):
                named.setdefault(entry, []).append((line, Named(record, handle)))
        found = {}
        for entry, line in wanted:
            own = [name for at, name in named.get(entry, ()) if at == line]
            if not own and not alone:
                own = [name for _at, name in named.get(entry, ())]
            found[entry, line] = tuple(dict.fromkeys(own))
        return found


def _which(
    kind: LearnedKind, period: Period | None, goal: int | None, contact: int | None
) -> tuple[str, tuple[object, ...]]:
    tests, values = ["true"], list[object]()
    where = _OWN if kind == "result" else _ENTRYS
    if period is not None:
        tests.append("posted.day between ? and ?")
        values += _days(period)
    if goal == 0:
        tests.append(_ABOUT_NONE.format(where=f"{_LIVE} and {_OWN}" if kind == "result" else _LIVE))
    for column, target in (("goal_id", goal), ("contact_id", contact)):
        if target:
            tests += [f"posted.entry_id in (select entry_id from mentions where {column} = ?)",
                      _ON_LINE.format(column=column, where=where.format(column=column))]  # fmt: skip
            values += [target, target]
    return " and ".join(tests), tuple(values)


def _days(period: Period) -> tuple[str, str]:
    return period.start.isoformat(), period.end.isoformat()
