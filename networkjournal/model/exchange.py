"""Exchanges as records one can list: which ones are wanted, each with its person, and what they add up to.

Weights are thousandths, time is minutes, money is integer minor units with its currency.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.posting import Direction, Named


class CameOf(NamedTuple):
    """What came of an event: lines that name it, and what passed with the people first met there for some days."""

    event: int
    people: tuple[int, ...]
    start: date
    end: date


class Which(NamedTuple):
    """What exchanges have in common; whatever is `None` does not matter. Records are told by their ids."""

    contact: int | None = None
    """With whom."""
    direction: Direction | None = None
    after: date | None = None
    """Dated after this day: the one of the last settlement, say."""
    goal: int | None = None
    event: int | None = None
    strength: int | None = None
    third: int | None = None
    """A contact whom the line names besides the one it is with: who was introduced."""
    came_of: CameOf | None = None
    since: date | None = None
    until: date | None = None
    """Dated on these days and between them."""
    kinds: tuple[str, ...] = ()
    """Of one of these kinds, where any are named."""
    aimless: bool = False
    """Whether the line names no live goal."""
    paid: bool = False
    """Whether money passed."""


class Passed(NamedTuple):
    """One exchange with whom it was."""

    on: date
    entry: int
    line: int
    contact: Named
    name: str
    direction: Direction
    kind: str
    weight: int
    minutes: int | None
    money: int | None
    currency: str | None
    words: str


class Links(NamedTuple):
    """What else a line names, by handles."""

    goals: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    third_parties: tuple[str, ...] = ()


class Told(NamedTuple):
    """One exchange with what else its line names."""

    passed: Passed
    links: Links = Links()


class Settled(NamedTuple):
    """A relationship that was called even."""

    on: date
    handle: str
    net: int
    """What the balance was just before: given less received."""
    entry: int


class Part(NamedTuple):
    """What exchanges of one direction and currency add up to."""

    direction: Direction
    currency: str | None
    times: int
    weight: int
    minutes: int
    money: int


class Sums(NamedTuple):
    """What exchanges add up to, by direction and currency."""

    parts: tuple[Part, ...] = ()

    def of(self, direction: Direction) -> "Sums":
        """Only what went in one direction."""
        return Sums(tuple(part for part in self.parts if part.direction == direction))

    @property
    def times(self) -> int:
        """How many exchanges."""
        return sum(part.times for part in self.parts)

    @property
    def weight(self) -> int:
        """The weights, whichever the direction."""
        return sum(part.weight for part in self.parts)

    @property
    def minutes(self) -> int:
        """The time."""
        return sum(part.minutes for part in self.parts)

    @property
    def money(self) -> tuple[tuple[str, int], ...]:
        """Currencies and amounts, for each currency there is."""
        found: dict[str, int] = {}
        for part in self.parts:
            if part.currency is not None:
                found[part.currency] = found.get(part.currency, 0) + part.money
        return tuple(sorted(found.items()))


def summed(exchanges: Iterable[Passed]) -> Sums:
    """Add up exchanges that are at hand."""
    found: dict[tuple[Direction, str | None], Part] = {}
    for passed in exchanges:
        key = (passed.direction, passed.currency)
        had = found.get(key, Part(*key, 0, 0, 0, 0))
        found[key] = had._replace(
            times=had.times + 1,
            weight=had.weight + passed.weight,
            minutes=had.minutes + (passed.minutes or 0),
            money=had.money + (passed.money or 0),
        )
    return Sums(tuple(found.values()))
