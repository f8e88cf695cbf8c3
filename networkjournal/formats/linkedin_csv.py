"""LinkedIn's Connections.csv, below the paragraph of notes that it begins with.

Promises that the same person is known by the address of their profile; rows of people who have left, which hold a day
and nothing else, are passed over.
"""

from networkjournal.formats.people_table import Cells, Person, joined, labelled, read_people
from networkjournal.formats.records import Reading
from networkjournal.formats.table import recognise as recognise_table
from networkjournal.formats.vcard_names import shown_name
from networkjournal.model.contact import Contact


def known(headings: frozenset[str]) -> bool:
    """Whether these are LinkedIn's headings; older files have no URL."""
    return {"first name", "last name", "company", "position", "connected on"} <= headings


def recognise(data: bytes) -> bool:
    """Whether the file has LinkedIn's headings. Never raises."""
    return recognise_table(data, known)


def read(data: bytes) -> Reading:
    """The people of a file. Raises `Invalid` as `read_people`."""
    return read_people(data, known, _person)


def _person(cells: Cells) -> Person | None:
    family, given = cells.take("last name"), cells.take("first name")
    url = cells.take("url")
    if not joined(family, given):
        return None
    contact = Contact(
        shown_name(family, given, ""),
        family=family,
        given=given,
        organization=cells.take("company"),
        title=cells.take("position"),
        emails=labelled((cells.take("email address"), "")),
        urls=labelled((url, "linkedin")),
    )
    return Person(contact, url)
