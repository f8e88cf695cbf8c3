"""What came of an event, asked of the mentions: who was met there, who for the first time, who is without a next step.

Whoever an entry of the event's day or a later one mentions beside the event was met there.
"""

from datetime import date

from networkjournal.model.event import Event
from networkjournal.store.connection import Connection

_MET = """from (select distinct entry_id from mentions where event_id = ?1) as there
    cross join entries on entries.id = there.entry_id and entries.day >= ?2
    cross join mentions as person on person.entry_id = there.entry_id
    cross join contacts on contacts.id = person.contact_id and contacts.deleted_at is null"""


class Gatherings:
    """The people of events."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def met(self, event: Event) -> tuple[int, ...]:
        """Give the ids of the contacts met at an event, in the order of their names."""
        return self._ids(f"select distinct contacts.id, contacts.sort_key {_MET}", event)

    def first_met(self, event: Event) -> tuple[int, ...]:
        """Give those among them whom nothing that was written before mentions."""
        return self._ids(
            f"""select distinct contacts.id, contacts.sort_key {_MET} where not exists (
                select 1 from mentions as earlier join entries as before on before.id = earlier.entry_id
                where earlier.contact_id = contacts.id and before.day < ?2)""",
            event,
        )

    def without_step(self, event: Event) -> tuple[int, ...]:
        """Give those among them with whom nothing is agreed: no action names them from that day on, nor did anything
        pass afterwards.
        """
        return self._ids(
            f"""select distinct contacts.id, contacts.sort_key {_MET}
                where not exists (select 1 from exchanges
                    where exchanges.contact_id = contacts.id and exchanges.day > ?2)
                and not exists (select 1 from mentions as named cross join actions
                    on actions.entry_id = named.entry_id and actions.line = named.line and actions.day >= ?2
                    where named.contact_id = contacts.id)""",
            event,
        )

    def unasked(self, start: date, end: date) -> int | None:
        """Give the latest event of these days that is not reviewed and was never asked about; `None` for none."""
        row = self._connection.execute(
            """select id from events where deleted_at is null and reviewed_on is null and asked_on is null
                and on_day between ? and ? order by on_day desc, id desc limit 1""",
            (start.isoformat(), end.isoformat()),
        ).fetchone()
        return None if row is None else int(row[0])

    def _ids(self, sql: str, event: Event) -> tuple[int, ...]:
        rows = self._connection.execute(f"{sql} order by 2, 1", (event.id, event.on.isoformat()))
        return tuple(row[0] for row in rows)
