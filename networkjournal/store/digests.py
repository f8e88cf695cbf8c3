"""Digests of what was saved: one for each record, each step with what it changed, and the tables' own definitions.

Promises that a record, a step or a definition which is not what this program wrote last is told, to the single bit.
Refuses to protect from anybody who means it: a CRC is for accidents, and whoever can write the file can write that.
What is posted from texts has no digest; it is proved by reading the texts again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, groupby
from zlib import crc32

from networkjournal.lean import Any, NamedTuple
from networkjournal.store.connection import Connection
from networkjournal.store.rows import marks

TABLES = (
    *("contacts", "goals", "personas", "strengths", "offers", "asks", "events", "entries", "sources", "cadences"),
    *("budgets", "self_introductions", "refusals", "dismissals"),
)
"""The tables of what people make; a test compares them with those that the history watches."""
STEPS, SCHEMA = "steps", "sqlite_master"
AT_ONCE = 500
"""So many rows are asked for in one statement."""

_PUT = "insert into digests (tbl, row, digest) values (?, ?, ?) on conflict do update set digest = excluded.digest"
_DEFINED = """select cast(type as blob), cast(name as blob), cast(tbl_name as blob), cast(sql as blob)
    from sqlite_master where name not like 'grams\\_%' escape '\\' order by name"""
"""All but the tables that SQLite's own index makes for itself, and words otherwise in other versions."""


class Wrong(NamedTuple):
    """A place that is not what was saved."""

    table: str
    row: int


class Digests:
    """The book of digests."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._ask = connection.execute
        self._many = connection.executemany
        self._selects: dict[str, str] = {}

    def keep(self, step: int, rows: Mapping[str, Collection[int]]) -> None:
        """Take the digests of a step and of the rows (ids by table) that it changed."""
        for table, ids in rows.items():
            self._renew(table, ids)
        self.keep_steps((step,))

    def keep_steps(self, steps: Iterable[int]) -> None:
        """Take the digests of steps that were written, written otherwise, or dropped."""
        self._renew(STEPS, tuple(steps))

    def fill(self, spared: Collection[Wrong] = ()) -> None:
        """Take all digests anew, but those of what is known not to be what was saved."""
        kept = [(*row, digest) for *row, digest in self._ask("select * from digests") if Wrong._make(row) in spared]
        self._ask("delete from digests")
        for table in (*TABLES, STEPS, SCHEMA):
            self._many(_PUT, ((table, row, digest) for row, digest in self._taken(table)))
        for wrong in spared:
            self._ask("delete from digests where tbl = ? and row = ?", wrong)
        self._many(_PUT, kept)

    def wrong(self) -> Iterator[Wrong]:
        """Give what is not as it was saved: changed, gone, or there although nobody saved it."""
        for table in (*TABLES, STEPS, SCHEMA):
            kept = dict(self._ask("select row, digest from digests where tbl = ?", (table,)).fetchall())
            for row, digest in self._taken(table):
                if kept.pop(row, None) != digest:
                    yield Wrong(table, row)
            yield from (Wrong(table, row) for row in kept)

    def _renew(self, table: str, ids: Collection[int]) -> None:
        listed = sorted(ids)
        for start in range(0, len(listed), AT_ONCE):
            some = listed[start : start + AT_ONCE]
            taken = dict(self._taken(table, some))
            gone = [(table, row) for row in some if row not in taken]
            self._many(_PUT, [(table, row, digest) for row, digest in taken.items()])
            if gone:
                self._many("delete from digests where tbl = ? and row = ?", gone)

    def _taken(self, table: str, ids: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
        """The digests of what is there now, by id: of all rows, or of some."""
        if table == SCHEMA:
            rows = self._ask(_DEFINED).fetchall()
            yield 0, _digest((0, *chain(*rows)))
            return
        where = "" if ids is None else f"where {table}.id in ({marks(len(ids))})"
        order = "steps.id, changes.id" if table == STEPS else "1"
        found = self._ask(f"{self._select(table)} {where} order by {order}", tuple(ids or ()))
        if table != STEPS:
            yield from ((row[0], _digest(row)) for row in found)
            return
        for step, rows_of_it in groupby(found, key=lambda row: row[0]):
            digest = 0
            for row in rows_of_it:
                digest = _digest(row, digest)
            yield step, digest

    def _select(self, table: str) -> str:
        """All of a row as bytes, so that what is no text any more can be read."""
        if table not in self._selects:
            tables = (STEPS, "changes") if table == STEPS else (table,)
            columns = [
                f"cast({one}.{row[1]} as blob)"
                for one in tables
                for row in self._ask(f"pragma table_info({one})").fetchall()
            ]
            joined = "left join changes on step_id = steps.id" if table == STEPS else ""
            self._selects[table] = f"select {table}.id, {', '.join(columns)} from {table} {joined}"
        return self._selects[table]


def _digest(row: Iterable[Any], digest: int = 0) -> int:
    """The CRC of a row's values, each with its length, so that nothing can move from one to the next; goes on from one.

    The first value is the row's id, which the digest is kept under.
    """
    values = iter(row)
    next(values)
    for value in values:
        digest = crc32(b"-" if value is None else b"%d:%b" % (len(value), value), digest)
    return digest
