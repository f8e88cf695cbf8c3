"""The table of contacts that `export csv` wrote, perhaps after somebody worked on it in a spreadsheet.

Promises that a row is known again by its identifier, and that a column somebody added is kept with the record; refuses
to know labels, which the table has not.
"""

from typing import Any

from networkjournal.formats.csv_write import BETWEEN, CONTACT, IDENTIFIER, PRIVATE, unguarded
from networkjournal.formats.people_table import Cells, Person, named, read_people
from networkjournal.formats.records import Reading
from networkjournal.formats.table import folded
from networkjournal.formats.table import recognise as recognise_table
from networkjournal.model.contact import Contact, Labelled

_EMPTY = Contact("")
_LABELLED = frozenset(("emails", "phones", "urls", "addresses"))
_HEADINGS = frozenset(map(folded, (*CONTACT, IDENTIFIER)))


def known(headings: frozenset[str]) -> bool:
    """Whether these are our headings; those of what is private need not be there."""
    return headings >= _HEADINGS


def recognise(data: bytes) -> bool:
    """Whether the file has our headings. Never raises."""
    return recognise_table(data, known)


def read(data: bytes) -> Reading:
    """The people of a file. Raises `Invalid` as `read_people`."""
    return read_people(data, known, _person)


def _person(cells: Cells) -> Person:
    fields: dict[str, Any] = {}
    for heading, field in (CONTACT | PRIVATE).items():
        told = unguarded(cells.take(folded(heading)))
        fields[field] = told if isinstance(getattr(_EMPTY, field), str) else _listed(field, told)
    return Person(named(_EMPTY._replace(**fields)), cells.take(folded(IDENTIFIER)))


def _listed(field: str, told: str) -> tuple[str | Labelled, ...]:
    values = dict.fromkeys(filter(None, (value.strip() for value in told.split(BETWEEN.strip()))))
    return tuple(map(Labelled, values)) if field in _LABELLED else tuple(values)
