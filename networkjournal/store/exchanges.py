"""The book of exchanges as records: any part of them, a page at a time, and what the part adds up to."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from networkjournal.model.exchange import Part, Passed, Sums, Which
from networkjournal.model.posting import Direction, Named
from networkjournal.store.connection import Connection

_LINES = {"goal": "goal_id = ?", "event": "event_id = ?", "strength": "strength_id = ?",
          "third": "contact_id = ? and role = 'third'"}  # fmt: skip
_PASSED = """day, entry_id, line, contacts.id, contacts.handle, contacts.name, direction, kind, weight, minutes, money,
    currency, words"""
_COUNTING = """from exchanges join accounts using (contact_id) join contacts on contacts.id = exchanges.contact_id
    where exchanges.day >= '' and direction = ? and deleted_at is null
        and (settled_on is null or exchanges.day > settled_on)"""
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
    for test, value in _own(which):
        tests.append(test)
        values.append(value)
    return f"from {' cross join '.join(tables)} where {' and '.join(tests)}", values


def _own(which: Which) -> Iterable[tuple[str, object]]:
    if which.contact is not None:
        yield "exchanges.contact_id = ?", which.contact
    if which.direction is not None:
        yield "exchanges.direction = ?", which.direction
    if which.after is not None:
        yield "exchanges.day > ?", which.after.isoformat()


def _passed(row: tuple[Any, ...]) -> Passed:
    on, entry, line, contact, handle, *rest = row
    return Passed(date.fromisoformat(on), entry, line, Named(contact, handle), *rest)
