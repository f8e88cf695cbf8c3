"""The state of a relationship: its thresholds exactly, and when it is too soon to judge."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.balance import STATES, Account, order, state

FIRST = date(2026, 10, 1)
SUMS = st.integers(0, 10**9)


def account(**fields: object) -> Account:
    """An account of someone."""
    return Account(1, "ann", "Ann")._replace(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "received", "expected"),
    [
        (11_000, 9_000, "even"),  # exactly 10 % of 20
        (11_001, 9_000, "given_more"),
        (9_000, 11_000, "even"),
        (9_000, 11_001, "received_more"),
        (1, 0, "given_more"),
        (0, 1, "received_more"),
        (0, 0, "even"),  # all of it settled
        (1_000, 1_000, "even"),
    ],
)
def test_a_tenth_of_all_that_passed_is_still_even(given: int, received: int, expected: str) -> None:
    assert state(given, received, 2) == expected


def test_nothing_ever_exchanged_is_not_even() -> None:
    """Strangers are not friends whose accounts are settled."""
    assert (account().state, account(exchanges=1).state) == ("none", "even")


@given(SUMS, SUMS)
def test_what_is_more_for_one_is_less_for_the_other(given: int, received: int) -> None:
    mirrored = {"given_more": "received_more", "received_more": "given_more", "even": "even"}
    assert state(received, given, 1) == mirrored[state(given, received, 1)]


@given(SUMS, SUMS, st.integers(1, 1000))
def test_the_unit_of_weights_does_not_matter(given: int, received: int, factor: int) -> None:
    assert state(given * factor, received * factor, 1) == state(given, received, 1)


@pytest.mark.parametrize(("exchanges", "days", "early"), [(3, 30, False), (3, 29, True), (2, 30, True), (2, 400, True)])
def test_three_exchanges_over_thirty_days_are_enough_to_judge(exchanges: int, days: int, early: bool) -> None:
    assert account(exchanges=exchanges, first_on=FIRST).early(FIRST + timedelta(days)) is early


def test_a_stranger_is_too_early_to_judge() -> None:
    assert account().early(FIRST)
    assert account().silent_days(FIRST) is None


def test_silence_is_counted_in_days_and_never_below_none() -> None:
    """An exchange may be dated ahead of the day from which one looks."""
    assert account(last_on=FIRST).silent_days(FIRST + timedelta(5)) == 5
    assert account(last_on=FIRST + timedelta(5)).silent_days(FIRST) == 0


def test_what_one_owes_comes_first_and_the_largest_debt_on_top() -> None:
    accounts = [
        account(handle="stranger"),
        account(handle="giver", given=5_000, exchanges=1),
        account(handle="small", received=1_000, exchanges=1),
        account(handle="even", given=1_000, received=1_000, exchanges=2),
        account(handle="large", received=9_000, exchanges=1),
    ]
    assert [a.handle for a in sorted(accounts, key=order)] == ["large", "small", "even", "giver", "stranger"]
    assert [a.state for a in sorted({a.state: a for a in accounts}.values(), key=order)] == list(STATES)
