"""The search index: one document per record and entry, its text folded, and the tokens under which SQLite finds it.

Promises that a document says what its record says now, and nothing of records that are gone: `index` is told the rows
that a step touched. Refuses to judge what fits best (`reports.find` does) and to trust tokens alone: the index keeps no
places, so whatever it gives is compared with the text. Its parts are imported where needed: `re` is 6 ms.

The numbers of documents are their order: people, then other records, then entries by their days. Whoever asks from the
end gets the newest first, and stops where there is enough.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from networkjournal.model.difference import Difference
from networkjournal.store.connection import Connection
from networkjournal.store.rows import marks
from networkjournal.store.searched import (
    A_DAY,
    COLUMNS,
    DOCUMENT,
    END,
    ENTRIES,
    KINDS,
    MATCHING,
    OTHERS,
    PEOPLE,
    Document,
    Line,
    first_number,
    folded,
    lines,
)

_BATCH = 500
"""So many records are read at once: SQLite takes no more than 999 values everywhere."""


class Search:
    """The index, and what a record's document says. `seeking` finds by it."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    # finding people and entries by their words

    def people_with(self, *needed: Collection[str]) -> tuple[int, ...]:
        """Give the ids of people whose documents have one piece of each of these collections.

        Pieces are folded; long marks count on neither side. Reads all documents of people: 30 ms for 10,000.
        """
        return tuple(ref for ref, body in self._bodies_of_people() if all(_has(body, pieces) for pieces in needed))

    def people_by(self, pieces: Collection[str]) -> Mapping[str, tuple[int, ...]]:
        """Give for each of these folded pieces the ids of the people whose documents have it; one look at everybody."""
        found: dict[str, list[int]] = {piece: [] for piece in pieces}
        for ref, body in self._bodies_of_people():
            for piece, ids in found.items():
                if piece in body:
                    ids.append(ref)
        return {piece: tuple(ids) for piece, ids in found.items()}

    def _bodies_of_people(self) -> Iterator[tuple[int, str]]:
        rows = self._connection.execute("select ref, body from documents where id >= ? and id < ?", (PEOPLE, OTHERS))
        return ((ref, body.replace("ー", "")) for ref, body in rows)

    def having(self, kind: str, words: Iterable[Iterable[str]], most: int) -> tuple[int, ...]:
        """Give the ids of people or entries that have all tokens of one of these words, the newest first.

        Looks only where the tokens lead to. Tokens tell no places, so whoever asks looks again.
        """
        needed = [" AND ".join(f'"{token}"' for token in word) for word in words]
        asked = " OR ".join(f"({word})" for word in needed if word)
        if not asked:
            return ()
        start, end = (PEOPLE, OTHERS) if kind == "contact" else (ENTRIES, END)
        rows = self._connection.execute(f"{MATCHING} order by grams.rowid desc limit ?", (asked, start, end - 1, most))
        return tuple(row[2] for row in rows)

    def document(self, kind: str, ref: int) -> Document | None:
        """Give what is searched of a record; `None` for one that is gone."""
        row = self._connection.execute(f"{DOCUMENT} where kind = ? and ref = ?", (kind, ref)).fetchone()
        return row and Document(*row)

    def lines(self, kind: str, ref: int) -> tuple[Line, ...]:
        """Give the lines of a record as they were written, one for each line of its document; none for one gone."""
        return self.lines_of({kind: (ref,)}).get((kind, ref), ())

    def lines_of(self, wanted: Mapping[str, Collection[int]]) -> Mapping[tuple[str, int], tuple[Line, ...]]:
        """Give the lines of several records (ids by kind), by kind and id; those that are gone are left out."""
        found = {}
        for kind, refs in wanted.items():
            table, columns = COLUMNS[kind]
            rows = self._connection.execute(
                f"""select id, {", ".join(columns)} from {table}
                    where id in ({marks(len(refs))}) and deleted_at is null""",
                tuple(refs),
            )
            found.update({(kind, ref): tuple(lines(columns, row)) for ref, *row in rows})
        return found

    # keeping in step

    def index(self, rows: Mapping[str, Iterable[int]]) -> None:
        """Bring the documents of these rows (ids by table) in line with what the rows say now."""
        for table, kind in KINDS.items():
            refs = tuple(rows.get(table, ()))
            for start in range(0, len(refs), _BATCH):
                self._renew(kind, refs[start : start + _BATCH])

    def rebuild(self) -> None:
        """Make the whole index anew."""
        self._connection.execute("insert into grams (grams) values ('delete-all')")
        self._connection.execute("delete from documents")
        for table, kind in KINDS.items():
            for ref, body in self._bodies(kind, table):
                if body:
                    self._write(kind, ref, body)

    def fill(self) -> None:
        """Make the index where a file has records and no index yet."""
        if self._connection.execute("select 1 from documents limit 1").fetchone() is None:
            self.rebuild()

    def scrub(self) -> None:
        """Leave no trace in the index of words that were taken out of it; reads and writes all of it."""
        self._connection.execute("insert into grams (grams) values ('optimize')")

    def _renew(self, kind: str, refs: Collection[int]) -> None:
        known = self._connection.execute(f"{DOCUMENT} where kind = ? and ref in ({marks(len(refs))})", (kind, *refs))
        had = {document.ref: document for document in (Document(*row) for row in known)}
        table, columns = COLUMNS[kind]
        rows = self._connection.execute(
            f"select id, {', '.join(columns)} from {table} where id in ({marks(len(refs))}) and deleted_at is null",
            tuple(refs),
        )
        bodies = {ref: folded(lines(columns, row)) for ref, *row in rows}
        for ref in refs:
            self._bring(kind, ref, had.get(ref), bodies.get(ref) or None)

    def _bring(self, kind: str, ref: int, old: Document | None, body: str | None) -> None:
        """Have a record's document say this; `None` for one that is gone."""
        from networkjournal.model.tokens import tokens

        if old is not None and old.body == body and self._in_its_day(old):
            return
        if old is not None:
            self._connection.execute(
                "insert into grams (grams, rowid, tokens) values ('delete', ?, ?)", (old.id, _joined(tokens(old.body)))
            )
            self._connection.execute("delete from documents where id = ?", (old.id,))
        if body is not None:
            self._write(kind, ref, body, old)

    def _write(self, kind: str, ref: int, body: str, old: Document | None = None) -> None:
        from networkjournal.model.tokens import tokens

        number = old.id if old and self._in_its_day(old) else self._free(kind, ref)
        self._connection.execute("insert into documents values (?, ?, ?, ?)", (number, kind, ref, body))
        self._connection.execute("insert into grams (rowid, tokens) values (?, ?)", (number, _joined(tokens(body))))

    def _in_its_day(self, document: Document) -> bool:
        """Whether the document's number is one of the day that its entry has now; other records have no days."""
        return document.kind != "entry" or document.id // A_DAY == self._day(document.ref)

    def _day(self, entry: int) -> int:
        row = self._connection.execute("select day from entries where id = ?", (entry,)).fetchone()
        return first_number(date.fromisoformat(row[0]) if row else date.min) // A_DAY

    def _free(self, kind: str, ref: int) -> int:
        """A number for a new document, behind those of its day or kind."""
        start, end = (PEOPLE, OTHERS) if kind == "contact" else (OTHERS, ENTRIES)
        if kind == "entry":
            start = self._day(ref) * A_DAY
            end = start + A_DAY
        last = "select max(id) from documents where id >= ? and id < ?"
        number = int(self._connection.execute(last, (start, end)).fetchone()[0] or start - 1) + 1
        if number < end:
            return number
        return int(self._connection.execute(last, (start, END)).fetchone()[0]) + 1

    def _bodies(self, kind: str, table: str) -> Iterator[tuple[int, str]]:
        """The folded texts of all live records of a kind, in the order they came."""
        columns = COLUMNS[kind][1]
        select = (
            f"select id, {', '.join(columns)} from {table} where id > ? and deleted_at is null order by id limit 500"
        )
        last = 0
        while rows := self._connection.execute(select, (last,)).fetchall():
            for ref, *row in rows:
                yield ref, folded(lines(columns, row))
            last = rows[-1][0]

    # proving

    def wrong(self) -> Iterator[Difference]:
        """Give the records whose documents are not what they say; `index_proof` looks at their tokens."""
        known = {(kind, ref): body for _id, kind, ref, body in self._connection.execute(DOCUMENT)}
        for table, kind in KINDS.items():
            for ref, body in self._bodies(kind, table):
                if known.pop((kind, ref), "") != body:
                    yield _difference(kind, ref)
        for kind, ref in known:
            yield _difference(kind, ref)


def _has(body: str, pieces: Collection[str]) -> bool:
    return any(piece in body for piece in pieces)


def _joined(tokens: Iterable[str]) -> str:
    return " ".join(tokens)


def _difference(kind: str, ref: int) -> Difference:
    return Difference("search", ref, "") if kind == "entry" else Difference("search", None, f"{kind} {ref}")
