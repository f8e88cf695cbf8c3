"""Spans of days as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.capture.spans import MOST_DAYS, read_span


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30d", 30), ("30", 30), ("6w", 42), ("3 months", 90), ("1 month", 30), ("2 weeks", 14), ("1y", 365),
        ("every 10 days", 10), ("weekly", 7), ("３０日", 30), ("2週間", 14), ("3か月", 90), ("３ヶ月", 90),
        ("半年", 182), ("1年", 365), (" 6 W ", 42),
    ],
)  # fmt: skip
def test_a_span_is_so_many_days(text: str, days: int) -> None:
    assert read_span(text) == days


@pytest.mark.parametrize("text", ["", "soon", "0", "0d", "-3", "1.5 months", "3 months 2", "999999", "99y", "d", "3x"])
def test_what_is_no_span_is_not_guessed(text: str) -> None:
    assert read_span(text) is None


@given(st.text(max_size=20))
def test_any_text_is_a_span_within_bounds_or_none(text: str) -> None:
    days = read_span(text)
    assert days is None or 1 <= days <= MOST_DAYS
