"""The book of strengths: human capital in words, with its evidence."""

from collections.abc import Iterator, Mapping

from networkjournal.lean import Any
from networkjournal.model.strength import Strength
from networkjournal.store import record
from networkjournal.store.connection import Connection
from networkjournal.store.rows import listed, texts

LATEST = 5_000
"""So many of the newest lines of a goal are looked through for strengths."""
_COLUMNS = "title, handle, kind, since, evidence, id"


class Strengths:
    """All strengths that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, strength: Strength) -> int:
        """Write a new strength, whose handle is free; gives its id."""
        return record.insert(self._connection, "strengths", _row(strength))

    def change(self, strength: Strength) -> None:
        """Write all fields of a strength that has an id."""
        record.update(self._connection, "strengths", strength.id, _row(strength))

    def remove(self, strength: int) -> None:
        """Take a strength out of the lists; texts keep their mentions of it."""
        record.remove(self._connection, "strengths", strength)

    def get(self, strength: int) -> Strength:
        """Give the strength with this id, removed or not. Raises `KeyError` where there is none."""
        row = self._connection.execute(f"select {_COLUMNS} from strengths where id = ?", (strength,)).fetchone()
        if row is None:
            raise KeyError(strength)
        return _strength(row)

    def all(self) -> Iterator[Strength]:
        """Give all live strengths in the order they were put into words."""
        rows = self._connection.execute(f"select {_COLUMNS} from strengths where deleted_at is null order by id")
        return (_strength(row) for row in rows)

    def every(self) -> Iterator[Strength]:
        """Give all strengths there ever were."""
        return (_strength(row) for row in self._connection.execute(f"select {_COLUMNS} from strengths order by id"))

    def named_with(self, goal: int) -> tuple[int, ...]:
        """Give the ids of the live strengths that lines name together with a goal, the one most often named first."""
        rows = self._connection.execute(
            """select strength_id from (select distinct entry_id, line from mentions where goal_id = ?
                    order by entry_id desc limit ?) as named
                join mentions using (entry_id, line) join strengths on strengths.id = strength_id
                where deleted_at is null group by strength_id order by count(*) desc, strength_id""",
            (goal, LATEST),
        )
        return tuple(row[0] for row in rows)


def _row(strength: Strength) -> Mapping[str, record.Value]:
    return {
        "title": strength.title,
        "handle": strength.handle,
        "kind": strength.kind,
        "since": strength.since,
        "evidence": listed(strength.evidence),
    }


def _strength(row: tuple[Any, ...]) -> Strength:
    title, handle, kind, since, evidence, strength = row
    return Strength(title, handle, kind, since, texts(evidence), strength)
