"""Budgets: what a goal may cost in a period. Time is minutes, money is minor units, trust is a count."""

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.period import Period, PeriodKind

Resource = Literal["time", "money", "trust"]
Money = tuple[tuple[str, int], ...]
VOUCHED = ("introduction", "referral")
"""Kinds of exchange in which one vouches for somebody."""


class Budget(NamedTuple):
    """What may be spent; whatever is `None` is not limited."""

    period: PeriodKind
    """`week`, `month`, `quarter` or `year`; each one anew."""
    goal: str = ""
    """A goal's handle; empty for everything together."""
    minutes: int | None = None
    money: int | None = None
    currency: str | None = None
    trust: int | None = None
    """How many introductions and referrals one vouches for."""
    id: int = 0


class Spent(NamedTuple):
    """What was spent in a period."""

    minutes: int = 0
    """Of exchanges both ways, and of events: time in which one receives is spent as well."""
    money: tuple[tuple[str, int], ...] = ()
    """Currencies and minor units: what was given, and what events cost."""
    trust: int = 0
    """Introductions and referrals that were given."""

    def __bool__(self) -> bool:
        """Whether anything was."""
        return bool(self.minutes or self.trust or any(amount for _currency, amount in self.money))

    def of(self, currency: str | None) -> int:
        """The money of one currency."""
        return dict(self.money).get(currency or "", 0)

    def plus(self, other: "Spent") -> "Spent":
        """Both together; currencies are never added to one another."""
        return Spent(self.minutes + other.minutes, _together(self.money, other.money), self.trust + other.trust)

    def less(self, other: "Spent") -> "Spent":
        """This without what the other is."""
        taken = tuple((currency, -amount) for currency, amount in other.money)
        money = tuple((currency, amount) for currency, amount in _together(self.money, taken) if amount)
        return Spent(self.minutes - other.minutes, money, self.trust - other.trust)


class Measure(NamedTuple):
    """One thing that a budget limits."""

    what: Resource
    limit: int
    spent: int
    currency: str | None = None

    @property
    def left(self) -> int:
        """What is left; negative where more was spent."""
        return self.limit - self.spent

    @property
    def over(self) -> bool:
        """Whether more was spent than was meant."""
        return self.spent > self.limit


class Use(NamedTuple):
    """A budget in one of its periods, with what was spent."""

    budget: Budget
    period: Period
    spent: Spent

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What is limited, one by one."""
        return measures(self.budget, self.spent)

    @property
    def over(self) -> bool:
        """Whether any of it is over."""
        return any(measure.over for measure in self.measures)


def measures(budget: Budget, spent: Spent) -> tuple[Measure, ...]:
    """What a budget limits, each beside what was spent of it. Money of other currencies does not count."""
    found = []
    if budget.minutes is not None:
        found.append(Measure("time", budget.minutes, spent.minutes))
    if budget.money is not None:
        found.append(Measure("money", budget.money, spent.of(budget.currency), budget.currency))
    if budget.trust is not None:
        found.append(Measure("trust", budget.trust, spent.trust))
    return tuple(found)


def _together(one: Money, other: Money) -> Money:
    sums = dict(one)
    for currency, amount in other:
        sums[currency] = sums.get(currency, 0) + amount
    return tuple(sorted(sums.items()))
