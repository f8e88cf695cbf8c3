"""What flowed in a span of days: sums of exchanges by kind, the relationships in it, and what of it was spent.

Weights are thousandths, time is minutes, money is integer minor units with its currency.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.balance import EARLY_DAYS, EARLY_EXCHANGES
from networkjournal.model.budget import VOUCHED, Money, Spent
from networkjournal.model.posting import Direction


class FlowPart(NamedTuple):
    """What exchanges of one direction, kind and currency add up to."""

    direction: Direction
    kind: str
    currency: str | None
    times: int
    weight: int = 0
    minutes: int = 0
    money: int = 0


class Relationship(NamedTuple):
    """What passed with one contact in a span of days, and how it began."""

    contact_id: int
    handle: str
    name: str
    given: int
    received: int
    given_times: int
    received_times: int
    first: Direction
    """The direction of the very first exchange there ever was."""
    first_on: date
    exchanges: int
    """All there ever were."""

    @property
    def net(self) -> int:
        """Given less received, in these days."""
        return self.given - self.received

    def early(self, today: date) -> bool:
        """Whether the relationship is too young to judge."""
        return self.exchanges < EARLY_EXCHANGES or (today - self.first_on).days < EARLY_DAYS


class GaveFirst(NamedTuple):
    """In how many of so many relationships the first thing that ever passed was given."""

    given: int
    relationships: int

    @property
    def percent(self) -> int | None:
        """The share, rounded; `None` without relationships."""
        return None if not self.relationships else round(100 * self.given / self.relationships)


def gave_first(relationships: Iterable[Relationship]) -> GaveFirst:
    """Count how relationships began."""
    firsts = [one.first for one in relationships]
    return GaveFirst(firsts.count("given"), len(firsts))


def times(parts: Iterable[FlowPart], *kinds: str) -> int:
    """How many exchanges there are, of these kinds where any are named."""
    return sum(part.times for part in parts if not kinds or part.kind in kinds)


def money(parts: Iterable[FlowPart], direction: Direction | None = None) -> Money:
    """The money of each currency."""
    found: dict[str, int] = {}
    for part in parts:
        if part.currency is not None and direction in (None, part.direction):
            found[part.currency] = found.get(part.currency, 0) + part.money
    return tuple(sorted(found.items()))


def spent(parts: Iterable[FlowPart]) -> Spent:
    """What exchanges cost: the time of all, the money given, the introductions and referrals given."""
    parts = tuple(parts)
    given = [part for part in parts if part.direction == "given"]
    return Spent(sum(part.minutes for part in parts), money(given), times(given, *VOUCHED))
