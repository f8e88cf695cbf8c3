"""Finding: over people, goals, events and all that was written, the best first, each with the piece that matched.

Promises that the words of a caution are never shown, only that they matched. Refuses to read more than it shows: what
is left out is told by `more`.
"""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from networkjournal.journal import Journal
from networkjournal.lean import Literal, NamedTuple, cast
from networkjournal.model.query import Query, plain_words, read_query
from networkjournal.model.snippet import CELLS, Snippet, beginning, snippet
from networkjournal.store.search import Document, Line

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
"""So many records are looked through at least for the best among them."""


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


def find(journal: Journal, typed: str, most: int = 50) -> Found:
    """Find what has all words typed, in any order; `"…"` keeps words together. Gives at most `most` places."""
    query = read_query(typed)
    if not query:
        return Found((), False)
    entries = list(islice(journal.books.search.entries(query), most + 1))
    records = _ranked(journal, query, plain_words(typed), most)
    room = max(most - len(entries), (most + 1) // 2)  # neither may crowd the other out
    shown = [*records[:room], *entries[: most - min(len(records), room)]]
    days = {entry.id: entry.day for entry in journal.books.entries.some(d.ref for d in shown if d.kind == "entry")}
    hits = (_hit(journal, document, query, days.get(document.ref)) for document in shown)
    return Found(tuple(hit for hit in hits if hit), len(shown) < len(records) + len(entries))


def _ranked(journal: Journal, query: Query, name: str, most: int) -> list[Document]:
    """The records that fit, the best first."""
    called = journal.books.names.narrowed("@", name, within=False)
    named = journal.books.search.named(called, name, most + 1) if called else ()
    known = {document.ref for document in named}
    others = [
        document
        for document in islice(journal.books.search.records(query), max(READ, 2 * most))
        if document.kind != "contact" or document.ref not in known
    ]
    return [*named, *sorted(others, key=lambda document: _rank(document, query))]


def _rank(document: Document, query: Query) -> tuple[bool, int]:
    """Those with all words in the title first, and among equals in the order of kinds."""
    title = document.body.partition("\n")[0]
    return any(term.where(title) < 0 for term in query), ORDER.index(document.kind)


def _hit(journal: Journal, document: Document, query: Query, entry_day: date | None) -> Hit | None:
    """What to show of a document; `None` where its record is gone by now."""
    kind = cast("HitKind", document.kind)
    lines = journal.books.search.lines(kind, document.ref)
    folded = document.body.split("\n")
    if len(lines) != len(folded):  # another program has just changed it
        return None
    field, piece = _piece(lines, folded, query, title=kind != "entry")
    said = {line.field: line.text for line in reversed(lines)}
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
    counts = [sum(term.where(line) >= 0 for term in asked) for line in folded]
    best = counts.index(max(counts))
    line = lines[best]
    if not counts[best]:  # a name in another spelling: its reading is what was meant
        line = next((line for line in lines if line.field == "reading"), lines[0])
        return line.field, Snippet("", line.text, "")
    if line.field in UNSAID:
        return line.field, Snippet("", "", "")
    term = next(term for term in asked if term.where(folded[best]) >= 0)
    at = term.where(folded[best])
    return line.field, snippet(line.text, folded[best], at, at + len(term))
