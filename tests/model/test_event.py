"""Events: where one stands between being planned and being past."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.event import Event

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days", "reviewed", "phase"),
    [
        (-1, None, "planned"),
        (0, None, "planned"),
        (1, None, "to_review"),
        (900, None, "to_review"),
        (0, DAY, "past"),
        (1, DAY + timedelta(days=1), "past"),
    ],
)
def test_it_is_planned_to_the_end_of_its_day_and_then_waits_for_its_review(
    days: int, reviewed: date | None, phase: str
) -> None:
    """On the day itself one is still on the way there; and an event nobody looked back on does not go by itself."""
    assert Event("会", DAY, reviewed_on=reviewed).phase(DAY + timedelta(days=days)) == phase


@given(st.dates(), st.dates())
def test_it_is_always_in_one_phase_and_never_goes_back(first: date, then: date) -> None:
    order = ("planned", "to_review", "past")
    event = Event("会", DAY)
    earlier, later = sorted((first, then))
    assert order.index(event.phase(earlier)) <= order.index(event.phase(later))
    assert event._replace(reviewed_on=later).phase(earlier) == "past"


def test_a_purpose_is_never_made_up() -> None:
    """An empty one is what the review will speak of."""
    assert Event("会", DAY).purpose == ""
