"""The ledger for hledger: every transaction balances, and an account's balance is the relationship's net."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal import demo
from networkjournal.formats.hledger_write import journal
from networkjournal.journal import Journal
from networkjournal.model.exchange import Links, Passed, Told
from networkjournal.model.posting import Named
from networkjournal.reports.ledger import settlements, told

POSTING = re.compile(r"    (?P<account>\S(?:.*?\S)?)  (?P<amount>-?[0-9.]+) (?P<commodity>\S+)")
DAY = date(2026, 11, 20)


def transactions(text: str) -> Iterator[list[tuple[str, Fraction, str]]]:
    """Read the postings as hledger does: an account ends at two spaces."""
    for block in text.split("\n\n")[1:]:
        head, tags, *postings = block.rstrip("\n").split("\n")
        assert re.match(r"\d{4}-\d\d-\d\d \* ", head) and tags.startswith("    ; ")
        found = [POSTING.fullmatch(posting) for posting in postings]
        assert all(found), postings
        yield [(one["account"], Fraction(one["amount"]), one["commodity"]) for one in found if one]


def net(text: str) -> dict[str, Fraction]:
    sums: dict[str, Fraction] = {}
    for postings in transactions(text):
        for commodity in {commodity for _account, _amount, commodity in postings}:
            assert sum(amount for _account, amount, unit in postings if unit == commodity) == 0
        for account, amount, _commodity in postings:
            if account.startswith("Contacts:"):
                who = account.removeprefix("Contacts:")
                sums[who] = sums.get(who, Fraction()) + amount
    return sums


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_balances_are_those_of_the_journal(lang: str) -> None:
    made = Journal.open(":memory:")
    demo.make(made, lang)
    who = next(account for account in made.books.ledger.accounts() if account.net)
    made.capture(f"<> @{who.handle}", date(2026, 11, 21))
    made.capture(f"-> @{who.handle} help: again *0.5", date(2026, 11, 22))
    sums = net(journal(told(made), settlements(made)))
    accounts = [account for account in made.books.ledger.accounts() if account.exchanges]
    assert sums == {account.handle: Fraction(account.net, 1000) for account in accounts}


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.integers(1, 100_000),
    st.one_of(st.none(), st.integers(0, 10**9)),
)
def test_no_text_breaks_a_transaction(handle: str, words: str, weight: int, money: int | None) -> None:
    passed = Passed(DAY, 1, 1, Named(1, handle), "", "received", "help", weight, 5, money, "USD", words)
    text = journal([Told(passed, Links((words or "x",), (handle,), (), (handle,)))])
    assert len(list(transactions(text))) == 1
    assert sum(net(text).values()) == Fraction(-weight, 1000)


def test_a_settlement_ends_its_day() -> None:
    made = Journal.open(":memory:")
    made.capture("<> @Ann\n-> @Ann help: x", DAY, create=True)
    text = journal(told(made), settlements(made))
    assert text.index("help") < text.index("even from here")
    assert net(text) == {"Ann": 0}
