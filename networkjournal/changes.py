"""What a step changed, in words: each record with its fields before and after, and an entry's lines that came and went.

Promises to leave out what only the program needs (ids, stamps, keys to sort by) and to hand every text about people to
`hide` first, so that a shared screen tells nothing. Refuses to draw: a line comes with its meaning.
"""

from collections.abc import Callable, Iterator, Mapping

from networkjournal.change_values import said
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.lean import Any, Literal, NamedTuple
from networkjournal.store.history import Change

Did = Literal["added", "changed", "removed", "returned", "deleted"]
Tells = Literal["", "name", "words"]
"""What a text would tell an onlooker: nothing, who somebody is, or what was written about people."""
Hide = Callable[[str, Tells], str]
Meaning = Literal["record", "field", "went", "came"]
Row = Mapping[str, Any]

_DID: dict[Did, str] = {
    "added": N_("added"),
    "changed": N_("changed"),
    "removed": N_("removed"),
    "returned": N_("brought back"),
    "deleted": N_("removed"),
}
_NAMED: dict[str, tuple[str, str, Tells]] = {
    "contacts": (N_("Contact"), "name", "name"),
    "goals": (N_("Goal"), "title", ""),
    "personas": (N_("Whom to meet"), "who", "words"),
    "strengths": (N_("Strength"), "title", ""),
    "offers": (N_("Offer"), "what", ""),
    "asks": (N_("Ask"), "what", ""),
    "events": (N_("Event"), "title", ""),
    "cadences": (N_("How often to be in touch"), "tag", "name"),
    "budgets": (N_("Budget"), "period", ""),
    "self_introductions": (N_("Self-introduction"), "on_day", ""),
    "refusals": (N_("Not pursued"), "what", "words"),
    "dismissals": (N_("Suggestion set aside"), "what", "words"),
    "entries": (N_("Entry"), "day", ""),
}
"""Table -> what a record of it is called, the column with its name, and what that tells."""
_FIELDS: dict[str, dict[str, tuple[str, Tells]]] = {
    "contacts": {
        "name": (N_("Name"), "name"),
        "handle": (N_("In texts"), "name"),
        "reading": (N_("Reading"), "name"),
        "aliases": (N_("Also called"), "name"),
        "organization": (N_("Organization"), "name"),
        "department": (N_("Department"), "name"),
        "title": (N_("Title"), "name"),
        "emails": (N_("Mail"), "name"),
        "phones": (N_("Phone"), "name"),
        "urls": (N_("Web"), "name"),
        "addresses": (N_("Address"), "name"),
        "birthday": (N_("Birthday"), "words"),
        "how_met": (N_("Met"), "words"),
        "introduced_by": (N_("Introduced by"), "name"),
        "needs": (N_("Needs"), "words"),
        "can_give": (N_("Can give"), "words"),
        "asks": (N_("To ask of them"), "words"),
        "caution": (N_("Caution"), "words"),
        "aims": (N_("What they are after"), "words"),
        "suspected": (N_("What they may be after"), "words"),
        "knows": (N_("What they know and you do not"), "words"),
        "withheld": (N_("What you will not share"), "words"),
        "notes": (N_("Notes"), "words"),
        "tags": (N_("Tags"), "words"),
        "archived_at": (N_("Archived"), ""),
        "snoozed_until": (N_("May be silent until"), ""),
        "merged_into": (N_("Merged into"), "name"),
    },
    "goals": {
        "title": (N_("Goal"), ""),
        "handle": (N_("In texts"), ""),
        "why": (N_("Why"), ""),
        "measure": (N_("Measure"), ""),
        "by_day": (N_("By"), ""),
        "state": (N_("State"), ""),
    },
    "personas": {
        "who": (N_("Who"), "words"),
        "goal_id": (N_("Goal"), ""),
        "fields": (N_("Fields"), "words"),
        "roles": (N_("Roles"), "words"),
        "knowledge": (N_("Knows"), "words"),
        "found": (N_("To be found"), "words"),
        "offer": (N_("What you offer"), ""),
    },
    "strengths": {
        "title": (N_("Strength"), ""),
        "handle": (N_("In texts"), ""),
        "kind": (N_("Kind"), ""),
        "since": (N_("Since"), ""),
        "evidence": (N_("Evidence"), ""),
    },
    "offers": {
        "what": (N_("What"), ""),
        "strength_id": (N_("Strength"), ""),
        "audience": (N_("For"), ""),
        "minutes": (N_("Time"), ""),
    },
    "events": {
        "title": (N_("Event"), ""),
        "handle": (N_("In texts"), ""),
        "on_day": (N_("Date"), ""),
        "purpose": (N_("Purpose"), "words"),
        "place": (N_("Place"), ""),
        "goals": (N_("Goals"), ""),
        "cost": (N_("Cost"), ""),
        "minutes": (N_("Time"), ""),
        "reviewed_on": (N_("Reviewed"), ""),
        "cards": (N_("Cards"), ""),
        "talks": (N_("Talks"), ""),
        "verdict": (N_("Verdict"), ""),
        "outcome": (N_("Outcome"), "words"),
        "personas": (N_("To meet"), "words"),
        "expected": (N_("Expected"), "name"),
        "bring": (N_("What you bring"), ""),
        "questions": (N_("Questions"), "words"),
        "series": (N_("Series"), ""),
    },
    "asks": {
        "what": (N_("What"), ""),
        "audience": (N_("Who could help"), ""),
        "goal_id": (N_("Goal"), ""),
    },
    "cadences": {
        "contact_id": (N_("Contact"), "name"),
        "tag": (N_("Tag"), "words"),
        "persona_id": (N_("To meet"), "words"),
        "days": (N_("Days"), ""),
    },
    "budgets": {
        "goal_id": (N_("Goal"), ""),
        "period": (N_("Period"), ""),
        "minutes": (N_("Time"), ""),
        "money": (N_("Money"), ""),
        "trust": (N_("Trust"), ""),
    },
    "self_introductions": {
        "on_day": (N_("Date"), ""),
        "text": (N_("Text"), ""),
        "seconds": (N_("Seconds"), ""),
        "goal_id": (N_("Goal"), ""),
        "persona_id": (N_("To meet"), "words"),
        "event_id": (N_("Event"), ""),
    },
    "refusals": {
        "what": (N_("What"), "words"),
        "why": (N_("Why"), "words"),
        "contact_id": (N_("Contact"), "name"),
        "on_day": (N_("Date"), ""),
    },
    "dismissals": {"what": (N_("What"), "words")},
    "entries": {"day": (N_("Date"), "")},
}
"""Table -> column -> what it is called, and what it tells."""
NOTHING = "–"


class Told(NamedTuple):
    """One line about a change."""

    meaning: Meaning
    text: str


def did(change: Change) -> Did:
    """What became of a record."""
    if change.before is None:
        return "added"
    if change.after is None:
        return "deleted"
    gone, back = change.after.get("deleted_at"), change.before.get("deleted_at")
    return "changed" if bool(gone) == bool(back) else "removed" if gone else "returned"


def told(journal: Journal, change: Change, hide: Hide = lambda text, tells: text) -> Iterator[Told]:
    """Say what became of one record: a heading, then each field that differs, then the lines of a text."""
    kind, column, tells = _NAMED[change.table]
    before, after = change.before or {}, change.after or {}
    became = did(change)
    name = hide(str((after or before).get(column, "")), tells)
    yield Told("record", f"{_(kind)} {name} · {_(_DID[became])}")
    for field, (label, telling) in _FIELDS[change.table].items():
        old, new = (said(journal, change.table, field, row) for row in (before, after))
        if old != new and (field != column or became == "changed"):
            yield Told("field", _field(_(label), hide(old, telling), hide(new, telling), became))
    if change.table == "entries":
        for line in _lines(change):
            yield line._replace(text=hide(line.text, "words"))


def _field(label: str, old: str, new: str, did: Did) -> str:
    if did == "added":
        return f"{label}: {new}"
    return f"{label}: {old or NOTHING} → {new or NOTHING}"


def _lines(change: Change) -> Iterator[Told]:
    """The lines of an entry's text that went and came; of one that was removed or brought back, all."""
    old, new = (_text(row) for row in (change.before, change.after))
    if old == new:
        return
    from difflib import SequenceMatcher  # 6 ms, and only for a look at single changes

    for _tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[first:last] != new[begin:end]:
            yield from (Told("went", line) for line in old[first:last])
            yield from (Told("came", line) for line in new[begin:end])


def _text(row: Row | None) -> list[str]:
    return [] if row is None or row.get("deleted_at") else str(row["text"]).split("\n")
