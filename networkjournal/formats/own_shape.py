"""Whether a record of this program's own document can be written into a file as it is.

Promises that whatever passes is read again by every book: types, days and words of a few are as they must be, and
whatever is referred to is there. Pure but for the columns, which are handed in.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Any

from networkjournal.formats.fit import LONGEST_NAME
from networkjournal.model.event import VERDICTS
from networkjournal.model.goal import GOAL_STATES
from networkjournal.model.strength import STRENGTH_KINDS
from networkjournal.store.whole import LABELLED, Column

_WORDS: Mapping[tuple[str, str], Collection[str]] = {
    ("goals", "state"): GOAL_STATES,
    ("strengths", "kind"): STRENGTH_KINDS,
    ("events", "verdict"): VERDICTS,
    ("budgets", "period"): ("week", "month", "quarter", "year"),
}
_DAYS = frozenset(("day", "on_day", "by_day", "reviewed_on", "asked_on", "snoozed_until"))
_STAMPS = frozenset(("created_at", "updated_at", "deleted_at", "archived_at"))
_MOST = 2**63
_CALLED = frozenset(("handle", "uid", "name"))
"""Never empty; nor is the title of anything but a person."""
_NAMES = _CALLED | {"family", "given", "reading", "title"}


Known = Mapping[str, Collection[str]]
"""By table: the identifiers that the document has."""


def fits(table: str, row: Mapping[str, Any], columns: Mapping[str, Column], known: Known) -> bool:
    """Whether the row can be written. What an older version did not know may be left out."""
    number = row.get("id", 1 if table == "sources" else 0)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < _MOST:
        return False
    if not set(row) - {"id", "weights"} <= columns.keys() or not _weights(row.get("weights", [])):
        return False
    if not _TOGETHER.get(table, _anything)(row):
        return False
    told = ((name, column) for name, column in columns.items() if name in row or column.asked)
    return all(_fits(table, name, column, row.get(name), known) for name, column in told)


def _anything(_row: Mapping[str, Any]) -> bool:
    return True


def _counts(value: object) -> bool:
    return isinstance(value, int) and value > 0


def _cadence(row: Mapping[str, Any]) -> bool:
    """Of some days, and for exactly one of a contact, a tag and a persona."""
    return _counts(row.get("days")) and sum(bool(row.get(name)) for name in ("contact_id", "tag", "persona_id")) == 1


def _budget(row: Mapping[str, Any]) -> bool:
    """With a limit, and a currency where it is of money."""
    limits = [row.get(name) for name in ("minutes", "money", "trust")]
    return any(limit is not None for limit in limits) and (limits[1] is None or bool(row.get("currency")))


_TOGETHER: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    "cadences": _cadence,
    "budgets": _budget,
    "self_introductions": lambda row: _counts(row.get("seconds")),
}
"""What has to be right about a row as a whole."""


def _fits(table: str, name: str, column: Column, value: Any, known: Known) -> bool:  # noqa: ANN401 - any JSON
    if value is None:
        return not column.required
    if column.kind == "list":
        return isinstance(value, list) and all(_item(table, name, column, item, known) for item in value)
    if column.refers:
        return isinstance(value, str) and value in known.get(column.refers, ())
    if column.kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MOST
    called = name in _CALLED or (name == "title" and table != "contacts")
    if not isinstance(value, str) or (called and not value.strip()):
        return False
    if name in _NAMES and len(value) > LONGEST_NAME:
        return False
    if name in _DAYS:
        return _reads(date.fromisoformat, value) and len(value) == 10
    if name in _STAMPS:
        return _reads(datetime.fromisoformat, value)
    return value in _WORDS.get((table, name), (value,))


def _item(table: str, name: str, column: Column, item: Any, known: Known) -> bool:  # noqa: ANN401 - any JSON
    if name in LABELLED and table == "contacts":
        return isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item)
    if column.refers and name != "expected":
        return isinstance(item, str) and item in known.get(column.refers, ())
    return isinstance(item, str) and (name != "aliases" or len(item) <= LONGEST_NAME)


def _weights(value: object) -> bool:
    if not isinstance(value, list):
        return False
    return all(
        isinstance(one, list)
        and len(one) == 3
        and isinstance(one[0], int)
        and isinstance(one[1], str)
        and isinstance(one[2], int)
        and 0 < one[2] <= 100_000
        for one in value
    )


def _reads(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True
