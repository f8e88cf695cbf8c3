"""How the lines of an import's plan look, and the details of one of them.

Promises to draw a row only when it is seen, so that ten thousand cost what thirty do. Refuses to decide anything.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from networkjournal import importing
from networkjournal.formats.decisions import DECISIONS, Decision, Decisions
from networkjournal.formats.item import Item, Verdict
from networkjournal.formats.records import BadRecord, ContactRecord, EntryRecord, EventRecord, OwnRecord
from networkjournal.formats.three_way import FIELDS
from networkjournal.i18n import _
from networkjournal.model.contact import CAUTIONS
from networkjournal.tui.screens.import_plan import File, Planned
from networkjournal.tui.screens.places import Place, RecordKind
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import DOTS, Veil
from networkjournal.tui.widgets.facts import Fact, Group
from networkjournal.tui.widgets.plain import fit, safe

SIGNS: dict[Verdict, str] = {"new": "+", "same": "=", "changed": "~", "doubtful": "?", "unreadable": "!"}
"""Beside the word, for the eye that runs down the rows."""
ROOMY = 64
"""From so many cells on a row says where its record stands."""
LEAST_NAME = 24
"""Cells that a name is given before the place in the file gets any."""
_EVENT_FIELDS = ("title", "on", "purpose", "place", "minutes", "series", "expected")
_LONGEST = 2000
"""Characters of a text that are shown; a file may hold more than one can look at."""
_PAGES: dict[str, RecordKind] = {
    "contacts": "contact", "goals": "goal", "personas": "persona", "strengths": "strength", "offers": "offer",
    "asks": "ask", "events": "event", "refusals": "refusal",
}  # fmt: skip


class Look(NamedTuple):
    """What drawing has to know."""

    files: Sequence[File]
    decisions: Decisions
    veil: Veil
    colours: Palette

    def where(self, line: Planned) -> str:
        """Where a record stands; of several files, in which."""
        file = f"{self.files[line.line.file].name}: " if len(self.files) > 1 else ""
        return self.veil.name(f"{file}{importing.where(line.item.where)}")

    def name(self, item: Item) -> str:
        """What a record is called."""
        if isinstance(item.record, BadRecord):
            return ": ".join(filter(None, (importing.reason(item.name), self.veil.words(item.record.detail))))
        return item.name if isinstance(item.record, EntryRecord) else self.veil.name(item.name)


class PlanRows:
    """The rows: see `RowSource`."""

    def __init__(self, lines: Sequence[Planned], look: Look) -> None:
        """`lines` are those that are to be seen."""
        self._lines, self._look = lines, look
        self._places = {line.line: place for place, line in enumerate(lines)}
        self._verdict = max(map(cell_len, map(importing.verdict, importing.VERDICTS)))
        asked = look.decisions or any(line.doubtful_person for line in lines)
        told = map(importing.decision, DECISIONS) if asked else ()
        self._decision = max(map(cell_len, told), default=0)

    def __len__(self) -> int:
        return len(self._lines)

    def key(self, i: int) -> Hashable:
        """The line."""
        return self._lines[i].line

    def index(self, key: Hashable) -> int | None:
        """Where it stands."""
        return self._places.get(key)  # type: ignore[call-overload,no-any-return]  # a key of these rows, or none

    def line(self, key: Hashable) -> Planned | None:
        """The line with this key."""
        place = self.index(key)
        return None if place is None else self._lines[place]

    def draw(self, i: int, width: int) -> Text:
        """Verdict, what was decided, name, and where there is room for it, the place in the file."""
        line, look = self._lines[i], self._look
        item, decision = line.item, look.decisions.get(line.line)
        text = Text(f"{SIGNS[item.verdict]} ", no_wrap=True)
        text.append(fit(importing.verdict(item.verdict), self._verdict), _tint(item.verdict, look.colours))
        told = importing.decision(decision) if decision else ""
        text.append("  ").append(fit(told, self._decision), "bold").append("  " if self._decision else "")
        where = safe(look.where(line)) if width >= ROOMY else ""
        aside = min(cell_len(where), max(width - text.cell_len - LEAST_NAME - 2, 0))
        room = max(width - text.cell_len - (aside + 2 if aside else 0), 8)
        faint = decision == "leave" or item.verdict == "same"
        text.append(fit(look.name(item), room), look.colours.dim if faint else "")
        return text.append(f"  {fit(where, aside)}", look.colours.dim) if aside else text


def _tint(verdict: Verdict, colours: Palette) -> Style:
    return {"doubtful": colours.waiting, "unreadable": colours.overdue, "same": colours.dim}.get(verdict, Style.null())


def place_of(item: Item) -> Place | None:
    """What is here already of a record, or may be it."""
    if not item.known:
        return None
    if isinstance(item.record, ContactRecord):
        return Place("contact", item.known)
    if isinstance(item.record, EntryRecord):
        return Place("entry", item.known)
    if isinstance(item.record, EventRecord):
        return Place("event", item.known)
    if isinstance(item.record, OwnRecord):
        if item.record.table == "entries":
            return Place("entry", item.known)
        kind = _PAGES.get(item.record.table)
        return Place(kind, item.known) if kind else None
    return None


def details(line: Planned, look: Look, known: str) -> list[Group]:
    """All there is to say of a line; `known` is what the one is called whom it is taken for."""
    decision = look.decisions.get(line.line)
    item = line.as_decided(decision)
    head = [_wide("name", look.name(line.item), "bold"), _wide("where", look.where(line), look.colours.dim)]
    groups: list[Group] = [head, [_wide(f"say {n}", text) for n, text in enumerate(_said(line, decision, look, known))]]
    changes = _changed(item, look)
    kept = importing.stays(item)
    stays = [_wide("kept", kept, look.colours.waiting)] if kept else []
    held = [] if changes else list(_held(item, look))
    return [*groups, changes, stays, held, _if_joined(line, look) if decision is None else []]


def _changed(item: Item, look: Look) -> list[Fact]:
    """Field by field, what was and what will be."""
    said = look.veil.words
    return [
        Fact(importing.field(one.field), Text(safe(_careful(one.field, said(importing.becomes(one))))), ("change", n))
        for n, one in enumerate(item.changes)
    ]


def _if_joined(line: Planned, look: Look) -> Group:
    """What would become of the one whom it may be, for those who have to say whether it is."""
    changes = _changed(line.joined, look) if line.joined else []
    if not changes:
        return []
    return [_wide("if joined", _("If it is the same:"), look.colours.dim), *changes]


def _wide(key: str, text: str, style: Style | str = "") -> Fact:
    return Fact("", Text(safe(text), style), (key,), wide=True)


def _careful(field: str, text: str) -> str:
    """What one minds with somebody is not for everybody who looks at a list."""
    return DOTS if field in CAUTIONS else text


def _said(line: Planned, decision: Decision | None, look: Look, known: str) -> Iterator[str]:
    """What becomes of it, in sentences."""
    item = line.item
    whom = look.veil.name(known)
    if isinstance(item.record, BadRecord):
        yield importing.outlook(item)
        return
    if item.reasons:
        yield _("It may be {name}: {reasons}.").format(name=whom, reasons=importing.likeness(item.reasons))
    elif item.verdict == "doubtful":
        yield _("The text was edited here, and is another one in the file.")
    elif whom and item.verdict in ("changed", "same"):
        yield _("It is {name}.").format(name=whom)
    if decision is None:
        yield importing.outlook(item)
    elif decision == "leave":
        yield _("It is left out, this time.")
    else:
        yield importing.outlook(line.as_decided(decision))


def _held(item: Item, look: Look) -> Iterator[Fact]:
    """What the record says."""
    record = item.record
    if isinstance(record, ContactRecord):
        for field in FIELDS:
            if value := importing.value(getattr(record.contact, field)):
                yield _field(field, value, look)
    elif isinstance(record, EventRecord):
        for field in _EVENT_FIELDS:
            held = getattr(record.event, field, None)
            told = ", ".join(held) if isinstance(held, tuple) else "" if held is None else str(held)
            if told:
                yield _field(field, told, look)
    elif isinstance(record, EntryRecord):
        for n, text in enumerate(look.veil.words(record.text[:_LONGEST]).split("\n")):
            yield Fact("", Text(safe(text)), ("text", n), wide=True)


def _field(field: str, value: str, look: Look) -> Fact:
    shown = _careful(field, look.veil.words(value[:_LONGEST]))
    return Fact(importing.field(field), Text(safe(shown)), ("field", field))
