"""Insights to reread: all that was learned, by goal and by person."""

from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.account import Learned
from networkjournal.model.posting import Named
from networkjournal.store.spans import Spans

LATEST = 500
"""So many are read at once; who looks for an older one asks for its goal or its person."""


class InsightGroup(NamedTuple):
    """What was learned about one goal, or from one person."""

    named: Named | None
    """`None`: about none in particular."""
    title: str
    insights: tuple[Learned, ...]


class Insights(NamedTuple):
    """What was learned, the newest first."""

    insights: tuple[Learned, ...]
    all: int
    """How many there are, read or not."""
    by_goal: tuple[InsightGroup, ...]
    by_person: tuple[InsightGroup, ...]

    @property
    def more(self) -> int:
        """How many older ones there are."""
        return self.all - len(self.insights)


def insights(journal: Journal, goal: int | None = None, contact: int | None = None, most: int = LATEST) -> Insights:
    """Give the newest insights, about a goal or from a person where one is named."""
    spans = Spans(journal.books.connection)
    found = spans.learned("insight", None, most, goal=goal, contact=contact)
    return Insights(
        found,
        spans.count("insight", None, goal, contact),
        _groups(found, "goals", {one.id: one.title for one in journal.books.goals.every()}),
        _groups(found, "contacts", {one.id: one.name for one in journal.books.contacts.some(_people(found))}),
    )


def _people(found: tuple[Learned, ...]) -> set[int]:
    return {named.id for one in found for named in one.contacts}


def _groups(found: tuple[Learned, ...], field: str, titles: dict[int, str]) -> tuple[InsightGroup, ...]:
    """The insights under each record that they are about, the record with the newest first; the rest last."""
    groups: dict[Named | None, list[Learned]] = {}
    for one in found:
        for named in getattr(one, field) or (None,):
            groups.setdefault(named, []).append(one)
    rest = groups.pop(None, [])
    made = [InsightGroup(one, titles.get(one.id, one.handle), tuple(own)) for one, own in groups.items() if one]
    return (*made, InsightGroup(None, "", tuple(rest))) if rest else tuple(made)
