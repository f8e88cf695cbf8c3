"""Google Contacts as CSV, in the layout of today and the one before 2024.

Promises that numbered columns are taken however many there are, and several values in one cell apart; relations,
events, custom fields and the photo's address are kept.
"""

import re
from collections.abc import Iterator

from networkjournal.formats.days import birthday
from networkjournal.formats.people_table import Cells, Person, joined, labelled, named, read_people
from networkjournal.formats.records import Reading
from networkjournal.formats.table import recognise as recognise_table
from networkjournal.formats.vcard_names import shown_name
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.folding import is_cjk_name

_SEVERAL = " ::: "
_SYSTEM = frozenset({"myContacts"})
_NUMBERED = re.compile(r"(e-mail|phone|website|address) ([0-9]{1,3}) - (?:value|formatted)")
_PARTS = ("street", "city", "po box", "region", "postal code", "country", "extended address")


def known(headings: frozenset[str]) -> bool:
    """Whether these are Google's headings, of either layout."""
    if "e-mail 1 - value" not in headings and "phone 1 - value" not in headings and "labels" not in headings:
        return "given name yomi" in headings and "group membership" in headings
    return {"first name", "last name"} <= headings or {"given name", "family name"} <= headings


def recognise(data: bytes) -> bool:
    """Whether the file has Google's headings. Never raises."""
    return recognise_table(data, known)


def read(data: bytes) -> Reading:
    """The people of a file. Raises `Invalid` as `read_people`."""
    return read_people(data, known, _person)


def _person(cells: Cells) -> Person:
    family, given = cells.take("last name", "family name"), cells.take("first name", "given name")
    middle = cells.take("middle name", "additional name")
    spoken = [cells.take(f"phonetic {part} name", f"{old} name yomi", f"yomi {part} name")
              for part, old in (("last", "family"), ("first", "given"))]  # fmt: skip
    full = cells.take("name") or _full(family, given, middle)
    contact = Contact(
        shown_name(family, given, full) if full else "",
        family=family,
        given=given,
        reading=joined(*spoken),
        aliases=tuple(filter(None, cells.take("nickname").split(_SEVERAL))),
        organization=cells.take("organization name", "organization 1 - name"),
        title=cells.take("organization title", "organization 1 - title"),
        department=cells.take("organization department", "organization 1 - department"),
        birthday=birthday(cells.take("birthday")),
        notes="\n\n".join(cells.every("notes")),
        tags=_tags(cells.take("labels", "group membership")),
        emails=labelled(*_values(cells, "e-mail")),
        phones=labelled(*_values(cells, "phone")),
        urls=labelled(*_values(cells, "website")),
        addresses=tuple(_addresses(cells)),
    )
    return Person(named(contact))


def _full(family: str, given: str, middle: str) -> str:
    if is_cjk_name(family + given):
        return joined(family, given, middle)
    return joined(given, middle, family)


def _tags(cell: str) -> tuple[str, ...]:
    # The star marks groups that are Google's own.
    tags = dict.fromkeys(tag.strip(" *") for tag in cell.split(_SEVERAL.strip()))
    return tuple(tag for tag in tags if tag and tag not in _SYSTEM)


def _numbers(cells: Cells, kind: str) -> list[str]:
    found = (_NUMBERED.fullmatch(heading) for heading in cells.headings())
    return [match[2] for match in found if match and match[1] == kind]


def _values(cells: Cells, kind: str) -> Iterator[tuple[str, str]]:
    """The values of a numbered column with their labels; the one that has a star is preferred and comes first."""
    found = []
    for number in _numbers(cells, kind):
        label = cells.take(f"{kind} {number} - label", f"{kind} {number} - type")
        for value in cells.take(f"{kind} {number} - value").split(_SEVERAL):
            found.append((not label.startswith("*"), value, label.lstrip("* ")))
    for _, value, label in sorted(found, key=lambda one: one[0]):
        yield value, label


def _addresses(cells: Cells) -> Iterator[Labelled]:
    for number in _numbers(cells, "address"):
        label = cells.take(f"address {number} - label", f"address {number} - type").lstrip("* ").lower()
        whole = cells.take(f"address {number} - formatted").replace("\r\n", "\n")
        for part in _PARTS:
            # What the whole address says as well is said once.
            value = cells.take(f"address {number} - {part}")
            if value not in whole:
                whole = f"{whole}\n{value}"
        for address in whole.split(_SEVERAL):
            yield Labelled(address.strip(), label)
