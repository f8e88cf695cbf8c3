"""A pane's frame shows its title as it is."""

import pytest

from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.line_input import LineInput
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage


@pytest.mark.parametrize("title", ["Goals [b]x[/]", "[", "[/]", "台帳 · 鈴木 花子", "a\\[b"])
async def test_titles_are_literal(title: str) -> None:
    async with Stage(Frame(title=title, number=3)).run_test(size=(40, 4)) as pilot:
        assert f" 3 {title} " in screen_text(pilot.app)


@pytest.mark.parametrize("title", ["", "\x1b", "\n", "   "])
async def test_no_title_is_no_accident(title: str) -> None:
    """Textual itself fails on a title without a line."""
    frame = Frame(title=title)
    async with Stage(frame).run_test(size=(40, 4)) as pilot:
        frame.note = title
        await pilot.pause()
        assert "──────" in screen_text(pilot.app)


async def test_title_and_note_can_be_set() -> None:
    frame = Frame(title="One", number=1)
    async with Stage(frame).run_test(size=(40, 4)) as pilot:
        frame.title, frame.note = "Two", "3 of [9]"
        await pilot.pause()
        lines = screen_text(pilot.app).splitlines()
        assert " 1 Two " in lines[0] and " 3 of [9] " in lines[-1]


async def test_a_long_title_is_cut_to_the_frame() -> None:
    async with Stage(Frame(title="長い名前" * 30)).run_test(size=(30, 4)) as pilot:
        assert {strip.cell_length for strip in pilot.app.screen._compositor.render_strips()} == {30}


async def test_the_focus_is_seen_by_the_line() -> None:
    """Without any colour."""
    field = LineInput()
    async with Stage(Frame(field)).run_test(size=(30, 4)) as pilot:
        assert "━" in screen_text(pilot.app)
        pilot.app.screen.set_focus(None)
        await pilot.pause()
        assert "━" not in screen_text(pilot.app)
