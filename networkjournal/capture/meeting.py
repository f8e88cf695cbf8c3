"""The people met at an event: rows typed in a hurry, and the entry that they become.

Promises that no name can break the text: people and event are written in quotes, the form that says exactly, and every
cell stays on its own line. Detail and next step are texts like any other; what they mention is linked.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from networkjournal.capture.values import find_values
from networkjournal.lean import NamedTuple
from networkjournal.model.folding import is_cjk_name
from networkjournal.model.meeting import Row
from networkjournal.model.width import narrow

_PARTS = re.compile(r"\s*[;；]\s*")
_CELLS = len(Row._fields)


class Noted(NamedTuple):
    """What is to be written of one person."""

    handle: str
    words: str
    step: str
    """Empty for none."""


class Written(NamedTuple):
    """An entry's text, and for each person the line that has their next step."""

    text: str
    lines: tuple[int | None, ...]


def read_rows(text: str) -> Iterator[Row]:
    """Read one row from each line that says anything."""
    return (row for line in text.splitlines() if not (row := read_row(line)).empty)


def read_row(line: str) -> Row:
    """Read a row whose cells are parted by tabs, or else by semicolons; what is too much belongs to the last cell."""
    cells = line.split("\t", _CELLS - 1) if "\t" in line else _PARTS.split(line.strip(), _CELLS - 1)
    return Row(*(" ".join(cell.split()) for cell in cells))


def written(event: str, people: Iterable[Noted], day: date, due: date) -> Written:
    """Write the entry of `day` that names the event and each person, each next step as an action.

    A step that says itself when it is due keeps that; the others are due on `due`.
    """
    text, places = [_exactly("%", event)], list[int | None]()
    for person in people:
        who = _exactly("@", person.handle)
        text.append(f"{who} {_plain(person.words)}".rstrip())
        step = _plain(person.step)
        if step:
            text.append(f"[ ] {who} {step}{_due(step, day, due)}")
        places.append(len(text) if step else None)
    return Written("\n".join(text), tuple(places))


def _due(step: str, day: date, due: date) -> str:
    said = find_values(step, day, ("due",)).values
    return "" if said else f" due:{due.isoformat()}"


def _exactly(sign: str, handle: str) -> str:
    """A mention in quotes; a handle that has wide ones in it, which end a name as well, in brackets."""
    return f"{sign}[{handle}]" if '"' in narrow(handle) else f'{sign}"{handle}"'


def _plain(cell: str) -> str:
    return " ".join(cell.split())


def organization_in_words(organization: str) -> str:
    """An organization that is not the one a contact has, as it stands in the entry."""
    return f"（{organization}）" if is_cjk_name(organization) else f"({organization})"
