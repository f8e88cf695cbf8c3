"""What was spent in a period: time, money and trust; on everything, on a goal, and on no goal.

An exchange or an event that names several goals counts for each of them in full, and once in the whole.
"""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from networkjournal.journal import Journal
from networkjournal.model.budget import Spent
from networkjournal.model.event import Event
from networkjournal.model.flow import FlowPart, spent
from networkjournal.model.period import Period
from networkjournal.model.stretch import DaySum
from networkjournal.store.flows import Flows


class Spending:
    """Spending in one period. Reads each sum once, when it is first asked for."""

    def __init__(self, journal: Journal, period: Period, today: date) -> None:
        """What is planned after `today` is not spent yet."""
        self._period = period
        self._flows = Flows(journal.books.connection)
        self.events = tuple(e for e in journal.books.events.all() if period.contains(e.on) and e.on <= today)
        """The newest first."""
        self._handles = {goal.handle: goal.id for goal in journal.books.goals.all()}

    @cached_property
    def days(self) -> tuple[DaySum, ...]:
        """What passed day by day."""
        return self._flows.daily(self._period)

    @cached_property
    def valued(self) -> tuple[FlowPart, ...]:
        """The exchanges in which money passed, or somebody was vouched for."""
        return self._flows.valued(self._period)

    @cached_property
    def _by_goals(self) -> dict[frozenset[int], tuple[FlowPart, ...]]:
        return self._flows.by_goals(self._period)

    def parts(self, goal: int | None) -> tuple[FlowPart, ...]:
        """The exchanges for a goal; with `None` those for any goal."""
        return tuple(
            part for goals, parts in self._by_goals.items() if goal is None or goal in goals for part in parts
        )

    @cached_property
    def whole(self) -> Spent:
        """Everything."""
        minutes = sum(day.given_minutes + day.received_minutes for day in self.days)
        return spent(self.valued)._replace(minutes=minutes).plus(_at(self.events))

    def on(self, goal: int) -> Spent:
        """What a goal took."""
        events = (e for e in self.events if goal in (self._handles.get(handle) for handle in e.goals))
        return spent(self.parts(goal)).plus(_at(events))

    @cached_property
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
