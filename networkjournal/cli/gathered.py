"""The documents about events: what `event prep`, `event met`, `event series` print as JSON. The keys are a contract."""

from datetime import date

from networkjournal.cli import documents
from networkjournal.cli.documents import Document
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.event import Event
from networkjournal.model.meeting import Meeting, follow_up_by
from networkjournal.model.posting import Action
from networkjournal.reports.gatherings import Gathered

if TYPE_CHECKING:  # what a list of events pays for stays small
    from networkjournal.reports.prep import Fit, Guest, Prep


def prep(sheet: "Prep") -> Document:
    """The sheet to read on the way to an event."""
    kept = sheet.introduction
    return {
        "event": documents.event(sheet.event, sheet.today),
        "days": (sheet.event.on - sheet.today).days,
        "personas": [
            documents.persona(sought.persona) | {"expected": [_fit(fit) for fit in sought.fits]}
            for sought in sheet.sought
        ],
        "expected": [_guest(guest, sheet.today) for guest in sheet.guests],
        "self_introduction": None
        if kept is None
        else {
            "text": kept.text,
            "seconds": kept.seconds,
            "goal": kept.goal or None,
            "persona": kept.persona,
            "event": kept.event or None,
            "on": documents.iso(kept.on),
        },
        "offers": [
            documents.offer(fitting.offer)
            | {"because": [{"word": r.word, "in": r.where, "whose": r.whose or None} for r in fitting.because]}
            for fitting in sheet.offers
        ],
    }


def _fit(fit: "Fit") -> Document:
    from networkjournal import purpose  # the words of suggestions, too: 5 ms, and only for a prep

    return {
        "contact": fit.contact.handle,
        "name": fit.contact.name,
        "because": purpose.reasons(fit.match),
        "reasons": [reason._asdict() for reason in fit.match.reasons],
    }


def _guest(guest: "Guest", today: date) -> Document:
    person, account = guest.contact, guest.account
    return {
        "name": guest.name,
        "contact": person.handle if person else None,
        "organization": person.organization or None if person else None,
        "title": person.title or None if person else None,
        "how_met": person.how_met or None if person else None,
        "needs": list(person.needs) if person else [],
        "balance": documents.balance(account, today) if account else None,
        "owed": [documents.action(action, today) for action in guest.owed],
        "awaited": [documents.action(action, today) for action in guest.awaited],
        "last_exchange": documents.exchange(guest.exchange.exchange) | {"entry": guest.exchange.entry}
        if guest.exchange
        else None,
        "last_entry": documents.entry(guest.entry) if guest.entry else None,
    }


def met(event: Event, meeting: Meeting) -> Document:
    """The people met, noted or only looked at; then `entry` is None."""
    actions = {item.line: item for item in meeting.receipt.draft.posted if isinstance(item, Action)}
    people = []
    for person in meeting.people:
        action = actions.get(person.line or 0)
        people.append(
            {
                "contact": person.contact.handle,
                "name": person.contact.name,
                "organization": person.contact.organization or None,
                "new": person.new,
                "detail": person.row.detail or None,
                "next_step": action.words if action else person.row.step or None,
                "due": documents.iso(action.due) if action else None,
            }
        )
    return {"event": event.handle, "people": people} | documents.receipt(meeting.receipt)


def series(dates: tuple[Gathered, ...], today: date) -> list[Document]:
    """The dates of one series, each with what came of it."""
    return [came(item, today) for item in dates]


def came(item: Gathered, today: date) -> Document:
    """An event with what came of it."""
    sums = item.exchanges
    return documents.event(item.event, today) | {
        "met": len(item.met),
        "first_met": len(item.first_met),
        "exchanges": sums.times,
        "given": documents.number(sums.of("given").weight),
        "received": documents.number(sums.of("received").weight),
        "given_count": sums.of("given").times,
        "received_count": sums.of("received").times,
    }


def whole(item: Gathered, series: tuple[Event, ...], follow_ups: tuple[str, ...], today: date) -> Document:
    """All there is to an event: its fields, what came of it, its other dates, and with whom nothing is agreed yet."""
    by = documents.iso(follow_up_by(item.event.on))
    return came(item, today) | {
        "dates": [other.handle for other in series],
        "follow_ups": [{"contact": handle, "by": by} for handle in follow_ups],
    }
