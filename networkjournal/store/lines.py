"""The book of posted lines that mention a record: insights, results, and actions that were kept."""

from datetime import date

from networkjournal.model.line import LineKind, PostedLine
from networkjournal.model.posting import Sign
from networkjournal.store.connection import Connection

_TARGETS = {"@": "contact_id", "#": "goal_id", "%": "event_id", "+": "strength_id"}
_TABLES = {"insight": "insights", "result": "results", "kept": "actions"}
_KEPT = """ and posted.state = 'done' and not exists (select 1 from actions as later
    where later.key = posted.key and (later.day, later.entry_id, later.line)
        > (posted.day, posted.entry_id, posted.line))"""


class Lines:
    """Lines by what they name."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def page(self, kind: LineKind, sign: Sign, target: int, skip: int, most: int) -> tuple[PostedLine, ...]:
        """Give at most so many lines of a kind that name this record, the newest first, after skipping so many."""
        rows = self._connection.execute(
            f"""select posted.day, posted.entry_id, posted.line, posted.words {_where(kind, sign)}
                order by posted.day desc, posted.entry_id desc, posted.line desc limit ? offset ?""",
            (target, most, skip),
        )
        return tuple(PostedLine(date.fromisoformat(on), entry, line, words) for on, entry, line, words in rows)

    def all(self, kind: LineKind, sign: Sign, target: int) -> tuple[PostedLine, ...]:
        """Give all lines of a kind that name this record, the newest first."""
        return self.page(kind, sign, target, 0, -1)

    def words(self, kind: LineKind, sign: Sign, target: int) -> tuple[str, ...]:
        """Give the words of all lines of a kind that name this record, in any order."""
        rows = self._connection.execute(f"select posted.words {_where(kind, sign)}", (target,))
        return tuple(row[0] for row in rows)

    def count(self, kind: LineKind, sign: Sign, target: int) -> int:
        """How many lines of a kind name this record."""
        return int(self._connection.execute(f"select count(*) {_where(kind, sign)}", (target,)).fetchone()[0])


def _where(kind: LineKind, sign: Sign) -> str:
    """What follows `select …`: the lines that name the record, and of these the ones that posted such a thing."""
    return f"""from (select distinct entry_id, line from mentions where {_TARGETS[sign]} = ?) as named
        cross join {_TABLES[kind]} as posted
        where posted.entry_id = named.entry_id and posted.line = named.line{_KEPT if kind == "kept" else ""}"""
