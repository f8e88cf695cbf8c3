"""What a day asks for, by ids and counts: whom to give back, events before and after, promises that are due.

Promises that nothing is read that is not asked for: every list has a limit, every count an index or the kept totals.
"""

from datetime import date

from networkjournal.model.balance import EARLY_DAYS, EARLY_EXCHANGES, EVEN_PERCENT
from networkjournal.model.days import shifted
from networkjournal.store.connection import Connection

_STANDS = """not exists (select 1 from actions as later
    where later.key = a.key and (later.day, later.entry_id, later.line) > (a.day, a.entry_id, a.line))"""
_OPEN = "a.state in ('open', 'awaiting')"
"""As the index of these has it, word for word."""
_OWING = """from accounts as a join contacts on contacts.id = a.contact_id
    where a.received > a.given and (a.received - a.given) * 100 > ?1 * (a.received + a.given)
        and a.exchanges >= ?2 and a.first_on <= ?3 and deleted_at is null and archived_at is null"""
_UNREVIEWED = "from events where deleted_at is null and reviewed_on is null and on_day < ?1"
_COMING = "from events where deleted_at is null and reviewed_on is null and on_day between ?1 and ?2"


class Agenda:
    """The day's questions to the ledger, the events and the actions."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def owing(self, today: date, most: int) -> tuple[tuple[int, ...], int]:
        """Give the contacts from whom more was received, the largest debt first, and how many there are.

        The state and whether it is early are told as `model.balance` does.
        """
        old = shifted(today, -EARLY_DAYS)
        values = (EVEN_PERCENT, EARLY_EXCHANGES, old.isoformat())
        rows = self._connection.execute(
            f"select a.contact_id {_OWING} order by a.given - a.received, sort_key, contacts.id limit ?4",
            (*values, most),
        ).fetchall()
        count = self._connection.execute(f"select count(*) {_OWING}", values).fetchone()[0]
        return tuple(row[0] for row in rows), count

    def unreviewed(self, today: date, most: int) -> tuple[tuple[int, ...], int]:
        """Give the events that are over and were not looked back at, the newest first, and how many there are."""
        rows = self._connection.execute(
            f"select id {_UNREVIEWED} order by on_day desc, id desc limit ?2", (today.isoformat(), most)
        ).fetchall()
        count = self._connection.execute(f"select count(*) {_UNREVIEWED}", (today.isoformat(),)).fetchone()[0]
        return tuple(row[0] for row in rows), count

    def coming(self, today: date, until: date, most: int) -> tuple[int, ...]:
        """Give the events from today until a day, the next one first."""
        rows = self._connection.execute(
            f"select id {_COMING} order by on_day, id limit ?3", (today.isoformat(), until.isoformat(), most)
        )
        return tuple(row[0] for row in rows)

    def expected(self, event: int) -> tuple[int, ...]:
        """Give the live contacts who are expected at an event, in the order in which they were named."""
        rows = self._connection.execute(
            """select contacts.id from events, json_each(events.expected) as named
                join contacts on named.type = 'integer' and contacts.id = named.value
                where events.id = ? and contacts.deleted_at is null order by named.key""",
            (event,),
        )
        return tuple(row[0] for row in rows)

    def counts(self, today: date, until: date) -> tuple[int, int, int, int]:
        """Count what is due and what is awaited, what to review, and what to prepare until a day."""
        day = today.isoformat()
        row = self._connection.execute(
            f"""select
                (select count(*) from actions as a where {_OPEN} and a.state = 'open' and a.due <= ?1 and {_STANDS}),
                (select count(*) from actions as a where {_OPEN} and a.state = 'awaiting' and {_STANDS}),
                (select count(*) {_UNREVIEWED}), (select count(*) {_COMING})""",
            (day, until.isoformat()),
        ).fetchone()
        return row[0], row[1], row[2], row[3]
