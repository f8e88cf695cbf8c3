"""Finding by the index: documents that have all words that were asked for, in the place that was asked for.

Promises what looking through every document would find, the newest first. Refuses to trust tokens alone, and to gather
what it may not have to give: it reads from the newest on, and whoever has enough stops.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from networkjournal.lean import TYPE_CHECKING, Any
from networkjournal.model.scope import EVERYWHERE, Scope
from networkjournal.store import scopes
from networkjournal.store.connection import Connection
from networkjournal.store.rows import marks
from networkjournal.store.searched import (
    A_DAY,
    DOCUMENT,
    END,
    ENTRIES,
    MATCHING,
    PEOPLE,
    Document,
    first_number,
)

if TYPE_CHECKING:
    from networkjournal.model.query import Query

NEWEST = 300
"""So many documents are read one by one before tokens that only begin so are asked for: SQLite gathers all that they
lead to before it gives the first."""
FREQUENT = 6
"""In more of those than this, a token that only begins so is not asked for: comparing the texts is quicker."""
AT_ONCE = 100
"""So many of the few entries with someone are read at once."""
MOST_NAMED = 500
"""Of more people who go by what was typed, the latest are looked at."""
MOST_WANTED = 24
"""Tokens that are asked for; the text is compared anyway."""


class Seeking:
    """Finding. Keeps nothing; `search` has the index."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def records(self, query: "Query", scope: Scope = EVERYWHERE) -> Iterator[Document]:
        """Give the records that have all terms: goals, personas, strengths, offers and events, then people."""
        if not scope.records or not (query or scope != EVERYWHERE):
            return
        within = scopes.records(self._connection, scope)
        if within is not None:
            yield from self._among(within, query)
            return
        tests, values = (" and kind = ?" * len(scope.kinds), tuple(scope.kinds))
        # Only whole tokens are asked for: what begins so is gathered from all entries, and people are read in no time.
        needed = dict.fromkeys(token.token for term in query for token in term.wanted() if not token.prefix)
        if needed:
            asked = " AND ".join(f'"{token}"' for token in list(needed)[:MOST_WANTED])
            rows = self._connection.execute(_matching(tests), (asked, PEOPLE, ENTRIES - 1, *values))
        else:
            longest = max(query, key=len, default="")
            rows = self._connection.execute(_containing(tests), (PEOPLE, ENTRIES, longest, *values))
        yield from _having(query, rows)

    def entries(self, query: "Query", scope: Scope = EVERYWHERE) -> Iterator[Document]:
        """Give the entries that have all terms, the newest day first."""
        if not scope.entries or not (query or scope != EVERYWHERE):
            return
        few = scopes.few(self._connection, scope)
        if few is not None:
            tests, values = scopes.tests(scope)
            yield from self._among({"entry": few}, query, tests, values)
            return
        since = ENTRIES if scope.since is None else first_number(scope.since)
        until = END if scope.until is None else first_number(scope.until) + A_DAY
        yield from self._found(query, since, until, scope)
        if scope.until is not None and self._overflows(scope.since, scope.until):
            yield from _having(query, self._connection.execute(*_strays(scope, until)))

    def _among(
        self, within: Mapping[str, Collection[int]], query: "Query", tests: str = "", values: Sequence[Any] = ()
    ) -> Iterator[Document]:
        """Give those of these records (ids by kind) that have all terms, the last number first.

        Texts are read a hundred at a time: of the entries with someone, fifty are seen.
        """
        numbers: list[int] = []
        for kind, refs in within.items():
            rows = self._connection.execute(
                f"select id from documents where kind = ? and ref in {scopes.LISTED}", (kind, scopes.listed(refs))
            )
            numbers += (row[0] for row in rows)
        numbers.sort(reverse=True)
        containing = " and instr(body, ?)" * len(query)
        for start in range(0, len(numbers), AT_ONCE):
            batch = numbers[start : start + AT_ONCE]
            rows = self._connection.execute(
                f"{DOCUMENT} where id in ({marks(len(batch))}){containing}{tests} order by id desc",
                (*batch, *query, *values),
            )
            yield from _having(query, rows)

    def _overflows(self, since: date | None, until: date) -> bool:
        """Whether a day of these has more entries than numbers; those too many stand behind the newest."""
        first = self._connection.execute("select min(day) from entries where deleted_at is null").fetchone()[0]
        if first is None:
            return False
        start = max(first_number(since or date.min), first_number(date.fromisoformat(first)))
        row = self._connection.execute(_FULL, (start + A_DAY - 1, first_number(until) + A_DAY - 1, A_DAY)).fetchone()
        return row is not None

    def named(self, contacts: Iterable[int], typed: str, most: int) -> tuple[Document, ...]:
        """Give the live ones of these contacts in the order of names, first those called just so."""
        wanted = sorted(contacts)[-MOST_NAMED:]
        rows = self._connection.execute(
            f"""with called as (select id, ? in (name, handle, family, given) as just, sort_key from contacts
                    where id in ({marks(len(wanted))}) and deleted_at is null order by just desc, sort_key, id limit ?)
                select documents.id, kind, ref, body from called
                join documents on kind = 'contact' and ref = called.id order by just desc, sort_key, ref""",
            (typed, *wanted, most),
        )
        return tuple(Document(*row) for row in rows)

    def lines_meant(self, entries: Iterable[int], scope: Scope) -> Mapping[int, int]:
        """Give for each of these entries the first line that is why a scope has it; those that no line is left out."""
        question = scopes.first_lines(scope)
        return dict(self._connection.execute(question[0], (scopes.listed(entries), *question[1]))) if question else {}

    def _found(self, query: "Query", start: int, end: int, scope: Scope) -> Iterator[Document]:
        """Give entries numbered from `start` to before `end` that have all terms, from the last one on."""
        tests, values = scopes.tests(scope)
        if not query:
            band = f"{DOCUMENT} where id >= ? and id < ?{tests} order by id desc"
            yield from _having(query, self._connection.execute(band, (start, end, *values)))
            return
        needed = list(dict.fromkeys(token for term in query for token in term.wanted()))[:MOST_WANTED]
        open_ended = {token: 0 for token in needed if token.prefix}
        if open_ended:  # reading on costs little where the word is frequent, asking where it is rare
            place = count = 0
            band = f"select id, kind, ref, body, {tests.removeprefix(' and ') or '1'} {_BAND} limit ?"
            for *row, within in self._connection.execute(band, (*values, start, end, NEWEST)):
                place, count = row[0], count + 1
                for token in open_ended:
                    open_ended[token] += token.token in row[3]
                if within and _fits(row[3], query):
                    yield Document(*row)
            if count < NEWEST:
                return
            end = place
        needed = [token for token in needed if open_ended.get(token, 0) < FREQUENT]
        if needed:
            asked = " AND ".join(f'"{token.token}"{"*" * token.prefix}' for token in needed)
            rows = self._connection.execute(_matching(tests), (asked, start, end - 1, *values))
        else:
            longest = max(query, key=len)
            rows = self._connection.execute(_containing(tests), (start, end, longest, *values))
        yield from _having(query, rows)


_BAND = "from documents where id >= ? and id < ? order by id desc"
_FULL = """with recursive days (number) as (select ?1 union all select number + ?3 from days where number < ?2)
    select 1 from days where exists (select 1 from documents where id = number) limit 1"""
"""Whether one of the last numbers of these days is given away."""


def _containing(tests: str = "") -> str:
    return f"{DOCUMENT} where id >= ? and id < ? and instr(body, ?){tests} order by id desc"


def _matching(tests: str = "") -> str:
    return f"{MATCHING}{tests} order by grams.rowid desc"


def _strays(scope: Scope, behind: int) -> tuple[str, tuple[Any, ...]]:
    """The question for entries that there were no numbers for on their days."""
    tests, values = scopes.tests(scope)
    days = ((scope.since or date.min).isoformat(), (scope.until or date.max).isoformat())
    return (
        f"""select documents.id, kind, ref, body from entries
            cross join documents on kind = 'entry' and ref = entries.id
            where entries.deleted_at is null and entries.day between ? and ? and documents.id >= ?{tests}
            order by entries.day desc, entries.id desc""",
        (*days, behind, *values),
    )


def _having(query: "Query", rows: Iterable[tuple[int, str, int, str]]) -> Iterator[Document]:
    return (Document(*row) for row in rows if _fits(row[3], query))


def _fits(body: str, query: "Query") -> bool:
    return all(term.where(body) >= 0 for term in query)
