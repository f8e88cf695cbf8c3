"""Who is in the journal already, looked up by what tells people apart. Read once for a whole plan.

Promises one answer for each record in time that does not grow with the journal; refuses to write, and to take a
namesake who shares nothing for the same person.
"""

from collections.abc import Collection
from typing import NamedTuple

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.duplicates import Reason, Traits, keys, likely, reasons, traits, weight
from networkjournal.store.sources import Source

_MOST = 50
"""So many people are looked at who share one trait; a telephone of hundreds tells nobody apart."""


class Match(NamedTuple):
    """Someone known who is, or may be, the person of a record."""

    contact: Contact
    sure: bool
    """The same name and something besides; otherwise a person has to say."""
    reasons: tuple[Reason, ...]


class Known:
    """The people of a journal, as they were when they were first asked for."""

    def __init__(self, journal: Journal, format: str, digests: Collection[str]) -> None:
        """`digests` are those of all records of the file that is planned, which is in `format`."""
        self._journal, self._format, self._digests = journal, format, digests
        self._people: dict[int, tuple[Contact, Traits]] | None = None
        self._groups: dict[tuple[str, str], list[int]] = {}
        self._brought: dict[int, list[Source]] = {}

    def match(self, contact: Contact) -> Match | None:
        """The person who is most likely this one; `None` where nobody comes near."""
        people = self._read()
        if not people:
            return None
        mine = traits(contact)
        near = {place for key in keys(mine) for place in self._groups.get(key, ())[:_MOST]}
        found = [Match(people[place][0], False, reasons(mine, people[place][1])) for place in sorted(near)]
        found = [match for match in found if likely(match.reasons, contact, match.contact)]
        if not found:
            return None
        best = max(found, key=lambda match: weight(match.reasons))
        namesakes = [match for match in found if "name" in match.reasons]
        only = len(namesakes) == 1 and self._left(best.contact.id)
        return best._replace(sure="name" in best.reasons and (len(best.reasons) > 1 or only))

    def person(self, contact: int) -> Contact | None:
        """The contact of this id, if it is still there."""
        found = self._read().get(contact)
        return found[0] if found else None

    def by_email(self, address: str) -> Contact | None:
        """The one person who has this address; `None` where there are several."""
        people = self._read()
        found = self._groups.get(("email", address.strip().casefold()), ())
        return people[found[0]][0] if len(found) == 1 else None

    def source(self, contact: int) -> Source | None:
        """What this format brought last of a contact."""
        return next(iter(self._sources().get(contact, ())), None)

    def _left(self, contact: int) -> bool:
        """Whether this format brought the person, in words that the file no longer has: so these are the new ones."""
        had = self._sources().get(contact, ())
        return bool(had) and not any(source.digest in self._digests for source in had)

    def _read(self) -> dict[int, tuple[Contact, Traits]]:
        if self._people is None:
            contacts = self._journal.books.contacts
            self._people = {who.id: (who, traits(who)) for who in (*contacts.all(), *contacts.all(archived=True))}
            for place, (_, found) in self._people.items():
                for key in dict.fromkeys(keys(found)):
                    self._groups.setdefault(key, []).append(place)
        return self._people

    def _sources(self) -> dict[int, list[Source]]:
        if not self._brought:
            for source in self._journal.books.sources.every(self._format):
                if source.contact is not None:
                    self._brought.setdefault(source.contact, []).append(source)
        return self._brought
