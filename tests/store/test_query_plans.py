"""What is asked daily goes by an index: no look-up reads a whole table of what grows with the years."""

from collections.abc import Callable
from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.exchange import Which
from tests.store.statements import scans

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
    "a page of a register": lambda journal: journal.books.ledger.page(1, 0, 64),
    "where in a register": lambda journal: journal.books.ledger.place(1, 1, 1),
    "how long a register": lambda journal: journal.books.ledger.length(1),
    "exchanges with someone": lambda journal: journal.books.exchanges.page(Which(contact=1, after=DAY), 0, 64),
    "exchanges for a goal": lambda journal: journal.books.exchanges.page(Which(goal=1), 0, 64),
    "exchanges for a goal with someone": lambda journal: journal.books.exchanges.page(Which(goal=1, contact=1), 0, 64),
    "exchanges at an event": lambda journal: journal.books.exchanges.page(Which(event=1), 0, 64),
    "exchanges out of a strength": lambda journal: journal.books.exchanges.page(Which(strength=1), 0, 64),
    "introductions of someone": lambda journal: journal.books.exchanges.page(Which(third=1), 0, 64),
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
}


@pytest.mark.parametrize("name", LOOK_UPS)
def test_a_daily_look_up_reads_no_whole_table(journal: Journal, name: str) -> None:
    journal.capture("-> @田中 情報: 本\n[ ] @田中 に送る", DAY)
    assert scans(journal.books.connection, lambda: LOOK_UPS[name](journal)) == []


def test_a_scan_would_be_seen(journal: Journal) -> None:
    """The proof of the proof: words have no index."""
    assert scans(
        journal.books.connection, lambda: journal.books.connection.execute("select * from exchanges where words = ''")
    )
