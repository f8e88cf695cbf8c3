"""The places one can go to from anywhere: a person, an entry, a goal, the journal, the inbox, find, history.

Promises that screens need not import one another: each asks for a place by kind and id. Screens are imported when they
are first gone to, which also keeps the opening of the program short.
"""

from datetime import date
from typing import Any, Literal, NamedTuple

from textual.screen import Screen

from networkjournal.errors import Invalid
from networkjournal.journal import Journal
from networkjournal.tui.panes.base import Clock

Kind = Literal["contact", "entry", "day", "inbox", "find", "history", "goal", "persona", "strength", "offer", "event",
               "ask", "refusal",
               "review", "budgets", "insights"]


class Place(NamedTuple):
    """Where to go."""

    kind: Kind
    id: int = 0
    """The record's, or the day's ordinal; 0 where the place is one of its kind (a day: today)."""


def screen_of(place: Place, journal: Journal, clock: Clock) -> Screen[Any]:
    """The screen to push for a place. Raises `JournalError` where the record is gone."""
    try:
        return _screen(place, journal, clock)
    except KeyError:
        raise Invalid(place.kind, "", "gone") from None


# long: a case for each place
def _screen(place: Place, journal: Journal, clock: Clock) -> Screen[Any]:
    match place.kind:
        case "inbox":
            from networkjournal.tui.screens.inbox import InboxScreen

            return InboxScreen(journal, clock)
        case "day":
            from networkjournal.tui.screens.journal import DaysScreen

            return DaysScreen(journal, clock, date.fromordinal(place.id) if place.id else clock())
        case "entry":
            from networkjournal.tui.screens.entry import EntrySheet

            return EntrySheet(journal, clock, journal.entry(place.id))
        case "history":
            from networkjournal.tui.screens.history import HistoryScreen

            return HistoryScreen(journal, clock)
        case "find":
            from networkjournal.tui.screens.find import FindScreen

            return FindScreen(journal, clock)
        case "review":
            from networkjournal.tui.screens.review import ReviewScreen

            return ReviewScreen(journal, clock)
        case "budgets":
            from networkjournal.tui.screens.budgets import BudgetsPage

            return BudgetsPage(journal, clock)
        case "insights":
            from networkjournal.tui.screens.insights import InsightsPage

            return InsightsPage(journal, clock)
        case "contact":
            from networkjournal.tui.screens.contact import ContactScreen

            return ContactScreen(journal, clock, place.id)
        case "goal" | "persona" | "strength" | "offer" | "event":
            from networkjournal.tui.screens import facts

            pages = {"goal": facts.GoalPage, "persona": facts.PersonaPage, "strength": facts.StrengthPage,
                     "offer": facts.OfferPage, "event": facts.EventPage}  # fmt: skip
            return pages[place.kind](journal, clock, place.id)
        case _:
            raise ValueError(place.kind)
