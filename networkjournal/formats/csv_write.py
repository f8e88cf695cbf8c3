"""Contacts and the ledger as CSV, for spreadsheets: UTF-8 with a mark, CRLF, one head row, one row per record.

Promises that no cell of a person's text is a formula in a spreadsheet, and that nothing private goes out unless asked.
Refuses to be lossless: that is what JSON is for.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from networkjournal.formats.identifier import written
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.exchange import Told
from networkjournal.model.money import plain

BETWEEN = "; "
"""Parts the values of a cell that holds several."""
_NO_UIDS: Mapping[int, str] = {}
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
IDENTIFIER = "Identifier"
CONTACT = {
    "Name": "name", "Handle": "handle", "Family name": "family", "Given name": "given", "Reading": "reading",
    "Also called": "aliases", "Organization": "organization", "Department": "department", "Title": "title",
    "Mail": "emails", "Phone": "phones", "Web": "urls", "Address": "addresses", "Birthday": "birthday", "Tags": "tags",
    "Notes": "notes",
}  # fmt: skip
"""The heading of each column, and the field that it is of."""
PRIVATE = {
    "Met": "how_met", "Introduced by": "introduced_by", "Needs": "needs", "Can give": "can_give",
    "To ask of them": "asks", "Caution": "caution", "Aims": "aims", "Suspected aims": "suspected", "Knows": "knows",
    "Not to be shared": "withheld",
}  # fmt: skip
_EXCHANGE = (
    "Date", "Direction", "Contact", "Name", "Kind", "Weight", "Minutes", "Money", "Currency", "Goals", "Events",
    "Strengths", "Third parties", "Words", "Entry", "Line",
)  # fmt: skip


def contacts(people: Iterable[Contact], private: bool = False, uids: Mapping[int, str] = _NO_UIDS) -> str:
    """The contacts as one table; what is private has columns only where it is asked for.

    `uids` are the contacts' identifiers by their ids: by them a row is known again where it is read.
    """
    columns = {**CONTACT, **PRIVATE} if private else CONTACT
    rows = (
        (*(_value(getattr(person, field)) for field in columns.values()), _identifier(uids.get(person.id, "")))
        for person in people
    )
    return _table((*columns, IDENTIFIER), rows)


def exchanges(told: Iterable[Told]) -> str:
    """Exchanges as one table, in their order. Money is in whole units with a point, as its currency is written."""
    return _table(_EXCHANGE, map(_exchange, told))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> str:
    text = io.StringIO()
    text.write("\ufeff")  # without the mark, spreadsheets take UTF-8 for the code page of the machine
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: str | float | None) -> str | float:
    """A number as it is, a text so that no spreadsheet runs it: an apostrophe in front says that it is a text."""
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" \n\u3000").startswith(_BEGINS_A_FORMULA):
        return f"'{value}"
    return value


def unguarded(cell: str) -> str:
    """The text of a cell that was written here."""
    return cell[1:] if cell[:1] == "'" and _cell(cell[1:]) == cell else cell


def _value(value: str | tuple[str | Labelled, ...]) -> str:
    if isinstance(value, str):
        return value
    return BETWEEN.join(one.value if isinstance(one, Labelled) else one for one in value)


def _identifier(uid: str) -> str:
    return written(uid) if uid else ""


def _exchange(told: Told) -> tuple[str | float | None, ...]:
    one = told.passed
    money = None if one.money is None else plain(one.money, one.currency or "")
    return (
        *(one.on.isoformat(), one.direction, one.contact.handle, one.name, one.kind, one.weight / 1000, one.minutes),
        *(money, one.currency, *map(BETWEEN.join, told.links), one.words, one.entry, one.line),
    )
