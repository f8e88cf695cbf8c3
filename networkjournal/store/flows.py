"""The book of what flowed in a span of days: sums of exchanges by day, by contact and by goal. Who looks back loads it.

Promises that a span costs what passed in it, not what there ever was: days are an index, and the lines that name a goal
are looked for only among the entries that have an exchange in the span.
"""

from datetime import date

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
            Relationship._make((contact, handle, name, *sums, first, date.fromisoformat(first_on), exchanges))
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

    def by_goals(self, period: Period) -> dict[frozenset[int], tuple[FlowPart, ...]]:
        """Give the sums of the exchanges whose lines name live goals, by just which ones; each exchange counts once."""
        low, high = self._entries(period)
        rows = self._connection.execute(
            f"""select goals, {_PARTS} from (
                    select entry_id, line, group_concat(distinct goal_id) as goals from mentions
                    where goal_id in ({_LIVE_GOALS}) and entry_id between ? and ? group by entry_id, line) as named
                cross join exchanges as e on e.entry_id = named.entry_id and e.line = named.line
                where day between ? and ? group by goals, direction, kind, currency""",
            (low, high, *_days(period)),
        )
        found: dict[frozenset[int], tuple[FlowPart, ...]] = {}
        for named, *part in rows:
            goals = frozenset(map(int, named.split(",")))
            found[goals] = (*found.get(goals, ()), FlowPart(*part))
        return found


    def met(self, period: Period) -> int:
        """Count the contacts whose first exchange ever lies in the period."""
        row = self._connection.execute("select count(*) from accounts where first_on between ? and ?", _days(period))
        return int(row.fetchone()[0])

    def met_by_goals(self, period: Period) -> dict[int, frozenset[int]]:
        """Give those of them with an exchange in the period whose line names a live goal, by goal."""
        rows = self._connection.execute(
            f"""select distinct goal_id, e.contact_id from accounts
                cross join exchanges as e indexed by exchanges_of_contact on e.contact_id = accounts.contact_id
                cross join mentions as m on m.entry_id = e.entry_id and m.line = e.line
                where first_on between ? and ? and day between ? and ? and goal_id in ({_LIVE_GOALS})""",
            (*_days(period), *_days(period)),
        )
        found: dict[int, set[int]] = {}
        for goal, contact in rows:
            found.setdefault(goal, set()).add(contact)
        return {goal: frozenset(contacts) for goal, contacts in found.items()}

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

    def _entries(self, period: Period) -> tuple[int, int]:
        """The first and the last of the entries that have an exchange dated in the period."""
        low, high = self._connection.execute(
            "select min(entry_id), max(entry_id) from exchanges indexed by exchanges_by_day where day between ? and ?",
            _days(period),
        ).fetchone()
        return (0, -1) if low is None else (low, high)


def _days(period: Period) -> tuple[str, str]:
    return period.start.isoformat(), period.end.isoformat()
