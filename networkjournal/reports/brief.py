"""The brief: the sheet to read minutes before meeting someone."""

from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import Account
from networkjournal.model.cadence import Rhythm
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry
from networkjournal.model.event import Event
from networkjournal.model.finding import Finding
from networkjournal.model.posting import Exchange
from networkjournal.model.refusal import Refusal
from networkjournal.reports.cadences import rhythm_of
from networkjournal.reports.findings import findings_of
from networkjournal.reports.suggest import Suggestion, suggest_for

RECENT = 7
"""So many exchanges are shown, the newest first."""
ENTRIES = 3
SUGGESTED = 3
EVENTS = 50
"""Of the events where one met so many are given, the newest."""


class Dated(NamedTuple):
    """An exchange and the entry it was posted from."""

    entry: int
    exchange: Exchange


class Brief(NamedTuple):
    """Everything one wants to have read before shaking hands."""

    contact: Contact
    account: Account
    today: date
    recent: tuple[Dated, ...]
    owed: tuple[OpenAction, ...]
    awaited: tuple[OpenAction, ...]
    goals: tuple[str, ...]
    events: tuple[Event, ...]
    suggestions: tuple[Suggestion, ...]
    last_entries: tuple[Entry, ...]
    refusals: tuple[Refusal, ...]
    """What one decided not to pursue with them, the latest first."""
    flags: tuple[str, ...]
    """Codes of what to mind: `early`, `nothing_returned`, `overdue`, `caution`, and those of the findings that are
    verdicts."""
    findings: tuple[Finding, ...] = ()
    """What stands out; an early one is no verdict."""
    rhythm: Rhythm | None = None
    """How often one means to be in touch."""


def brief(journal: Journal, name: str, today: date) -> Brief:
    """Make the brief of the one contact who goes by `name`. Raises `NotFound` or `Ambiguous`."""
    return brief_of(journal, journal.find_contact(name), today)


def brief_of(journal: Journal, contact: Contact, today: date) -> Brief:
    """Make the brief of a contact."""
    books = journal.books
    account = books.ledger.account(contact.id)
    actions = books.actions.standing(contact.id)
    owed = tuple(action for action in actions if action.state == "open")
    rhythm = rhythm_of(journal, contact, today)
    found = findings_of(journal, contact.id, rhythm, today)
    return Brief(
        contact,
        account,
        today,
        recent(journal, contact.id, RECENT),
        owed,
        tuple(action for action in actions if action.state == "awaiting"),
        books.goals.of_contact(contact.id),
        books.events.shared_with(contact.id, EVENTS),
        suggest_for(journal, contact, today, SUGGESTED).suggestions,
        books.entries.latest_with(contact.id, ENTRIES),
        books.refusals.with_contact(contact.id),
        (*_flags(contact, account, owed, today), *(finding.code for finding in found if not finding.early)),
        found,
        rhythm,
    )


def recent(journal: Journal, contact: int, most: int) -> tuple[Dated, ...]:
    """Give a contact's latest exchanges whole, the newest first."""
    found: list[Dated] = []
    for entry, line in journal.books.ledger.latest(contact, most):
        exchange = journal.books.postings.exchange(entry, line, contact)
        if exchange is not None:
            found.append(Dated(entry, exchange))
    return tuple(found)


def _flags(contact: Contact, account: Account, owed: tuple[OpenAction, ...], today: date) -> tuple[str, ...]:
    flags = []
    if account.early(today):
        flags.append("early")
    if account.received_count and not account.given_count:
        flags.append("nothing_returned")
    if any(action.overdue(today) for action in owed):
        flags.append("overdue")
    if contact.caution or contact.suspected or contact.knows or contact.withheld:
        flags.append("caution")
    return tuple(flags)
