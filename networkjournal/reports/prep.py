"""The prep: the sheet to read on the way to an event. Whom to look for, who will be there, what to say and give."""

from collections.abc import Iterable, Iterator
from datetime import date

from networkjournal.errors import Ambiguous, NotFound
from networkjournal.journal import Journal
from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import Account
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry
from networkjournal.model.event import Event
from networkjournal.model.goal import Persona
from networkjournal.model.matching import Match, match, parts, sought
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.strength import Offer
from networkjournal.model.words import Text, Word, phrases, read
from networkjournal.reports.brief import Dated, recent

Where = Literal["purpose", "persona", "need", "notes"]
Place = tuple[Where, str, Text]
"""Where a word may be found, whose it is, and the text."""


class Guest(NamedTuple):
    """Somebody who is expected."""

    name: str
    contact: Contact | None = None
    """`None` for somebody who is in no list yet; then nothing else is known of them either."""
    account: Account | None = None
    owed: tuple[OpenAction, ...] = ()
    awaited: tuple[OpenAction, ...] = ()
    exchange: Dated | None = None
    """What passed last."""
    entry: Entry | None = None
    """The latest entry that mentions them."""


class Fit(NamedTuple):
    """Somebody expected who fits a persona."""

    contact: Contact
    match: Match


class Sought(NamedTuple):
    """Whom to look for."""

    persona: Persona
    fits: tuple[Fit, ...]
    """Those among the expected, the best first."""


class Reason(NamedTuple):
    """A word of an offer, and where it was found."""

    word: str
    where: Where
    whose: str = ""
    """The persona in words, or a contact's name."""


class Fitting(NamedTuple):
    """An offer that fits, and why."""

    offer: Offer
    because: tuple[Reason, ...]


class Prep(NamedTuple):
    """All that one wants to have read before going in."""

    event: Event
    today: date
    sought: tuple[Sought, ...]
    guests: tuple[Guest, ...]
    """In the order in which they were named."""
    introduction: SelfIntroduction | None
    """The latest kept text for the event, or else for a persona, or for a goal of it."""
    offers: tuple[Fitting, ...]


def prep(journal: Journal, event: Event, today: date) -> Prep:
    """Make the sheet of an event."""
    guests = tuple(_guest(journal, name) for name in event.expected)
    known = [guest.contact for guest in guests if guest.contact is not None]
    personas = tuple(_personas(journal, event))
    return Prep(
        event,
        today,
        tuple(Sought(persona, _fits(persona, known)) for persona in personas),
        guests,
        _introduction(journal, event),
        tuple(_fitting(journal, event, personas, known)),
    )


def _personas(journal: Journal, event: Event) -> Iterator[Persona]:
    """The personas of the event that are still there; where it names none, those of its goals."""
    live = {persona.id: persona for persona in journal.books.personas.all()}
    if event.personas:
        yield from (live[number] for number in event.personas if number in live)
    else:
        yield from (persona for persona in live.values() if persona.goal in event.goals)


def _guest(journal: Journal, name: str) -> Guest:
    try:
        contact = journal.find_contact(name)
    except (NotFound, Ambiguous):
        return Guest(name)
    books = journal.books
    actions = books.actions.standing(contact.id)
    passed = recent(journal, contact.id, 1)
    entries = books.entries.latest_with(contact.id, 1)
    return Guest(
        contact.name,
        contact,
        books.ledger.account(contact.id),
        tuple(action for action in actions if action.state == "open"),
        tuple(action for action in actions if action.state == "awaiting"),
        passed[0] if passed else None,
        entries[0] if entries else None,
    )


def _fits(persona: Persona, contacts: Iterable[Contact]) -> tuple[Fit, ...]:
    wanted = sought(persona)
    found = [Fit(contact, fit) for contact in contacts if (fit := match(wanted, parts(contact)))]
    return tuple(sorted(found, key=lambda fit: -fit.match.score))


def _introduction(journal: Journal, event: Event) -> SelfIntroduction | None:
    kept = tuple(journal.books.self_introductions.all())  # the newest first
    for fits in (
        lambda text: text.event == event.handle,
        lambda text: not text.event and text.persona in event.personas,
        lambda text: not text.event and text.goal in event.goals,
    ):
        if found := next(filter(fits, kept), None):
            return found
    return None


def _fitting(
    journal: Journal, event: Event, personas: Iterable[Persona], contacts: Iterable[Contact]
) -> Iterator[Fitting]:
    """Offers of which a word of their audience is in the purpose, in a persona, or in what is known of somebody
    expected; each word with the first such place, and with everyone whom it is about.
    """
    aims: list[Place] = [("purpose", "", read(event.purpose))]
    for one in personas:
        aims.append(("persona", one.who, _read(one.who, *one.fields, *one.roles, one.knowledge)))
    people: list[Place] = []
    for contact in contacts:
        people += [("need", contact.name, _read(*contact.needs)), ("notes", contact.name, read(contact.notes))]
    for offer in journal.books.offers.all():
        wanted = phrases(offer.audience)
        of_aims = {word.shown: Reason(said, *place[:2]) for place, word, said in _found(wanted, reversed(aims))}
        of_people = {place[1]: Reason(said, *place[:2]) for place, _word, said in _found(wanted, reversed(people))}
        if of_aims or of_people:
            yield Fitting(offer, (*of_aims.values(), *reversed(of_people.values())))


def _found(wanted: Iterable[Word], places: Iterable[Place]) -> Iterator[tuple[Place, Word, str]]:
    return ((place, word, said) for place in places for word in wanted if (said := place[2].has(word)))


def _read(*texts: str) -> Text:
    return read("\n".join(texts))
