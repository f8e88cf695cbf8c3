"""Coverage: who fits whom one wants to meet, and which of them one has met rather than only has a card of.

Met is whom an entry names; with whom something passed is named there, too. Promises the best first and a reason for
each. Whoever is archived is left out, like in every list from which one chooses.
"""

from collections.abc import Iterator, Sequence

from networkjournal.journal import Journal
from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Persona, vague
from networkjournal.model.matching import Match, match, parts, sought

BATCH = 500
"""Contacts read at once."""
Covered = Literal["met", "cards", "nobody"]


class Fit(NamedTuple):
    """Somebody who fits a persona."""

    contact: Contact
    match: Match
    met: bool


class Coverage(NamedTuple):
    """A persona, and who fits it."""

    persona: Persona
    fits: tuple[Fit, ...]
    """The best first."""

    @property
    def met(self) -> int:
        """How many of them one has met."""
        return sum(fit.met for fit in self.fits)

    @property
    def state(self) -> Covered:
        """Whether one has met somebody who fits, or has only cards, or knows nobody."""
        if not self.fits:
            return "nobody"
        return "met" if self.met else "cards"

    @property
    def vague(self) -> bool:
        """Whether the description fits almost anybody."""
        return vague(self.persona.who)


def persona_matches(journal: Journal, persona: Persona) -> tuple[Fit, ...]:
    """Give who fits a persona, the best first."""
    wanted = sought(persona)
    found = [
        (contact, fit)
        for contact in _contacts(journal, journal.books.search.people_with(*wanted.seeds))
        if (fit := match(wanted, parts(contact)))
    ]
    met = journal.books.contacts.met(contact.id for contact, _fit in found)
    fits = (Fit(contact, fit, contact.id in met) for contact, fit in found)
    return tuple(sorted(fits, key=lambda fit: (-fit.match.score, not fit.met)))


def coverage(journal: Journal, goal_id: int | None = None) -> tuple[Coverage, ...]:
    """Give every persona, or those of one goal, with who fits. Personas of removed goals are left out."""
    goals = {goal.id for goal in journal.books.goals.all()}
    return tuple(
        Coverage(persona, persona_matches(journal, persona))
        for persona in journal.books.personas.all(goal_id)
        if persona.goal_id in goals
    )


def _contacts(journal: Journal, ids: Sequence[int]) -> Iterator[Contact]:
    for start in range(0, len(ids), BATCH):
        for contact in journal.books.contacts.some(ids[start : start + BATCH]):
            if not contact.archived:
                yield contact
