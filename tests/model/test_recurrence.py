"""Rules of recurrence, compared with dateutil where it can be asked."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.recurrence import days_between, rule_of

FIRST, LAST = date(2026, 8, 1), date(2027, 2, 20)
_WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """A rule that matches something, written as calendars write it."""
    every = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={every}", f"INTERVAL={draw(st.integers(1, 4))}"]
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    if draw(st.booleans()):
        which = draw(st.sampled_from(["", "1", "2", "-1"])) if every in ("MONTHLY", "YEARLY") else ""
        parts.append("BYDAY=" + ",".join(which + day for day in draw(_WEEKDAYS)))
    elif every in ("MONTHLY", "YEARLY") and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={draw(st.sampled_from(['1', '15', '1,20', '-1']))}")
    if every == "YEARLY" and draw(st.booleans()):
        parts.append(f"BYMONTH={draw(st.integers(1, 12))}")
    return ";".join(parts)


@given(rules(), st.integers(0, 700))
def test_the_days_are_those_that_dateutil_finds(text: str, after: int) -> None:
    """From a first day that the rule matches: where it does not, the two count differently, and ours is the RFC's."""
    given_start = datetime(2025, 1, 1) + timedelta(after)
    begun = next(iter(rrulestr(text, dtstart=given_start)), None)
    if begun is None:
        return
    start = begun.date()
    found = rrulestr(text, dtstart=begun).between(
        datetime(FIRST.year, FIRST.month, FIRST.day), datetime(LAST.year, LAST.month, LAST.day), inc=True
    )
    rule = rule_of(text)
    assert rule is not None
    assert list(days_between(rule, start, FIRST, LAST)) == [moment.date() for moment in found]


def test_the_last_workday_of_each_month_is_found_by_its_place() -> None:
    rule = rule_of("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
    assert rule is not None
    days = list(days_between(rule, date(2026, 7, 31), FIRST, date(2026, 10, 31)))
    assert days == [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 30)]


def test_an_end_is_kept() -> None:
    rule = rule_of("FREQ=DAILY;UNTIL=20260803T000000Z")
    assert rule is not None
    assert len(list(days_between(rule, date(2020, 1, 1), FIRST, LAST))) == 3


@pytest.mark.parametrize(
    "text",
    [
        *("", "FREQ=", "FREQ=SOMETIMES", "FREQ=DAILY;BYWEEKNO=3", "FREQ=DAILY;INTERVAL=x", "FREQ=WEEKLY;BYDAY=XX"),
        "FREQ=DAILY;COUNT=1" + "0" * 5000,
    ],
)
def test_what_is_not_known_is_refused(text: str) -> None:
    assert rule_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=999999;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYHOUR=0,1,2;BYSECOND=1,2,3",
    ],
)
@pytest.mark.parametrize("start", [date(1, 1, 1), date(2026, 11, 1), date(9999, 12, 31)])
def test_whatever_the_rule_it_ends(text: str, start: date) -> None:
    rule = rule_of(text)
    assert rule is not None
    assert len(list(days_between(rule, start, FIRST, LAST))) <= (LAST - FIRST).days + 1
