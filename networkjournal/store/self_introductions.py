"""The book of self-introductions: every version that was kept."""

from collections.abc import Iterator
from datetime import date

from networkjournal.lean import Any
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.store import record
from networkjournal.store.connection import Connection

_SELECT = """select text, seconds, coalesce(goals.handle, ''), persona_id, coalesce(events.handle, ''),
        kept.on_day, kept.id
    from self_introductions as kept left join goals on goals.id = kept.goal_id
    left join events on events.id = kept.event_id where kept.deleted_at is null"""


class SelfIntroductions:
    """All versions that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, made: SelfIntroduction, goal: int | None, event: int | None) -> int:
        """Write a new version, with the ids of its goal and its event; gives its id."""
        values: dict[str, record.Value] = {
            "text": made.text,
            "seconds": made.seconds,
            "goal_id": goal,
            "persona_id": made.persona,
            "event_id": event,
            "on_day": made.on.isoformat(),
        }
        return record.insert(self._connection, "self_introductions", values)

    def remove(self, made: int) -> None:
        """Take a version out of the list."""
        record.remove(self._connection, "self_introductions", made)

    def get(self, made: int) -> SelfIntroduction:
        """Give the live version with this id. Raises `KeyError` where there is none, or it was removed."""
        row = self._connection.execute(f"{_SELECT} and kept.id = ?", (made,)).fetchone()
        if row is None:
            raise KeyError(made)
        return _made(row)

    def all(self) -> Iterator[SelfIntroduction]:
        """Give all live versions, the newest first."""
        return (_made(row) for row in self._connection.execute(f"{_SELECT} order by kept.on_day desc, kept.id desc"))


def _made(row: tuple[Any, ...]) -> SelfIntroduction:
    text, seconds, goal, persona, event, on, made = row
    return SelfIntroduction(text, seconds, goal, persona, event, date.fromisoformat(on), made)
