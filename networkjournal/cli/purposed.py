"""The documents of purpose that `--json` prints: progress, who fits a persona, suggestions. The keys are a contract."""

from collections.abc import Iterable
from datetime import date

from networkjournal import purpose
from networkjournal.cli import documents
from networkjournal.cli.documents import Document, iso
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.event import Event
from networkjournal.model.giving import Why
from networkjournal.model.goal import GoalSum
from networkjournal.reports.suggest import LeftOut, Suggested, Suggestion

if TYPE_CHECKING:  # a brief has none of these, and pays for none
    from networkjournal.model.measure import Progress
    from networkjournal.reports.coverage import Coverage, Fit


def goal(item: GoalSum, covers: "Iterable[Coverage]", events: Iterable[Event], progress: "Progress | None") -> Document:
    """A goal with what its records count up to, and who fits whom one wants to meet for it."""
    covers = tuple(covers)
    document = documents.goal(item, (), events)
    document["personas"] = [persona(found) for found in covers]
    return document | {"progress": progressed(progress)}


def progressed(found: "Progress | None") -> Document | None:
    """How far a goal has come; null where its measure cannot be counted."""
    if found is None:
        return None
    return {"reached": found.reached, "target": found.target, "unit": found.unit or None, "lines": found.lines}


def persona(found: "Coverage") -> Document:
    """Someone one wants to meet, and who fits."""
    return documents.persona(found.persona) | {
        "vague": found.vague,
        "coverage": found.state,
        "met": found.met,
        "matches": [fit(item) for item in found.fits],
    }


def fit(found: "Fit") -> Document:
    """Somebody who fits, and why."""
    return {
        "contact": found.contact.handle,
        "name": found.contact.name,
        "met": found.met,
        "because": purpose.reasons(found.match),
        "reasons": [reason._asdict() for reason in found.match.reasons],
    }


def suggested(found: Suggested, today: date) -> Document:
    """What could be given, and what was left out."""
    return {
        "suggestions": [
            {"number": number} | suggestion(item, today) for number, item in enumerate(found.suggestions, 1)
        ],
        "left_out": left_out(found.left_out),
    }


def left_out(found: LeftOut) -> Document:
    """How many were left out, by why."""
    return found._asdict()


def suggestion(item: Suggestion, today: date) -> Document:
    """Something that could be given."""
    return {
        "kind": item.kind,
        "contact": item.contact.handle,
        "name": item.name,
        "what": item.what,
        "because": purpose.because(item, today),
        "other": item.other.handle if item.other else None,
        "offer": item.offer.id if item.offer else None,
        "received_on": iso(item.received.on) if item.received else None,
        "given_on": iso(item.given_on),
        "reasons": [why(found) for found in item.because],
        "mind": [purpose.mind(found, item.name) for found in item.mind],
        "key": item.key,
    }


def why(found: Why) -> Document:
    """Words that are the reason, and where they stand."""
    return {"field": found.field, "words": found.words, "line": found.line or None}
