"""The bar: its shape alone says which side has more."""

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st
from rich.cells import cell_len

from networkjournal.model.bars import halves
from networkjournal.tui.widgets.balance_bar import balance_bar, title_bar

AMOUNTS = st.one_of(st.integers(0, 10**9), st.floats(0, 10**6))


def length(side: str) -> int:
    """In half cells."""
    return side.count("█") * 2 + side.count("▌") + side.count("▐")


@pytest.mark.parametrize(
    ("given", "received", "drawn"),
    [
        (0, 5, "▕████|    ▏"),
        (3, 0, "▕    |████▏"),
        (4, 4, "▕████|████▏"),
        (0, 0, "▕    |    ▏"),
        (4, 2, "▕  ██|████▏"),
        (100, 99, "▕▐███|████▏"),
        (1, 1000, "▕████|▌   ▏"),
    ],
)
def test_received_grows_to_the_left_and_given_to_the_right(given: float, received: float, drawn: str) -> None:
    assert balance_bar(given, received).plain == drawn


def test_one_scale_makes_rows_comparable() -> None:
    assert balance_bar(2, 4, scale=8).plain == "▕  ██|█   ▏"
    assert balance_bar(20, 4, scale=8).plain == "▕  ██|████▏", "beyond the scale a side is full"


@examples(AMOUNTS, AMOUNTS, st.integers(-3, 41), st.one_of(st.none(), AMOUNTS))
def test_the_side_with_more_is_the_longer_one(given: float, received: float, width: int, scale: float | None) -> None:
    """Even where both go beyond the scale."""
    bar = balance_bar(given, received, width, scale=scale).plain
    left, right = bar.split("|")
    assert cell_len(left) == cell_len(right), "always the same width"
    given, received = round(given, 10), round(received, 10)
    if given == received:
        assert length(left) == length(right)
    else:
        assert (length(right) > length(left)) == (given > received)
    assert (length(right) > 0) == (given > 0)


def test_sums_of_small_weights_are_even() -> None:
    """0.1 + 0.2 is 0.3 to a person."""
    assert halves(0.1 + 0.2, 0.3, 8, None) == (8, 8)


def test_the_title_bar_is_the_sketch() -> None:
    """Given stands left there, beside its word, and the bar is only as wide as what it shows."""
    assert title_bar(41, 29, 19).plain == "◀████████|█████▌▶"
    assert title_bar(0, 0).plain == "◀|▶"
    assert title_bar(0, 3, 7).plain == "◀|██▶"
