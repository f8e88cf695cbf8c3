"""One bit of a real file turned, again and again: is it noticed, and if not, does anybody see anything of it?

    python -m tests.damage.flips [COUNT] [SEED]

Prints how many bits changed what can be seen, and how many of those `check` (or opening) told of; as a control, how
many SQLite's own `integrity_check` tells. Exits 1 where one was seen and not told.
"""

import os
import random
import re
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import NamedTuple

from networkjournal import demo
from networkjournal.errors import FileTrouble
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact

UNSEEN = ("digests", "_sqlite_migrations", "sources")
"""What nobody is shown: what `check` goes by, the names of migrations, what imports remember."""
PAGE = 512
"""Small pages have many more places where a tree could break, in a file that is quickly looked through."""


class Turned(NamedTuple):
    """What came of one turned bit."""

    place: int
    bit: int
    seen: bool
    """Whether anything that a person can be shown is another, or cannot be read."""
    told: str
    """Who told: `opening`, `check`; empty for nobody."""
    control: bool
    """Whether `integrity_check` alone tells."""


def journal_bytes(folder: str) -> bytes:
    """A journal that has been lived with: the sample's, with changes, removals and something undone."""
    path = os.path.join(folder, "sample.db")
    journal = Journal.open(path)
    demo.make(journal, "ja")
    one = journal.add_contact(Contact("渡 一郎", notes="話し上手"))
    journal.change_contact(one._replace(name="渡 次郎", caution="急がせない"))
    entry = journal.capture("-> @渡次郎 情報: 本 20m\n[ ] @渡次郎 に電話", date(2026, 11, 22)).entry
    assert entry
    journal.edit_entry(entry._replace(text=entry.text + "\n! 急がないと良い"))
    journal.capture("<> @渡次郎", date(2026, 11, 22))
    journal.remove_entry(entry.id)
    journal.undo()
    connection = journal.books.connection
    connection.execute("pragma journal_mode = delete")
    connection.execute(f"pragma page_size = {PAGE}")
    connection.execute("vacuum")
    journal.close()
    with open(path, "rb") as file:
        return file.read()


def shown(path: str) -> object:
    """All that any screen or command could read: every table, by itself and by each of its indexes, and every word."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        connection.text_factory = bytes
        ask = connection.execute
        master = ask("select type, name, tbl_name, sql from sqlite_master order by name").fetchall()
        tables = [name.decode() for kind, name, _table, sql in master if kind == b"table" and b"virtual" not in sql]
        read = [table for table in tables if table not in UNSEEN and not table.startswith(("grams", "sqlite_"))]
        return (
            [row for row in master if row[1].decode() not in UNSEEN and not row[1].startswith(b"grams_")],
            {table: sorted(map(repr, ask(f"select * from {table}"))) for table in read},
            {index: sorted(map(repr, ask(select))) for index, select in _by_index(master, read)},
            {term: tuple(ask("select rowid from grams where grams match ?", (term,))) for term in _terms(connection)},
        )


def _by_index(master: list[tuple[bytes, bytes, bytes, bytes]], read: list[str]) -> Iterator[tuple[str, str]]:
    for kind, name, table, sql in master:
        if kind == b"index" and sql and table.decode() in read:
            found = re.fullmatch(r".*? on \w+ \((.*?)\)( where .*)?", sql.decode())
            assert found, sql
            columns, where = found.groups()
            yield name.decode(), f"select {columns} from {table.decode()} indexed by {name.decode()} {where or ''}"


def _terms(connection: sqlite3.Connection) -> list[str]:
    """The words under which something can be found, quoted as one asks for them."""
    connection.execute("create virtual table temp.terms using fts5vocab(main, grams, row)")
    return [f'"{row[0].decode()}"' for row in connection.execute("select term from temp.terms")]


def told(path: str) -> str:
    """Who tells that something is wrong with a file: `opening`, `check` or nobody. Anything but an answer is raised."""
    try:
        journal = Journal.open(path)
    except FileTrouble:
        return "opening"
    try:
        return "check" if journal.check().differences else ""
    except FileTrouble:
        return "check"
    finally:
        journal.close()


def control(path: str) -> bool:
    """Whether SQLite's own look at the file tells."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            asked = "select cast(integrity_check as blob) from pragma_integrity_check"
            return bool(connection.execute(asked).fetchall() != [(b"ok",)])
    except (sqlite3.Error, UnicodeDecodeError):
        return True


def turned(data: bytes, folder: str, count: int, seed: int) -> Iterator[Turned]:
    """Turn so many bits, one at a time, and say what came of each."""
    chance = random.Random(seed)
    path = os.path.join(folder, "turned.db")
    before = _shown(data, path)
    for _ in range(count):
        place, bit = chance.randrange(len(data)), chance.randrange(8)
        other = bytearray(data)
        other[place] ^= 1 << bit
        seen = _shown(bytes(other), path) != before
        by_itself = control(path)
        yield Turned(place, bit, seen, told(path), by_itself)


def _shown(data: bytes, path: str) -> object:
    for ending in ("", "-journal", "-wal", "-shm"):
        if os.path.exists(path + ending):
            os.unlink(path + ending)
    with open(path, "wb") as file:
        file.write(data)
    try:
        return shown(path)
    except (sqlite3.Error, UnicodeDecodeError):
        return "cannot be read"


def main(count: int = 1500, seed: int = 1) -> int:
    """Turn bits and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        data = journal_bytes(folder)
        found = list(turned(data, folder, count, seed))
    visible = [one for one in found if one.seen]
    missed = [one for one in visible if not one.told]
    by = Counter(one.told for one in visible)
    print(f"{len(found)} bits of {len(data):,} bytes turned, one at a time; {len(visible)} changed what can be seen.")
    print(f"told of those: {len(visible) - len(missed)} (opening {by['opening']}, check {by['check']})")
    print(f"told by integrity_check alone: {sum(one.control for one in visible)}")
    print(f"told although nobody would see anything: {sum(bool(one.told) for one in found if not one.seen)}")
    for one in missed:
        print(f"missed: byte {one.place} bit {one.bit}")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
