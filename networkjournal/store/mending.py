"""A row of a damaged file made fit to be read: what cannot be right in it is replaced, and named.

Promises to keep every text that a person wrote, with marks where bytes of it are gone.
"""

import json
from datetime import date

from networkjournal.store.pages import Value
from networkjournal.store.salvage import DAYS, STAMP, STAMPS, UID, Column
from networkjournal.store.uid import new_uid

LONG_AGO = "1970-01-01T00:00:00.000+00:00"
PAIRS = frozenset(("emails", "phones", "urls", "addresses"))
GONE = "\ufffd"


def mended(shape: tuple[Column, ...], row: tuple[Value, ...]) -> tuple[tuple[Value, ...], tuple[str, ...]]:
    """Give the row with what had to be replaced, and the columns that were not whole."""
    values, hurt = list(row), list[str]()
    stamp = next((value for column, value in zip(shape, row, strict=False)
                  if column.name in STAMPS and isinstance(value, str) and STAMP.match(value)), LONG_AGO)  # fmt: skip
    for place, (column, value) in enumerate(zip(shape, row, strict=False)):
        if isinstance(value, str) and (better := _right(column, value, stamp)) != value:
            values[place] = better
            hurt.append(column.name)
        elif isinstance(value, str) and GONE in value:
            hurt.append(column.name)
    return tuple(values), tuple(hurt)


def _right(column: Column, value: str, stamp: str) -> str | None:
    """What to write for a value that may be damaged."""
    if column.name == "uid":
        return value if UID.match(value) else new_uid()
    if column.name in STAMPS:
        return value if STAMP.match(value) else stamp
    if column.name in DAYS:
        return value if _is_day(value) else stamp[:10] if column.required else None
    if column.listed:
        return value if _is_list(value, pairs=column.name in PAIRS) else "[]"
    return value


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_list(text: str, *, pairs: bool) -> bool:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, list) and (
        not pairs or all(isinstance(one, list) and [type(part) for part in one] == [str, str] for one in found)
    )
