"""The places one can go to from anywhere: a person, an entry, a goal, the journal, the inbox, find, history.

Promises that screens need not import one another: each asks for a place by kind and id. Screens are imported when they
are first gone to, which also keeps the opening of the program short.
"""

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any, Literal, NamedTuple

from textual.screen import Screen

from networkjournal.errors import Invalid
from networkjournal.journal import Journal
from networkjournal.tui.panes.base import Clock

RecordKind = Literal[
    "contact", "goal", "persona", "strength", "offer", "ask", "event", "prep", "refusal",
]  # fmt: skip
"""Pages of one record each."""
OwnKind = Literal[
    "inbox", "find", "history", "suggestions", "me", "introduction", "events", "refusals", "review", "budgets",
    "insights", "import", "duplicates",
]  # fmt: skip
"""Screens of which there is one."""
Kind = Literal["entry", "day"] | RecordKind | OwnKind

RECORDS: Mapping[RecordKind, str] = {
    "contact": "contact:ContactScreen",
    "goal": "aims:GoalPage",
    "persona": "aims:PersonaPage",
    "strength": "own_pages:StrengthPage",
    "offer": "own_pages:OfferPage",
    "ask": "own_pages:AskPage",
    "event": "event_page:EventPage",
    "prep": "prep:PrepPage",
    "refusal": "own_pages:RefusalPage",
}
OWN: Mapping[OwnKind, str] = {
    "inbox": "inbox:InboxScreen",
    "find": "find:FindScreen",
    "history": "history:HistoryScreen",
    "suggestions": "suggestions:SuggestionsScreen",
    "me": "me:MeScreen",
    "introduction": "introduction:IntroductionScreen",
    "events": "events:EventsScreen",
    "refusals": "refusals:RefusalsPage",
    "review": "review:ReviewScreen",
    "budgets": "budgets:BudgetsPage",
    "insights": "insights:InsightsPage",
    "import": "importing:ImportScreen",
    "duplicates": "duplicates:DuplicatesScreen",
}
"""Kind -> the module below `screens` and its class. A new screen is its own file and its line here."""


class Place(NamedTuple):
    """Where to go."""

    kind: Kind
    id: int = 0
    """The record's, or the day's ordinal; 0 where the place is one of its kind (a day: today), or a new text."""


def screen_of(place: Place, journal: Journal, clock: Clock) -> Screen[Any]:
    """The screen to push for a place. Raises `JournalError` where the record is gone."""
    try:
        return _screen(place, journal, clock)
    except KeyError:
        raise Invalid(place.kind, "", "gone") from None


# long: a case for each place
def _screen(place: Place, journal: Journal, clock: Clock) -> Screen[Any]:
    if place.kind == "day":
        from networkjournal.tui.screens.journal import DaysScreen

        return DaysScreen(journal, clock, date.fromordinal(place.id) if place.id else clock())
    if place.kind == "entry":
        from networkjournal.tui.screens.entry import EntrySheet

        return EntrySheet(journal, clock, journal.entry(place.id))
    if place.kind == "introduction" and place.id:
        from networkjournal.tui.screens.introduction import IntroductionScreen

        return IntroductionScreen(journal, clock, version=place.id)
    for own, path in OWN.items():
        if place.kind == own:
            return _made(path, journal, clock)
    return _made(next(path for kind, path in RECORDS.items() if place.kind == kind), journal, clock, place.id)


def _made(path: str, *values: object) -> Screen[Any]:
    module, _, name = path.partition(":")
    made: Screen[Any] = getattr(import_module(f"networkjournal.tui.screens.{module}"), name)(*values)
    return made
