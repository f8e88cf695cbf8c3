"""Finding: over people, goals, events and all that was written, the best first, each with the piece that matched.

Promises that the words of a caution are never shown, only that they matched. Refuses to read more than it shows: what
is left out is told by `more`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from networkjournal.journal import Journal
from networkjournal.lean import Literal, NamedTuple, cast
from networkjournal.model.query import Query, Term, read_asked
from networkjournal.model.scope import EVERYWHERE, Scope
from networkjournal.model.snippet import CELLS, Snippet, beginning, snippet
from networkjournal.reports.scope import scope as scope_of
from networkjournal.store.searched import Document, Line

HitKind = Literal[
    "contact", "entry", "goal", "persona", "strength", "offer", "ask", "event", "refusal", "introduction"
]  # fmt: skip
TITLES = {
    "contact": "name", "persona": "who", "offer": "what", "ask": "what", "refusal": "what", "introduction": "text",
}  # fmt: skip
"""What the field is called that a record is known by, where it is not `title`."""
ORDER = ("contact", "goal", "event", "persona", "strength", "offer", "ask", "refusal", "introduction")
UNSAID = frozenset({"caution", "suspected", "knows", "withheld"})
FIELDS = {"on_day": "on", "audience": "for"}
"""Columns that are called otherwise in documents."""
READ = 100
"""So many records, or entries where the best are wanted, are looked through at least for the best among them."""


_WITH_PEOPLE = (EVERYWHERE, Scope(kinds=frozenset({"contact"})))
"""Where people are looked up by their names as well."""


class Hit(NamedTuple):
    """One place where something was found."""

    kind: HitKind
    id: int
    title: str
    """What the record is called; of an entry the first line."""
    field: str
    """What of it matched: `name`, `notes`, `text`."""
    before: str = ""
    match: str = ""
    """Empty where the words are not to be shown."""
    after: str = ""
    day: date | None = None
    """An entry's or event's."""
    detail: str = ""
    """What tells a person apart: the organization."""

    @property
    def by_title(self) -> bool:
        """Whether it is the title that matched."""
        return self.kind != "entry" and self.field == TITLES.get(self.kind, "title")


class Found(NamedTuple):
    """What was found."""

    hits: tuple[Hit, ...]
    """People called so, then other names and titles, then what else is noted, then entries, the newest first."""
    more: bool
    """Whether there is more than that."""

    @property
    def groups(self) -> tuple[tuple[HitKind, tuple[Hit, ...]], ...]:
        """What was found kind by kind, the kind with the best place first."""
        kinds = dict.fromkeys(hit.kind for hit in self.hits)
        return tuple((kind, tuple(hit for hit in self.hits if hit.kind == kind)) for kind in kinds)


def find(journal: Journal, typed: str, most: int = 50, today: date | None = None, *, best: bool = False) -> Found:
    """Find what has all words typed, in any order, where the filters say; `"…"` keeps words together.

    Gives at most `most` places; of entries the newest, or with `best` those in which the words stand closest. Without
    `today`, filters take only whole dates. Raises `NotFound` or `Invalid` for a filter that means nothing.
    """
    asked = read_asked(typed)
    query, scope = asked.terms, scope_of(journal, asked.filters, today) if asked.filters else EVERYWHERE
    if not query and not asked.filters:
        return Found((), False)
    entries = list(islice(journal.books.seeking.entries(query, scope), max(READ * 3, most + 1) if best else most + 1))
    if best:
        entries.sort(key=lambda document: _distance(document.body, query))
    records = _ranked(journal, query, scope, asked.name, most)
    room = max(most - len(entries), (most + 1) // 2)  # neither may crowd the other out
    shown = [*records[:room], *entries[: most - min(len(records), room)]]
    return Found(_hits(journal, shown, query, scope), len(shown) < len(records) + len(entries))


def _distance(body: str, query: Query) -> tuple[int, int]:
    """How far apart the words of an entry stand: over how many lines, and of how many they stand in the fewest."""
    lines = body.split("\n")
    counts = [sum(term.where(line) >= 0 for term in query) for line in lines]
    return -max(counts), -sum(map(bool, counts))


def _ranked(journal: Journal, query: Query, scope: Scope, name: str, most: int) -> list[Document]:
    """The records that fit, the best first."""
    seeking = journal.books.seeking
    called = journal.books.names.narrowed("@", name, within=False) if scope in _WITH_PEOPLE else ()
    named = seeking.named(called, name, most + 1) if called else ()
    known = {document.ref for document in named}
    others = [
        document
        for document in islice(seeking.records(query, scope), max(READ, 2 * most))
        if document.kind != "contact" or document.ref not in known
    ]
    return [*named, *sorted(others, key=lambda document: _rank(document, query))]


def _rank(document: Document, query: Query) -> tuple[bool, int]:
    """Those with all words in the title first, and among equals in the order of kinds."""
    title = document.body.partition("\n")[0]
    return any(term.where(title) < 0 for term in query), ORDER.index(document.kind)


def _hits(journal: Journal, shown: Sequence[Document], query: Query, scope: Scope) -> tuple[Hit, ...]:
    """What to show of these documents; those whose records are gone by now are left out."""
    wanted: dict[str, list[int]] = {}
    for document in shown:
        wanted.setdefault(document.kind, []).append(document.ref)
    said = journal.books.search.lines_of(wanted)
    entries = wanted.get("entry", ())
    found = tuple(journal.books.entries.some(entries))
    days = {entry.id: entry.day for entry in found}
    meant = {} if query else journal.books.seeking.lines_meant(entries, scope)
    places = {entry.id: _place(entry.text, meant.get(entry.id, 1)) for entry in found}
    hits = (
        _hit(document, said.get((document.kind, document.ref), ()), query, days.get(document.ref), places)
        for document in shown
    )
    return tuple(hit for hit in hits if hit)


def _place(text: str, line: int) -> int:
    """Which of the lines that are not blank a line is."""
    return sum(bool(before.strip()) for before in text.split("\n")[: line - 1])


def _hit(
    document: Document, lines: Sequence[Line], query: Query, entry_day: date | None, places: Mapping[int, int]
) -> Hit | None:
    """What to show of a document; `None` where its record is gone or another by now."""
    kind = cast("HitKind", document.kind)
    folded = document.body.split("\n")
    if len(lines) != len(folded):  # another program has just changed it
        return None
    if query:
        field, piece = _piece(lines, folded, query, title=kind != "entry")
    else:
        line = lines[min(places.get(document.ref, 0), len(lines) - 1) if kind == "entry" else 0]
        field, piece = line.field, Snippet("", "", beginning(line.text.strip(), CELLS))
    said = {line.field: line.text for line in reversed(lines)} if kind != "entry" else {}
    day = entry_day if kind == "entry" else None
    if "on_day" in said:
        day = date.fromisoformat(said["on_day"])
    title = beginning(lines[0].text.strip(), CELLS) if kind in ("entry", "introduction") else lines[0].text
    detail = said.get("organization", "")
    return Hit(kind, document.ref, title, FIELDS.get(field, field), *piece, day, detail)


def _piece(lines: Sequence[Line], folded: Sequence[str], query: Query, *, title: bool) -> tuple[str, Snippet]:
    """The line that tells most beyond the title: its field, and the piece around what matched."""
    asked = [term for term in query if term.where(folded[0]) < 0] if title else list(query)
    asked = asked or list(query)
    best = _fullest(folded, asked)
    if best is None:  # a name in another spelling: its reading is what was meant
        line = next((line for line in lines if line.field == "reading"), lines[0])
        return line.field, Snippet("", line.text, "")
    line = lines[best]
    if line.field in UNSAID:
        return line.field, Snippet("", "", "")
    term = next(term for term in asked if term.where(folded[best]) >= 0)
    at = term.where(folded[best])
    return line.field, snippet(line.text, folded[best], at, at + len(term))


def _fullest(folded: Sequence[str], asked: Sequence[Term]) -> int | None:
    """The first of the lines with most of these terms; `None` where no line has any."""
    if len(asked) == 1:
        return next((place for place, line in enumerate(folded) if asked[0].where(line) >= 0), None)
    counts = [sum(term.where(line) >= 0 for term in asked) for line in folded]
    return counts.index(max(counts)) if any(counts) else None
