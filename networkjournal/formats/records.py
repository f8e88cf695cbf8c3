"""What every reader hands over: records ready for a plan, and what could not be read.

Promises values only, each with the place it stood and a digest by which the same record is known again; refuses to say
a sentence (a reason is a code) and to know the journal (`plan` compares).
"""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any, Literal, NamedTuple

from networkjournal.errors import Invalid
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event

BadReason = Literal["no_name", "truncated", "undecodable", "stray", "bad_date", "too_large", "misshapen", "unreadable"]
"""`no_name`: nothing to call the person by · `truncated`: it has no end · `undecodable`: no known encoding · `stray`:
text that belongs to no record · `bad_date`: the calendar has no such day · `too_large` · `misshapen`: not of the form
that its format asks for · `unreadable`: the system refused."""


class ContactRecord(NamedTuple):
    """One contact of a source."""

    where: str
    """For a person to find it: "card 3, line 41"."""
    contact: Contact
    uid: str
    """The source's own identifier; empty when it gave none."""
    digest: str
    """SHA-256 in hex of what the record says; equal however the file folds its lines or ends them."""


class Declared(NamedTuple):
    """The one action that an entry declares, of a source that has actions and no entries."""

    key: str
    """By which the journal knows it."""
    over: bool
    """Whether it is done or dropped."""


class EntryRecord(NamedTuple):
    """One journal entry of a source."""

    where: str
    key: str
    """What the entry is called there, the same each time (folder and file name); never an absolute path."""
    day: date
    text: str
    digest: str
    """SHA-256 in hex of `text`."""
    declared: Declared | None = None
    uid: str = ""
    """This program's own identifier of it, where the source has one."""


class EventRecord(NamedTuple):
    """One gathering of a source."""

    where: str
    key: str
    """What the event is called there, the same each time; of one that recurs, with the day."""
    event: Event
    attendees: tuple[Labelled, ...]
    """E-mail addresses with the names that stood beside them."""
    digest: str


class OwnRecord(NamedTuple):
    """One record of this program's own document, by its columns."""

    where: str
    table: str
    uid: str
    """By which the same record is known in every file."""
    row: Mapping[str, Any]
    """Columns as the document has them. What refers to another record holds that one's number in the document."""
    digest: str


class BadRecord(NamedTuple):
    """Something that is no record, or a broken one. The records around it were read."""

    where: str
    reason: BadReason
    detail: str = ""
    """Words of the source by which its owner knows it again, at most 80 characters; may be empty."""


class Reading(NamedTuple):
    """All that a source holds, in its order."""

    contacts: tuple[ContactRecord, ...] = ()
    entries: tuple[EntryRecord, ...] = ()
    bad: tuple[BadRecord, ...] = ()
    skipped: tuple[str, ...] = ()
    """Names of files, or places of records, that are none of ours, or empty: left out without harm."""
    events: tuple[EventRecord, ...] = ()
    own: tuple[OwnRecord, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    """Which columns were taken for which fields, where somebody had to say so: pairs of a field and a heading."""
    headings: tuple[str, ...] = ()
    """The headings by which a file with the same columns is known again."""


MOST_RECORDS = 200_000
"""Of one file: twice the texts of a long life. They are all held at once until the plan is carried out."""
MOST_BAD = 20_000
"""Of those that cannot be read; a file with more is in another format."""


def bounded(good: int, bad: int = 0) -> None:
    """Refuse a file that has more records than can be held, or hardly any that is one. Raises `Invalid`."""
    if good > MOST_RECORDS:
        raise Invalid("file", "", "too_many")
    if bad > MOST_BAD:
        raise Invalid("file", "", "too_many_bad")


def digest_of(text: str) -> str:
    """SHA-256 of `text` in UTF-8, in hex. Half a surrogate pair counts as a question mark, so this never raises."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()
