"""The book of what is posted from entries: mentions, exchanges, settlements, actions, insights, results, what waits.

An entry's postings are replaced as a whole, in the transaction that changes the entry. Nothing else writes them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from networkjournal.lean import Any
from networkjournal.model.exchange import Links
from networkjournal.model.folding import name_key
from networkjournal.model.posting import (
    Action,
    Draft,
    Exchange,
    Insight,
    Mention,
    Named,
    Posting,
    Reason,
    Result,
    Settlement,
    Waiting,
)
from networkjournal.store.connection import Connection
from networkjournal.store.moves import Move, Moves
from networkjournal.store.rows import day, iso

_TABLES = ("mentions", "exchanges", "settlements", "actions", "insights", "results", "waiting")
_TARGETS = {"@": "contact_id", "#": "goal_id", "%": "event_id", "+": "strength_id"}
_INSERTS = {
    "mentions": "entry_id, line, at, sign, contact_id, goal_id, event_id, strength_id, name, role",
    "exchanges": "entry_id, line, contact_id, direction, kind, weight, weighed, minutes, money, currency, day, words",
    "settlements": "entry_id, line, contact_id, day",
    "actions": "entry_id, line, state, day, due, done, words, key",
    "insights": "entry_id, line, day, words",
    "results": "entry_id, line, day, money, currency, minutes, words",
    "waiting": "number, entry_id, line, at, reason, name",
}
_SQL = {
    table: f"insert into {table} ({columns}) values ({', '.join('?' * len(columns.split(',')))})"
    for table, columns in _INSERTS.items()
}

_EXCHANGES = """select line, contact_id, contacts.handle, direction, kind, weight, weighed, minutes, money, currency,
    day, words from exchanges join contacts on contacts.id = contact_id where entry_id = ?"""


class Postings:
    """What every entry posts."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def replace(self, entry: int, draft: Draft, *, keep_weights: bool = False, new: bool = False) -> Moves:
        """Post a draft in place of what the entry had posted; gives what that changes in accounts.

        With `keep_weights`, lines that do not say their weight keep the one they were posted with. Of a `new` entry
        nothing can have been posted yet.
        """
        had = () if new else self._moves(entry, -1)
        weights = self._weights(entry) if keep_weights else {}
        numbers = {} if new else self._numbers(entry)
        for table in () if new else _TABLES:
            self._connection.execute(f"delete from {table} where entry_id = ?", (entry,))
        for table, rows in posted_rows(entry, draft, weights).items():
            if rows:
                self._connection.executemany(_SQL[table], rows)
        self._wait(entry, draft.waiting, numbers)
        return (*had, *self._moves(entry, 1))

    def clear(self, entry: int) -> Moves:
        """Take back all that an entry has posted; gives what that changes in accounts."""
        return self.replace(entry, Draft(date.min, "", (), (), ()))

    def moved(self, contact: int, into: int) -> None:
        """Give a contact's exchanges to another, with the weights they were posted with, before their lines are read.

        Where both stand in one line, the other's own is kept.
        """
        self._connection.execute("update or ignore exchanges set contact_id = ? where contact_id = ?", (into, contact))

    def stored(self, entry: int) -> Mapping[str, list[tuple[Any, ...]]]:
        """Give the rows that an entry has posted, as `posted_rows` would write them, and what waits without numbers."""
        columns = {**_INSERTS, "waiting": "line, at, reason, name"}
        return {
            table: self._connection.execute(
                f"select {columns[table]} from {table} where entry_id = ? order by entry_id, line", (entry,)
            ).fetchall()
            for table in _TABLES
        }

    def unlinked(self, sign: str) -> tuple[str, ...]:
        """Give the folded names that mentions of this sign were left with, each once."""
        rows = self._connection.execute(
            "select distinct name from mentions where sign = ? and name is not null", (sign,)
        )
        return tuple(row[0] for row in rows)

    def entries_unlinked(self, sign: str, names: Iterable[str]) -> frozenset[int]:
        """Give the entries with an unlinked mention of one of these folded names."""
        found: set[int] = set()
        for name in names:
            rows = self._connection.execute("select entry_id from mentions where sign = ? and name = ?", (sign, name))
            found.update(row[0] for row in rows)
        return frozenset(found)

    def _moves(self, entry: int, times: int) -> Moves:
        """What an entry's exchanges and settlements are in the accounts of whom they are with."""
        rows = self._connection.execute(
            """select contact_id, ?2, day, direction, weight, coalesce(minutes, 0) from exchanges where entry_id = ?1
                union all select contact_id, 0, day, '', 0, 0 from settlements where entry_id = ?1""",
            (entry, times),
        )
        return tuple(map(Move._make, rows))

    def _weights(self, entry: int) -> Mapping[tuple[int, int, str], int]:
        rows = self._connection.execute(
            "select line, contact_id, kind, weight from exchanges where entry_id = ? and not weighed", (entry,)
        )
        return {(line, contact, kind): weight for line, contact, kind, weight in rows}

    def _numbers(self, entry: int) -> dict[tuple[str, str], list[int]]:
        """The numbers under which the inbox knows the entry's waiting lines, to be kept where they still wait."""
        numbers: dict[tuple[str, str], list[int]] = {}
        rows = self._connection.execute(
            "select reason, name, number from waiting where entry_id = ? order by line desc, at desc", (entry,)
        )
        for reason, name, number in rows:
            numbers.setdefault((reason, name), []).append(number)
        return numbers

    def _wait(self, entry: int, waiting: Iterable[Waiting], numbers: dict[tuple[str, str], list[int]]) -> None:
        rows = []
        for waits in waiting:
            kept = numbers.get((waits.reason, waits.name))
            rows.append((kept.pop() if kept else None, entry, waits.line, waits.at, waits.reason, waits.name))
        if not rows:
            return
        rows.sort(key=lambda row: row[0] is None)  # kept numbers first, or a new line might be given one of them
        self._connection.executemany(_SQL["waiting"], rows)

    def of(self, entry: int) -> tuple[tuple[Posting, ...], tuple[Waiting, ...]]:
        """Give what an entry has posted and what of it waits (candidates are left for the names to tell), by line."""
        links = self._links(entry)
        posted: list[Posting] = [
            *self._exchanges(entry, links),
            *self._settlements(entry),
            *self._actions(entry, links),
            *self._insights(entry, links),
            *self._results(entry, links),
        ]
        order = {item: number for number, item in enumerate(posted)}
        posted.sort(key=lambda item: (item.line, order[item]))
        rows = self._connection.execute(
            "select line, at, reason, name from waiting where entry_id = ? order by line, at, number", (entry,)
        )
        return tuple(posted), tuple(Waiting(line, at, _reason(reason), name) for line, at, reason, name in rows)

    def exchange(self, entry: int, line: int, contact: int) -> Exchange | None:
        """Give one exchange whole; reads its line and no other of the entry's."""
        rows = self._connection.execute(f"{_EXCHANGES} and line = ? and contact_id = ?", (entry, line, contact))
        return next(_whole(rows.fetchall(), {line: tuple(m for m in self._mentioned(entry, line) if m.target)}), None)

    def links(self, entry: int) -> Mapping[int, Links]:
        """Give what the lines of an entry name besides whom their exchanges are with, line by line."""
        return {line: _handles(named) for line, named in self._links(entry).items()}

    def mentions(self, entry: int) -> tuple[Mention, ...]:
        """Give an entry's mentions. The name of a linked one is its handle, of another the folded text."""
        return self._mentioned(entry)

    def _mentioned(self, entry: int, line: int | None = None) -> tuple[Mention, ...]:
        """The mentions of an entry, or of one of its lines."""
        rows = self._connection.execute(
            f"""select line, at, sign, coalesce(contact_id, goal_id, event_id, strength_id),
                coalesce(contacts.handle, goals.handle, events.handle, strengths.handle), mentions.name, role
                from mentions left join contacts on contacts.id = contact_id left join goals on goals.id = goal_id
                left join events on events.id = event_id left join strengths on strengths.id = strength_id
                where entry_id = ?{" and line = ?" if line else ""} order by line, at""",
            (entry, line) if line else (entry,),
        )
        return tuple(
            Mention(line, at, sign, None if target is None else Named(target, handle), handle or name or "", role)
            for line, at, sign, target, handle, name, role in rows
        )

    def _links(self, entry: int) -> Mapping[int, tuple[Mention, ...]]:
        by_line: dict[int, tuple[Mention, ...]] = {}
        for mention in self.mentions(entry):
            if mention.target is not None:
                by_line[mention.line] = (*by_line.get(mention.line, ()), mention)
        return by_line

    def _exchanges(self, entry: int, links: Mapping[int, tuple[Mention, ...]]) -> Iterable[Exchange]:
        return _whole(self._connection.execute(f"{_EXCHANGES} order by line", (entry,)).fetchall(), links)

    def _settlements(self, entry: int) -> Iterable[Settlement]:
        rows = self._connection.execute(
            """select line, contact_id, contacts.handle, day from settlements join contacts on contacts.id = contact_id
                where entry_id = ? order by line, contact_id""",
            (entry,),
        )
        return (Settlement(line, Named(contact, handle), date.fromisoformat(on)) for line, contact, handle, on in rows)

    def _actions(self, entry: int, links: Mapping[int, tuple[Mention, ...]]) -> Iterable[Action]:
        rows = self._connection.execute(
            "select line, state, due, done, words, key from actions where entry_id = ? order by line", (entry,)
        )
        for line, state, due, done, words, key in rows:
            named = links.get(line, ())
            yield Action(line, state, day(due), day(done), _named(named, "@"), _named(named, "#"), words, key)

    def _insights(self, entry: int, links: Mapping[int, tuple[Mention, ...]]) -> Iterable[Insight]:
        rows = self._connection.execute("select line, words from insights where entry_id = ? order by line", (entry,))
        for line, words in rows:
            named = links.get(line, ())
            yield Insight(line, _named(named, "@"), _named(named, "#"), words)

    def _results(self, entry: int, links: Mapping[int, tuple[Mention, ...]]) -> Iterable[Result]:
        rows = self._connection.execute(
            "select line, money, currency, minutes, words from results where entry_id = ? order by line", (entry,)
        )
        for line, money, currency, minutes, words in rows:
            named = links.get(line, ())
            yield Result(line, _named(named, "#"), _named(named, "@"), money, currency, minutes, words)


def _whole(rows: list[tuple[Any, ...]], links: Mapping[int, tuple[Mention, ...]]) -> Iterator[Exchange]:
    """Exchanges with what their lines name, those of one line in the order in which it names whom they are with."""
    order = {(m.line, m.target): m.at for found in links.values() for m in reversed(found) if m.role == "who"}
    rows.sort(key=lambda row: (row[0], order.get((row[0], Named(row[1], row[2])), 0)))
    for line, contact, handle, direction, kind, weight, weighed, minutes, money, currency, on, words in rows:
        named = links.get(line, ())
        yield Exchange(
            line, direction, Named(contact, handle), kind, weight, bool(weighed), minutes, money, currency,
            date.fromisoformat(on), _named(named, "#"), _events(named), _named(named, "+"),
            _named(named, "@", "third"), words,
        )  # fmt: skip


def _reason(text: str) -> Reason:
    return "unknown" if text == "unknown" else "ambiguous" if text == "ambiguous" else "no_counterparty"


def _named(mentions: Iterable[Mention], sign: str, role: str | None = None) -> tuple[Named, ...]:
    found = (m.target for m in mentions if m.sign == sign and m.target and (role is None or m.role == role))
    return tuple(dict.fromkeys(found))


def _handles(named: tuple[Mention, ...]) -> Links:
    found = (_named(named, "#"), _events(named), _named(named, "+"), _named(named, "@", "third"))
    return Links(*(tuple(record.handle for record in records) for records in found))


def _events(mentions: tuple[Mention, ...]) -> tuple[Named, ...]:
    inherited = [m for m in mentions if m.role == "inherited"]
    return _named((m for m in mentions if m.role == "link"), "%") or _named(reversed(inherited), "%")


def posted_rows(
    entry: int, draft: Draft, weights: Mapping[tuple[int, int, str], int]
) -> Mapping[str, list[tuple[Any, ...]]]:
    """Give the rows that a draft writes, table by table; what waits is left out, for its numbers are the inbox's."""
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _TABLES if table != "waiting"}
    rows["mentions"] = [_mention(entry, mention) for mention in draft.mentions]
    on = draft.day.isoformat()
    for item in draft.posted:
        head = (entry, item.line)
        if isinstance(item, Exchange):
            old = None if item.weighed else weights.get((item.line, item.contact.id, item.kind))
            rows["exchanges"].append(
                (
                    *head, item.contact.id, item.direction, item.kind, item.weight if old is None else old,
                    int(item.weighed), item.minutes, item.money, item.currency, item.on.isoformat(), item.words,
                )
            )  # fmt: skip
        elif isinstance(item, Settlement):
            rows["settlements"].append((*head, item.contact.id, item.on.isoformat()))
        elif isinstance(item, Action):
            rows["actions"].append((*head, item.state, on, iso(item.due), iso(item.done), item.words, item.key))
        elif isinstance(item, Insight):
            rows["insights"].append((*head, on, item.words))
        else:
            rows["results"].append((*head, on, item.money, item.currency, item.minutes, item.words))
    return rows


def _mention(entry: int, mention: Mention) -> tuple[Any, ...]:
    targets: dict[str, int | None] = dict.fromkeys(_TARGETS.values())
    name = None
    if mention.target is None:
        name = name_key(mention.name)
    else:
        targets[_TARGETS[mention.sign]] = mention.target.id
    return (entry, mention.line, mention.at, mention.sign, *targets.values(), name, mention.role)
