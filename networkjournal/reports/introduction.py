"""What a self-introduction can be made of: the records that fit a goal, a persona or an event, the best first."""

from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.ask import Ask
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength, meant_for, years
from networkjournal.reports.capital import serving

Missing = Literal["strength", "goal", "offer", "purpose"]


class Practised(NamedTuple):
    """A strength, and for how many years one has it."""

    strength: Strength
    years: int | None


class Material(NamedTuple):
    """What there is to say."""

    strengths: tuple[Practised, ...]
    offers: tuple[Offer, ...]
    asks: tuple[Ask, ...]
    goal: Goal | None = None
    persona: Persona | None = None
    """Whom one would like to talk with."""
    event: Event | None = None
    """Where it is said."""

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What it cannot say, because nobody has put it into words yet."""
        found: list[Missing] = []
        if not self.strengths:
            found.append("strength")
        if self.goal is None:
            found.append("goal")
        if not self.offers:
            found.append("offer")
        if self.event is not None and not self.event.purpose:
            found.append("purpose")
        return tuple(found)


def material(
    journal: Journal,
    today: date,
    goal: Goal | None = None,
    persona: Persona | None = None,
    event: Event | None = None,
) -> Material:
    """Gather what fits. What is not said follows from the rest: a persona's goal, an event's, or the first open one."""
    persona = persona or _expected(journal, event)
    goal = goal or _goal(journal, persona, event)
    if persona is None and goal is not None:
        persona = next(iter(journal.books.personas.all(goal.id)), None)
    serves = [strength.handle for strength in serving(journal, goal)] if goal else []
    offers = _offers(journal, persona, serves)
    first = offers[0].strength if offers else ""
    strengths = sorted(
        journal.books.strengths.all(),
        key=lambda one: (one.handle != first, _place(serves, one.handle), not one.evidence, one.id),
    )
    asks = sorted(journal.books.asks.all(), key=lambda ask: not (goal and ask.goal == goal.handle))
    asked = tuple(ask for ask in asks if not ask.goal or (goal and ask.goal == goal.handle))
    practised = tuple(Practised(strength, years(strength.since, today)) for strength in strengths)
    return Material(practised, tuple(offers), asked, goal, persona, event)


def _expected(journal: Journal, event: Event | None) -> Persona | None:
    """Whom one goes to an event for."""
    for persona in event.personas if event else ():
        try:
            return journal.books.personas.get(persona)
        except KeyError:  # removed since
            continue
    return None


def _goal(journal: Journal, persona: Persona | None, event: Event | None) -> Goal | None:
    goals = list(journal.books.goals.all())
    wanted = ([persona.goal] if persona else []) + list(event.goals if event else ())
    named = [goal for handle in wanted for goal in goals if goal.handle == handle]
    return next(iter(named), None) or next((goal for goal in goals if goal.state == "open"), None)


def _offers(journal: Journal, persona: Persona | None, serves: list[str]) -> list[Offer]:
    """Those for whom one speaks to first, then those out of a strength that serves the goal."""
    return sorted(
        journal.books.offers.all(),
        key=lambda one: (not (persona and meant_for(one, persona)), _place(serves, one.strength), one.id),
    )


def _place(serves: list[str], handle: str) -> int:
    return serves.index(handle) if handle in serves else len(serves)
