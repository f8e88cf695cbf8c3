"""Refusals: what I decided not to pursue, so that it is decided once."""

from datetime import date

from networkjournal.lean import NamedTuple


class Refusal(NamedTuple):
    """One thing that I will not go after."""

    what: str
    on: date
    """When it was decided."""
    why: str = ""
    contact: str = ""
    """The handle of whom it has to do with; empty for nobody in particular."""
    id: int = 0
