"""The book of asks: what one needs."""

from collections.abc import Iterator, Mapping

from networkjournal.lean import Any
from networkjournal.model.ask import Ask
from networkjournal.store import record
from networkjournal.store.connection import Connection
from networkjournal.store.rows import listed, texts

_SELECT = """select what, audience, coalesce(goals.handle, ''), asks.id
    from asks left join goals on goals.id = asks.goal_id"""


class Asks:
    """All asks that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, ask: Ask, goal: int | None) -> int:
        """Write a new ask, with the id of its goal; gives its id."""
        return record.insert(self._connection, "asks", _row(ask, goal))

    def change(self, ask: Ask, goal: int | None) -> None:
        """Write all fields of an ask that has an id."""
        record.update(self._connection, "asks", ask.id, _row(ask, goal))

    def remove(self, ask: int) -> None:
        """Take an ask out of the lists."""
        record.remove(self._connection, "asks", ask)

    def get(self, ask: int) -> Ask:
        """Give the live ask with this id. Raises `KeyError` where there is none, or it was removed."""
        row = self._connection.execute(f"{_SELECT} where asks.id = ? and asks.deleted_at is null", (ask,)).fetchone()
        if row is None:
            raise KeyError(ask)
        return _ask(row)

    def all(self) -> Iterator[Ask]:
        """Give all live asks in the order they were made."""
        rows = self._connection.execute(f"{_SELECT} where asks.deleted_at is null order by asks.id")
        return (_ask(row) for row in rows)


def _row(ask: Ask, goal: int | None) -> Mapping[str, record.Value]:
    return {"what": ask.what, "audience": listed(ask.audience), "goal_id": goal}


def _ask(row: tuple[Any, ...]) -> Ask:
    what, audience, goal, ask = row
    return Ask(what, texts(audience), goal, ask)
