"""Contacts and the ledger as CSV, for spreadsheets: UTF-8 with a mark, CRLF, one head row, one row per record.

Promises that no cell of a person's text is a formula in a spreadsheet, and that nothing private goes out unless asked.
Refuses to be lossless: that is what JSON is for.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.exchange import Told
from networkjournal.model.money import plain

BETWEEN = "; "
"""Parts the values of a cell that holds several."""
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_CONTACT = (
    "Name", "Handle", "Family name", "Given name", "Reading", "Also called", "Organization", "Department", "Title",
    "Mail", "Phone", "Web", "Address", "Birthday", "Tags", "Notes",
)  # fmt: skip
_PRIVATE = (
    "Met", "Introduced by", "Needs", "Can give", "To ask of them", "Caution", "Aims", "Suspected aims", "Knows",
    "Not to be shared",
)  # fmt: skip
_EXCHANGE = (
    "Date", "Direction", "Contact", "Name", "Kind", "Weight", "Minutes", "Money", "Currency", "Goals", "Events",
    "Strengths", "Third parties", "Words", "Entry", "Line",
)  # fmt: skip


def contacts(people: Iterable[Contact], private: bool = False) -> str:
    """The contacts as one table; what is private has columns only where it is asked for."""
    heads = (*_CONTACT, *_PRIVATE) if private else _CONTACT
    return _table(heads, (_contact(person)[: len(heads)] for person in people))


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


def _contact(person: Contact) -> tuple[str, ...]:
    return (
        *(person.name, person.handle, person.family, person.given, person.reading, BETWEEN.join(person.aliases)),
        *(person.organization, person.department, person.title),
        *map(_values, (person.emails, person.phones, person.urls, person.addresses)),
        *(person.birthday, BETWEEN.join(person.tags), person.notes),
        *(person.how_met, person.introduced_by),
        *map(BETWEEN.join, (person.needs, person.can_give, person.asks)),
        *(person.caution, person.aims, person.suspected, person.knows, person.withheld),
    )


def _values(labelled: Iterable[Labelled]) -> str:
    return BETWEEN.join(one.value for one in labelled)


def _exchange(told: Told) -> tuple[str | float | None, ...]:
    one = told.passed
    money = None if one.money is None else plain(one.money, one.currency or "")
    return (
        *(one.on.isoformat(), one.direction, one.contact.handle, one.name, one.kind, one.weight / 1000, one.minutes),
        *(money, one.currency, *map(BETWEEN.join, told.links), one.words, one.entry, one.line),
    )
