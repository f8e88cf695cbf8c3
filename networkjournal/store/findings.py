"""What findings are gathered from: relationships that lean one way, referrals without an answer, time, follow-ups.

Promises to add up in SQL and to give only what may be a finding: no list of all people is ever read. Refuses to judge;
the rules are `model.finding`'s. Archived and removed people are left out.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from networkjournal.lean import Any, NamedTuple
from networkjournal.model.balance import Account
from networkjournal.model.exchange import Passed
from networkjournal.model.posting import Named
from networkjournal.store.connection import Connection
from networkjournal.store.rows import day, marks

_LIVE = "contacts.deleted_at is null and contacts.archived_at is null"
_TAIL = "a.exchanges, a.first, a.first_on, a.last_on, a.settled_on, contacts.organization, contacts.aims"
_KEPT = f"""contacts.id, contacts.handle, contacts.name, a.given, a.received, a.given_count, a.received_count,
    a.given_minutes, a.received_minutes, {_TAIL}"""
_LEANING = f"""select {_KEPT}, case when a.settled_on is null then a.first_on else (select min(day) from exchanges
        where exchanges.contact_id = a.contact_id and day > a.settled_on) end
    from accounts as a join contacts on contacts.id = a.contact_id
    where {_LIVE} and (a.received > ?1 * a.given and a.received_count >= ?2
        or a.received_count = 0 and a.given_count >= ?3)"""
_SPAN = """from exchanges as e cross join accounts as a on a.contact_id = e.contact_id
    cross join contacts on contacts.id = e.contact_id
    where e.day between ?1 and ?2 and (a.settled_on is null or e.day > a.settled_on)
        and contacts.deleted_at is null"""
_SUMS = """coalesce(sum(e.weight) filter (where e.direction = 'given'), 0) as given,
    coalesce(sum(e.weight) filter (where e.direction = 'received'), 0) as received,
    count(*) filter (where e.direction = 'given') as given_count,
    count(*) filter (where e.direction = 'received') as received_count"""
_IN_SPAN = f"""select contacts.id, contacts.handle, contacts.name, s.given, s.received, s.given_count,
        s.received_count, 0, 0, {_TAIL}, a.first_on
    from (select e.contact_id, {_SUMS} {_SPAN} group by e.contact_id) as s
    join accounts as a on a.contact_id = s.contact_id join contacts on contacts.id = s.contact_id
    where {_LIVE} and s.received > ?3 * s.given and s.received_count >= ?4"""
_REFERRED = """with kept as (select a.*, (select day from exchanges as g where g.contact_id = a.contact_id
        and g.direction = 'given' and g.day <= ?2 order by g.day desc limit 1) as given_on
        from accounts as a where a.received_count > 0 {one})
    select {kept}, min(e.day), given_on, count(*), sum(e.weight)
    from kept as a cross join exchanges as e on e.contact_id = a.contact_id
        and e.day > max(coalesce(a.settled_on, ''), coalesce(given_on, '')) and e.day < ?1
    join contacts on contacts.id = a.contact_id
    where e.direction = 'received' and e.kind in ('referral', 'introduction') and {live} group by a.contact_id"""
_AIMLESS = """not exists (select 1 from mentions as m where m.entry_id = e.entry_id and m.line = e.line
    and m.goal_id is not null)"""
_CAME = """select 1 from mentions as m where m.event_id = ? and (
    exists (select 1 from exchanges as e where e.entry_id = m.entry_id and e.line = m.line)
    or exists (select 1 from actions as a where a.entry_id = m.entry_id and a.line = m.line)) limit 1"""


class Leaning(NamedTuple):
    """A relationship that may be one-sided."""

    account: Account
    aims: str
    """What they are after, as far as it was noted."""
    since: date | None
    """The first exchange that counts."""


class Referred(NamedTuple):
    """Referrals and introductions that were received since one last gave something."""

    account: Account
    first: date
    given: date | None
    """When one last gave something."""
    times: int
    weight: int


class Line(NamedTuple):
    """Where an exchange stands, and when it was."""

    entry: int
    line: int
    on: date


class Came(NamedTuple):
    """What came after an event."""

    postings: bool
    """Exchanges or actions."""
    entries: bool


class Findings:
    """Aggregates over the ledger, the mentions and the entries."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def leaning(self, ratio: float, received: int, given: int, contact: int | None = None) -> Iterator[Leaning]:
        """Give relationships in which so many times more was received, or only given, so often at least."""
        one = "" if contact is None else " and a.contact_id = ?4"
        values = (ratio, received, given) if contact is None else (ratio, received, given, contact)
        return map(_leaning, self._connection.execute(_LEANING + one, values).fetchall())

    def leaning_in(self, start: date, end: date, ratio: float, received: int) -> Iterator[Leaning]:
        """Give relationships in which so many times more was received within these days; the sums are those days'."""
        values = (start.isoformat(), end.isoformat(), ratio, received)
        return map(_leaning, self._connection.execute(_IN_SPAN, values).fetchall())

    def sums(self, start: date, end: date) -> tuple[int, int, int, int]:
        """Give what was given and received in all within these days, and how often each."""
        row = self._connection.execute(f"select {_SUMS} {_SPAN}", (start.isoformat(), end.isoformat())).fetchone()
        return row[0], row[1], row[2], row[3]

    def sums_ever(self) -> tuple[int, int, int, int]:
        """Give what counts today of all that was given and received, and how often each."""
        row = self._connection.execute(
            """select coalesce(sum(a.given), 0), coalesce(sum(received), 0), coalesce(sum(given_count), 0),
                coalesce(sum(received_count), 0)
                from accounts as a join contacts on contacts.id = contact_id where deleted_at is null"""
        ).fetchone()
        return row[0], row[1], row[2], row[3]

    def referred(self, before: date, today: date, contact: int | None = None) -> Iterator[Referred]:
        """Give from whom a referral or an introduction came before a day, and nothing was given to them since."""
        one = "" if contact is None else "and a.contact_id = ?3"
        values = (before.isoformat(), today.isoformat()) + (() if contact is None else (contact,))
        rows = self._connection.execute(_REFERRED.format(one=one, kept=_KEPT, live=_LIVE), values).fetchall()
        for *account, aims, first, given, times, weight in rows:
            yield Referred(
                _leaning((*account, aims, first)).account, date.fromisoformat(first), day(given), times, weight
            )

    def lines(self, contact: int, after: date | None, until: date, directions: Sequence[str], most: int,
              kinds: Sequence[str] = ()) -> tuple[Line, ...]:  # fmt: skip
        """Give the newest exchanges with a contact after a day, until another one, both directions or one."""
        kind = f" and kind in ({marks(len(kinds))})" if kinds else ""
        rows = self._connection.execute(
            f"""select entry_id, line, day from exchanges where contact_id = ? and day > ? and day <= ?
                and direction in ({marks(len(directions))}){kind}
                order by day desc, entry_id desc, line desc limit ?""",
            (contact, after.isoformat() if after else "", until.isoformat(), *directions, *kinds, most),
        )
        return tuple(_line(row) for row in rows)

    def passed(self, entry: int, line: int, contact: int | None = None) -> tuple[Passed, ...]:
        """Give the exchanges that a line of an entry posted; with one contact only where asked."""
        rows = self._connection.execute(
            """select day, entry_id, line, contacts.id, contacts.handle, contacts.name, direction, kind, weight,
                    minutes, money, currency, words from exchanges join contacts on contacts.id = contact_id
                where entry_id = ?1 and line = ?2 and (?3 is null or contact_id = ?3) order by contact_id""",
            (entry, line, contact),
        )
        return tuple(
            Passed(date.fromisoformat(on), at, number, Named(who, handle), *rest)
            for on, at, number, who, handle, *rest in rows
        )

    # time

    def minutes(self, start: date, end: date) -> tuple[int, int]:
        """Give the minutes of exchanges within these days: of those that name no goal, and of all."""
        row = self._connection.execute(
            f"""select coalesce(sum(minutes) filter (where {_AIMLESS}), 0), coalesce(sum(minutes), 0)
                from exchanges as e where day between ? and ? and minutes is not null""",
            (start.isoformat(), end.isoformat()),
        ).fetchone()
        return row[0], row[1]

    def aimless(self, start: date, end: date, most: int) -> tuple[Line, ...]:
        """Give the exchanges within these days that took the most time and name no goal, the newest first."""
        rows = self._connection.execute(
            f"""select entry_id, line, day from (select entry_id, line, day, max(minutes) as minutes
                    from exchanges as e where day between ? and ? and minutes is not null and {_AIMLESS}
                    group by entry_id, line order by 4 desc limit ?) order by day desc, entry_id desc, line desc""",
            (start.isoformat(), end.isoformat(), most),
        )
        return tuple(_line(row) for row in rows)

    # events

    def came_of(self, event: int) -> bool:
        """Whether a line that names an event posted an exchange or an action."""
        row = self._connection.execute(_CAME, (event,)).fetchone()
        return row is not None

    def followed(self, event: int, people: Sequence[int], after: date, until: date) -> Came:
        """Tell what came after a day, until another: postings with these people, entries naming them or the event."""
        span, who = (after.isoformat(), until.isoformat()), marks(len(people))
        passed = self._connection.execute(
            f"select 1 from exchanges where contact_id in ({who}) and day > ? and day <= ? limit 1", (*people, *span)
        ).fetchone()
        entries, actions = self._connection.execute(
            f"""select count(*), count(a.line) from entries as e cross join mentions as m on m.entry_id = e.id
                left join actions as a on a.entry_id = m.entry_id and a.line = m.line
                where e.day > ? and e.day <= ? and e.deleted_at is null
                    and (m.event_id = ? or m.contact_id in ({who}))""",
            (*span, event, *people),
        ).fetchone()
        return Came(passed is not None or actions > 0, entries > 0)


def _leaning(row: Sequence[Any]) -> Leaning:
    *sums, first, first_on, last_on, settled_on, organization, aims, since = row
    account = Account._make((*sums, first, day(first_on), day(last_on), day(settled_on), organization))
    return Leaning(account, aims, day(since))


def _line(row: tuple[int, int, str]) -> Line:
    return Line(row[0], row[1], date.fromisoformat(row[2]))
