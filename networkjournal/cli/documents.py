"""The documents that `--json` prints: values of the model as what JSON can hold. The keys are a contract.

Days are ISO texts, weights plain numbers, money integer minor units; an absent value is None, no key is ever left out.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal.lean import TYPE_CHECKING, Any
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import Account
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry, Receipt
from networkjournal.model.event import Event
from networkjournal.model.goal import GoalSum, Persona
from networkjournal.model.inbox import InboxLine
from networkjournal.model.posting import Action, Exchange, Insight, Named, Posting, Settlement, Waiting
from networkjournal.model.register import RegisterLine
from networkjournal.model.strength import Offer, Strength

if TYPE_CHECKING:
    from networkjournal.reports.find import Hit

Document = dict[str, Any]


def iso(day: date | None) -> str | None:
    """A day, or nothing."""
    return None if day is None else day.isoformat()


def number(thousandths: int) -> float:
    """A weight as a number."""
    return thousandths / 1000


def handles(named: Iterable[Named]) -> list[str]:
    """The handles of records."""
    return [record.handle for record in named]


def receipt(given: Receipt) -> Document:
    """What `add` did, or would do."""
    entry = None if given.entry is None else given.entry.id
    draft = given.draft
    return entry_document(entry, draft.day, draft.text, draft.posted, draft.waiting) | {"created": list(given.created)}


def entry_document(
    entry: int | None, day: date, text: str, posted: Iterable[Posting], waits: Iterable[Waiting]
) -> Document:
    """One entry with all that it posted and all that waits."""
    return {
        "entry": entry,
        "date": iso(day),
        "text": text,
        "posted": [posting(item) for item in posted],
        "waiting": [waiting(item) for item in waits],
    }


def posting(item: Posting) -> Document:
    """What one line posted."""
    if isinstance(item, Exchange):
        return exchange(item)
    if isinstance(item, Settlement):
        return {"line": item.line, "as": "settlement", "contact": item.contact.handle, "on": iso(item.on)}
    if isinstance(item, Action):
        return {
            "line": item.line,
            "as": "action",
            "state": item.state,
            "due": iso(item.due),
            "done": iso(item.done),
            "contacts": handles(item.contacts),
            "goals": handles(item.goals),
            "words": item.words,
        }
    common = {"goals": handles(item.goals), "contacts": handles(item.contacts)}
    if isinstance(item, Insight):
        return {"line": item.line, "as": "insight", "words": item.words} | common
    money = {"money": item.money, "currency": item.currency, "minutes": item.minutes, "words": item.words}
    return {"line": item.line, "as": "result"} | common | money


def exchange(item: Exchange) -> Document:
    """One exchange."""
    return {
        "line": item.line,
        "as": "exchange",
        "direction": item.direction,
        "contact": item.contact.handle,
        "kind": item.kind,
        "weight": number(item.weight),
        "minutes": item.minutes,
        "money": item.money,
        "currency": item.currency,
        "on": iso(item.on),
        "goals": handles(item.goals),
        "events": handles(item.events),
        "strengths": handles(item.strengths),
        "third_parties": handles(item.third_parties),
        "words": item.words,
    }


def waiting(item: Waiting) -> Document:
    """Why a line waits."""
    return {
        "line": item.line,
        "reason": item.reason,
        "name": item.name or None,
        "candidates": handles(item.candidates),
    }


def inbox_line(item: InboxLine) -> Document:
    """A line of the inbox."""
    return {
        "number": item.number,
        "entry": item.entry,
        "date": iso(item.day),
        "line": item.line,
        "reason": item.reason,
        "name": item.name or None,
        "candidates": list(item.candidates),
        "text": item.text,
    }


def balance(account: Account, today: date) -> Document:
    """One relationship's balance."""
    return {
        "contact": account.handle,
        "name": account.name,
        "given": number(account.given),
        "received": number(account.received),
        "net": number(account.net),
        "state": account.state,
        "given_count": account.given_count,
        "received_count": account.received_count,
        "given_minutes": account.given_minutes,
        "received_minutes": account.received_minutes,
        "first": account.first,
        "first_on": iso(account.first_on),
        "last_on": iso(account.last_on),
        "silent_days": account.silent_days(today),
        "settled_on": iso(account.settled_on),
        "early": account.early(today),
    }


def sums(account: Account) -> Document:
    """What a balance comes to, whatever the day."""
    return {
        "given": number(account.given),
        "received": number(account.received),
        "net": number(account.net),
        "state": account.state,
        "given_count": account.given_count,
        "received_count": account.received_count,
        "given_minutes": account.given_minutes,
        "received_minutes": account.received_minutes,
    }


def register_line(item: RegisterLine) -> Document:
    """One line of a register; `as` tells an exchange from a settlement."""
    return {
        "on": iso(item.on),
        "as": "settlement" if item.direction is None else "exchange",
        "direction": item.direction,
        "kind": item.kind,
        "weight": None if item.direction is None else number(item.weight),
        "minutes": item.minutes,
        "money": item.money,
        "currency": item.currency,
        "words": item.words,
        "balance": number(item.running),
        "counts": item.counts,
        "entry": item.entry,
        "line": item.line,
    }


def contact(person: Contact) -> Document:
    """A contact, as `brief` and `contact list` show it."""
    return {
        "handle": person.handle,
        "name": person.name,
        "family": person.family or None,
        "given": person.given or None,
        "reading": person.reading or None,
        "aliases": list(person.aliases),
        "organization": person.organization or None,
        "department": person.department or None,
        "title": person.title or None,
        "emails": [email.value for email in person.emails],
        "phones": [phone.value for phone in person.phones],
        "urls": [url.value for url in person.urls],
        "addresses": [address.value for address in person.addresses],
        "birthday": person.birthday or None,
        "how_met": person.how_met or None,
        "introduced_by": person.introduced_by or None,
        "needs": list(person.needs),
        "can_give": list(person.can_give),
        "asks": list(person.asks),
        "caution": person.caution or None,
        "aims": person.aims or None,
        "suspected": person.suspected or None,
        "knows": person.knows or None,
        "withheld": person.withheld or None,
        "notes": person.notes or None,
        "tags": list(person.tags),
        "archived": person.archived,
    }


def action(item: OpenAction, today: date) -> Document:
    """An action as it stands."""
    return {
        "entry": item.entry,
        "line": item.line,
        "state": item.state,
        "declared": iso(item.declared),
        "due": iso(item.due),
        "overdue": item.overdue(today),
        "done": iso(item.done),
        "contacts": handles(item.contacts),
        "words": item.words,
    }


def event(item: Event, today: date) -> Document:
    """An event, planned or past."""
    return {
        "handle": item.handle,
        "title": item.title,
        "on": iso(item.on),
        "phase": item.phase(today),
        "purpose": item.purpose or None,
        "place": item.place or None,
        "goals": list(item.goals),
        "cost": item.cost,
        "currency": item.currency,
        "minutes": item.minutes,
        "reviewed_on": iso(item.reviewed_on),
        "cards": item.cards,
        "talks": item.talks,
        "verdict": item.verdict,
        "outcome": item.outcome or None,
        **{name: list(getattr(item, name)) for name in ("personas", "expected", "bring", "questions")},
        "series": item.series or None,
        "asked_on": iso(item.asked_on),
    }


def goal(item: GoalSum, personas: Iterable[Persona], events: Iterable[Event]) -> Document:
    """A goal with what counts up to it, whom one wants to meet for it, and the events that serve it."""
    return {
        "handle": item.goal.handle,
        "title": item.goal.title,
        "why": item.goal.why or None,
        "measure": item.goal.measure or None,
        "by": iso(item.goal.by),
        "state": item.goal.state,
        "people": item.people,
        "exchanges": item.exchanges,
        "given": item.given,
        "received": item.received,
        "results": item.results,
        "personas": [persona(described) for described in personas],
        "events": [event.handle for event in events],
    }


def persona(item: Persona) -> Document:
    """Someone one wants to meet."""
    return {
        "number": item.id,
        "goal": item.goal,
        "who": item.who,
        "fields": list(item.fields),
        "roles": list(item.roles),
        "knowledge": item.knowledge or None,
        "found": item.found or None,
        "offer": item.offer or None,
    }


def strength(item: Strength, offers: Iterable[Offer]) -> Document:
    """A strength with what one offers out of it."""
    return {
        "handle": item.handle,
        "title": item.title,
        "kind": item.kind,
        "since": item.since or None,
        "evidence": list(item.evidence),
        "offers": [offer(made) for made in offers],
    }


def offer(item: Offer) -> Document:
    """Something one can give at once."""
    return {
        "number": item.id,
        "what": item.what,
        "strength": item.strength or None,
        "for": list(item.audience),
        "minutes": item.minutes,
    }


def entry(item: Entry) -> Document:
    """An entry's text alone."""
    return {"entry": item.id, "date": iso(item.day), "text": item.text}


def hit(item: "Hit") -> Document:
    """One place where something was found; without `match` where its words are not to be shown."""
    said = bool(item.match)
    return {
        "kind": item.kind,
        "id": item.id,
        "title": item.title,
        "detail": item.detail or None,
        "date": iso(item.day),
        "field": item.field,
        "before": item.before if said else None,
        "match": item.match if said else None,
        "after": item.after if said else None,
    }
