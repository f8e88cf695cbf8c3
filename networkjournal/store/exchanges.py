"""The book of exchanges as records: any part of them, a page at a time, and what the part adds up to."""

from collections.abc import Iterable, Iterator
from datetime import date

from networkjournal.lean import Any
from networkjournal.model.exchange import CameOf, Part, Passed, Sums, Which
from networkjournal.model.posting import Direction, Named
from networkjournal.store.connection import Connection
from networkjournal.store.often import often
from networkjournal.store.rows import marks

_LINES = {"goal": "goal_id = ?", "event": "event_id = ?", "strength": "strength_id = ?",
          "third": "contact_id = ? and role = 'third'"}  # fmt: skip
_AIMLESS = """not exists (select 1 from mentions as named join goals on goals.id = named.goal_id
    where named.entry_id = exchanges.entry_id and named.line = exchanges.line and goals.deleted_at is null)"""
_PASSED = """day, entry_id, line, contacts.id, contacts.handle, contacts.name, direction, kind, weight, minutes, money,
    currency, words"""
_COUNTING = """from exchanges join accounts using (contact_id) join contacts on contacts.id = exchanges.contact_id
    where exchanges.day >= '' and direction = ? and deleted_at is null
        and (settled_on is null or exchanges.day > settled_on)"""
_UNRETURNED = f"""with owing as materialized (select contact_id as who, max(coalesce(settled_on, ''),
            coalesce((select max(day) from exchanges
                where contact_id = accounts.contact_id and direction = 'given'), '')) as even
        from accounts join contacts on contacts.id = contact_id
        where received_count and deleted_at is null and archived_at is null and {{one}}),
    firsts as materialized (select who, (select day || printf(' %012d %08d', entry_id, line) from exchanges
            where contact_id = who and direction = 'received' and day > even
            order by day, entry_id, line limit 1) as got from owing)
    select {_PASSED} from firsts join exchanges on contact_id = who and entry_id = cast(substr(got, 12, 12) as integer)
        and line = cast(substr(got, 25, 8) as integer) join contacts on contacts.id = contact_id
    where substr(got, 1, 10) <= ?1 order by got limit ?2"""
_NEWEST = "order by day desc, direction desc, entry_id desc, line desc limit ?"


class Exchanges:
    """All exchanges, with whoever they were."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def page(self, which: Which, skip: int, most: int) -> tuple[Passed, ...]:
        """Give at most so many of these exchanges, the newest first, after skipping so many."""
        where, values = _where(which)
        rows = self._connection.execute(
            f"""select {_PASSED} from (select exchanges.* {where}
                    order by exchanges.day desc, exchanges.entry_id desc, exchanges.line desc, exchanges.contact_id
                    limit ? offset ?) as these
                join contacts on contacts.id = contact_id
                order by day desc, entry_id desc, line desc, contact_id""",
            (*values, most, skip),
        )
        return tuple(_passed(row) for row in rows)

    def span(self, start: date, end: date) -> Iterator[Passed]:
        """Give all exchanges dated from `start` to `end`, the oldest first; those of removed contacts too."""
        rows = self._connection.execute(
            f"""select {_PASSED} from exchanges join contacts on contacts.id = contact_id
                where day between ? and ? order by day, entry_id, line, contact_id""",
            (start.isoformat(), end.isoformat()),
        )
        return (_passed(row) for row in rows)

    def sums(self, which: Which) -> Sums:
        """Add these exchanges up."""
        where, values = _where(which)
        rows = self._connection.execute(
            f"""select direction, currency, count(*), sum(weight), coalesce(sum(minutes), 0), coalesce(sum(money), 0)
                {where} group by direction, currency order by direction, currency""",
            values,
        )
        return Sums(tuple(Part(*row) for row in rows))

    def unreturned(self, until: date, most: int, contact: int | None = None) -> tuple[Passed, ...]:
        """Give what was received up to a day and nothing given for since: each person's first, the oldest first.

        Whoever is archived is left out, and what came up to a settlement. What was given on the same day returned it.
        """
        one = "true" if contact is None else "contact_id = ?3"
        values = (until.isoformat(), most, *(() if contact is None else (contact,)))
        rows = self._connection.execute(_UNRETURNED.format(one=one), values)
        return tuple(_passed(row) for row in rows)

    def introduced(self, one: int, other: int) -> bool:
        """Whether a line about an introduction names both. Looks where the one is named who is named less often."""
        fewer, more = (other, one) if often(self._connection, one) else (one, other)
        row = self._connection.execute(
            """select 1 from mentions as one cross join mentions as other using (entry_id, line)
                cross join exchanges using (entry_id, line)
                where one.contact_id = ? and +other.contact_id = ? and kind = 'introduction' limit 1""",
            (fewer, more),
        ).fetchone()
        return row is not None

    def latest(self, direction: Direction, most: int) -> tuple[Passed, ...]:
        """Give the newest exchanges in one direction that count in the balances of live contacts."""
        rows = self._connection.execute(f"select {_PASSED} {_COUNTING} {_NEWEST}", (direction, most))
        return tuple(_passed(row) for row in rows)

    def counting(self, direction: Direction) -> int:
        """How many exchanges in one direction count in the balances of live contacts; read from the kept totals."""
        column = "given_count" if direction == "given" else "received_count"
        row = self._connection.execute(
            f"""select coalesce(sum({column}), 0) from accounts join contacts on contacts.id = contact_id
                where deleted_at is null"""
        ).fetchone()
        return int(row[0])


def _where(which: Which) -> tuple[str, list[object]]:
    """What follows `select …`, with its values: by the lines that name a record, or by the contact's own index."""
    tables, tests, values = ["exchanges"], ["true"], list[object]()
    for name, test in _LINES.items():
        target = getattr(which, name)
        if target is not None:
            lines = f"(select distinct entry_id, line from mentions where {test}) as of_{name}"
            # A cross join keeps this order: the few lines that name the record first, then their exchanges.
            tables.insert(len(tables) - 1, lines)
            tests.append(f"exchanges.entry_id = of_{name}.entry_id and exchanges.line = of_{name}.line")
            values.append(target)
    if which.came_of is not None:
        keys, of = _came_of(which.came_of)
        tables.insert(len(tables) - 1, keys)
        tests.append("exchanges.entry_id = came.entry_id and exchanges.line = came.line")
        tests.append("exchanges.contact_id = came.who")
        values += of
    for words, *own in _own(which):
        tests.append(str(words))
        values += own
    return f"from {' cross join '.join(tables)} where {' and '.join(tests)}", values


def _came_of(came: CameOf) -> tuple[str, list[object]]:
    """The keys of the exchanges that came of an event, as a table, with its values."""
    sql = f"""(select passed.entry_id, passed.line, passed.contact_id as who
            from (select distinct entry_id, line from mentions where event_id = ?) as named
            cross join exchanges as passed on passed.entry_id = named.entry_id and passed.line = named.line
        union select entry_id, line, contact_id from exchanges
            where contact_id in ({marks(len(came.people))}) and day between ? and ?) as came"""
    return sql, [came.event, *came.people, came.start.isoformat(), came.end.isoformat()]


def _own(which: Which) -> Iterable[tuple[object, ...]]:
    if which.contact is not None:
        yield "exchanges.contact_id = ?", which.contact
    if which.direction is not None:
        yield "exchanges.direction = ?", which.direction
    if which.after is not None:
        yield "exchanges.day > ?", which.after.isoformat()
    if which.since is not None:
        yield "exchanges.day >= ?", which.since.isoformat()
    if which.until is not None:
        yield "exchanges.day <= ?", which.until.isoformat()
    if which.kinds:
        yield (f"exchanges.kind in ({marks(len(which.kinds))})", *which.kinds)
    if which.aimless:
        yield (_AIMLESS,)
    if which.paid:
        yield ("exchanges.money is not null",)


def _passed(row: tuple[Any, ...]) -> Passed:
    on, entry, line, contact, handle, *rest = row
    return Passed(date.fromisoformat(on), entry, line, Named(contact, handle), *rest)
