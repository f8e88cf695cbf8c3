"""What of each record is searched: its lines as they were written, and the document that they make, with its number.

Promises one folded line for each line given. Refuses to keep or to find any.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.folding import fold
from networkjournal.store.rows import pairs, texts

PEOPLE, OTHERS, ENTRIES, END = 1, 1 << 38, 1 << 39, 1 << 42
"""Where each kind's numbers begin."""
A_DAY = 1 << 13
"""So many numbers are kept for the entries of a day; one more stands behind the newest."""

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
KINDS = {table: kind for kind, (table, _columns) in COLUMNS.items()}


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


DOCUMENT = "select id, kind, ref, body from documents"
MATCHING = """select documents.id, kind, ref, body from grams cross join documents on documents.id = grams.rowid
    where grams match ? and grams.rowid >= ? and grams.rowid <= ?"""


_EMPTY = ("", "[]")
"""What most columns of a record hold."""


def lines(columns: Iterable[str], row: Iterable[str]) -> Iterator[Line]:
    """Give the lines of a record's row that are not blank."""
    for column, value in zip(columns, row, strict=True):
        for text in _texts(column, value) if value not in _EMPTY else ():
            # Made from a tuple: an import of a life makes a hundred thousand of them.
            yield from (Line._make((column, line)) for line in text.split("\n") if line.strip())


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


def folded(lines: Iterable[Line]) -> str:
    """Fold lines to the text of one document."""
    return "\n".join(fold(line.text) for line in lines)


def first_number(day: date) -> int:
    """The first number of the entries of a day."""
    return (ENTRIES // A_DAY + day.toordinal()) * A_DAY
