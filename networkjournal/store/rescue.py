"""Reading what can still be read of a damaged file into a new one. The damaged one is opened for reading alone.

Promises that a record which can be read is in the new file with all its columns, that it leads to nothing that is not,
and to name what is missing. What is posted is made anew from the texts; the history of changes stays behind. The file
is read page by page and by hand, so that damage anywhere, the table of contents too, costs only what stood there.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import NamedTuple

from networkjournal.errors import FileTrouble
from networkjournal.store.connection import FAILURES, Connection, opened, salt
from networkjournal.store.mending import mended
from networkjournal.store.pages import Pages, Value
from networkjournal.store.salvage import Column, Found, Shapes, salvage

TABLES = (
    "contacts", "goals", "personas", "strengths", "offers", "asks", "events", "entries", "sources", "cadences",
    "budgets", "self_introductions", "refusals", "dismissals",
)  # fmt: skip
"""What people made; links come after what they lead to as far as the keys ask for it."""
NAMED_ONE_BY_ONE = 1_000
"""A gap of more ids than this is told by where it begins and ends."""
ENDINGS = ("-journal", "-wal")
"""What SQLite keeps beside a file in which something was going on."""


class Lost(NamedTuple):
    """A record that could not be read, or a stretch of them."""

    table: str
    id: int
    """The first that is missing; 0 for a table of which nothing is left."""
    last: int | None
    """The last one; `None` where nothing tells how many there were."""
    column: str = ""
    """Where the record is saved, and only this of it could not be read whole."""


def rescue(damaged: str, into: Connection) -> tuple[dict[str, int], tuple[Lost, ...]]:
    """Copy all records that can be read; gives how many of each table, and what was lost. Inside a transaction."""
    shapes = _shapes(into)
    saved, lost = dict[str, int](), list[Lost]()
    left = _left(damaged, shapes)
    for table in TABLES:
        rows, taken = left[table].rows, set[int]()
        for rowid in sorted(rows):
            row, hurt = mended(shapes[table], rows[rowid])
            if _insert(into, table, shapes[table], rowid, row):
                taken.add(rowid)
                lost += [Lost(table, rowid, rowid, column) for column in hurt]
        if taken:
            saved[table] = len(taken)
        lost += _missing(table, left[table], taken)
    _cut_leads(into)
    return saved, tuple(lost)


def _best(data: bytes, shapes: Shapes) -> dict[str, Found]:
    """What is left. Where the file's header says something unusual, it may be the damage that says so."""
    pages = Pages(data)
    found = salvage(pages, shapes, TABLES)
    if pages.is_usual:
        return found
    other = salvage(Pages(data, usual=True), shapes, TABLES)
    return max(found, other, key=lambda left: sum(len(table.rows) for table in left.values()))


def _left(damaged: str, shapes: Shapes) -> dict[str, Found]:
    """What is left in a file, with what was going on in it ended in a copy, as opening it would."""
    try:
        if any(os.path.exists(damaged + ending) and os.path.getsize(damaged + ending) for ending in ENDINGS):
            with tempfile.TemporaryDirectory(prefix="networkjournal-") as folder:
                return _ended(damaged, os.path.join(folder, "copy.db"), shapes)
        return _read(damaged, shapes)
    except OSError as error:
        raise FileTrouble(damaged, "unwritable", error.strerror or "") from error


def _ended(damaged: str, copy: str, shapes: Shapes) -> dict[str, Found]:
    for ending in ("", *ENDINGS):
        with suppress(FileNotFoundError):
            shutil.copyfile(damaged + ending, copy + ending)
    with suppress(*FAILURES, FileTrouble), closing(opened(copy, "mode=rw")) as connection:
        connection.execute("select count(*) from sqlite_master").fetchone()  # takes back a half step
        connection.execute("pragma wal_checkpoint(truncate)")
    return _read(copy, shapes)


def _read(path: str, shapes: Shapes) -> dict[str, Found]:
    if salt(path):
        from networkjournal.store.cipher import locked
        from networkjournal.store.legible import legible  # only for an encrypted journal

        if not locked(path):
            data, gaps = legible(path, TABLES)
            return {table: found._replace(gaps=gaps[table]) for table, found in _best(data, shapes).items()}
    with open(path, "rb") as file:
        return _best(file.read(), shapes)


def _shapes(into: Connection) -> Shapes:
    """What the tables of the new file say of their columns."""
    shapes = {}
    for (name,) in into.execute("select name from sqlite_master where type = 'table'").fetchall():
        columns = into.execute(f"pragma table_info('{name}')").fetchall()
        shapes[name] = tuple(
            Column(column, kind.lower(), bool(required), default == "'[]'", default is not None)
            for _number, column, kind, required, default, _key in columns
        )
    return shapes


def _insert(into: Connection, table: str, shape: tuple[Column, ...], rowid: int, row: tuple[Value, ...]) -> bool:
    """Write one record; what breaks a rule of the table is not taken (a second handle of the same name, say)."""
    values = dict(zip((column.name for column in shape), (rowid, *row[1:]), strict=False))
    statement = f"insert into {table} ({', '.join(values)}) values ({', '.join('?' * len(values))})"
    for _attempt in range(2):
        try:
            into.execute(statement, tuple(values.values()))
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
                return False
            _mend_leads(into, table, values)
        except (sqlite3.ProgrammingError, OverflowError):
            return False
        else:
            return True
    return False


def _mend_leads(into: Connection, table: str, row: dict[str, Value]) -> None:
    """Have a record lead nowhere that is lost; where it must lead to a goal, a nameless one stands there."""
    for other, column, required in _leads(into, table):
        wanted = row.get(column)
        if not isinstance(wanted, int) or _there(into, other, wanted):
            continue
        if not required:
            row[column] = None
        elif other == "goals":
            named = (wanted, f"00000000-0000-0000-0000-{wanted:012}", f"goal-{wanted}", f"goal-{wanted}")
            into.execute(
                "insert into goals (id, uid, handle, title, created_at, updated_at) values (?, ?, ?, ?, ?, ?)",
                (*named, row["created_at"], row["updated_at"]),
            )


def _cut_leads(into: Connection) -> None:
    """Let nothing lead to a record that is lost."""
    for table in TABLES:
        for other, column, required in _leads(into, table):
            dangling = f"{column} is not null and {column} not in (select id from {other})"
            if required:
                into.execute(f"delete from {table} where {dangling}")
            else:
                into.execute(f"update {table} set {column} = null where {dangling}")


def _leads(into: Connection, table: str) -> list[tuple[str, str, bool]]:
    """The tables that a table's records lead to, the column that does, and whether it must."""
    required = {name: bool(must) for _n, name, _k, must, *_rest in into.execute(f"pragma table_info({table})")}
    return [(row[2], row[3], required[row[3]]) for row in into.execute(f"pragma foreign_key_list({table})")]


def _there(into: Connection, table: str, record: Value) -> bool:
    return into.execute(f"select 1 from {table} where id = ?", (record,)).fetchone() is not None


def _missing(table: str, left: Found, taken: set[int]) -> Iterator[Lost]:
    """What was read and could not be written, and what is missing where there are gaps."""
    for rowid in sorted(left.rows.keys() - taken):
        yield Lost(table, rowid, rowid)
    known = sorted(left.rows)
    highest = known[-1] if known else 0
    for after, last in sorted(left.gaps, key=lambda gap: gap.after):
        if last is None and highest <= after:
            yield Lost(table, after + 1 if after or known else 0, None)
            continue
        yield from _unknown(table, after, highest if last is None else last, left.rows)
        if last is None:
            yield Lost(table, highest + 1, None)


def _unknown(table: str, after: int, last: int, rows: dict[int, tuple[Value, ...]]) -> Iterator[Lost]:
    if last - after > NAMED_ONE_BY_ONE:
        inside = sorted(rowid for rowid in rows if after < rowid <= last)
        for before, following in zip([after, *inside], [*inside, last + 1], strict=True):
            if following - before > 1:
                yield Lost(table, before + 1, following - 1)
        return
    for rowid in range(after + 1, last + 1):
        if rowid not in rows:
            yield Lost(table, rowid, rowid)
