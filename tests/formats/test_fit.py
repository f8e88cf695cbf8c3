"""What was read made such as a journal can hold."""

from datetime import date

from networkjournal.formats.fit import LONGEST_NAME, LONGEST_TEXT, MOST_NAMES, fit
from networkjournal.formats.kept import kept_line
from networkjournal.formats.records import ContactRecord, EntryRecord, EventRecord, Reading
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event

DAY = date(2026, 1, 1)


def person(contact: Contact) -> Reading:
    """The reading of one contact."""
    return Reading((ContactRecord("card 1", contact, "uid\0", "d"),))


def test_a_nul_and_half_a_surrogate_pair_are_replaced_everywhere() -> None:
    contact = Contact("A\0nn", notes="\ud800", emails=(Labelled("a\udfff", "\0"),), tags=("\0",))
    (record,) = fit(person(contact), b"\0").contacts
    mails = (Labelled("a\ufffd", "\ufffd"),)
    assert record.contact == Contact("A\ufffdnn", notes="\ufffd", emails=mails, tags=("\ufffd",))
    assert record.uid == "uid\ufffd"
    entry = EntryRecord("1", "k\0", DAY, "t\ud800", "d")
    event = EventRecord("1", "k", Event("t\0", DAY), (Labelled("\0"),), "d")
    reading = fit(Reading(entries=(entry,), events=(event,)), b"\\u0000")
    assert (reading.entries[0].text, reading.events[0].event.title) == ("t\ufffd", "t\ufffd")


def test_a_name_without_end_is_no_name_and_the_next_record_is_read() -> None:
    records = (*person(Contact("x" * (LONGEST_NAME + 1))).contacts, *person(Contact("Ann")).contacts)
    reading = fit(Reading(records), b"")
    assert [record.contact.name for record in reading.contacts] == ["Ann"]
    assert [(bad.where, bad.reason) for bad in reading.bad] == [("card 1", "too_large")]


def test_what_is_too_much_is_kept_with_the_record() -> None:
    aliases = tuple(f"n{number}" for number in range(MOST_NAMES + 2))
    (record,) = fit(person(Contact("Ann", reading="ア" * 999, aliases=aliases)), b"").contacts
    assert (record.contact.reading, record.contact.aliases) == ("", aliases[:MOST_NAMES])
    assert record.contact.extra[0] == kept_line("reading", "ア" * 999)
    assert len(record.contact.extra) == 3


def test_a_text_without_end_is_told() -> None:
    entry = EntryRecord("entry 1", "k", DAY, "x" * (LONGEST_TEXT + 1), "d")
    assert [bad.reason for bad in fit(Reading(entries=(entry,)), b"").bad] == ["too_large"]
