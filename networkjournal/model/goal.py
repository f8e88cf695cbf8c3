"""Goals: what it is all for. Personas: whom one wants to meet for one of them, in concrete words."""

from datetime import date

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.folding import name_key

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


_VAGUE = """
anybody, anyone, everybody, everyone, somebody, someone, whoever, no matter who, anybody at all,
people, many people, new people, all kinds of people, different people, interesting people, the right people,
successful people, contacts, new contacts, friends, customers,
誰でも, 誰でもいい, 誰でもよい, だれでも, だれでもいい, どなたでも, 誰か, だれか, みんな, みなさん, 皆さん,
人, 新しい人, 面白い人, すごい人, いろいろな人, 色々な人, いろんな人, 色んな人, さまざまな人, 様々な人,
たくさんの人, 多くの人, 成功者, 人脈, 仲間, 友達, 友だち, お客様, お客さん
"""


def vague(who: str) -> bool:
    """Whether a description of whom to meet fits almost anybody, so that nobody could introduce such a person."""
    return name_key(who).strip(" .!?。…") in set(map(name_key, _VAGUE.split(",")))
