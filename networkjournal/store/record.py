"""How a record people make is written: stamped, identified for ever, removed by a mark and never by a DELETE."""

from collections.abc import Mapping

from networkjournal.store.connection import Connection
from networkjournal.store.rows import now
from networkjournal.store.uid import new_uid

Value = str | int | None


def insert(connection: Connection, table: str, values: Mapping[str, Value], uid: str = "") -> int:
    """Write a new record and give its id. `table` and the names of `values` are ours, never a person's text.

    `uid` is the identifier that it has in another file already; a new one is made where there is none.
    """
    stamp = now()
    row = {**values, "uid": uid or new_uid(), "created_at": stamp, "updated_at": stamp}
    holes = ", ".join("?" * len(row))
    cursor = connection.execute(f"insert into {table} ({', '.join(row)}) values ({holes})", tuple(row.values()))
    return int(cursor.lastrowid or 0)


def update(connection: Connection, table: str, record: int, values: Mapping[str, Value]) -> None:
    """Write the changed columns of a record, and when."""
    row = {**values, "updated_at": now()}
    pairs = ", ".join(f"{column} = ?" for column in row)
    connection.execute(f"update {table} set {pairs} where id = ?", (*row.values(), record))


def remove(connection: Connection, table: str, record: int) -> None:
    """Mark a record as removed. It keeps its handle, so that texts which mention it still say whom they mean."""
    update(connection, table, record, {"deleted_at": now()})
