"""Rows of a table made contacts: each cell is taken by a field, or kept with the record.

Promises that nothing of a row is lost, that the order of columns changes nothing, and that a row without anybody is
told; refuses to know which column means what (each format does).
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from networkjournal.errors import Invalid
from networkjournal.formats.kept import kept_line
from networkjournal.formats.records import BadRecord, ContactRecord, Reading, bounded, digest_of
from networkjournal.formats.table import Known, Row, folded, table_of
from networkjournal.formats.vcard_names import shown_name
from networkjournal.model.contact import Contact, Labelled

_DETAIL = 80


class Person(NamedTuple):
    """What a format makes of a row."""

    contact: Contact
    uid: str = ""
    """The source's own identifier, where a column holds one."""


class Cells:
    """One row by its headings. A format takes the cells it has fields for; `rest` is what is left."""

    def __init__(self, headings: Sequence[str], row: Row) -> None:
        """`headings` are the table's as they are written; the row may be shorter or longer."""
        self._written = headings
        self._values = [cell.strip() for cell in row.cells]
        self._taken: set[int] = set()
        self._places: dict[str, list[int]] = {}
        for place, heading in enumerate(headings):
            self._places.setdefault(folded(heading), []).append(place)

    def headings(self) -> Iterator[str]:
        """The folded headings of the cells that say something and are not yet taken."""
        for place, value in enumerate(self._values[: len(self._written)]):
            if value and place not in self._taken:
                yield folded(self._written[place])

    def ones(self, besides: Collection[str]) -> tuple[str, ...]:
        """The headings, as written, of the columns left that hold 1 and nothing else; they are taken."""
        ones = (place for place, value in enumerate(self._values[: len(self._written)]) if value == "1")
        left = [at for at in ones if at not in self._taken and folded(self._written[at]) not in besides]
        self._taken.update(left)
        return tuple(" ".join(self._written[place].split()) for place in left)

    def take(self, *names: str) -> str:
        """The first value under these folded headings that says something. It is taken."""
        for name in names:
            for place in self._places.get(name, ()):
                if place < len(self._values) and self._values[place] and place not in self._taken:
                    self._taken.add(place)
                    return self._values[place]
        return ""

    def look(self, name: str) -> str:
        """The value under a folded heading, left where it is."""
        values = ("".join(self._values[place : place + 1]) for place in self._places.get(name, ()))
        return next(filter(None, values), "")

    def every(self, *names: str) -> tuple[str, ...]:
        """All values under these folded headings that say something, taken."""
        found = []
        for name in names:
            while value := self.take(name):
                found.append(value)
        return tuple(found)

    def rest(self) -> tuple[str, ...]:
        """What nobody took, as lines to be kept. A cell beyond the headings is kept under its number."""
        return tuple(
            kept_line(self._written[place] if place < len(self._written) else str(place + 1), value)
            for place, value in enumerate(self._values)
            if value and place not in self._taken
        )

    def said(self) -> str:
        """All that the row says, the same in whatever order the columns stand."""
        named = zip(self._written, self._values, strict=False)
        told = sorted(f"{folded(heading)}\t{value}" for heading, value in named if value)
        return "\n".join([*told, *self._values[len(self._written) :]])


Read = Callable[[Cells], Person | None]
"""Makes a person of a row; `None` for a row that is about nobody by design, which is passed over."""


def read_people(data: bytes, known: Known, read: Read) -> Reading:
    """The people of a table whose headings `known` knows.

    Raises `Invalid`: `undecodable`, `unknown_format`, and as `bounded`.
    """
    table = table_of(data, known)
    if table is None:
        raise Invalid("file", "", "unknown_format")
    contacts: list[ContactRecord] = []
    bad: list[BadRecord] = []
    skipped: list[str] = []
    for row in table.rows:
        bounded(len(contacts) + len(skipped), len(bad))
        if isinstance(row, BadRecord):
            bad.append(row)
            continue
        cells = Cells(table.headings, row)
        person = read(cells)
        if person is None:
            skipped.append(row.where)
        elif not person.contact.name:
            bad.append(BadRecord(row.where, "no_name", " ".join(row.cells)[:_DETAIL].strip()))
        else:
            contact = person.contact._replace(extra=(*person.contact.extra, *cells.rest()))
            contacts.append(ContactRecord(row.where, contact, person.uid, digest_of(cells.said())))
    return Reading(tuple(contacts), (), tuple(bad), tuple(skipped))


def named(contact: Contact) -> Contact:
    """The contact with a name: its own, or made of family and given name, else what stands for one."""
    name = contact.name or shown_name(contact.family, contact.given, "")
    mail = contact.emails[0].value if contact.emails else ""
    return contact._replace(name=name or next(iter(contact.aliases), "") or contact.organization or mail)


def labelled(*values: tuple[str, str]) -> tuple[Labelled, ...]:
    """Pairs of a value and its label, without empty and repeated values."""
    found: dict[str, Labelled] = {}
    for value, label in values:
        if value.strip():
            found.setdefault(value.strip().casefold(), Labelled(value.strip(), label.strip().lower()))
    return tuple(found.values())


def joined(*parts: str) -> str:
    """Parts of a name or an address in one line."""
    return " ".join(filter(None, (part.strip() for part in parts)))
