"""This program's own document: everything that was written, as JSON, to be read again without loss.

    {"networkjournal": {"document": 1, "schema": 2},
     "contacts": [{"id": 1, "uid": "…", "handle": "…", "name": "…", "emails": [["…", "work"]], …}, …],
     "goals": […], …, "entries": [{"id": 1, "uid": "…", "day": "…", "text": "…", "weights": [[2, "…", 3000]], …}, …],
     "sources": […]}

Promises that exporting, importing into an empty file and exporting again gives the same bytes: a record is known by its
`uid` in every file, refers to others by theirs, and keeps its stamps; removed ones are there, since texts mention them.
`weights` are those with which the lines of an entry were posted (line, contact, thousandths). What is posted from texts
is not in it: the texts say it. Without `private`, cautions and what stands beside them, refusals and removed entries
are not in it, so that it takes nothing away where it is read.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from networkjournal.errors import Invalid
from networkjournal.formats.loose_json import document, items, starts_object, table
from networkjournal.formats.records import BadRecord, OwnRecord, Reading, digest_of
from networkjournal.journal import Journal
from networkjournal.model.contact import CAUTIONS
from networkjournal.store.connection import SCHEMA
from networkjournal.store.whole import Row, Whole

DOCUMENT = 1
PRIVATE = frozenset(("refusals",))
"""Tables that stay at home unless asked for, like the cautions of contacts."""
_UNFIT = re.compile("[\0\ud800-\udfff]")
_DETAIL = 80


def write(journal: Journal, private: bool = False) -> str:
    """The whole journal as one document, a record a line."""
    return "".join(_written(journal, private))


def _written(journal: Journal, private: bool) -> Iterator[str]:
    whole = Whole(journal.books.connection)
    head = json.dumps({"document": DOCUMENT, "schema": SCHEMA})
    yield f'{{\n"networkjournal": {head}'
    for name in whole.tables:
        lines = (json.dumps(row, ensure_ascii=False) for row in _rows(whole, name, private))
        yield f',\n"{name}": [\n' + ",\n".join(lines) + "\n]"
    yield "\n}\n"


def _rows(whole: Whole, name: str, private: bool) -> Iterator[Row]:
    weights = whole.weights() if name == "entries" else {}
    people = {number: uid for uid, number in whole.numbers("contacts").items()} if weights else {}
    left = set() if private or name != "sources" else {row["uid"] for row in whole.rows("entries") if row["deleted_at"]}
    for row in whole.rows(name) if private or name not in PRIVATE else ():
        if name == "entries":
            if row["deleted_at"] and not private:
                continue
            row["weights"] = [[line, people[who], weight] for line, who, weight in weights.get(row["id"], ())]
        if name == "sources" and row["entry_id"] in left:
            continue
        if not private:
            _at_home(name, row)
        yield row


def _at_home(name: str, row: Row) -> None:
    """Take out what stays at home, and what would let it be guessed."""
    if name == "contacts":
        for column in CAUTIONS:
            row.pop(column, None)
    elif name == "sources":
        words = row["digest"].split(" ")
        row["digest"] = " ".join(word for word in words if word.partition("=")[0] not in CAUTIONS)


def recognise(data: bytes) -> bool:
    """Whether the file begins as this program writes it. Never raises."""
    return bool(re.match(rb'\{\s*"networkjournal"\s*:\s*\{', starts_object(data)))


def read(data: bytes) -> Reading:
    """The records of a document. Raises `Invalid`: `undecodable`, `not_json`, `newer_document`."""
    whole = table(document(data))
    head = table(whole.pop("networkjournal", None))
    versions = (head.get("document"), head.get("schema"))
    if not all(isinstance(version, int) for version in versions) or versions > (DOCUMENT, SCHEMA):
        raise Invalid("file", "", "newer_document")
    own: list[OwnRecord] = []
    bad: list[BadRecord] = []
    for name, rows in whole.items():
        for number, row in enumerate(items(rows), 1):
            record = _record(f"{name[:_DETAIL]} {number}", name, row)
            (own if isinstance(record, OwnRecord) else bad).append(record)  # type: ignore[arg-type]
    return Reading(bad=tuple(bad), own=tuple(own))


def _record(where: str, name: str, row: object) -> OwnRecord | BadRecord:
    said = json.dumps(row, ensure_ascii=False, sort_keys=True)
    fields = _fit(table(row))
    uid = f"{fields.get('format')}\t{fields.get('key')}" if name == "sources" else fields.get("uid")
    if not isinstance(uid, str) or not uid.strip():
        return BadRecord(where, "misshapen", said[:_DETAIL])
    return OwnRecord(where, name, uid, fields, digest_of(said))


def _fit(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The value without characters that a file cannot hold."""
    if isinstance(value, str):
        return _UNFIT.sub("\ufffd", value)
    if isinstance(value, list):
        return [_fit(item) for item in value]
    return {_fit(name): _fit(item) for name, item in value.items()} if isinstance(value, dict) else value
