"""The last real contact with people, and who has which tag: what a cadence is measured by.

A real contact is an exchange, by its own day, or an entry that mentions them, by its day; a line that only declares
what one will do, or that was dropped, is none. Promises to look at nothing later than the day it is asked for.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.store.connection import Connection
from networkjournal.store.rows import day, marks

_REAL = """not exists (select 1 from actions where actions.entry_id = m.entry_id and actions.line = m.line
    and actions.state in ('open', 'dropped'))"""
_LAST = f"""select day, entry_id from (
        select * from (select day, entry_id from exchanges where contact_id = ?1 and day <= ?2
            order by day desc limit 1)
        union all
        select * from (select e.day, e.id from mentions as m cross join entries as e on e.id = m.entry_id
            where m.contact_id = ?1 and e.deleted_at is null and e.day <= ?2 and {_REAL}
            order by e.day desc limit 1))
    order by day desc limit 1"""
_MENTIONED = f"""select distinct m.contact_id from entries as e cross join mentions as m on m.entry_id = e.id
    where e.day between ? and ? and e.deleted_at is null and m.contact_id is not null and {_REAL}"""
_LIVE = "deleted_at is null and archived_at is null"
_BATCH = 500


class Quiet(NamedTuple):
    """One contact, and the day of their last exchange."""

    contact: int
    handle: str
    name: str
    snoozed: date | None
    exchanged: date | None


class Silences:
    """Days of contact. Archived and removed people are left out."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def last(self, contact: int, today: date) -> tuple[date, int] | None:
        """Give the day of the last real contact, and the entry that tells of it."""
        row = self._connection.execute(_LAST, (contact, today.isoformat())).fetchone()
        return None if row is None else (date.fromisoformat(row[0]), row[1])

    def some(self, contacts: Sequence[int], today: date) -> Iterator[Quiet]:
        """Give the live ones among these contacts, each with the day of the last exchange."""
        for start in range(0, len(contacts), _BATCH):
            batch = contacts[start : start + _BATCH]
            rows = self._connection.execute(
                f"""select id, handle, name, snoozed_until,
                        (select max(day) from exchanges where contact_id = contacts.id and day <= ?)
                    from contacts where id in ({marks(len(batch))}) and {_LIVE} order by sort_key, id""",
                (today.isoformat(), *batch),
            ).fetchall()
            yield from (
                Quiet(contact, handle, name, day(snoozed), day(exchanged))
                for contact, handle, name, snoozed, exchanged in rows
            )

    def mentioned(self, start: date, end: date) -> frozenset[int]:
        """Give whom entries of these days mention."""
        rows = self._connection.execute(_MENTIONED, (start.isoformat(), end.isoformat()))
        return frozenset(row[0] for row in rows)

    def tags(self) -> Iterator[tuple[int, str]]:
        """Give each tag of each live contact."""
        rows = self._connection.execute(
            f"""select contacts.id, tag.value from contacts, json_each(contacts.tags) as tag
                where tags != '[]' and {_LIVE}"""
        )
        return ((contact, str(tag)) for contact, tag in rows)
