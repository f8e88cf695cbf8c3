"""Telephone numbers in any notation."""

import pytest

from networkjournal.model.phone import number_of, same_number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+81 90-1234-5678", "090(1234)5678"),
        ("０９０－１２３４－５６７８", "09012345678"),
        ("+81 (0)3 1234 5678", "03-1234-5678 内線 12"),
        ("0081-3-1234-5678", "03 1234 5678"),
        ("+1 (415) 555-2671", "415.555.2671 ext. 9"),
        ("tel:+44-20-7946-0958", "020 7946 0958"),
    ],
)
def test_one_number_written_in_two_ways_is_one(one: str, other: str) -> None:
    assert same_number(one, other) and same_number(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("090-1234-5678", "080-1234-5678"), ("03-1234-5678", "06-1234-5678"), ("12", "13"), ("", ""), ("n/a", "none")],
)
def test_different_numbers_stay_apart(one: str, other: str) -> None:
    assert not same_number(one, other)


def test_what_is_too_short_is_no_number_of_one_s_own() -> None:
    assert number_of("110") is None and number_of("内線 2345") is None
    assert same_number("110", " 110 ")
