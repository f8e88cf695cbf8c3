"""The calendar of a year: where its days stand, what they look like, and how one moves among them."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.tui.widgets.calendar import Counts, YearCalendar, YearGrid, glyph, moved
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage

TODAY = date(2026, 11, 23)
HELD: Mapping[date, Counts] = {
    date(2026, 1, 1): (1, 0, 0),
    date(2026, 11, 18): (1, 2, 0),
    date(2026, 11, 19): (0, 0, 1),
    date(2026, 11, 20): (2, 1, 1),
}
years = st.integers(1, 9999)


@given(years)
def test_every_day_of_a_year_has_a_place_of_its_own(year: int) -> None:
    grid = YearGrid(year)
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    places = [grid.place(day) for day in days]
    assert [grid.day(*place) for place in places] == days
    assert len(set(places)) == len(days)
    assert all(row == day.weekday() for day, (_column, row) in zip(days, places, strict=True))
    assert grid.columns in (53, 54)
    assert len(set(grid.months())) == 12


@given(years, st.integers(-9, 99), st.integers(-9, 9))
def test_beside_the_year_there_is_no_day(year: int, column: int, row: int) -> None:
    day = YearGrid(year).day(column, row)
    assert day is None or (day.year == year and YearGrid(year).place(day) == (column, row))


def test_a_leap_year_that_begins_on_a_sunday_has_a_column_more() -> None:
    assert YearGrid(2040).columns == 54
    assert YearGrid(2026).columns == 53


@pytest.mark.parametrize(
    ("counts", "sign"), [((1, 2, 0), "→"), ((0, 0, 1), "←"), ((1, 1, 1), "↔"), ((3, 0, 0), "·"), ((0, 0, 0), " ")]
)
def test_a_day_is_told_by_its_shape(counts: Counts, sign: str) -> None:
    assert glyph(counts) == sign


@pytest.mark.parametrize(
    ("day", "days", "months", "then"),
    [
        (date(2026, 3, 31), 0, -1, date(2026, 2, 28)),
        (date(2028, 2, 29), 0, 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 1, 0, date(2027, 1, 1)),
        (date(2026, 1, 15), 0, -1, date(2025, 12, 15)),
        (date.max, 1, 0, date.max),
        (date.min, -7, 0, date.min),
        (date.max, 0, 12, date.max),
        (date.min, 0, -1, date.min),
    ],
)
def test_time_goes_on_over_the_ends_of_months_but_not_of_time(day: date, days: int, months: int, then: date) -> None:
    assert moved(day, days=days, months=months) == then


def stage(day: date = date(2026, 11, 20)) -> tuple[Stage, YearCalendar]:
    calendar = YearCalendar(day, TODAY)
    calendar.show(HELD, TODAY)
    return Stage(calendar), calendar


async def test_sixty_columns_are_enough_for_a_year() -> None:
    shown, calendar = stage()
    async with shown.run_test(size=(58, 10)) as pilot:
        calendar.focus()
        await pilot.pause()
        lines = screen_text(shown).splitlines()
        assert lines[0] == "   Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov  Dec"
        assert lines[5].startswith("Fr") and lines[5].endswith("↔")
        assert lines[1].rstrip().endswith("○"), "today is there although it holds nothing"
        assert lines[4].startswith("Th ·")


async def test_with_more_room_a_day_has_two_cells_and_the_cursor_a_mark() -> None:
    shown, calendar = stage()
    async with shown.run_test(size=(116, 10)) as pilot:
        calendar.focus()
        await pilot.pause()
        assert "▸↔" in screen_text(shown).splitlines()[5]
        await pilot.press("down")
        assert "▸" in screen_text(shown).splitlines()[6]


async def test_where_not_even_a_year_fits_the_cursor_is_in_sight() -> None:
    shown, calendar = stage()
    async with shown.run_test(size=(30, 10)) as pilot:
        calendar.focus()
        await pilot.pause()
        assert "↔" in screen_text(shown)
        assert "Nov" in screen_text(shown)


async def test_keys_go_by_days_weeks_months_and_years() -> None:
    shown, calendar = stage()
    async with shown.run_test(size=(120, 10)) as pilot:
        calendar.focus()
        for keys, day in (
            ("j", date(2026, 11, 21)),
            ("up", date(2026, 11, 20)),
            ("h", date(2026, 11, 13)),
            ("right", date(2026, 11, 20)),
            ("pageup", date(2026, 10, 20)),
            ("pagedown", date(2026, 11, 20)),
            ("left_square_bracket", date(2025, 11, 20)),
            ("ctrl+pagedown", date(2026, 11, 20)),
            ("home", TODAY),
        ):
            await pilot.press(keys)
            await pilot.pause()
            assert calendar.day == shown.heard(YearCalendar.Picked)[-1].day == day
        assert shown.letters == []
        await pilot.press("enter")
        assert [chosen.day for chosen in shown.heard(YearCalendar.Chosen)] == [TODAY]


async def test_a_click_picks_and_two_choose() -> None:
    shown, calendar = stage()
    async with shown.run_test(size=(58, 10)) as pilot:
        await pilot.click(YearCalendar, offset=(3, 4))
        await pilot.pause()
        assert calendar.day == date(2026, 1, 1)
        await pilot.click(YearCalendar, offset=(3, 1))
        await pilot.click(YearCalendar, offset=(1, 4))
        await pilot.pause()
        assert calendar.day == date(2026, 1, 1), "neither beside the year nor on a name is a day"
        await pilot.click(YearCalendar, offset=(4, 1), times=2)
        await pilot.pause()
        assert [chosen.day for chosen in shown.heard(YearCalendar.Chosen)] == [date(2026, 1, 5)]
