"""The book of offers: what one can give at once."""

from collections.abc import Iterator, Mapping

from networkjournal.lean import Any
from networkjournal.model.strength import Offer
from networkjournal.store import record
from networkjournal.store.connection import Connection
from networkjournal.store.rows import listed, texts

_SELECT = """select what, coalesce(strengths.handle, ''), audience, minutes, offers.id
    from offers left join strengths on strengths.id = offers.strength_id"""


class Offers:
    """All offers that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, offer: Offer, strength: int | None) -> int:
        """Write a new offer, with the id of the strength it comes from; gives its id."""
        return record.insert(self._connection, "offers", _row(offer, strength))

    def change(self, offer: Offer, strength: int | None) -> None:
        """Write all fields of an offer that has an id."""
        record.update(self._connection, "offers", offer.id, _row(offer, strength))

    def remove(self, offer: int) -> None:
        """Take an offer out of the lists."""
        record.remove(self._connection, "offers", offer)

    def get(self, offer: int) -> Offer:
        """Give the live offer with this id. Raises `KeyError` where there is none, or it was removed."""
        row = self._connection.execute(
            f"{_SELECT} where offers.id = ? and offers.deleted_at is null", (offer,)
        ).fetchone()
        if row is None:
            raise KeyError(offer)
        return _offer(row)

    def all(self) -> Iterator[Offer]:
        """Give all live offers in the order they were made."""
        rows = self._connection.execute(f"{_SELECT} where offers.deleted_at is null order by offers.id")
        return (_offer(row) for row in rows)


def _row(offer: Offer, strength: int | None) -> Mapping[str, record.Value]:
    return {
        "what": offer.what,
        "strength_id": strength,
        "audience": listed(offer.audience),
        "minutes": offer.minutes,
    }


def _offer(row: tuple[Any, ...]) -> Offer:
    what, strength, audience, minutes, offer = row
    return Offer(what, strength, texts(audience), minutes, offer)
