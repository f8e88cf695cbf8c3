"""The grid: from cell to cell by keyboard, an empty row at the end, and names that are picked only by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from networkjournal.tui.widgets.grid import FIRST_ROWS, Column, Grid, Offer
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage

COLUMNS = (Column("Name", 2, "e.g. Ann"), Column("氏名", 1), Column("Step", 2))


@asynccontextmanager
async def shown(*rows: tuple[str, ...]) -> AsyncIterator[tuple[Grid, Pilot[None]]]:
    """A grid in which one writes in the first cell."""
    grid = Grid(COLUMNS, rows)
    async with Stage(grid).run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        grid.go_to(grid.rows[0])
        await pilot.pause()
        yield grid, pilot


def values(grid: Grid) -> list[tuple[str, ...]]:
    return [row.values for row in grid.rows if not row.empty]


@pytest.mark.parametrize("on", ["tab", "enter"])
async def test_tab_and_enter_go_on_through_the_rows(on: str) -> None:
    async with shown() as (grid, pilot):
        await pilot.press("a", on, "b", on, "c", on, "d", "shift+tab", "e")
        assert values(grid) == [("a", "b", "ce"), ("d", "", "")]


async def test_arrows_go_between_the_rows_in_the_same_column() -> None:
    async with shown() as (grid, pilot):
        await pilot.press("tab", "a", "down", "b", "up", "up", "c")
        assert values(grid) == [("", "ac", ""), ("", "b", "")]


async def test_a_row_comes_by_itself_whenever_the_last_is_written_in() -> None:
    async with shown() as (grid, pilot):
        assert len(grid.rows) == FIRST_ROWS
        for _row in range(12):
            await pilot.press("a", "down")
            await pilot.pause()
        assert len(grid.rows) == 13 and grid.rows[-1].empty
        assert [row.values[0] for row in grid.rows[:-1]] == ["a"] * 12


async def test_rows_handed_in_are_there_with_an_empty_one() -> None:
    async with shown(("Ann", "x"), *[("Bob",)] * 4) as (grid, _pilot):
        assert [row.values for row in grid.rows] == [("Ann", "x", ""), *[("Bob", "", "")] * 4, ("", "", "")]


async def test_a_name_is_completed_only_where_it_was_picked() -> None:
    offers = [Offer("Anna_Miller", "Anna Miller", "CareTech"), Offer("Anna_Lee", "Anna Lee")]
    for keys, name in ((("tab",), "an"), (("down", "down", "tab"), "Anna_Lee"), (("up", "enter"), "Anna_Lee")):
        async with shown() as (grid, pilot):
            await pilot.press("a", "n")
            grid.offer(grid.rows[0], 0, offers)
            await pilot.pause()
            assert grid.offering and "Anna Miller  CareTech" in screen_text(pilot.app)
            await pilot.press(*keys, "x")
            assert not grid.offering
            assert values(grid) == [(name, "x", "")]


async def test_an_offer_for_a_cell_one_has_left_is_not_shown() -> None:
    async with shown() as (grid, pilot):
        await pilot.press("a", "tab")
        grid.offer(grid.rows[0], 0, [Offer("Ann", "Ann")])
        assert not grid.offering


async def test_what_is_written_and_entered_is_told() -> None:
    async with shown() as (_grid, pilot):
        await pilot.press("a", "tab")
        await pilot.pause()
        app = pilot.app
        assert isinstance(app, Stage)
        told = [(message.place, message.typed) for message in app.heard(Grid.Edited)]
        assert (0, True) in told and told[-1] == (1, False)


async def test_a_sign_and_what_is_known_stand_in_the_row() -> None:
    async with shown(("Ann",)) as (grid, pilot):
        grid.rows[0].mark("=", "[b]CareTech\x1b")
        await pilot.pause()
        assert "= Ann" in screen_text(pilot.app) and "[b]CareTech" in screen_text(pilot.app)
