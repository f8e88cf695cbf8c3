"""The book of dismissals: suggestions one does not want to see again."""

from networkjournal.store import record
from networkjournal.store.connection import Connection


class Dismissals:
    """All dismissals that stand."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, key: str, what: str) -> int:
        """Write that the suggestion with this key is not wanted; `what` are its words. Gives the id."""
        return record.insert(self._connection, "dismissals", {"key": key, "what": what})

    def remove(self, key: str) -> None:
        """Let the suggestion with this key be made again."""
        rows = self._connection.execute("select id from dismissals where key = ? and deleted_at is null", (key,))
        for (dismissal,) in rows.fetchall():
            record.remove(self._connection, "dismissals", dismissal)

    def keys(self) -> frozenset[str]:
        """Give the keys of all suggestions that are not wanted."""
        return frozenset(
            row[0] for row in self._connection.execute("select key from dismissals where deleted_at is null")
        )
