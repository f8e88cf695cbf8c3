"""What a sample journal consists of besides its contacts and texts. Values only; each language fills one."""

from datetime import date
from typing import NamedTuple

from networkjournal.model.event import Event, Verdict
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength


class Review(NamedTuple):
    """How an event went."""

    event: str
    """Its handle."""
    on: date
    cards: int
    talks: int
    verdict: Verdict | None = None


class Sample(NamedTuple):
    """The records of a sample journal, in the order in which they are added."""

    goals: tuple[Goal, ...]
    personas: tuple[Persona, ...]
    """The goal is said by its handle alone."""
    strengths: tuple[Strength, ...]
    offers: tuple[Offer, ...]
    events: tuple[Event, ...]
    reviews: tuple[Review, ...]
