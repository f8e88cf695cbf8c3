"""The terminal's cursor is where the next character will stand: there the input method opens its window."""

import pytest
from rich.text import Text
from textual.containers import VerticalScroll
from textual.geometry import Offset, Size
from textual.widgets import Static

from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.rows import ListSource, Rows
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage


async def test_the_cursor_is_true_at_the_end_of_the_text_and_right_after_mount() -> None:
    """Textual's own is one cell to the right there, and one row too high."""
    field = LineInput(select_on_focus=False)
    stage = Stage(Static("one\ntwo"), field)
    async with stage.run_test() as pilot:
        field.value = "田中ab"
        field.focus()
        await pilot.pause()
        assert stage.cursor_position == Offset(6, 2)
        await pilot.press("left", "left", "left")
        assert stage.cursor_position == Offset(2, 2)
        await pilot.press("鈴")
        await pilot.pause()
        assert stage.cursor_position == Offset(4, 2)


async def test_the_cursor_follows_when_the_layout_moves_the_input() -> None:
    above, field = Static("one"), LineInput()
    stage = Stage(above, field)
    async with stage.run_test() as pilot:
        field.focus()
        await pilot.pause()
        above.update("one\ntwo\nthree")
        await pilot.pause()
        assert stage.cursor_position == Offset(0, 3)


async def test_the_cursor_follows_scrolling() -> None:
    """Fields of a long form stand in a container that scrolls."""
    field = LineInput()
    stage = Stage(VerticalScroll(*[Static(str(n)) for n in range(60)], field, can_focus=False))
    async with stage.run_test(size=(40, 10)) as pilot:
        field.focus()
        await pilot.pause(0.4)
        assert stage.cursor_position.y == field.region.y
        assert 0 <= field.region.y < 10


async def test_a_long_text_scrolls_under_the_cursor() -> None:
    field = LineInput()
    stage = Stage(field)
    async with stage.run_test(size=(40, 5)) as pilot:
        field.value = "あ" * 60
        await pilot.press("end")
        await pilot.pause()
        assert stage.cursor_position.x <= 39
        await pilot.press("home")
        await pilot.pause()
        assert stage.cursor_position == Offset(0, 0)


async def test_what_reaches_the_value_is_harmless_and_literal() -> None:
    field = LineInput(placeholder="[bold]x\x07")
    stage = Stage(field)
    async with stage.run_test() as pilot:
        field.value = "a\x1b[31mb"
        assert "\x1b" not in field.value
        field.value = ""
        await pilot.pause()
        assert screen_text(stage).startswith("[bold]x")


async def test_letters_are_typed_and_never_reach_the_app() -> None:
    field = LineInput()
    stage = Stage(field)
    async with stage.run_test() as pilot:
        await pilot.press("a", "j")
        assert (field.value, stage.letters) == ("aj", [])


async def test_readline_keys_work() -> None:
    field = LineInput(select_on_focus=False)
    async with Stage(field).run_test() as pilot:
        field.value = "one two three"
        await pilot.press("ctrl+w")
        assert field.value == "one two "
        await pilot.press("ctrl+a", "x", "ctrl+k")
        assert field.value == "x"
        await pilot.press("ctrl+u")
        assert field.value == ""


async def test_what_is_typed_lays_out_nothing_and_a_long_text_still_scrolls(monkeypatch: pytest.MonkeyPatch) -> None:
    """A character moves no other widget; laying a whole screen out for it took half of the time to its paint."""
    field, rows = LineInput(), Rows(ListSource([(n, Text(str(n))) for n in range(99)]))
    stage = Stage(field, rows)
    async with stage.run_test(size=(40, 12)) as pilot:
        field.focus()
        await pilot.pause()
        laid_out: list[object] = []
        refresh = WholeGlyphs._refresh_layout

        def noted(screen: WholeGlyphs, size: Size | None = None, scroll: bool = False) -> None:
            laid_out.append(screen)
            refresh(screen, size, scroll)

        monkeypatch.setattr(WholeGlyphs, "_refresh_layout", noted)
        await pilot.press("a", "あ", "backspace", "b")
        await pilot.pause()
        assert laid_out == []
        assert "ab" in screen_text(stage)
        field.insert_text_at_cursor("い" * 30)
        await pilot.pause()
        assert stage.cursor_position.x <= 39
        assert screen_text(stage).splitlines()[0].endswith("い") or "い" * 18 in screen_text(stage)
