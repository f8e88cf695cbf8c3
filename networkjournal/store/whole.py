"""All that people write, table by table, as it is carried to another file: rows with their identifiers for ever.

Promises every column of every table that history watches, whatever the schema: what is there is read from the file
itself. References to other records are their identifiers, since numbers differ from file to file.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple

from networkjournal.store.connection import Connection

Row = dict[str, Any]
FIRST = ("contacts", "goals", "personas", "strengths", "offers", "events")
"""What others refer to comes before them."""
LAST = ("entries", "sources")
LABELLED = frozenset(("emails", "phones", "urls", "addresses"))
"""Lists of pairs of a value and a label."""
REFERRING: Mapping[tuple[str, str], str] = {
    ("events", "goals"): "goals",
    ("events", "personas"): "personas",
    ("events", "expected"): "contacts",
}
"""Lists of records: the table that their numbers are of. A text in them stands for itself."""
NUMBERED: Mapping[str, tuple[str, ...]] = {
    "offer": ("offers", "contacts"),
    "introduction": ("contacts", "contacts"),
    "return": ("contacts",),
    "duplicate": ("contacts", "contacts"),
}
"""What the key of a dismissal begins with: the tables that the numbers after it are of."""
_OWN = "json"
"""The format of this program's own documents: what they brought is known by the records' own identifiers."""


Kind = Literal["text", "integer", "list"]


class Column(NamedTuple):
    """What a column holds."""

    kind: Kind
    required: bool
    """Whether it is never empty."""
    asked: bool
    """Whether a row has to say it: it is never empty, and nothing stands for it."""
    refers: str
    """The table of the record whose number it holds, or whose numbers are in its list; empty for none."""


class Whole:
    """The truth of a file, as rows."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection
        self._ask = connection.execute

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The tables, those that others refer to first."""
        triggers = self._ask("select tbl_name from sqlite_master where type = 'trigger' and name like '%_added'")
        found = sorted({name for (name,) in triggers} - {*FIRST, *LAST})
        return (*FIRST, *found, *LAST)

    def columns(self, table: str) -> Mapping[str, Column]:
        """The columns of a table besides its number."""
        refers = {row[3]: row[2] for row in self._ask(f"pragma foreign_key_list({table})")}
        found = {}
        for _, name, kind, required, default, key in self._ask(f"pragma table_info({table})"):
            if not key:
                listed = default == "'[]'"
                target = REFERRING.get((table, name), refers.get(name, ""))
                held: Kind = "list" if listed else "integer" if kind == "INTEGER" else "text"
                found[name] = Column(held, bool(required), bool(required) and default is None, target)
        return found

    def rows(self, table: str) -> Iterator[Row]:
        """All rows in the order of their numbers. Records that are referred to are told by their identifiers."""
        columns = self.columns(table)
        known = {column.refers: self._identifiers(column.refers) for column in columns.values() if column.refers}
        if table == "dismissals":
            known |= {other: self._identifiers(other) for others in NUMBERED.values() for other in others}
        mine = f" where format != '{_OWN}'" if table == "sources" else ""
        found = self._ask(f"select id, {', '.join(columns)} from {table}{mine} order by id")
        for number, *values in found:
            row: Row = {} if table == "sources" else {"id": number}
            for (name, column), value in zip(columns.items(), values, strict=True):
                row[name] = _told(column, value, known.get(column.refers, {}))
            if table == "dismissals":
                row["key"] = keyed(row["key"], lambda other, word: known[other].get(_number(word), word))
            yield row

    def row(self, table: str, number: int) -> Row:
        """One row of numbers and texts as the file holds it."""
        columns = self.columns(table)
        values = self._ask(f"select {', '.join(columns)} from {table} where id = ?", (number,)).fetchone()
        return dict(zip(columns, values, strict=True))

    def numbers(self, table: str) -> dict[str, int]:
        """Identifier -> number. A source is known by its format and key."""
        uid = "format || char(9) || key" if table == "sources" else "uid"
        return dict(self._ask(f"select {uid}, id from {table}"))

    def _identifiers(self, table: str) -> dict[int, str]:
        return dict(self._ask(f"select id, uid from {table}"))

    def handles(self, table: str) -> dict[str, int]:
        """Handle -> number."""
        return dict(self._ask(f"select handle, id from {table}"))

    def empty(self) -> bool:
        """Whether nothing was ever written."""
        return not any(self._ask(f"select 1 from {table} limit 1").fetchone() for table in self.tables)

    def insert(self, table: str, row: Row) -> int:
        """Write a row as it is; without a number it gets the next. Gives its number."""
        names = ", ".join(row)
        holes = ", ".join("?" * len(row))
        cursor = self._ask(f"insert into {table} ({names}) values ({holes})", tuple(map(_kept, row.values())))
        return int(cursor.lastrowid or 0)

    def update(self, table: str, number: int, row: Row) -> None:
        """Write some columns of a row as they are, the stamps too."""
        pairs = ", ".join(f"{name} = ?" for name in row)
        self._ask(f"update {table} set {pairs} where id = ?", (*map(_kept, row.values()), number))

    def weights(self) -> dict[int, list[tuple[int, int, int]]]:
        """Entry -> line, contact and weight of the exchanges whose weight is that of the day they were posted."""
        found: dict[int, list[tuple[int, int, int]]] = {}
        rows = self._ask("select entry_id, line, contact_id, weight from exchanges where not weighed order by 1, 2, 3")
        for entry, line, contact, weight in rows:
            found.setdefault(entry, []).append((line, contact, weight))
        return found

    def weigh(self, entry: int, line: int, contact: int, weight: int) -> None:
        """Give an exchange the weight that it was posted with in the file it comes from."""
        self._ask(
            "update exchanges set weight = ? where entry_id = ? and line = ? and contact_id = ? and not weighed",
            (weight, entry, line, contact),
        )


def keyed(key: str, said: Callable[[str, str], object]) -> str:
    """The key of a dismissal with other words for its records; `said` is asked with the table and the word."""
    kind, *words = key.split(" ")
    tables = NUMBERED.get(kind, ())
    made = (said(table, word) for table, word in zip(tables, words, strict=False))
    return " ".join((kind, *map(str, made), *words[len(tables) :]))


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdecimal() and len(word) < 20 else 0


def _told(column: Column, value: Any, known: Mapping[int, str]) -> Any:  # noqa: ANN401 - as the column has it
    if column.kind == "list":
        return [known.get(item, item) if isinstance(item, int) else item for item in json.loads(value)]
    return known.get(value, value) if column.refers and value is not None else value


def _kept(value: Any) -> Any:  # noqa: ANN401 - as the column has it
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
