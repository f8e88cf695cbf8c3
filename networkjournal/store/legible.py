"""What can still be read of a damaged sealed file, as the bytes of a plain one in memory; nothing of it is written.

Whoever rescues reads pages by hand, which only the cipher can in a sealed file: so it is asked for each record. What
cannot be reached through the file's own table of contents and trees is therefore lost.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from typing import Any, NamedTuple

from networkjournal.store.connection import FAILURES, opened
from networkjournal.store.salvage import Stretch

GIVE_UP = 2_000
"""So many ids in a row that are not found end the search where the table does not tell how many there are."""


class Surviving:
    """A damaged file, opened anew after each page that cannot be read: SQLCipher reads nothing after the first one."""

    def __init__(self, path: str) -> None:
        """Open it, for reading alone. Raises `Sealed` where its key is not known."""
        self._path = path
        self._file = opened(path, "mode=ro&immutable=1")

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]] | None:
        """All rows of an answer; none where a page of it cannot be read."""
        try:
            return self._file.execute(sql, parameters).fetchall()
        except FAILURES:
            self.close()
            self._file = opened(self._path, "mode=ro&immutable=1")
            return None

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class Legible(NamedTuple):
    """What can be read."""

    data: bytes
    """A plain file with it."""
    gaps: dict[str, tuple[Stretch, ...]]
    """Of each table, where there were records that cannot be."""


def legible(damaged: str, tables: Iterable[str]) -> Legible:
    """Give a plain file with all records of these tables that can be read, each under its id."""
    gaps = dict[str, tuple[Stretch, ...]]()
    with closing(Surviving(damaged)) as source, closing(sqlite3.connect(":memory:")) as target:
        target.execute("pragma user_version = 1")  # so that there is a file, even of nothing
        for table in tables:
            made = source.rows("select sql from sqlite_master where name = ?", (table,))
            if made:
                target.execute(made[0][0])
                rows, gaps[table] = _read(source, table)
                for row in rows:
                    with suppress(*FAILURES):
                        target.execute(f"insert into {table} values ({', '.join('?' * len(row))})", row)
            else:
                gaps[table] = (Stretch(0, None),)
        target.commit()
        return Legible(target.serialize(), gaps)


def _read(source: Surviving, table: str) -> tuple[list[tuple[Any, ...]], tuple[Stretch, ...]]:
    """The rows of a table, and which ids cannot be read: one by one where some page of it is damaged."""
    whole = source.rows(f"select * from {table}")
    if whole is not None:
        return whole, ()
    rows, gaps = list[tuple[Any, ...]](), list[Stretch]()
    highest = source.rows(f"select max(id) from {table}")
    last = highest[0][0] or 0 if highest else None
    number = met = 0
    while number < last if last is not None else number - met < GIVE_UP:
        number += 1
        found = source.rows(f"select * from {table} where id = ?", (number,))
        if found is None and last is not None:
            gaps.append(Stretch(number - 1, number))
        elif found:
            met = number
            rows += found
    if last is None:
        gaps.append(Stretch(0, None))
    return rows, tuple(gaps)
