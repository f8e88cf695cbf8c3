"""The rules of findings: where each holds, and on which side of its threshold it does not."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.config import THRESHOLDS as CONFIGURED
from networkjournal.model.event import Event
from networkjournal.model.finding import (
    FINDING_CODES,
    THRESHOLDS,
    Finding,
    FindingCode,
    Thresholds,
    attending,
    cards_only,
    no_purpose,
    one_sided,
    one_sided_so_far,
    only_taking,
    referral_silence,
    scattered,
)

ON = date(2026, 9, 1)


def after(days: int) -> date:
    """So many days later."""
    return ON + timedelta(days=days)


@pytest.mark.parametrize(
    ("cards", "followed", "days", "fires"),
    [
        (5, False, 15, True),
        (5, False, 14, False),
        (4, False, 15, False),
        (5, True, 15, False),
        (None, False, 15, False),
    ],
)
def test_cards_are_all_once_the_time_to_follow_up_is_over(
    cards: int | None, followed: bool, days: int, fires: bool
) -> None:
    assert cards_only(Event("x", ON, cards=cards), followed, after(days)) is fires


@pytest.mark.parametrize(
    ("reviewed", "came", "days", "fires"),
    [
        (None, False, 15, True),
        (1, False, 1, True),
        (None, False, 14, False),
        (1, True, 30, False),
        (0, False, 0, False),
        (9, False, 3, False),
    ],
)
def test_attending_was_all_once_one_has_looked_back(reviewed: int | None, came: bool, days: int, fires: bool) -> None:
    """Neither on the day itself, nor by a review that is written only later than the day one looks from."""
    event = Event("x", ON, reviewed_on=None if reviewed is None else after(reviewed))
    assert attending(event, came, after(days)) is fires


@pytest.mark.parametrize(
    ("given_on", "days", "fires"),
    [(None, 61, True), (None, 60, False), (-1, 61, True), (0, 61, False), (5, 61, False), (80, 90, False)],
)
def test_a_referral_is_followed_by_silence_after_sixty_days(given_on: int | None, days: int, fires: bool) -> None:
    assert referral_silence(ON, None if given_on is None else after(given_on), after(days)) is fires


@pytest.mark.parametrize(
    ("gave", "received", "times", "fires"),
    [(0, 1000, 2, True), (1000, 2001, 2, True), (1000, 2000, 2, False), (0, 9000, 1, False), (0, 0, 2, False)],
)
def test_taking_is_more_than_twice_what_was_given(gave: int, received: int, times: int, fires: bool) -> None:
    assert only_taking(gave, received, times) is fires


@pytest.mark.parametrize(
    ("gave", "received", "days", "aims", "fires"),
    [
        (5, 0, 180, "", True),
        (5, 0, 180, "  ", True),
        (5, 0, 179, "", False),
        (4, 0, 400, "", False),
        (5, 1, 400, "", False),
        (5, 0, 400, "a partner for his shop", False),
    ],
)
def test_giving_is_one_sided_where_it_was_often_and_long_and_aims_are_unclear(
    gave: int, received: int, days: int, aims: str, fires: bool
) -> None:
    assert one_sided(gave, received, ON, after(days), aims) is fires


def test_so_far_is_said_from_the_second_time_on() -> None:
    assert one_sided_so_far(2, 0, "")
    assert not one_sided_so_far(1, 0, "")
    assert not one_sided_so_far(2, 1, "")
    assert not one_sided_so_far(2, 0, "to learn")


@pytest.mark.parametrize(
    ("without", "total", "fires"), [(61, 120, True), (60, 120, False), (119, 119, False), (0, 500, False)]
)
def test_time_is_scattered_where_more_than_half_has_no_goal(without: int, total: int, fires: bool) -> None:
    assert scattered(without, total) is fires


def test_an_event_without_words_for_why_has_no_purpose() -> None:
    assert no_purpose(Event("x", ON))
    assert no_purpose(Event("x", ON, purpose=" "))
    assert not no_purpose(Event("x", ON, purpose="to meet care managers"))


def test_thresholds_are_those_that_the_configuration_knows() -> None:
    assert tuple(CONFIGURED) == Thresholds._fields
    assert all(1 <= usual <= CONFIGURED[name] for name, usual in THRESHOLDS._asdict().items())


def test_every_code_has_its_place() -> None:
    assert sorted(FINDING_CODES) == sorted(get_args(FindingCode))


def test_a_figure_that_is_not_there_is_nothing() -> None:
    assert Finding("no_purpose", "event", 1, "x", "x", (("minutes", 5),)).figure("minutes") == 5
    assert Finding("no_purpose", "event", 1, "x", "x").figure("minutes") == 0


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 99))
def test_giving_more_never_makes_a_taker(gave: int, received: int, times: int) -> None:
    if not only_taking(gave, received, times):
        assert not only_taking(gave + 1, received, times)
