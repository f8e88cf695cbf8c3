"""What becomes of the records of this program's own document, and carrying it out.

Promises that a record is known by its identifier whatever it is called; that in an empty file everything is as it was,
numbers included; that what was edited here since the last such import stays. A person or goal that is here under
another identifier is taken for the same where that is sure, and then the document's texts say the name used here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from networkjournal.formats.item import Item, Verdict
from networkjournal.formats.known import Known
from networkjournal.formats.own_shape import fits
from networkjournal.formats.records import BadRecord, OwnRecord
from networkjournal.formats.three_way import Change, digest, remembered
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.entry import Entry
from networkjournal.model.folding import name_key
from networkjournal.model.name import free_handle
from networkjournal.model.posting import Named, Sign
from networkjournal.records import RECORDS
from networkjournal.store.sources import Source
from networkjournal.store.whole import Row, Whole, keyed

FORMAT = "json"
_STAMPS = frozenset(("created_at", "updated_at", "id", "uid", "handle", "sort_key", "weights"))
"""Columns that say nothing of their own."""

_ALIKE = {
    **{"entries": ("day", "text"), "personas": ("who",), "offers": ("what",), "asks": ("what",)},
    **{"cadences": ("contact_id", "tag", "persona_id"), "budgets": ("goal_id", "period"), "dismissals": ("key",)},
    **{"self_introductions": ("text", "on_day"), "refusals": ("what", "on_day")},
}
"""Two such records that say the same here are one."""


class _Here(NamedTuple):
    """What the file that is written to has."""

    whole: Whole
    numbers: Mapping[str, dict[str, int]]
    """By table: identifier -> number."""
    handles: Mapping[str, dict[str, int]]


def plan_own(journal: Journal, records: Iterable[OwnRecord], known: Known) -> Iterator[Item]:
    """Compare the document with the journal. Nothing is written."""
    records = tuple(records)
    if not records:
        return  # what the journal has is read whole for them
    good, bad = _shaped(journal, records)
    yield from bad
    whole = Whole(journal.books.connection)
    here = _Here(
        whole,
        {table: whole.numbers(table) for table in whole.tables},
        {table: whole.handles(table) for table in RECORDS},
    )
    taken, names = _taken(good, here, known)
    if names:
        good = _renamed(good, names)
    there = {table: {row["uid"]: row for row in whole.rows(table)} for table in whole.tables if table != "sources"}
    _alike(good, here, there, taken)
    for record in good:
        yield _planned(journal, record, here, taken, there)


def _shaped(journal: Journal, records: Iterable[OwnRecord]) -> tuple[list[OwnRecord], list[Item]]:
    """The records that can be written, those first that others refer to, and those that cannot."""
    whole = Whole(journal.books.connection)
    groups: dict[str, list[OwnRecord]] = {}
    for record in records:
        groups.setdefault(record.table, []).append(record)
    known: dict[str, set[str]] = {"contacts": {record.uid for record in groups.get("contacts", ())}}
    good, bad = list[OwnRecord](), list[Item]()
    for table in (*whole.tables, *(table for table in groups if table not in whole.tables)):
        columns = whole.columns(table) if table in whole.tables else {}
        seen: set[tuple[str, object]] = set()
        for record in groups.get(table, ()):
            own = {(name, record.row.get(name, record.uid)) for name in ("uid", "id", "handle")}
            if columns and fits(table, record.row, columns, known) and not own & seen:
                seen |= own
                known.setdefault(table, set()).add(record.uid)
                good.append(record)
            else:
                broken = BadRecord(record.where, "misshapen", str(record.row.get("name", ""))[:80])
                bad.append(Item("unreadable", record.where, broken.reason, FORMAT, broken))
    return good, bad


def _taken(
    good: Iterable[OwnRecord], here: _Here, known: Known
) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], str]]:
    """Records that are here under another identifier, and records that need another handle here."""
    taken: dict[tuple[str, str], int] = {}
    names: dict[tuple[str, str], str] = {}
    every = {table: {name_key(handle) for handle in handles} for table, handles in here.handles.items()}
    back = {table: {number: handle for handle, number in handles.items()} for table, handles in here.handles.items()}
    mentioned = [record for record in good if record.table in RECORDS]
    for record in mentioned:
        every[record.table].add(name_key(record.row["handle"]))
    for record in mentioned:
        table, handle = record.table, record.row["handle"]
        number = here.numbers[table].get(record.uid, 0)
        if not number and table == "contacts" and not record.row.get("deleted_at"):
            match = known.match(contact_of(record.row))
            number = match.contact.id if match and match.sure else 0
        elif not number:
            number = here.handles[table].get(handle, 0) if table != "contacts" else 0
        if number:
            taken[table, record.uid] = number
            if back[table][number] != handle:
                names[table, record.uid] = back[table][number]
        elif handle in here.handles[table]:
            names[table, record.uid] = free_handle(handle, every[table])
            every[table].add(name_key(names[table, record.uid]))
    return taken, names


def _alike(
    good: Iterable[OwnRecord], here: _Here, there: Mapping[str, Mapping[str, Row]], taken: dict[tuple[str, str], int]
) -> None:
    """Take records under other identifiers that say the same as one that is here for that one."""
    said = {
        table: {_words(table, row): row for row in rows.values() if not row["deleted_at"]}
        for table, rows in there.items()
        if table in _ALIKE
    }
    back = {table: {row["id"]: uid for uid, row in rows.items()} for table, rows in there.items()}
    uids = {uid: back[table][number] for (table, uid), number in taken.items()}
    for record in good:
        if record.table not in said or record.uid in here.numbers[record.table] or record.row.get("deleted_at"):
            continue
        same = said[record.table].get(_words(record.table, record.row, uids))
        if same:
            taken[record.table, record.uid] = same["id"]
            uids[record.uid] = same["uid"]


def _words(table: str, row: Mapping[str, Any], uids: Mapping[str, str] = MappingProxyType({})) -> tuple[object, ...]:
    """What makes two records one; `uids` are identifiers that stand for others here."""
    return tuple(_by(row.get(name), uids) for name in _ALIKE[table])


def _by(value: object, uids: Mapping[str, str]) -> object:
    return " ".join(uids.get(word, word) for word in value.split(" ")) if isinstance(value, str) else value


def _renamed(good: list[OwnRecord], names: Mapping[tuple[str, str], str]) -> list[OwnRecord]:
    """The records as they are once some have other handles: the document is made a journal, and that is done in it."""
    made = Journal.open(":memory:")
    try:
        apply_own(made, [Item("new", record.where, "", FORMAT, record) for record in good])
        whole = Whole(made.books.connection)
        with made.step("import"):
            # First names that nobody has, since two may be exchanged.
            for last in (False, True):
                for (table, uid), name in names.items():
                    _rename(made, whole, table, uid, name if last else uid)
        rows = {(table, row["uid"]): row for table in (*RECORDS, "entries") for row in whole.rows(table)}
    finally:
        made.close()
    kept = {"weights"}
    return [
        record._replace(row={**rows[key], **{name: record.row[name] for name in kept & record.row.keys()}})
        if (key := (record.table, record.uid)) in rows
        else record
        for record in good
    ]


def _rename(journal: Journal, whole: Whole, table: str, uid: str, name: str) -> None:
    number = whole.numbers(table)[uid]
    old = str(whole.row(table, number)["handle"])
    if old == name:
        return
    sign: Sign = RECORDS[table]
    whole.update(table, number, {"handle": name})
    journal.reindex({table: (number,)})
    if table == "contacts":
        journal.books.contacts.introduced(old, name)
    journal.poster.renamed(sign, Named(number, name), old)


def _planned(
    journal: Journal,
    record: OwnRecord,
    here: _Here,
    taken: Mapping[tuple[str, str], int],
    there: Mapping[str, Mapping[str, Row]],
) -> Item:
    table = record.table
    plain = Item("same", record.where, _called(record), FORMAT, record)
    number = taken.get((table, record.uid)) or here.numbers[table].get(record.uid, 0)
    if not number or table == "sources":
        return plain._replace(verdict="same" if number else "new", known=number)
    if not here.numbers[table].get(record.uid):
        return plain._replace(known=number)  # the same by another identifier: what stands here stands
    local = there[table][record.uid]
    source = journal.books.sources.named(FORMAT, f"{table}/{record.uid}")
    before = remembered(source.brought if source else "")
    newer = str(record.row.get("updated_at", "")) > str(local["updated_at"])
    changes, kept = list[Change](), list[str]()
    for name, value in record.row.items():
        if name in _STAMPS or name not in local or value == local[name]:
            continue
        if before and before.get(name) == (_digest(value),):
            continue
        untouched = before.get(name) == (_digest(local[name]),) if before else newer
        if untouched:
            changes.append(Change(name, _shown(local[name]), _shown(value)))
        else:
            kept.append(name)
    fields = tuple(change.field for change in changes)
    verdict: Verdict = "changed" if fields else "same"
    return plain._replace(verdict=verdict, known=number, fields=fields, changes=tuple(changes), kept=tuple(kept))


def _called(record: OwnRecord) -> str:
    """What to call a record in a plan."""
    told = (record.row.get(name) for name in ("name", "title", "who", "what", "day", "key", "text"))
    return str(next(filter(None, told), record.uid)).partition("\n")[0]


def _shown(value: Any) -> str | tuple[Any, ...]:  # noqa: ANN401 - as the column has it
    if isinstance(value, list):
        return tuple(Labelled(*item) if isinstance(item, list) else item for item in value)
    return "" if value is None else str(value)


def _digest(value: object) -> str:
    return digest(repr(value))


def contact_of(row: Mapping[str, Any]) -> Contact:
    """The contact that a row of the document is."""
    fields = {name: value for name, value in row.items() if name in Contact._fields and name != "id"}
    made: dict[str, Any] = {name: _shown(value) if isinstance(value, list) else value for name, value in fields.items()}
    made.pop("snoozed_until", None)
    return Contact("")._replace(**made)


def apply_own(journal: Journal, items: Iterable[Item], done: Callable[[], None] = lambda: None) -> None:
    """Carry out the plan of a document, in the step that is open or one of its own."""
    items = [item for item in items if isinstance(item.record, OwnRecord)]
    if not items:
        return
    with journal.step("import"):
        _Writing(journal, items).run(done)


class _Writing:
    """Writes rows in the order of their tables, and posts the texts."""

    def __init__(self, journal: Journal, items: list[Item]) -> None:
        self._journal, self._items = journal, items
        self._whole = Whole(journal.books.connection)
        self._empty = self._whole.empty()
        self._numbers = {table: self._whole.numbers(table) for table in self._whole.tables}
        self._columns = {table: self._whole.columns(table) for table in self._whole.tables}

    def run(self, done: Callable[[], None]) -> None:
        journal, written = self._journal, dict[str, list[int]]()
        for item in self._items:
            assert isinstance(item.record, OwnRecord)
            if item.known:
                self._numbers[item.record.table][item.record.uid] = item.known
        for item in self._items:
            if item.verdict in ("new", "changed"):
                table = item.record.table  # type: ignore[union-attr]
                written.setdefault(table, []).append(self._write(item))
            done()
        self._merged()
        journal.reindex({table: numbers for table, numbers in written.items() if table in RECORDS})
        for item in self._items:
            assert isinstance(item.record, OwnRecord)
            if item.record.table == "entries" and item.verdict in ("new", "changed"):
                self._post(item.record)

    def _write(self, item: Item) -> int:
        record = item.record
        assert isinstance(record, OwnRecord)
        if item.verdict == "new":
            row = {name: self._local(record.table, name, value) for name, value in record.row.items()}
            row.pop("weights", None)
            if not self._empty:
                row.pop("id", None)
            number = self._whole.insert(record.table, row)
        else:
            number = item.known
            row = {name: self._local(record.table, name, record.row[name]) for name in item.fields}
            self._whole.update(record.table, number, row | {"updated_at": record.row["updated_at"]})
        self._numbers[record.table][record.uid] = number
        if record.table != "sources":
            self._remember(record, number)
        return number

    def _local(self, table: str, name: str, value: Any) -> Any:  # noqa: ANN401 - as the column has it
        """The value with the numbers that records have in this file in place of their identifiers."""
        if (table, name) == ("dismissals", "key"):
            return keyed(value, lambda other, word: self._numbers[other].get(word, word))
        column = self._columns[table].get(name)
        if column is None or not column.refers or value is None:
            return value
        numbers = self._numbers[column.refers]
        if isinstance(value, list):
            return [numbers.get(item, item) for item in value]
        return numbers.get(value)

    def _merged(self) -> None:
        """Who was merged into somebody that came after them."""
        for item in self._items:
            record = item.record
            assert isinstance(record, OwnRecord)
            into = record.row.get("merged_into") if record.table == "contacts" and item.verdict == "new" else None
            if into in self._numbers["contacts"]:
                values = {"merged_into": self._numbers["contacts"][into]}
                self._whole.update("contacts", self._numbers["contacts"][record.uid], values)

    def _post(self, record: OwnRecord) -> None:
        poster, number = self._journal.poster, self._numbers["entries"][record.uid]
        found = self._journal.books.entries.get(number)
        if found is None:
            poster.clear(number)
            return
        poster.post(Entry(number, found.day, found.text))
        for line, who, weight in record.row.get("weights", ()):
            if who in self._numbers["contacts"]:
                self._whole.weigh(number, line, self._numbers["contacts"][who], weight)

    def _remember(self, record: OwnRecord, number: int) -> None:
        told = ((name, value) for name, value in record.row.items() if name not in _STAMPS)
        brought = " ".join(f"{name}={_digest(value)}" for name, value in told)
        whose = {"contacts": {"contact": number}, "entries": {"entry": number}}.get(record.table, {})
        source = Source(FORMAT, f"{record.table}/{record.uid}", record.digest, brought=brought, **whose)
        self._journal.books.sources.remember(source)
