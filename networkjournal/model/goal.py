"""Goals: what it is all for. Personas: whom one wants to meet for one of them, in concrete words."""

from datetime import date
from typing import Literal, NamedTuple

GoalState = Literal["open", "reached", "dropped"]
GOAL_STATES: tuple[GoalState, ...] = ("open", "reached", "dropped")


class Goal(NamedTuple):
    """What one wants to reach, and why."""

    title: str
    handle: str = ""
    why: str = ""
    measure: str = ""
    """How one will know ("新規契約 12件")."""
    by: date | None = None
    state: GoalState = "open"
    id: int = 0


class GoalSum(NamedTuple):
    """A goal with the counts that its records give."""

    goal: Goal
    people: int
    exchanges: int
    given: int
    received: int
    results: int
    personas: int
    events: int


class Persona(NamedTuple):
    """Someone one wants to meet for a goal, described concretely."""

    goal_id: int
    who: str
    fields: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    knowledge: str = ""
    found: str = ""
    """Where such people are to be found."""
    offer: str = ""
    """What one has to offer them."""
    goal: str = ""
    """The goal's handle."""
    id: int = 0
