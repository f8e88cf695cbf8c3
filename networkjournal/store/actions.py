"""The book of actions as they stand now: of the lines that speak of one action, the latest tells."""

from datetime import date

from networkjournal.lean import Any
from networkjournal.model.action import OpenAction
from networkjournal.model.posting import Named
from networkjournal.store.connection import Connection
from networkjournal.store.rows import day

_COLUMNS = "a.entry_id, a.line, a.state, a.day, a.due, a.words, a.done"
_LATEST = """not exists (select 1 from actions as later
    where later.key = a.key and (later.day, later.entry_id, later.line) > (a.day, a.entry_id, a.line))"""
_STANDING = f"from actions as a where a.state in ('open', 'awaiting') and {_LATEST}"
_WITH = """exists (select 1 from mentions as m
    where m.entry_id = a.entry_id and m.line = a.line and m.contact_id = ?)"""


class Actions:
    """Actions, each as its latest line has it."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def standing(self, contact: int | None = None) -> tuple[OpenAction, ...]:
        """Give what is open or awaited, what is due first; only with one contact where asked."""
        test, values = ("", ()) if contact is None else (f" and {_WITH}", (contact,))
        rows = self._connection.execute(
            f"""select {_COLUMNS} {_STANDING}{test}
                order by a.due is null, a.due, a.day, a.entry_id, a.line""",
            values,
        ).fetchall()
        return tuple(self._action(row) for row in rows)

    def closed(self) -> tuple[OpenAction, ...]:
        """Give what is done or dropped, the latest first."""
        rows = self._connection.execute(
            f"""select {_COLUMNS} from actions as a where a.state in ('done', 'dropped') and {_LATEST}
                order by coalesce(a.done, a.day) desc, a.entry_id desc, a.line desc"""
        ).fetchall()
        return tuple(self._action(row) for row in rows)

    def named(self, key: str) -> OpenAction | None:
        """Give the action that goes by this key (see `model.action`), as its latest line has it."""
        row = self._connection.execute(f"select {_COLUMNS} from actions as a where a.key = ? and {_LATEST}", (key,))
        found = row.fetchone()
        return None if found is None else self._action(found)

    def at(self, entry: int, line: int) -> OpenAction | None:
        """Give the action that this line speaks of last; `None` where it is none, or a later line tells."""
        row = self._connection.execute(
            f"select {_COLUMNS} from actions as a where a.entry_id = ? and a.line = ? and {_LATEST}", (entry, line)
        ).fetchone()
        return None if row is None else self._action(row)

    def _action(self, row: tuple[Any, ...]) -> OpenAction:
        entry, line, state, declared, due, words, done = row
        contacts = self._connection.execute(
            """select contacts.id, contacts.handle from mentions join contacts on contacts.id = contact_id
                where entry_id = ? and line = ? order by at""",
            (entry, line),
        )
        named = tuple(dict.fromkeys(Named(contact, handle) for contact, handle in contacts))
        return OpenAction(entry, line, state, date.fromisoformat(declared), day(due), words, named, day(done))
