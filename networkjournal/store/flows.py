"""The book of what flowed in a span of days: sums of exchanges by day, by contact and by goal. Loaded by who looks back.

Promises that a span costs what passed in it, not what there ever was: days are an index, and the lines that name a goal
are looked for only among the entries that have an exchange in the span.
"""

from datetime import date
from typing import NamedTuple

from networkjournal.model.budget import VOUCHED
from networkjournal.model.flow import FlowPart, Relationship
from networkjournal.model.period import Period
from networkjournal.model.stretch import DaySum
from networkjournal.store.connection import Connection
from networkjournal.store.rows import marks

_WAYS = """coalesce(sum(weight) filter (where direction = 'given'), 0),
    coalesce(sum(weight) filter (where direction = 'received'), 0),
    count(*) filter (where direction = 'given'), count(*) filter (where direction = 'received')"""
_TIMES = """coalesce(sum(minutes) filter (where direction = 'given'), 0),
    coalesce(sum(minutes) filter (where direction = 'received'), 0)"""
_PARTS = """direction, kind, currency, count(*), sum(weight), coalesce(sum(minutes), 0), coalesce(sum(money), 0)"""
_LIVE_GOALS = "select id from goals where deleted_at is null"


class _Span(NamedTuple):
    """Days, and the entries among which all that is dated in them was written."""

    start: str
    end: str
    low: int
    high: int


class Flows:
    """Exchanges of a span of days, added up."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def daily(self, period: Period) -> tuple[DaySum, ...]:
        """Give what passed on each day on which anything did."""
        rows = self._connection.execute(
            f"""select day, {_WAYS}, {_TIMES} from exchanges indexed by exchanges_by_day
                where day between ? and ? group by day""",
            _days(period),
        )
        return tuple(DaySum(date.fromisoformat(on), *sums) for on, *sums in rows)

    def relationships(self, period: Period) -> tuple[Relationship, ...]:
        """Give what passed with each contact in the period, those with the most first."""
        rows = self._connection.execute(
            f"""select contacts.id, handle, name, sums.*, first, first_on, exchanges from (
                    select contact_id, {_WAYS} from accounts
                    cross join exchanges indexed by exchanges_of_contact using (contact_id)
                    where day between ? and ? group by accounts.contact_id) as sums
                join accounts using (contact_id) join contacts on contacts.id = contact_id
                order by sort_key, contacts.id""",
            _days(period),
        )
        found = [
            Relationship(contact, handle, name, *sums, first, date.fromisoformat(first_on), exchanges)
            for contact, handle, name, _contact, *sums, first, first_on, exchanges in rows
        ]
        return tuple(sorted(found, key=lambda one: -(one.given + one.received)))

    def valued(self, period: Period) -> tuple[FlowPart, ...]:
        """Give the sums of the exchanges in which money passed, or somebody was vouched for."""
        rows = self._connection.execute(
            f"""select {_PARTS} from exchanges
                where day between ? and ? and (money is not null or kind in ({marks(len(VOUCHED))}))
                group by direction, kind, currency""",
            (*_days(period), *VOUCHED),
        )
        return tuple(FlowPart(*row) for row in rows)

    def for_goal(self, goal: int | None, period: Period) -> tuple[FlowPart, ...]:
        """Give the sums of the exchanges whose lines name a goal; with `None`, of those that name any live one."""
        span = self._span(period)
        if span is None:
            return ()
        named, values = _naming(goal, span)
        rows = self._connection.execute(
            f"""select {_PARTS} from ({named}) as named
                cross join exchanges as e on e.entry_id = named.entry_id and e.line = named.line
                where day between ? and ? group by direction, kind, currency""",
            (*values, *_days(period)),
        )
        return tuple(FlowPart(*row) for row in rows)

    def met(self, period: Period) -> int:
        """Count the contacts whose first exchange ever lies in the period."""
        row = self._connection.execute("select count(*) from accounts where first_on between ? and ?", _days(period))
        return int(row.fetchone()[0])

    def met_for(self, goal: int | None, period: Period) -> tuple[int, ...]:
        """Give those of them with an exchange in the period that names a goal; with `None`, any live one."""
        span = self._span(period)
        if span is None:
            return ()
        named, values = _naming(goal, span)
        rows = self._connection.execute(
            f"""select distinct e.contact_id from ({named}) as named
                cross join exchanges as e on e.entry_id = named.entry_id and e.line = named.line
                cross join accounts on accounts.contact_id = e.contact_id
                where day between ? and ? and first_on between ? and ?""",
            (*values, *_days(period), *_days(period)),
        )
        return tuple(row[0] for row in rows)

    def met_ids(self, period: Period) -> tuple[int, ...]:
        """Give all contacts whose first exchange ever lies in the period."""
        rows = self._connection.execute(
            "select contact_id from accounts where first_on between ? and ? order by first_on, contact_id",
            _days(period),
        )
        return tuple(row[0] for row in rows)

    def at_event(self, event: int) -> tuple[int, int]:
        """Give how many exchanges name an event, and with how many contacts."""
        row = self._connection.execute(
            """select count(*), count(distinct contact_id)
                from (select distinct entry_id, line from mentions where event_id = ?) as named
                cross join exchanges as e on e.entry_id = named.entry_id and e.line = named.line""",
            (event,),
        ).fetchone()
        return row[0], row[1]

    def _span(self, period: Period) -> _Span | None:
        low, high = self._connection.execute(
            "select min(entry_id), max(entry_id) from exchanges indexed by exchanges_by_day where day between ? and ?",
            _days(period),
        ).fetchone()
        return None if low is None else _Span(*_days(period), low, high)


def _naming(goal: int | None, span: _Span) -> tuple[str, tuple[int, ...]]:
    """The lines of the span's entries that name a goal, each once; with the values for the holes."""
    which = f"goal_id in ({_LIVE_GOALS})" if goal is None else "goal_id = ?"
    return (
        f"select distinct entry_id, line from mentions where {which} and entry_id between ? and ?",
        (*(() if goal is None else (goal,)), span.low, span.high),
    )


def _days(period: Period) -> tuple[str, str]:
    return period.start.isoformat(), period.end.isoformat()
