"""What a column of a record holds, in words, as a list of changes shows it: codes said, links named, lists joined.

Promises an empty text for nothing, and for a link whose record is gone its number. Refuses to name fields.
"""

from collections.abc import Callable, Mapping

from networkjournal import wording
from networkjournal.i18n import _
from networkjournal.journal import Journal
from networkjournal.lean import Any

Row = Mapping[str, Any]
Say = Callable[[Journal, Any, Row], str]
"""Makes words of a value, which is not empty, of its journal and of the row it stands in."""

_LISTS = {
    *("aliases", "emails", "phones", "urls", "addresses", "needs", "can_give", "asks", "tags"),
    *("fields", "roles", "evidence", "audience", "bring", "questions"),
}
"""Columns that hold a list as JSON."""


def said(journal: Journal, table: str, field: str, row: Row) -> str:
    """A column's value as a person would say it; empty for nothing."""
    value = row.get(field)
    if value in (None, "", "[]"):
        return ""
    say = _SAID.get((table, field)) or _SAID_EVERYWHERE.get(field)
    if say is not None:
        return say(journal, value, row)
    return "; ".join(map(_part, _listed(value))) if field in _LISTS else str(value).replace("\n", " / ")


def _handle(get: Callable[[int], Any], record: int) -> str:
    """A linked record's handle; its number where it is gone."""
    try:
        return str(get(record).handle)
    except KeyError:
        return str(record)


def _goal(journal: Journal, goal: int, _row: Row) -> str:
    return _handle(journal.books.goals.get, goal)


def _contact(journal: Journal, contact: int, _row: Row) -> str:
    return _handle(journal.books.contacts.get, contact)


def _who(journal: Journal, persona: int, _row: Row) -> str:
    """Whom a persona describes."""
    try:
        return journal.books.personas.get(persona).who
    except KeyError:
        return str(persona)


def _money(_journal: Journal, amount: int, row: Row) -> str:
    return wording.money(amount, row.get("currency") or "")


def _goals(journal: Journal, column: str, row: Row) -> str:
    return ", ".join(_goal(journal, goal, row) for goal in _listed(column))


def _personas(journal: Journal, column: str, row: Row) -> str:
    return "; ".join(_who(journal, persona, row) for persona in _listed(column))


def _expected(journal: Journal, column: str, row: Row) -> str:
    """Who is expected: contacts by their handles, others by the words that stand for them."""
    return "; ".join(one if isinstance(one, str) else _contact(journal, one, row) for one in _listed(column))


_SAID: Mapping[tuple[str, str], Say] = {
    ("goals", "state"): lambda journal, value, row: wording.goal_state(value),
    ("strengths", "kind"): lambda journal, value, row: wording.strength_kind(value),
    ("events", "verdict"): lambda journal, value, row: wording.verdict(value),
    ("events", "cost"): _money,
    ("events", "goals"): _goals,
    ("events", "personas"): _personas,
    ("events", "expected"): _expected,
    ("budgets", "money"): _money,
    ("budgets", "period"): lambda journal, value, row: wording.period(value),
    ("contacts", "merged_into"): _contact,
}
_SAID_EVERYWHERE: Mapping[str, Say] = {
    "minutes": lambda journal, value, row: wording.minutes(value),
    "archived_at": lambda journal, value, row: _("yes"),
    "contact_id": _contact,
    "goal_id": _goal,
    "event_id": lambda journal, value, row: _handle(journal.books.events.get, value),
    "strength_id": lambda journal, value, row: _handle(journal.books.strengths.get, value),
    "persona_id": _who,
}


def _listed(value: str) -> list[Any]:
    import json  # 3 ms, and only for a look at single changes

    found: list[Any] = json.loads(value)
    return found


def _part(value: object) -> str:
    """One part of a list: a text, or a value with its label."""
    if isinstance(value, list):
        return str(value[0]) + (f" ({value[1]})" if value[1:] and value[1] else "")
    return str(value)
