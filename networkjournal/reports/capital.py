"""Human capital: what I bring, what I offer, what I need, what came of it so far, and what is missing in it."""

from collections.abc import Iterator
from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.ask import Ask
from networkjournal.model.exchange import Passed, Which
from networkjournal.model.goal import Goal
from networkjournal.model.strength import Offer, Strength, meant_for, tells, years

LOOKED_AT = 500
"""So many of the newest things given out of a strength are looked through for its offers."""

GapCode = Literal["no_evidence", "no_strength", "for_nobody"]


class Held(NamedTuple):
    """A strength, and how it grew."""

    strength: Strength
    years: int | None
    """Whole years since it began; `None` where nobody said."""
    entries: int
    """How many entries mention it."""
    latest: date | None
    """When it was mentioned last."""
    given: int
    """In how many exchanges it was given."""
    offers: tuple[Offer, ...]


class Offered(NamedTuple):
    """An offer, and how often lines tell that it was given."""

    offer: Offer
    given: int | None
    """`None` where lines cannot tell, because it comes out of no strength."""
    latest: date | None


class Gap(NamedTuple):
    """Something that is missing, and in what."""

    code: GapCode
    kind: Literal["strength", "goal", "offer"]
    id: int
    name: str


class Capital(NamedTuple):
    """Everything at one glance."""

    strengths: tuple[Held, ...]
    offers: tuple[Offered, ...]
    asks: tuple[Ask, ...]
    gaps: tuple[Gap, ...]


def capital(journal: Journal, today: date) -> Capital:
    """Gather what one brings."""
    books = journal.books
    strengths = tuple(held(journal, strength, today) for strength in books.strengths.all())
    return Capital(strengths, offered(journal), tuple(books.asks.all()), tuple(gaps(journal)))


def held(journal: Journal, strength: Strength, today: date) -> Held:
    """Tell how a strength grew."""
    books = journal.books
    newest = books.entries.page_with("+", strength.id, 0, 1)
    return Held(
        strength,
        years(strength.since, today),
        books.entries.count_with("+", strength.id),
        newest[0].day if newest else None,
        books.exchanges.sums(_given(strength)).times,
        tuple(offer for offer in books.offers.all() if offer.strength == strength.handle),
    )


def offered(journal: Journal) -> tuple[Offered, ...]:
    """All offers, each with how often it was given."""
    books = journal.books
    strengths = {strength.handle: strength for strength in books.strengths.all()}
    given = {
        handle: books.exchanges.page(_given(strengths[handle]), 0, LOOKED_AT)
        for handle in {offer.strength for offer in books.offers.all()} & strengths.keys()
    }
    found = []
    for offer in books.offers.all():
        days = [passed.on for passed in given.get(offer.strength, ()) if tells(passed.words, offer.what)]
        found.append(Offered(offer, len(days) if offer.strength in given else None, max(days, default=None)))
    return tuple(found)


def given_of(journal: Journal, offer: Offer) -> tuple[Passed, ...]:
    """The exchanges of which lines tell that this offer was given, the newest first."""
    strength = next((one for one in journal.books.strengths.all() if one.handle == offer.strength), None)
    if strength is None:
        return ()
    found = journal.books.exchanges.page(_given(strength), 0, LOOKED_AT)
    return tuple(passed for passed in found if tells(passed.words, offer.what))


def serving(journal: Journal, goal: Goal) -> tuple[Strength, ...]:
    """The strengths that serve a goal, those that did so most often first.

    One serves it where a line of the journal names both, or where an offer out of it is for those whom one wants to
    meet for the goal.
    """
    books = journal.books
    known = {strength.id: strength for strength in books.strengths.all()}
    personas = tuple(books.personas.all(goal.id))
    meant = {offer.strength for offer in books.offers.all() if any(meant_for(offer, one) for one in personas)}
    named = [known[strength] for strength in books.strengths.named_with(goal.id)]
    return (*named, *(one for one in known.values() if one.handle in meant and one not in named))


def gaps(journal: Journal) -> Iterator[Gap]:
    """What is missing: strengths without evidence, open goals that no strength serves, offers for nobody."""
    books = journal.books
    for strength in books.strengths.all():
        if not strength.evidence:
            yield Gap("no_evidence", "strength", strength.id, strength.title)
    for goal in books.goals.all():
        if goal.state == "open" and not serving(journal, goal):
            yield Gap("no_strength", "goal", goal.id, goal.title)
    for offer in books.offers.all():
        if not offer.audience:
            yield Gap("for_nobody", "offer", offer.id, offer.what)


def _given(strength: Strength) -> Which:
    return Which(strength=strength.id, direction="given")
