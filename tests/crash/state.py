"""What a folder holds, as far as a person cares: the records of its journal, its backups, what was exported.

Two runs of one command give the same state: stamps and identifiers, which are new each time, are left out. Refuses to
look at what is only on the way: rollback journals, unfinished parts, drafts.
"""

import hashlib
import json
import os
import re
import sqlite3
from typing import Any, NamedTuple

JOURNAL = "journal.db"
NOTHING = "nothing"
"""The records of a journal in which nothing was written yet, whether the file is there or not."""
BROKEN = "broken"
_STAMPS = frozenset({"at", "created_at", "updated_at", "deleted_at", "archived_at", "applied_at", "snoozed_at"})
_LEFT_OUT = re.compile("grams|sqlite_|_sqlite")
"""The search's index, which `check` compares, and what SQLite and sqlite-utils keep for themselves."""
_PASSING = re.compile(r"(-journal|-wal|-shm|\.part|\.draft(-\d+)?)$")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d{6}|-[0-9a-f]{8}(?=/)")


class State(NamedTuple):
    """What a folder holds."""

    records: str
    """A digest of the records of the journal."""
    files: frozenset[tuple[str, str]]
    """The other files with digests of what is in them; moments in their names are left out."""


def state(folder: str) -> State:
    """Look at a folder. SQLite takes back what was broken off, as any opening of the journal would."""
    files = set()
    for above, _folders, names in os.walk(folder):
        for name in names:
            path = os.path.join(above, name)
            if path != os.path.join(folder, JOURNAL) and not _PASSING.search(name):
                told = _MOMENT.sub("*", os.path.relpath(path, folder))
                files.add((told, _digest(path)))
    return State(records(os.path.join(folder, JOURNAL)), frozenset(files))


def records(path: str) -> str:
    """A digest of what is in a journal; `BROKEN` where that cannot be read."""
    if not os.path.exists(path) or not (os.path.getsize(path) or os.path.exists(f"{path}-wal")):
        return NOTHING
    try:
        found = sqlite3.connect(f"file:{path}?mode=rw", uri=True, isolation_level=None)
        try:
            return _of(found)
        finally:
            found.close()
    except (sqlite3.Error, ValueError) as error:
        return f"{BROKEN}: {error}"


def _of(found: sqlite3.Connection) -> str:
    tables = [name for (name,) in found.execute("select name from sqlite_master where type = 'table' order by 1")]
    held = {table: rows for table in tables if not _LEFT_OUT.match(table) and (rows := _rows(found, table))}
    if not held.keys() - {"digests"}:  # there is one of an empty history as well
        return NOTHING
    version = found.execute("pragma user_version").fetchone()[0]
    return hashlib.sha256(repr((version, held)).encode()).hexdigest()


def _rows(found: sqlite3.Connection, table: str) -> list[list[Any]]:
    cursor = found.execute(f"select * from {table} order by 1")
    names = [column[0] for column in cursor.description]
    return [[_plain(table, name, value) for name, value in zip(names, row, strict=True)] for row in cursor]


def _plain(table: str, name: str, value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if name == "uid" or (table, name) == ("digests", "digest"):  # `check` proves digests, which differ as stamps do
        return None
    if name in _STAMPS:
        return value is not None
    if (table, name) == ("changes", "before") and value is not None:
        return [(key, _plain("", key, image)) for key, image in json.loads(value).items()]
    return value


def _digest(path: str) -> str:
    if path.endswith((".db", ".bak")):
        return records(path)
    with open(path, "rb") as file:
        return hashlib.sha256(_exported(file.read())).hexdigest()


def _exported(content: bytes) -> bytes:
    """A file without the moment at which it was written."""
    return re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+(\+00:00|Z)?|REV:\w+|DTSTAMP:\w+", b"*", content)
