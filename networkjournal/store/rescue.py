"""Reading what can still be read of a damaged file into a new one. The damaged one is opened for reading alone.

Promises that a record which can be read is in the new file with all its columns, and to name those that cannot. What is
posted is made anew from the texts; the history of changes stays behind. A file whose own table of contents is damaged
cannot be read like this.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from networkjournal.store.connection import Connection, opened

TABLES = (
    "contacts", "goals", "personas", "strengths", "offers", "asks", "events", "entries", "sources", "cadences",
    "budgets", "self_introductions", "refusals", "dismissals",
)  # fmt: skip
"""What people made; links come after what they lead to as far as the keys ask for it."""
GIVE_UP = 2_000
"""So many ids in a row that cannot be read end the search where the table does not tell how many there are."""


class _Source:
    """A damaged file, opened anew after each page that cannot be read: SQLCipher reads nothing after the first one."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._file = opened(path, "mode=ro&immutable=1")

    def execute(self, sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Run a question; gives all its rows. Raises `sqlite3.Error`."""
        try:
            return self._file.execute(sql, parameters).fetchall()
        except sqlite3.Error:
            self.close()
            self._file = opened(self._path, "mode=ro&immutable=1")
            raise

    def close(self) -> None:
        self._file.close()


class Lost(NamedTuple):
    """A record that could not be read."""

    table: str
    id: int
    """0 for a table as a whole."""


def rescue(damaged: str, into: Connection) -> tuple[dict[str, int], tuple[Lost, ...]]:
    """Copy all records that can be read; gives how many of each table, and what was lost. Inside a transaction."""
    source = _Source(damaged)
    saved, lost = dict[str, int](), list[Lost]()
    try:
        for table in TABLES:
            columns = _columns(source, into, table)
            if columns is None:
                lost.append(Lost(table, 0))
                continue
            for record, row in _rows(source, table, columns):
                if row is None or not _insert(into, table, columns, row):
                    lost.append(Lost(table, record))
                else:
                    saved[table] = saved.get(table, 0) + 1
    finally:
        source.close()
    return saved, tuple(lost)


def _columns(source: _Source, into: Connection, table: str) -> tuple[str, ...] | None:
    """The columns that both files have; `None` where the damaged one has no such table that can be looked at."""
    try:
        theirs = [row[1] for row in source.execute(f"pragma table_info({table})")]
    except sqlite3.Error:
        return None
    ours = [row[1] for row in into.execute(f"pragma table_info({table})")]
    common = tuple(column for column in ours if column in theirs)
    return common or None


Found = tuple[int, tuple[object, ...] | None]


def _rows(source: _Source, table: str, columns: tuple[str, ...]) -> Iterator[Found]:
    """Each record by its id, `None` for one that cannot be read; ids that nobody has are passed over."""
    last, missed = _last(source, table), 0
    record = 0
    while missed < GIVE_UP if last is None else record < last:
        record += 1
        try:
            rows = source.execute(f"select {', '.join(columns)} from {table} where id = ?", (record,))
        except sqlite3.Error:
            missed += 1
            if last is not None:
                yield record, None
            continue
        missed = 0 if rows else missed + 1
        for row in rows:
            yield record, row


def _last(source: _Source, table: str) -> int | None:
    try:
        return int(source.execute(f"select max(id) from {table}")[0][0] or 0)
    except (sqlite3.Error, ValueError):
        return None


def _insert(into: Connection, table: str, columns: tuple[str, ...], row: tuple[object, ...]) -> bool:
    """Write one record; what breaks a rule of the table is not taken (a number where a text has to be, say)."""
    try:
        into.execute(f"insert into {table} ({', '.join(columns)}) values ({', '.join('?' * len(row))})", row)
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        return False
    return True
