"""One contact's account line by line: exchanges and settlements with the running balance."""

from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.posting import Direction


class RegisterLine(NamedTuple):
    """One line of a register. Weights and balance are thousandths, time is minutes, money is minor units."""

    on: date
    entry: int
    line: int
    direction: Direction | None
    """`None` for a settlement."""
    kind: str | None
    weight: int
    minutes: int | None
    money: int | None
    currency: str | None
    words: str
    running: int
    """The balance after this line: given less received since the settlement before it."""
    counts: bool
    """Whether it still counts in the balance, that is, came after the last settlement."""
