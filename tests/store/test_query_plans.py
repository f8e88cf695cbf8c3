"""What is asked daily goes by an index: no look-up reads a whole table of what grows with the years."""

from collections.abc import Callable
from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.query import read_query
from networkjournal.reports.find import find
from tests.store.statements import plans, scans

DAY = date(2026, 11, 20)
LOOK_UPS: dict[str, Callable[[Journal], object]] = {
    "a name": lambda journal: journal.books.names.bearers("@", {"田中太郎", "~tanaka"}),
    "names that begin so": lambda journal: journal.books.names.starting("@", ["田"]),
    "a register": lambda journal: journal.books.ledger.register(1),
    "an account": lambda journal: journal.books.ledger.account(1),
    "the latest exchanges": lambda journal: journal.books.ledger.latest(1, 7),
    "the entries of a day": lambda journal: journal.books.entries.listed(DAY, DAY),
    "the entries with someone": lambda journal: journal.books.entries.latest_with(1, 3),
    "open actions": lambda journal: journal.books.actions.standing(),
    "open actions with someone": lambda journal: journal.books.actions.standing(1),
    "what an entry posted": lambda journal: journal.books.postings.of(1),
    "goals of someone": lambda journal: journal.books.goals.of_contact(1),
    "a name in a list, as one types": lambda journal: journal.books.names.narrowed("@", "たな", within=False),
    "what has a word": lambda journal: find(journal, "田中太郎"),
    "what has a character": lambda journal: find(journal, "田"),
    "what has a sign": lambda journal: find(journal, "->"),
    "what an edited text is indexed by": lambda journal: journal.books.search.index({"entries": (1,)}),
}


@pytest.mark.parametrize("name", LOOK_UPS)
def test_a_daily_look_up_reads_no_whole_table(journal: Journal, name: str) -> None:
    journal.capture("-> @田中 情報: 本\n[ ] @田中 に送る", DAY)
    assert scans(journal.books.connection, lambda: LOOK_UPS[name](journal)) == []


def test_names_that_begin_so_are_read_by_their_beginnings(journal: Journal) -> None:
    """Asked for each record once, SQLite would walk through all names in the order of records instead."""
    steps = plans(journal.books.connection, lambda: journal.books.names.narrowed("@", "たな", within=False))
    assert steps and all("PRIMARY KEY (sign=? AND key>? AND key<?)" in step for step in steps)


@pytest.mark.parametrize("typed", ["田中", "->"])
def test_the_newest_are_given_without_gathering_all(journal: Journal, typed: str) -> None:
    """A word of every day has a hundred thousand entries; fifty are shown."""
    query = read_query(typed)
    steps = plans(journal.books.connection, lambda: list(journal.books.search.entries(query)))
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_a_scan_would_be_seen(journal: Journal) -> None:
    """The proof of the proof: words have no index."""
    assert scans(
        journal.books.connection, lambda: journal.books.connection.execute("select * from exchanges where words = ''")
    )
