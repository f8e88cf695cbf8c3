"""Budgets: what a goal may cost in a period. Time is minutes, money is minor units, trust is a count."""

from networkjournal.lean import NamedTuple
from networkjournal.model.period import PeriodKind


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
