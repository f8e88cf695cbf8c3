"""The book of entries: the texts themselves, which are the truth."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from networkjournal.model.entry import DayMarks, Entry
from networkjournal.store import record
from networkjournal.store.connection import Connection
from networkjournal.store.often import often
from networkjournal.store.rows import iso, marks

_SELECT = "select entries.id, entries.day, entries.text from entries"

POSTED = {"exchange": "exchanges", "action": "actions", "insight": "insights", "result": "results"}
"""What an entry may be asked to have posted, and the table that says so."""
_WITH = "id in (select entry_id from mentions where contact_id = ?)"
_WITH_OFTEN = "exists (select 1 from mentions where contact_id = ? and entry_id = entries.id)"
"""Asked of one entry after the other, from the newest on."""
_MENTIONED = {"@": "contact_id", "#": "goal_id", "%": "event_id", "+": "strength_id"}


class Entries:
    """All entries that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, day: date, text: str, uid: str = "") -> int:
        """Write a new entry, which has the free `uid` in another file; gives its id."""
        return record.insert(self._connection, "entries", {"day": day.isoformat(), "text": text}, uid)

    def uids(self) -> Mapping[int, str]:
        """Give the identifiers that live entries have for ever, in every file they go to."""
        return dict(self._connection.execute("select id, uid from entries where deleted_at is null").fetchall())

    def bearing(self, uid: str) -> int | None:
        """Give the entry of this identifier, removed or not."""
        row = self._connection.execute("select id from entries where uid = ?", (uid,)).fetchone()
        return row[0] if row else None

    def change(self, entry: Entry) -> None:
        """Write an entry's day and text."""
        record.update(self._connection, "entries", entry.id, {"day": entry.day.isoformat(), "text": entry.text})

    def remove(self, entry: int) -> None:
        """Take an entry out of the journal; its text is kept."""
        record.remove(self._connection, "entries", entry)

    def get(self, entry: int) -> Entry | None:
        """Give the entry with this id; `None` where there is none or it was removed."""
        row = self._connection.execute(f"{_SELECT} where id = ? and deleted_at is null", (entry,)).fetchone()
        return None if row is None else _entry(row)

    def any(self) -> bool:
        """Whether there is an entry at all."""
        return self._connection.execute("select 1 from entries where deleted_at is null limit 1").fetchone() is not None

    def some(self, ids: Iterable[int]) -> Iterator[Entry]:
        """Give the live entries among these ids, oldest first."""
        wanted = sorted(set(ids))
        for start in range(0, len(wanted), 500):
            batch = wanted[start : start + 500]
            rows = self._connection.execute(
                f"{_SELECT} where id in ({marks(len(batch))}) and deleted_at is null order by id", batch
            )
            yield from (_entry(row) for row in rows.fetchall())

    def all(self) -> Iterator[Entry]:
        """Give all live entries in the order they were written. They may be changed on the way."""
        last = 0
        while rows := self._connection.execute(
            f"{_SELECT} where id > ? and deleted_at is null order by id limit 500", (last,)
        ).fetchall():
            yield from (_entry(row) for row in rows)
            last = rows[-1][0]

    def listed(
        self,
        start: date | None = None,
        end: date | None = None,
        posted: str | None = None,
        mentioned: Iterable[tuple[str, int]] = (),
    ) -> tuple[Entry, ...]:
        """Give entries oldest first: within days (inclusive), having posted a kind of thing, mentioning records.

        `mentioned` are pairs of a sign and a record's id; `posted` is a key of `POSTED`.
        """
        tests, values = ["deleted_at is null"], list[object]()
        if start is not None:
            tests.append("entries.day >= ?")
            values.append(iso(start))
        if end is not None:
            tests.append("entries.day <= ?")
            values.append(iso(end))
        if posted is not None:
            tests.append(f"exists (select 1 from {POSTED[posted]} where entry_id = entries.id)")
        for sign, target in mentioned:
            tests.append(f"id in (select entry_id from mentions where {_MENTIONED[sign]} = ?)")
            values.append(target)
        rows = self._connection.execute(f"{_SELECT} where {' and '.join(tests)} order by entries.day, id", values)
        return tuple(_entry(row) for row in rows)

    def on(self, *days: date) -> tuple[Entry, ...]:
        """Give the entries of these days, by day and in the order they were written. Looks only where they are."""
        rows = self._connection.execute(
            f"{_SELECT} where entries.day in ({marks(len(days))}) and deleted_at is null order by entries.day, id",
            [day.isoformat() for day in days],
        )
        return tuple(_entry(row) for row in rows)

    def marks(self, start: date, end: date) -> Mapping[date, DayMarks]:
        """Give what each day of a span holds, exchanges by their own day. Days that hold nothing are left out."""
        span = (start.isoformat(), end.isoformat())
        written = self._connection.execute(
            "select day, count(*) from entries where deleted_at is null and day between ? and ? group by day", span
        )
        passed = self._connection.execute(
            """select day, count(*) filter (where direction = 'given'), count(*) filter (where direction = 'received')
                from exchanges where day between ? and ? group by day""",
            span,
        )
        found = {date.fromisoformat(day): DayMarks(written=count) for day, count in written}
        for day, given, received in passed:
            on = date.fromisoformat(day)
            found[on] = found.get(on, DayMarks())._replace(given=given, received=received)
        return found

    def latest_with(self, contact: int, most: int) -> tuple[Entry, ...]:
        """Give the newest entries that mention this contact."""
        test = _WITH_OFTEN if often(self._connection, contact) else _WITH
        rows = self._connection.execute(
            f"{_SELECT} where deleted_at is null and {test} order by entries.day desc, id desc limit ?", (contact, most)
        )
        return tuple(_entry(row) for row in rows)

    def page_with(self, sign: str, target: int, skip: int, most: int) -> tuple[Entry, ...]:
        """Give at most so many entries that mention a record, the newest first, after skipping so many."""
        rows = self._connection.execute(
            f"""{_SELECT} where id in (select id from entries where deleted_at is null
                    and id in (select entry_id from mentions where {_MENTIONED[sign]} = ?)
                    order by day desc, id desc limit ? offset ?)
                order by day desc, id desc""",
            (target, most, skip),
        )
        return tuple(_entry(row) for row in rows)

    def count_with(self, sign: str, target: int) -> int:
        """How many entries mention a record; what is removed mentions nobody."""
        row = self._connection.execute(
            f"select count(distinct entry_id) from mentions where {_MENTIONED[sign]} = ?", (target,)
        )
        return int(row.fetchone()[0])

    def mentioning(self, sign: str, target: int) -> tuple[int, ...]:
        """Give the ids of the entries that mention a record."""
        rows = self._connection.execute(
            f"select distinct entry_id from mentions where {_MENTIONED[sign]} = ?", (target,)
        )
        return tuple(row[0] for row in rows)

    def count(self) -> int:
        """How many live entries there are."""
        return int(self._connection.execute("select count(*) from entries where deleted_at is null").fetchone()[0])


def _entry(row: tuple[int, str, str]) -> Entry:
    return Entry(row[0], date.fromisoformat(row[1]), row[2])
