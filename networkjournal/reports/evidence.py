"""The records behind a finding, to be listed: its exchanges, entries, events and people, as they are now."""

from collections.abc import Iterator

from networkjournal.journal import Journal
from networkjournal.model.finding import Evidence, Finding
from networkjournal.reports.records import Record, Records


def behind(journal: Journal, finding: Finding) -> Records:
    """Give what a finding rests on; what is gone meanwhile is left out. A persona has a page of its own instead."""
    contact = finding.id if finding.kind == "contact" else None
    found = tuple(record for one in finding.evidence for record in _records(journal, one, contact))
    return Records(len(found), lambda skip, most: found[skip : skip + most], alone=contact is not None)


def _records(journal: Journal, evidence: Evidence, contact: int | None) -> Iterator[Record]:
    books = journal.books
    try:
        if evidence.kind == "event":
            yield books.events.get(evidence.id)
        elif evidence.kind == "contact":
            yield books.ledger.account(evidence.id)
        elif evidence.kind == "entry":
            passed = books.findings.passed(evidence.id, evidence.line, contact) if evidence.line else ()
            entry = books.entries.get(evidence.id)
            if passed:
                yield from passed
            elif entry is not None:
                yield entry
    except KeyError:  # removed since it was found
        return
