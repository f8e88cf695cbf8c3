"""What is asked daily goes by an index: no look-up reads a whole table of what grows with the years."""

from collections.abc import Callable
from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.exchange import Which
from networkjournal.model.period import period_of
from networkjournal.model.query import read_query
from networkjournal.model.scope import Scope
from networkjournal.reports.brief import recent
from networkjournal.reports.find import find
from networkjournal.reports.on_this_day import on_this_day
from networkjournal.store.flows import Flows
from networkjournal.store.often import often
from networkjournal.store.spans import Spans
from tests.store.statements import plans, scans

DAY = date(2026, 11, 20)
WEEK = period_of("week", DAY)
LOOK_UPS: dict[str, Callable[[Journal], object]] = {
    "a name": lambda journal: journal.books.names.bearers("@", {"田中太郎", "~tanaka"}),
    "names that begin so": lambda journal: journal.books.names.starting("@", ["田"]),
    "a register": lambda journal: journal.books.ledger.register(1),
    "an account": lambda journal: journal.books.ledger.account(1),
    "the latest exchanges": lambda journal: journal.books.ledger.latest(1, 7),
    "the entries of a day": lambda journal: journal.books.entries.listed(DAY, DAY),
    "the entries of several days": lambda journal: journal.books.entries.on(DAY, date(2025, 11, 20)),
    "a year's calendar": lambda journal: journal.books.entries.marks(date(2026, 1, 1), date(2026, 12, 31)),
    "this day in earlier years": lambda journal: on_this_day(journal, DAY),
    "what was not returned to someone": lambda journal: journal.books.exchanges.unreturned(DAY, 5, 1),
    "whether two were introduced": lambda journal: journal.books.exchanges.introduced(1, 2),
    "whom one has met": lambda journal: journal.books.contacts.met((1, 2)),
    "people by words": lambda journal: journal.books.search.having("contact", [["夜間"], ["care"]], 5),
    "usual kinds of exchange": lambda journal: journal.books.ledger.usual(5),
    "the entries with someone": lambda journal: journal.books.entries.latest_with(1, 3),
    "open actions": lambda journal: journal.books.actions.standing(),
    "open actions with someone": lambda journal: journal.books.actions.standing(1),
    "what an entry posted": lambda journal: journal.books.postings.of(1),
    "a page of a register": lambda journal: journal.books.ledger.page(1, 0, 64),
    "where in a register": lambda journal: journal.books.ledger.place(1, 1, 1),
    "how long a register": lambda journal: journal.books.ledger.length(1),
    "exchanges with someone": lambda journal: journal.books.exchanges.page(Which(contact=1, after=DAY), 0, 64),
    "exchanges for a goal": lambda journal: journal.books.exchanges.page(Which(goal=1), 0, 64),
    "exchanges for a goal with someone": lambda journal: journal.books.exchanges.page(Which(goal=1, contact=1), 0, 64),
    "exchanges at an event": lambda journal: journal.books.exchanges.page(Which(event=1), 0, 64),
    "exchanges out of a strength": lambda journal: journal.books.exchanges.page(Which(strength=1), 0, 64),
    "introductions of someone": lambda journal: journal.books.exchanges.page(Which(third=1), 0, 64),
    "goals of someone they are named with": lambda journal: journal.books.goals.ties(1),
    "events shared with someone": lambda journal: journal.books.events.shared_with(1),
    "how often someone is mentioned": lambda journal: often(journal.books.connection, 1),
    "the latest exchanges, whole": lambda journal: recent(journal, 1, 7),
    "what an entry would post": lambda journal: journal.preview("-> @田中 情報: 本", DAY),
    "how long a name can be": lambda journal: journal.books.names.longest("@", "鈴木"),
    "what passed with someone": lambda journal: journal.books.exchanges.sums(Which(contact=1)),
    "what passed for a goal": lambda journal: journal.books.exchanges.sums(Which(goal=1, contact=1)),
    "the latest of all": lambda journal: journal.books.exchanges.latest("given", 500),
    "a page of entries with someone": lambda journal: journal.books.entries.page_with("@", 1, 0, 64),
    "how many entries with someone": lambda journal: journal.books.entries.count_with("@", 1),
    "insights about someone": lambda journal: journal.books.lines.page("insight", "@", 1, 0, 9),
    "results with someone": lambda journal: journal.books.lines.count("result", "@", 1),
    "what was kept": lambda journal: journal.books.lines.count("kept", "@", 1),
    "goals and exchanges of someone": lambda journal: journal.books.goals.ties(1),
    "people of an event": lambda journal: journal.books.events.contacts(1),
    "goals of someone": lambda journal: journal.books.goals.of_contact(1),
    "a name in a list, as one types": lambda journal: journal.books.names.narrowed("@", "たな", within=False),
    "what passed in a span of days": lambda journal: Flows(journal.books.connection).daily(WEEK),
    "what money passed in it": lambda journal: Flows(journal.books.connection).valued(WEEK),
    "what passed in it for goals": lambda journal: Flows(journal.books.connection).by_goals(WEEK),
    "what was learned in it": lambda journal: Spans(journal.books.connection).learned("insight", WEEK, 12),
    "what was learned by goal": lambda journal: Spans(journal.books.connection).insights_by_goal(WEEK),
    "strengths named in it": lambda journal: Spans(journal.books.connection).strengths_by_goal(WEEK),
    "what came of it": lambda journal: Spans(journal.books.connection).gained(WEEK),
    "a page of its exchanges": lambda journal: journal.books.exchanges.page(
        Which(since=WEEK.start, until=WEEK.end), 0, 64
    ),
    "what has a word": lambda journal: find(journal, "田中太郎"),
    "what has a character": lambda journal: find(journal, "田"),
    "what has a sign": lambda journal: find(journal, "->"),
    "what has a word, with someone": lambda journal: find(journal, "情報 who:田中"),
    "what passed with someone in some days": lambda journal: find(journal, "who:田中 from:2026-11 to:2026-11-20"),
    "where something was learned": lambda journal: find(journal, "kind:insight who:田中 夜"),
    "where something of a kind passed": lambda journal: find(journal, "情報 kind:紹介", best=True),
    "the entries of some days": lambda journal: find(journal, "from:2026-11-20 to:2026-11-20"),
    "referrals from someone": lambda journal: list(journal.books.findings.referred(DAY, DAY, 1)),
    "whether someone leans": lambda journal: list(journal.books.findings.leaning(2, 2, 2, 1)),
    "what came of an event": lambda journal: journal.books.findings.came_of(1),
    "what followed an event": lambda journal: journal.books.findings.followed(1, (1, 2), DAY, DAY),
    "time without a goal": lambda journal: journal.books.findings.minutes(DAY, DAY),
    "the last contact with someone": lambda journal: journal.books.silences.last(1, DAY),
    "whom entries mention": lambda journal: journal.books.silences.mentioned(DAY, DAY),
    "the day in a few numbers": lambda journal: journal.books.agenda.counts(DAY, DAY),
    "what an edited text is indexed by": lambda journal: journal.books.search.index({"entries": (1,)}),
}


@pytest.mark.parametrize("name", LOOK_UPS)
def test_a_daily_look_up_reads_no_whole_table(journal: Journal, name: str) -> None:
    journal.capture("-> @田中 情報: 本\n[ ] @田中 に送る", DAY)
    assert scans(journal.books.connection, lambda: LOOK_UPS[name](journal)) == []


@pytest.mark.parametrize("name", ["the entries with someone", "events shared with someone", "goals of someone"])
def test_who_is_mentioned_often_is_looked_up_from_the_newest_on(
    journal: Journal, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 5):
        journal.capture("-> @田中 情報: 本 #在宅 %ケア交流会", date(2026, 11, day))
    seldom = LOOK_UPS[name](journal)
    monkeypatch.setattr("networkjournal.store.often.OFTEN", 1)
    assert often(journal.books.connection, 1)
    assert LOOK_UPS[name](journal) == seldom
    steps = plans(journal.books.connection, lambda: LOOK_UPS[name](journal))
    walked = ("SCAN entries USING INDEX entries_by_day", "SCAN (subquery-1)")  # both stop where there is enough
    scanned = [step for step in steps if step.startswith("SCAN") and step not in walked]
    assert not [step for step in scanned if any(map(step.count, ("entries", "mentions", "exchanges")))]
    assert not ("entries" in name and [step for step in steps if "TEMP B-TREE" in step])


def test_saving_an_entry_reads_no_whole_table(journal: Journal) -> None:
    assert scans(journal.books.connection, lambda: journal.capture("-> @田中 情報: 本\n<> @田中", DAY)) == []


def test_names_that_begin_so_are_read_by_their_beginnings(journal: Journal) -> None:
    """Asked for each record once, SQLite would walk through all names in the order of records instead."""
    steps = plans(journal.books.connection, lambda: journal.books.names.narrowed("@", "たな", within=False))
    assert steps and all("PRIMARY KEY (sign=? AND key>? AND key<?)" in step for step in steps)


@pytest.mark.parametrize("typed", ["田中", "->", "", "田中 情報"])
@pytest.mark.parametrize("scope", [Scope(), Scope(posted=frozenset({"insight"})), Scope((("@", frozenset({1})),))])
def test_the_newest_are_given_without_gathering_all(
    journal: Journal, typed: str, scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word of every day has a hundred thousand entries; fifty are shown."""
    monkeypatch.setattr("networkjournal.store.scopes.FEW", 0)
    journal.capture("-> @田中 情報: 本", DAY)
    query = read_query(typed)
    if query or scope != Scope():
        steps = plans(journal.books.connection, lambda: list(journal.books.seeking.entries(query, scope)))
        assert not [step for step in steps if "TEMP B-TREE" in step]


def test_a_scan_would_be_seen(journal: Journal) -> None:
    """The proof of the proof: words have no index."""
    assert scans(
        journal.books.connection, lambda: journal.books.connection.execute("select * from exchanges where words = ''")
    )
