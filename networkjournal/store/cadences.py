"""The book of cadences: how often to be in touch with whom."""

from collections.abc import Iterator, Mapping

from networkjournal.lean import Any
from networkjournal.model.cadence import Cadence
from networkjournal.store import record
from networkjournal.store.connection import Connection

_SELECT = "select days, contact_id, tag, persona_id, id from cadences where deleted_at is null"


class Cadences:
    """All cadences that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, cadence: Cadence) -> int:
        """Write a new cadence; gives its id."""
        return record.insert(self._connection, "cadences", _row(cadence))

    def change(self, cadence: Cadence) -> None:
        """Write all fields of a cadence that has an id."""
        record.update(self._connection, "cadences", cadence.id, _row(cadence))

    def remove(self, cadence: int) -> None:
        """Take a cadence out of the lists."""
        record.remove(self._connection, "cadences", cadence)

    def get(self, cadence: int) -> Cadence:
        """Give the live cadence with this id. Raises `KeyError` where there is none, or it was removed."""
        row = self._connection.execute(f"{_SELECT} and id = ?", (cadence,)).fetchone()
        if row is None:
            raise KeyError(cadence)
        return _cadence(row)

    def all(self) -> Iterator[Cadence]:
        """Give all live cadences in the order they were set."""
        return (_cadence(row) for row in self._connection.execute(f"{_SELECT} order by id"))

    def of_contact(self, contact: int) -> Cadence | None:
        """Give the cadence that was set for this contact alone."""
        row = self._connection.execute(f"{_SELECT} and contact_id = ?", (contact,)).fetchone()
        return None if row is None else _cadence(row)

    def same(self, cadence: Cadence) -> Cadence | None:
        """Give the cadence that there is for the same contact, tag or persona."""
        row = self._connection.execute(
            f"{_SELECT} and contact_id is ? and tag = ? and persona_id is ?",
            (cadence.contact, cadence.tag, cadence.persona),
        ).fetchone()
        return None if row is None else _cadence(row)

    def moved(self, contact: int, into: int) -> None:
        """Give the contact `into` the cadence of `contact`, who was merged into them, unless they have one."""
        own, theirs = self.of_contact(into), self.of_contact(contact)
        if theirs is not None and own is None:
            self.change(theirs._replace(contact=into))
        elif theirs is not None:
            self.remove(theirs.id)


def _row(cadence: Cadence) -> Mapping[str, record.Value]:
    return {
        "days": cadence.days,
        "contact_id": cadence.contact,
        "tag": cadence.tag,
        "persona_id": cadence.persona,
    }


def _cadence(row: tuple[Any, ...]) -> Cadence:
    return Cadence(*row)
