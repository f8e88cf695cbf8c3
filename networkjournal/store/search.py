"""The search index: one document per record and entry, its text folded, and the tokens under which SQLite finds it.

Promises that a document says what its record says now, and nothing of records that are gone: `index` is told the rows
that a step touched. Refuses to judge what fits best (`reports.find` does) and to trust tokens alone: the index keeps no
places, so whatever it gives is compared with the text. Its parts are imported where needed: `re` is 6 ms.

The numbers of documents are their order: people, then other records, then entries by their days. Whoever asks from the
end gets the newest first, and stops where there is enough.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from networkjournal.lean import TYPE_CHECKING, NamedTuple
from networkjournal.model.difference import Difference
from networkjournal.store.connection import Connection
from networkjournal.store.rows import marks, pairs, texts

if TYPE_CHECKING:
    from networkjournal.model.query import Query

PEOPLE, OTHERS, ENTRIES, END = 1, 1 << 38, 1 << 39, 1 << 42
"""Where each kind's numbers begin."""
A_DAY = 1 << 13
"""So many numbers are kept for the entries of a day; one more stands behind the newest."""
NEWEST = 300
"""So many documents are read one by one before tokens that only begin so are asked for: SQLite gathers all that they
lead to before it gives the first."""
FREQUENT = 6
"""In more of those than this, a token that only begins so is not asked for: comparing the texts is quicker."""
MOST_NAMED = 500
"""Of more people who go by what was typed, the latest are looked at."""
MOST_WANTED = 24
"""Tokens that are asked for; the text is compared anyway."""

_LISTS = frozenset(
    {"aliases", "needs", "can_give", "asks", "tags", "fields", "roles", "evidence", "audience", "bring", "questions"}
)
_LABELLED = frozenset({"emails", "phones", "urls", "addresses"})
_PERSON = (
    *("name", "handle", "reading", "aliases", "organization", "department", "title", "tags", "needs", "can_give"),
    *("asks", "how_met", "introduced_by", "notes", "emails", "phones", "urls", "addresses", "birthday", "caution"),
    *("aims", "suspected", "knows", "withheld"),
)
COLUMNS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "contact": ("contacts", _PERSON),
    "goal": ("goals", ("title", "handle", "why", "measure")),
    "persona": ("personas", ("who", "fields", "roles", "knowledge", "found", "offer")),
    "strength": ("strengths", ("title", "handle", "evidence", "since")),
    "offer": ("offers", ("what", "audience")),
    "event": ("events", ("title", "handle", "purpose", "place", "outcome", "on_day", "bring", "questions", "series")),
    "ask": ("asks", ("what", "audience")),
    "refusal": ("refusals", ("what", "why")),
    "introduction": ("self_introductions", ("text",)),
    "entry": ("entries", ("text",)),
}
"""Kind -> its table and what of it is searched; the first column is the title, and what matches earlier is shown."""
_KINDS = {table: kind for kind, (table, _columns) in COLUMNS.items()}


class Line(NamedTuple):
    """One line of what is searched, as it was written."""

    field: str
    text: str


class Document(NamedTuple):
    """A record or entry as it is searched."""

    id: int
    kind: str
    ref: int
    """The record's or entry's id."""
    body: str
    """Its lines, folded."""


class Search:
    """The index, and finding by it."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    # finding

    def records(self, query: "Query") -> Iterator[Document]:
        """Give the records that have all terms: goals, personas, strengths, offers and events, then people."""
        return self._found(query, PEOPLE, ENTRIES)

    def entries(self, query: "Query") -> Iterator[Document]:
        """Give the entries that have all terms, the newest day first."""
        return self._found(query, ENTRIES, END)

    def named(self, contacts: Iterable[int], typed: str, most: int) -> tuple[Document, ...]:
        """Give the live ones of these contacts in the order of names, first those called just so."""
        wanted = sorted(contacts)[-MOST_NAMED:]
        rows = self._connection.execute(
            f"""with called as (select id, ? in (name, handle, family, given) as just, sort_key from contacts
                    where id in ({marks(len(wanted))}) and deleted_at is null order by just desc, sort_key, id limit ?)
                select documents.id, kind, ref, body from called
                join documents on kind = 'contact' and ref = called.id order by just desc, sort_key, ref""",
            (typed, *wanted, most),
        )
        return tuple(Document(*row) for row in rows)

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
        rows = self._connection.execute(f"{_MATCH} limit ?", (asked, start, end - 1, most))
        return tuple(row[2] for row in rows)

    def document(self, kind: str, ref: int) -> Document | None:
        """Give what is searched of a record; `None` for one that is gone."""
        row = self._connection.execute(f"{_DOCUMENT} where kind = ? and ref = ?", (kind, ref)).fetchone()
        return row and Document(*row)

    def lines(self, kind: str, ref: int) -> tuple[Line, ...]:
        """Give the lines of a record as they were written, one for each line of its document; none for one gone."""
        table, columns = COLUMNS[kind]
        row = self._connection.execute(
            f"select {', '.join(columns)} from {table} where id = ? and deleted_at is null", (ref,)
        ).fetchone()
        return tuple(_lines(columns, row)) if row else ()

    def _found(self, query: "Query", start: int, end: int) -> Iterator[Document]:
        """Give documents numbered from `start` to before `end` that have all terms, from the last one on."""
        if not query:
            return
        needed = list(dict.fromkeys(token for term in query for token in term.wanted()))[:MOST_WANTED]
        open_ended = {token: 0 for token in needed if token.prefix}
        if open_ended:  # reading on costs little where the word is frequent, asking where it is rare
            place = count = 0
            for row in self._connection.execute(f"{_DOCUMENT} {_BAND} limit ?", (start, end, NEWEST)):
                place, count = row[0], count + 1
                for token in open_ended:
                    open_ended[token] += token.token in row[3]
                if _fits(row[3], query):
                    yield Document(*row)
            if count < NEWEST:
                return
            end = place
        needed = [token for token in needed if open_ended.get(token, 0) < FREQUENT]
        if needed:
            asked = " AND ".join(f'"{token.token}"{"*" * token.prefix}' for token in needed)
            yield from _having(query, self._connection.execute(_MATCH, (asked, start, end - 1)))
        else:
            yield from _having(query, self._connection.execute(_CONTAINING, (start, end, max(query, key=len))))

    # keeping in step

    def index(self, rows: Mapping[str, Iterable[int]]) -> None:
        """Bring the documents of these rows (ids by table) in line with what the rows say now."""
        for table, kind in _KINDS.items():
            for ref in rows.get(table, ()):
                self._renew(kind, ref)

    def rebuild(self) -> None:
        """Make the whole index anew."""
        self._connection.execute("insert into grams (grams) values ('delete-all')")
        self._connection.execute("delete from documents")
        for table, kind in _KINDS.items():
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

    def _renew(self, kind: str, ref: int) -> None:
        from networkjournal.model.tokens import tokens

        old = self.document(kind, ref)
        body = _folded(self.lines(kind, ref)) or None
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
        return ENTRIES // A_DAY + (date.fromisoformat(row[0]).toordinal() if row else 0)

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
                yield ref, _folded(_lines(columns, row))
            last = rows[-1][0]

    # proving

    def wrong(self) -> Iterator[Difference]:
        """Give the records whose documents are not what they say; `index_proof` looks at their tokens."""
        known = {(kind, ref): body for _id, kind, ref, body in self._connection.execute(_DOCUMENT)}
        for table, kind in _KINDS.items():
            for ref, body in self._bodies(kind, table):
                if known.pop((kind, ref), "") != body:
                    yield _difference(kind, ref)
        for kind, ref in known:
            yield _difference(kind, ref)


_EMPTY = ("", "[]")
"""What most columns of a record hold."""
_DOCUMENT = "select id, kind, ref, body from documents"
_BAND = "where id >= ? and id < ? order by id desc"
_CONTAINING = f"{_DOCUMENT} where id >= ? and id < ? and instr(body, ?) order by id desc"
_MATCH = """select documents.id, kind, ref, body from grams cross join documents on documents.id = grams.rowid
    where grams match ? and grams.rowid >= ? and grams.rowid <= ? order by grams.rowid desc"""


def _lines(columns: Iterable[str], row: Iterable[str]) -> Iterator[Line]:
    for column, value in zip(columns, row, strict=True):
        for text in _texts(column, value) if value not in _EMPTY else ():
            yield from (Line(column, line) for line in text.split("\n") if line.strip())


def _texts(column: str, value: str) -> Iterable[str]:
    if column in _LISTS:
        return texts(value)
    if column not in _LABELLED:
        return (value,)
    plain = tuple(text for text, _label in pairs(value))
    if column != "phones":
        return plain
    digits = tuple("".join(filter(str.isdecimal, text)) for text in plain)  # as one types a number one has before one
    return (*plain, *(number for number, text in zip(digits, plain, strict=True) if number != text))


def _folded(lines: Iterable[Line]) -> str:
    from networkjournal.model.folding import fold

    return "\n".join(fold(line.text) for line in lines)


def _has(body: str, pieces: Collection[str]) -> bool:
    return any(piece in body for piece in pieces)


def _joined(tokens: Iterable[str]) -> str:
    return " ".join(tokens)


def _having(query: "Query", rows: Iterable[tuple[int, str, int, str]]) -> Iterator[Document]:
    return (Document(*row) for row in rows if _fits(row[3], query))


def _fits(body: str, query: "Query") -> bool:
    return all(term.where(body) >= 0 for term in query)


def _difference(kind: str, ref: int) -> Difference:
    return Difference("search", ref, "") if kind == "entry" else Difference("search", None, f"{kind} {ref}")
