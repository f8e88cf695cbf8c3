"""The documents of human capital: strengths with their growth, offers, asks, gaps, self-introductions, refusals.

The keys are a contract, as those of `documents` are.
"""

from networkjournal.cli.documents import Document, iso, offer, strength
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.refusal import Refusal

if TYPE_CHECKING:
    from networkjournal.model.ask import Ask
    from networkjournal.model.self_introduction import SelfIntroduction
    from networkjournal.reports.capital import Gap, Held, Offered


def held(item: "Held") -> Document:
    """A strength with its years, what became of it, and what one offers out of it."""
    grown = {"entries": item.entries, "latest": iso(item.latest), "given": item.given}
    return strength(item.strength, item.offers) | {"years": item.years, "growth": grown}


def offered(item: "Offered") -> Document:
    """An offer with how often lines tell that it was given; `None` where they cannot tell."""
    return offer(item.offer) | {"given": item.given, "given_on": iso(item.latest)}


def ask(item: "Ask") -> Document:
    """Something one needs."""
    return {"number": item.id, "what": item.what, "for": list(item.audience), "goal": item.goal or None}


def gap(item: "Gap") -> Document:
    """Something that is missing."""
    return {"code": item.code, "kind": item.kind, "id": item.id, "name": item.name}


def refusal(item: Refusal) -> Document:
    """Something one decided not to pursue."""
    return {
        "number": item.id,
        "what": item.what,
        "why": item.why or None,
        "contact": item.contact or None,
        "on": iso(item.on),
    }


def self_introduction(item: "SelfIntroduction") -> Document:
    """A kept text; `seconds` is what it was made for, `takes` what it takes to say."""
    from networkjournal.model.speech import seconds  # re: 6 ms that `brief` need not pay for its refusals

    return {
        "number": item.id or None,
        "on": iso(item.on) if item.id else None,
        "text": item.text,
        "seconds": item.seconds,
        "takes": seconds(item.text),
        "goal": item.goal or None,
        "persona": item.persona,
        "event": item.event or None,
    }
