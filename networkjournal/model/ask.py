"""Asks: what I need, in words that somebody could answer to."""

from networkjournal.lean import NamedTuple


class Ask(NamedTuple):
    """Something I need."""

    what: str
    audience: tuple[str, ...] = ()
    """Words for who could help: fields, roles, knowledge."""
    goal: str = ""
    """The handle of the goal that it serves."""
    id: int = 0
