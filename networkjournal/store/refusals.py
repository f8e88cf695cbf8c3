"""The book of refusals: what one decided not to pursue."""

from collections.abc import Iterator, Mapping
from datetime import date

from networkjournal.lean import Any
from networkjournal.model.refusal import Refusal
from networkjournal.store import record
from networkjournal.store.connection import Connection

_SELECT = """select what, on_day, why, coalesce(contacts.handle, ''), refusals.id
    from refusals left join contacts on contacts.id = refusals.contact_id where refusals.deleted_at is null"""


class Refusals:
    """All refusals that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, refusal: Refusal, contact: int | None) -> int:
        """Write a new refusal, with the id of whom it has to do with; gives its id."""
        return record.insert(self._connection, "refusals", _row(refusal, contact))

    def change(self, refusal: Refusal, contact: int | None) -> None:
        """Write all fields of a refusal that has an id."""
        record.update(self._connection, "refusals", refusal.id, _row(refusal, contact))

    def remove(self, refusal: int) -> None:
        """Take a refusal out of the list."""
        record.remove(self._connection, "refusals", refusal)

    def get(self, refusal: int) -> Refusal:
        """Give the live refusal with this id. Raises `KeyError` where there is none, or it was removed."""
        row = self._connection.execute(f"{_SELECT} and refusals.id = ?", (refusal,)).fetchone()
        if row is None:
            raise KeyError(refusal)
        return _refusal(row)

    def all(self) -> Iterator[Refusal]:
        """Give all live refusals, the latest first."""
        return (_refusal(row) for row in self._connection.execute(f"{_SELECT} order by on_day desc, refusals.id desc"))

    def with_contact(self, contact: int) -> tuple[Refusal, ...]:
        """Give those that have to do with a contact, the latest first."""
        rows = self._connection.execute(
            f"{_SELECT} and refusals.contact_id = ? order by on_day desc, refusals.id desc", (contact,)
        )
        return tuple(_refusal(row) for row in rows)

    def moved(self, contact: int, into: int) -> None:
        """Have what had to do with `contact`, who was merged, have to do with `into`."""
        rows = self._connection.execute("select id from refusals where contact_id = ?", (contact,)).fetchall()
        for (refusal,) in rows:
            record.update(self._connection, "refusals", refusal, {"contact_id": into})


def _row(refusal: Refusal, contact: int | None) -> Mapping[str, record.Value]:
    return {
        "what": refusal.what,
        "why": refusal.why,
        "contact_id": contact,
        "on_day": refusal.on.isoformat(),
    }


def _refusal(row: tuple[Any, ...]) -> Refusal:
    what, on, why, contact, refusal = row
    return Refusal(what, date.fromisoformat(on), why, contact, refusal)
