"""One relationship's balance: given, received, net, and the state in words. SQL sums, this judges.

Weights are thousandths throughout; a front end divides by 1000 when it shows them.
"""

from datetime import date

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.posting import Direction

State = Literal["received_more", "even", "given_more", "none"]

STATES: tuple[State, ...] = ("received_more", "even", "given_more", "none")
"""In the order in which a list of balances shows them: what one owes comes first."""

EVEN_PERCENT = 10
"""A relationship is even while the difference is at most this share of all that passed."""
EARLY_EXCHANGES = 3
EARLY_DAYS = 30
"""Fewer exchanges, or fewer days since the first, are too soon to judge by."""


class Account(NamedTuple):
    """The totals of one contact, as the store keeps them. Sums count what is dated after the last settlement."""

    contact_id: int
    handle: str
    name: str
    given: int = 0
    received: int = 0
    given_count: int = 0
    received_count: int = 0
    given_minutes: int = 0
    received_minutes: int = 0
    exchanges: int = 0
    """All exchanges there ever were, settled ones included; so are the three days below."""
    first: Direction | None = None
    first_on: date | None = None
    last_on: date | None = None
    settled_on: date | None = None
    organization: str = ""

    @property
    def net(self) -> int:
        """Given less received; negative where more was received."""
        return self.given - self.received

    @property
    def state(self) -> State:
        """The relationship in one word."""
        return state(self.given, self.received, self.exchanges)

    def early(self, today: date) -> bool:
        """Whether it is too soon to judge: few exchanges, or a young relationship."""
        return self.exchanges < EARLY_EXCHANGES or self.first_on is None or (today - self.first_on).days < EARLY_DAYS

    def silent_days(self, today: date) -> int | None:
        """Days since the last exchange; `None` without one."""
        return None if self.last_on is None else max((today - self.last_on).days, 0)


def state(given: int, received: int, exchanges: int) -> State:
    """Tell the state from two sums and the count of all exchanges.

    `even` where the difference is at most 10 % of the sum, which holds for 0 and 0 after a settlement too.
    """
    if not exchanges:
        return "none"
    if abs(given - received) * 100 <= EVEN_PERCENT * (given + received):
        return "even"
    return "given_more" if given > received else "received_more"


class Standing(NamedTuple):
    """As much of an account as a list of ten thousand is put in order by."""

    contact_id: int
    given: int
    received: int
    exchanges: int
    last_on: str
    """ISO; empty without an exchange."""


def order(account: Account | Standing) -> tuple[int, int]:
    """Sort key of a list of balances: received more first, the largest debt on top, strangers last."""
    given, received = account.given, account.received
    return STATES.index(state(given, received, account.exchanges)), given - received
