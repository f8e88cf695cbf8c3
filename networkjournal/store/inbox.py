"""The inbox: lines that wait to be settled by hand."""

from datetime import date

from networkjournal.lean import Any
from networkjournal.model.inbox import InboxLine
from networkjournal.store.connection import Connection

_SELECT = """select number, entry_id, entries.day, line, at, reason, name, entries.text
    from waiting join entries on entries.id = entry_id"""


class Inbox:
    """All lines that wait. They get there, and leave, by what their entry posts."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def all(self) -> tuple[InboxLine, ...]:
        """Give the waiting lines, the oldest entry first."""
        rows = self._connection.execute(f"{_SELECT} order by entries.day, entry_id, line, at, number")
        return tuple(_line(row) for row in rows)

    def get(self, number: int) -> InboxLine | None:
        """Give the waiting line with this number."""
        row = self._connection.execute(f"{_SELECT} where number = ?", (number,)).fetchone()
        return None if row is None else _line(row)

    def count(self) -> int:
        """How many lines wait."""
        return int(self._connection.execute("select count(*) from waiting").fetchone()[0])


def _line(row: tuple[Any, ...]) -> InboxLine:
    number, entry, day, line, at, reason, name, text = row
    return InboxLine(number, entry, date.fromisoformat(day), line, at, reason, name, text.split("\n")[line - 1])
