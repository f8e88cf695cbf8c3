"""The verb on the people met at an event: contacts, one entry and their next steps, all of it one step to take back.

Promises that who is known already is recognised as a mention would be, and that nothing they are known by is written
over: an organization is filled in where there was none, and said in the entry where it is another one.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from networkjournal.capture.meeting import Noted, organization_in_words, written
from networkjournal.errors import Ambiguous, Invalid
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.folding import name_key
from networkjournal.model.meeting import SOMEBODY_NEW, Meeting, Met, Row, follow_up_by
from networkjournal.model.name import without_honorific
from networkjournal.model.posting import Named
from networkjournal.records import Rehearsed

if TYPE_CHECKING:
    from networkjournal.journal import Journal


def known(journal: "Journal", name: str) -> tuple[Named, ...]:
    """Give who is known by a name: nobody where it is somebody new's, several where it does not say who."""
    return () if name.lstrip().startswith(SOMEBODY_NEW) else journal.called("contact", name)


def meet(journal: "Journal", event: Event, rows: Iterable[Row], due: date | None = None) -> Meeting:
    """Note whom one met, in one step. Next steps that do not say so themselves are due on `due`, or within 72 hours.

    Raises `Invalid` for a row without a name, or no rows at all, and `Ambiguous` for a name that several go by; each
    says in `where` or by the name which row it is.
    """
    noted = [row for row in rows if not row.empty]
    if not noted:
        raise Invalid("people", "", "empty")
    for number, row in enumerate(noted, 1):
        if not _name(row):
            raise Invalid("name", "", "empty", str(number))
    with journal.step("event_met", event.handle):
        people = [_met(journal, event, row) for row in noted]
        texts = [Noted(met.contact.handle, _words(met), met.row.step) for met in people]
        entry = written(event.handle, texts, event.on, due or follow_up_by(event.on))
        receipt = journal.capture(entry.text, event.on)
    found = tuple(met._replace(line=line) for met, line in zip(people, entry.lines, strict=True))
    return Meeting(receipt, found)


def rehearse(journal: "Journal", event: Event, rows: Iterable[Row], due: date | None = None) -> Meeting:
    """Give what `meet` would, and change nothing. Raises what it raises."""
    made = None
    with suppress(Rehearsed), journal.step("event_met"):
        made = meet(journal, event, rows, due)
        raise Rehearsed
    assert made is not None
    return made._replace(receipt=made.receipt._replace(entry=None))


def _name(row: Row) -> str:
    return without_honorific(row.name.strip().lstrip("+@").strip())


def _met(journal: "Journal", event: Event, row: Row) -> Met:
    """Whoever the row is about, made or made fuller."""
    found = known(journal, row.name)
    if len(found) > 1:
        contacts = journal.books.contacts
        candidates = ((named.handle, contacts.get(named.id).organization) for named in found)
        raise Ambiguous("contact", row.name, tuple(candidates))
    if not found:
        made = Contact(_name(row), organization=row.organization, how_met=event.title)
        return Met(journal.add_contact(made), True, row)
    contact = journal.books.contacts.get(found[0].id)
    if row.organization and not contact.organization:
        contact = journal.change_contact(contact._replace(organization=row.organization))
    return Met(contact, False, row)


def _words(met: Met) -> str:
    """What the entry says of somebody: the detail, and before it an organization that is not the known one."""
    other = name_key(met.row.organization) != name_key(met.contact.organization)
    organization = organization_in_words(met.row.organization) if met.row.organization and other else ""
    return f"{organization} {met.row.detail}".strip()
