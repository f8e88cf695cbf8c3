"""Scopes in SQL: the tests of one entry's document, the few entries that a scope may leave, the records that it leaves.

Promises that a test reads only what an entry has posted, by its own key, so that asking many costs as much for each.
"""

from collections.abc import Collection, Iterable, Mapping

from networkjournal.lean import Any
from networkjournal.model.scope import Scope
from networkjournal.store.connection import Connection

FEW = 2_000
"""Of so few entries with someone each is read; of more, the newest are looked at until there are enough."""
_MENTIONED = {"@": "contact_id", "#": "goal_id", "%": "event_id", "+": "strength_id"}
_POSTED = {"exchange": "exchanges", "action": "actions", "insight": "insights", "result": "results"}
_ABOUT: Mapping[str, tuple[tuple[str, str], ...]] = {
    "@": (("contact", "contacts where id"), ("refusal", "refusals where contact_id")),
    "#": (
        ("goal", "goals where id"),
        ("persona", "personas where goal_id"),
        ("ask", "asks where goal_id"),
        ("introduction", "self_introductions where goal_id"),
        ("event", "events, json_each(events.goals) as named where named.value"),
    ),
    "%": (("event", "events where id"), ("introduction", "self_introductions where event_id")),
    "+": (("strength", "strengths where id"), ("offer", "offers where strength_id")),
}
"""What is about a record besides the entries that mention it: kind, and where its ids are."""
LISTED = "(select value from json_each(?))"
"""Any number of ids as one value, which `listed` makes."""
_DATED = {"event": "events", "refusal": "refusals", "introduction": "self_introductions"}
"""The records that have a day of their own."""


def listed(ids: Iterable[int]) -> str:
    """Ids as one value."""
    return f"[{','.join(map(str, sorted(ids)))}]"


def tests(scope: Scope) -> tuple[str, tuple[Any, ...]]:
    """Give the tests of a document of an entry, each after an `and`, and their values."""
    parts: list[str] = []
    values: list[Any] = []
    for sign, ids in scope.linked:
        # `+`: by the entry's few mentions, and not by all those of someone.
        parts.append(f" and exists (select 1 from mentions where entry_id = ref and +{_MENTIONED[sign]} in {LISTED})")
        values.append(listed(ids))
    parts += [f" and exists (select 1 from {_POSTED[name]} where entry_id = ref)" for name in sorted(scope.posted)]
    for name in sorted(scope.exchanged):
        parts.append(" and exists (select 1 from exchanges where entry_id = ref and kind = ?)")
        values.append(name)
    for day, side in ((scope.since, ">="), (scope.until, "<=")):
        if day is not None:
            parts.append(f" and exists (select 1 from entries as own where own.id = ref and own.day {side} ?)")
            values.append(day.isoformat())
    return "".join(parts), tuple(values)


def first_lines(scope: Scope) -> tuple[str, tuple[Any, ...]] | None:
    """The question for the first line of each of some entries that is why they are in a scope; `None` for no line."""
    within = f"entry_id in {LISTED}"
    for name in scope.exchanged:
        return f"select entry_id, min(line) from exchanges where {within} and kind = ? group by entry_id", (name,)
    for name in scope.posted:
        return f"select entry_id, min(line) from {_POSTED[name]} where {within} group by entry_id", ()
    for sign, ids in scope.linked:
        linked = f"+{_MENTIONED[sign]} in {LISTED} and role <> 'inherited'"
        return f"select entry_id, min(line) from mentions where {within} and {linked} group by entry_id", (listed(ids),)
    return None


def few(connection: Connection, scope: Scope) -> Collection[int] | None:
    """Give the entries that mention one of a link's records, where that are few; `None` where there are many."""
    for sign, ids in scope.linked:
        rows = connection.execute(
            f"select entry_id from mentions where {_MENTIONED[sign]} in {LISTED} limit ?", (listed(ids), FEW + 1)
        ).fetchall()
        if len(rows) <= FEW:
            return {row[0] for row in rows}
    return None


def records(connection: Connection, scope: Scope) -> Mapping[str, Collection[int]] | None:
    """Give the ids of the records that a scope leaves, by kind; `None` where only their kind matters."""
    if not (scope.linked or scope.since or scope.until):
        return None
    found = [_about(connection, sign, ids) for sign, ids in scope.linked]
    if scope.since or scope.until:
        found.append(_dated(connection, scope))
    left: dict[str, list[int]] = {}
    for kind, ref in set.intersection(*found):
        if not scope.kinds or kind in scope.kinds:
            left.setdefault(kind, []).append(ref)
    return left


def _about(connection: Connection, sign: str, ids: Collection[int]) -> set[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    for kind, where in _ABOUT[sign]:
        table = where.partition(" ")[0].rstrip(",")
        rows = connection.execute(f"select {table}.id from {where} in {LISTED}", (listed(ids),))
        found.update((kind, row[0]) for row in rows)
    return found


def _dated(connection: Connection, scope: Scope) -> set[tuple[str, int]]:
    days = (scope.since.isoformat() if scope.since else "", scope.until.isoformat() if scope.until else "9999-12-31")
    return {
        (kind, row[0])
        for kind, table in _DATED.items()
        for row in connection.execute(f"select id from {table} where on_day between ? and ?", days)
    }
