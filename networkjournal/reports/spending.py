"""What was spent in a period: time, money and trust; on everything, on a goal, and on no goal.

An exchange or an event that names several goals counts for each of them in full, and once in the whole.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.budget import Spent
from networkjournal.model.event import Event
from networkjournal.model.flow import FlowPart, spent
from networkjournal.model.period import Period
from networkjournal.store.flows import Flows


class Spending:
    """Spending in one period. Reads each sum once, when it is first asked for."""

    def __init__(self, journal: Journal, period: Period, today: date) -> None:
        """What is planned after `today` is not spent yet."""
        self._journal, self._period = journal, period
        self._flows = Flows(journal.books.connection)
        self.events = tuple(e for e in journal.books.events.all() if period.contains(e.on) and e.on <= today)
        """The newest first."""
        self._parts: dict[int | None, tuple[FlowPart, ...]] = {}
        self._handles = {goal.handle: goal.id for goal in journal.books.goals.all()}

    def parts(self, goal: int | None) -> tuple[FlowPart, ...]:
        """The exchanges for a goal; with `None` those for any goal."""
        if goal not in self._parts:
            self._parts[goal] = self._flows.for_goal(goal, self._period)
        return self._parts[goal]

    @property
    def whole(self) -> Spent:
        """Everything."""
        minutes = sum(day.given_minutes + day.received_minutes for day in self._flows.daily(self._period))
        valued = spent(self._flows.valued(self._period))
        return valued._replace(minutes=minutes).plus(_at(self.events))

    def on(self, goal: int) -> Spent:
        """What a goal took."""
        events = (e for e in self.events if goal in (self._handles.get(handle) for handle in e.goals))
        return spent(self.parts(goal)).plus(_at(events))

    @property
    def aimless(self) -> Spent:
        """What went to no goal."""
        aimed = spent(self.parts(None)).plus(_at(e for e in self.events if any(g in self._handles for g in e.goals)))
        return self.whole.less(aimed)


def _at(events: Iterable[Event]) -> Spent:
    """What events took: their hours and their cost."""
    total = Spent()
    for event in events:
        money = () if event.cost is None else ((event.currency or "", event.cost),)
        total = total.plus(Spent(event.minutes or 0, money))
    return total
