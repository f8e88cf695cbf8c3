"""Lines that float: never outside the screen, never more than there is room for."""

import pytest
from rich.text import Text
from textual.containers import Vertical

from networkjournal.tui.widgets.popup import Popup
from tests.tui.widgets.stage import Stage

CSS = "#bar { dock: bottom; height: 1; }"


@pytest.mark.parametrize("column", [0, 5, 30, 500])
async def test_it_stays_on_the_screen(column: int) -> None:
    popup = Popup()
    stage = Stage(Vertical(popup, id="bar"), css=CSS)
    async with stage.run_test(size=(40, 12)) as pilot:
        popup.open([Text("漢字" * 30), Text("x")], most=8, column=column, room=40)
        await pilot.pause()
        assert stage.screen.region.contains_region(popup.region)
        assert popup.region.bottom == 11


async def test_what_is_picked_is_in_sight_and_goes_round() -> None:
    popup = Popup()
    async with Stage(Vertical(popup, id="bar"), css=CSS).run_test(size=(40, 12)) as pilot:
        popup.open([Text(f"row {n}") for n in range(20)], most=5, room=40)
        await pilot.pause()
        for step, picked in ((-1, 19), (1, 0), (1, 1), (-1, 0), (-1, 19), (-1, 18)):
            popup.pick(step)
            assert popup.picked == picked
            assert f"▸row {picked}" in "".join(popup.render_line(y).text for y in range(5))


async def test_nothing_to_show_shows_nothing() -> None:
    popup = Popup()
    async with Stage(Vertical(popup, id="bar"), css=CSS).run_test() as pilot:
        popup.open([], most=5, room=40)
        popup.pick(1)
        await pilot.pause()
        assert (popup.display, popup.picked) == (False, None)
