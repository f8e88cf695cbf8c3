"""What becomes of one contact of a file: whom it is taken for, and what of it would change."""

from collections.abc import Set

from networkjournal.formats.identifier import own
from networkjournal.formats.item import Item
from networkjournal.formats.known import Known
from networkjournal.formats.records import ContactRecord
from networkjournal.formats.three_way import remembered, weigh
from networkjournal.journal import Journal


def planned(journal: Journal, format: str, record: ContactRecord, known: Known, seen: Set[str]) -> Item:
    """The plan of one contact; `seen` are the digests of the records before it. Someone removed here stays removed."""
    name, sources = record.contact.name, journal.books.sources
    plain = Item("same", record.where, name, format, record)
    if record.digest in seen or sources.same(format, record.digest) is not None:
        return plain
    source = sources.named(format, record.uid) if record.uid else None
    if source and source.contact:
        person = known.person(source.contact)
        return plain if person is None else _changed(plain, record, person.id, known, source.brought)
    if (uid := own(record.uid)) and (bearer := journal.books.contacts.bearing(uid)) is not None:
        return plain if known.person(bearer) is None else taken_for(plain, record, bearer, known)
    match = known.match(record.contact)
    if match is None:
        return plain._replace(verdict="new")
    if not match.sure:
        return plain._replace(verdict="doubtful", known=match.contact.id, reasons=match.reasons)
    return taken_for(plain, record, match.contact.id, known)


def taken_for(plain: Item, record: ContactRecord, person: int, known: Known) -> Item:
    """The plan of a record that is someone known, as far as the format has brought them before."""
    before = known.source(person)
    return _changed(plain, record, person, known, before.brought if before else "")


def _changed(plain: Item, record: ContactRecord, person: int, known: Known, before: str) -> Item:
    contact = known.person(person)
    assert contact is not None
    weighed = weigh(contact, record.contact, remembered(before))
    fields = tuple(change.field for change in weighed.changes)
    return plain._replace(
        verdict="changed" if fields else "same",
        known=person,
        before=before,
        fields=fields,
        changes=weighed.changes,
        kept=weighed.kept,
    )
