"""The ledger: one account per contact, its totals, and its register with the running balance."""

from collections.abc import Iterable, Iterator
from datetime import date

from networkjournal.lean import Any
from networkjournal.model.balance import Account, Standing
from networkjournal.model.posting import Direction
from networkjournal.model.register import RegisterLine
from networkjournal.store.connection import Connection
from networkjournal.store.moves import Move
from networkjournal.store.rows import day

_ACCOUNT = """contacts.id, contacts.handle, contacts.name, coalesce(accounts.given, 0), coalesce(received, 0),
    coalesce(given_count, 0), coalesce(received_count, 0), coalesce(given_minutes, 0), coalesce(received_minutes, 0),
    coalesce(exchanges, 0), first, first_on, last_on, settled_on, contacts.organization"""
_SUMS = """count(*) filter (where live and direction = 'given') as given_count,
    count(*) filter (where live and direction = 'received') as received_count,
    coalesce(sum(weight) filter (where live and direction = 'given'), 0) as given,
    coalesce(sum(weight) filter (where live and direction = 'received'), 0) as received,
    coalesce(sum(minutes) filter (where live and direction = 'given'), 0) as given_minutes,
    coalesce(sum(minutes) filter (where live and direction = 'received'), 0) as received_minutes,
    count(*) as exchanges, min(day) as first_on, max(day) as last_on"""
_KEPT = """contact_id, given_count, received_count, given, received, given_minutes, received_minutes, exchanges,
    first_on, last_on, first, settled_on"""
_SUMMED = f"""select ?1, sums.*,
    (select direction from exchanges where contact_id = ?1 order by day, entry_id, line limit 1), ?2
    from (select {_SUMS} from (select direction, weight, minutes, day, (?2 is null or day > ?2) as live
        from exchanges where contact_id = ?1)) as sums"""
_MOVED = ("given", "received", "given_count", "received_count", "given_minutes", "received_minutes", "exchanges")
_MOVE = f"""update accounts set {", ".join(f"{name} = {name} + ?{place}" for place, name in enumerate(_MOVED, 1))},
    (first_on, first) =
        (select day, direction from exchanges where contact_id = ?8 order by day, entry_id, line limit 1),
    last_on = (select max(day) from exchanges where contact_id = ?8) where contact_id = ?8"""
_RENEW = f"insert or replace into accounts ({_KEPT}) {_SUMMED}"
_PAGE = """select at.day, at.entry_id, at.line, direction, kind, coalesce(weight, 0), minutes, money, currency,
        coalesce(words, '') from (
        select day, 0 as settles, entry_id, line from exchanges where contact_id = ?1
        union all select day, 1, entry_id, line from settlements where contact_id = ?1
        order by day desc, settles desc, entry_id desc, line desc limit ?2 offset ?3) as at
    left join exchanges on not settles and contact_id = ?1 and exchanges.entry_id = at.entry_id
        and exchanges.line = at.line
    order by at.day desc, settles desc, at.entry_id desc, at.line desc"""
_FOR_GOAL = f"""with own as (select e.contact_id, e.direction, e.weight, e.minutes, e.day, e.entry_id, e.line,
        (a.settled_on is null or e.day > a.settled_on) as live, a.settled_on
        from (select distinct entry_id, line from mentions where goal_id = ?) join exchanges as e using (entry_id, line)
        join accounts as a using (contact_id)),
    sums as (select contact_id, max(settled_on) as settled_on, {_SUMS} from own group by contact_id)
    select contacts.id, handle, name, sums.given, sums.received, given_count, received_count, given_minutes,
        received_minutes, exchanges,
        (select direction from own where own.contact_id = contacts.id order by day, entry_id, line limit 1),
        first_on, last_on, settled_on, organization
    from sums join contacts on contacts.id = contact_id where deleted_at is null and (? or archived_at is null)
    order by sort_key, contacts.id"""


_USUAL = """select direction, kind from (select direction, kind from exchanges where entry_id > 0
        order by entry_id desc, line desc limit 500)
    group by direction, kind order by count(*) desc, direction, kind limit ?"""
"""Only the latest lines tell what is usual now, and reading all of them would take a second after some years."""


MOST_MOVED = 500
"""Of more that came or went at once, as in an import, the sum is made anew."""


class Ledger:
    """All accounts. The totals are an index, renewed for the contacts that a transaction touches."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def renew(self, contacts: Iterable[int], moves: Iterable[Move] = ()) -> None:
        """Bring totals in line: sum those of `contacts` anew, and move the others by what came to them and went.

        Someone has 25,000 exchanges, and summing those takes longer than everything else about saving a line.
        """
        anew = set(contacts)
        moved: dict[int, list[Move]] = {}
        for move in moves:
            moved.setdefault(move.contact, []).append(move)
        for contact, own in sorted(moved.items()):
            if contact not in anew and not (len(own) <= MOST_MOVED and self._move(contact, own)):
                anew.add(contact)
        for contact in sorted(anew):
            self._sum(contact)

    def _sum(self, contact: int) -> None:
        if self._connection.execute("select 1 from contacts where id = ?", (contact,)).fetchone() is None:
            self._connection.execute("delete from accounts where contact_id = ?", (contact,))
        else:
            self._connection.execute(_RENEW, (contact, self._settled(contact)))

    def _settled(self, contact: int) -> str | None:
        row = self._connection.execute("select max(day) from settlements where contact_id = ?", (contact,)).fetchone()
        return None if row[0] is None else str(row[0])

    def _move(self, contact: int, moves: Iterable[Move]) -> bool:
        """Move an account's totals; tells whether that could be done, for there has to be one, settled as it was."""
        kept = self._connection.execute(
            "select settled_on from accounts join contacts on contacts.id = contact_id where contact_id = ?", (contact,)
        ).fetchone()
        if kept is None or kept[0] != self._settled(contact):
            return False
        changed = dict.fromkeys(_MOVED, 0)
        for move in moves:
            changed["exchanges"] += move.times
            if move.times and (kept[0] is None or move.day > kept[0]):
                changed[f"{move.direction}_count"] += move.times
                changed[move.direction] += move.times * move.weight
                changed[f"{move.direction}_minutes"] += move.times * move.minutes
        self._connection.execute(_MOVE, (*changed.values(), contact))
        return True

    def account(self, contact: int) -> Account:
        """Give the totals of one contact, removed or not. Raises `KeyError` where there is none."""
        row = self._connection.execute(
            f"select {_ACCOUNT} from contacts left join accounts on contact_id = id where id = ?", (contact,)
        ).fetchone()
        if row is None:
            raise KeyError(contact)
        return _account(row)

    def accounts(self, archived: bool = False) -> Iterator[Account]:
        """Give the totals of all live contacts, in the order of their names; archived ones only where asked for."""
        rows = self._connection.execute(
            f"""select {_ACCOUNT} from contacts left join accounts on contact_id = id
                where deleted_at is null and (? or archived_at is null) order by sort_key, id""",
            (archived,),
        )
        return (_account(row) for row in rows)

    def standings(self) -> list[Standing]:
        """Give what the accounts of all live contacts who are not archived are put in order by, in that of names.

        A third of what the accounts themselves take: of ten thousand, thirty are seen.
        """
        rows = self._connection.execute(
            """select contacts.id, coalesce(accounts.given, 0), coalesce(received, 0), coalesce(exchanges, 0),
                coalesce(last_on, '') from contacts left join accounts on contact_id = id
                where deleted_at is null and archived_at is null order by sort_key, id"""
        )
        return list(map(Standing._make, rows))

    def accounts_for_goal(self, goal: int, archived: bool = False) -> Iterator[Account]:
        """Give totals that count only exchanges whose line names this goal, for the contacts who have such."""
        return (_account(row) for row in self._connection.execute(_FOR_GOAL, (goal, archived)))

    def register(self, contact: int) -> tuple[RegisterLine, ...]:
        """Give one account's exchanges and settlements, oldest first, with the running balance."""
        settled = self.account(contact).settled_on
        rows = self._connection.execute(
            """select * from (select day, entry_id, line, direction, kind, weight, minutes, money, currency, words
                from exchanges where contact_id = ?1
                union all select settlements.day, entry_id, line, null, null, 0, null, null, null, ''
                from settlements where contact_id = ?1) order by day, direction is null, entry_id, line""",
            (contact,),
        )
        return tuple(_running(rows, settled))

    def length(self, contact: int) -> int:
        """How many lines a register has."""
        row = self._connection.execute(
            """select (select count(*) from exchanges where contact_id = ?1)
                + (select count(*) from settlements where contact_id = ?1)""",
            (contact,),
        )
        return int(row.fetchone()[0])

    def page(self, contact: int, skip: int, most: int) -> tuple[RegisterLine, ...]:
        """Give at most so many lines of a register, the newest first, each with the running balance."""
        settled = self.account(contact).settled_on
        rows = self._connection.execute(_PAGE, (contact, most, skip)).fetchall()
        found: list[RegisterLine] = []
        running: int | None = None
        for on, entry, line, direction, kind, weight, minutes, money, currency, words in rows:
            if direction is None:
                running = 0
            elif running is None:
                running = self._running(contact, on, entry, line)
            then = date.fromisoformat(on)
            counts = direction is not None and (settled is None or then > settled)
            found.append(
                RegisterLine(
                    then, entry, line, direction, kind, weight, minutes, money, currency, words, running, counts
                )
            )
            # The line below this one is older: take away what this one brought. What a settlement closed is asked anew.
            running = None if direction is None else running - (weight if direction == "given" else -weight)
        return tuple(found)

    def _running(self, contact: int, on: str, entry: int, line: int) -> int:
        row = self._connection.execute(
            """select coalesce(sum(case direction when 'given' then weight else -weight end), 0) from exchanges
                where contact_id = ?1 and (day, entry_id, line) <= (?2, ?3, ?4) and day >
                    coalesce((select max(day) from settlements where contact_id = ?1 and day < ?2), '')""",
            (contact, on, entry, line),
        )
        return int(row.fetchone()[0])

    def place(self, contact: int, entry: int, line: int) -> int | None:
        """Where in the register, the newest first, the line that an entry's line posted is; `None` for nowhere."""
        row = self._connection.execute(
            """select day, 0 from exchanges where entry_id = ?1 and line = ?2 and contact_id = ?3
                union all select day, 1 from settlements where entry_id = ?1 and line = ?2 and contact_id = ?3""",
            (entry, line, contact),
        ).fetchone()
        if row is None:
            return None
        on, settles = row
        at = "(day, entry_id, line) > (?2, ?3, ?4)"
        exchanges, settlements = ("day > ?2", at) if settles else (at, "day >= ?2")
        above = self._connection.execute(
            f"""select (select count(*) from exchanges where contact_id = ?1 and {exchanges})
                + (select count(*) from settlements where contact_id = ?1 and {settlements})""",
            (contact, on, entry, line),
        )
        return int(above.fetchone()[0])

    def settled(self) -> tuple[int, ...]:
        """Give the ids of the contacts with whom one was ever called even."""
        rows = self._connection.execute("select distinct contact_id from settlements order by contact_id")
        return tuple(row[0] for row in rows)

    def latest(self, contact: int, most: int) -> tuple[tuple[int, int], ...]:
        """Give entry and line of a contact's latest exchanges, the newest first."""
        rows = self._connection.execute(
            """select entry_id, line from exchanges where contact_id = ?
                order by day desc, entry_id desc, line desc limit ?""",
            (contact, most),
        )
        return tuple((entry, line) for entry, line in rows)

    def usual(self, most: int) -> tuple[tuple[Direction, str], ...]:
        """Give the directions and kinds of exchange written most often of late, the most frequent first."""
        return tuple((direction, kind) for direction, kind in self._connection.execute(_USUAL, (most,)))

    def unsound(self) -> Iterator[str]:
        """Give what SQLite finds wrong with the file itself, in its own words; nothing where it is sound."""
        # As bytes, for it quotes names from the file, and those may be no text any more.
        for (said,) in self._connection.execute("select cast(integrity_check as blob) from pragma_integrity_check"):
            if said != b"ok":
                yield said.decode("utf-8", "replace")
        for table, row, parent, _ in self._connection.execute("pragma foreign_key_check"):
            yield f"{table} {row}: {parent}"

    def wrong_totals(self) -> Iterator[str]:
        """Give the handles of the contacts whose kept totals are not the sums of their exchanges."""
        rows = self._connection.execute(
            "select id, handle from contacts where id in (select contact_id from exchanges)"
            " or id in (select contact_id from accounts) order by id"
        ).fetchall()
        for contact, handle in rows:
            summed = self._connection.execute(_SUMMED, (contact, self._settled(contact))).fetchone()
            kept = self._connection.execute(f"select {_KEPT} from accounts where contact_id = ?", (contact,)).fetchone()
            if summed != kept:
                yield handle

    def counts(self) -> tuple[int, int, int, int]:
        """Give how many live entries and contacts, exchanges and waiting lines there are."""
        row = self._connection.execute(
            """select (select count(*) from entries where deleted_at is null),
                (select count(*) from contacts where deleted_at is null),
                (select count(*) from exchanges), (select count(*) from waiting)"""
        ).fetchone()
        return row[0], row[1], row[2], row[3]

    def totals(self) -> tuple[int, int]:
        """Give all that was given and all that was received, over all live relationships, in thousandths."""
        row = self._connection.execute(
            """select coalesce(sum(accounts.given), 0), coalesce(sum(received), 0) from accounts
                join contacts on contacts.id = contact_id where deleted_at is null"""
        ).fetchone()
        return int(row[0]), int(row[1])


def _account(row: tuple[Any, ...]) -> Account:
    *sums, first, first_on, last_on, settled_on, organization = row
    return Account._make((*sums, first, day(first_on), day(last_on), day(settled_on), organization))


def _running(rows: Iterable[tuple[Any, ...]], settled: date | None) -> Iterator[RegisterLine]:
    """Run the balance down the register. What is settled no longer counts, so there the balance starts again at 0."""
    running = 0
    for on, entry, line, direction, kind, weight, minutes, money, currency, words in rows:
        then = date.fromisoformat(on)
        running = 0 if direction is None else running + (weight if direction == "given" else -weight)
        counts = direction is not None and (settled is None or then > settled)
        yield RegisterLine(then, entry, line, direction, kind, weight, minutes, money, currency, words, running, counts)
