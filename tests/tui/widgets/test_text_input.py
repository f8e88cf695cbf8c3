"""A text of several lines: positions are counted as in the text itself, and nothing harmful is kept."""

from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste
from textual.geometry import Offset
from textual.widgets import Static

from networkjournal.tui.widgets.text_input import TextInput
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage

LINES = st.lists(st.text(alphabet="aあ@ 👨\u0301", max_size=6), max_size=4).map("\n".join)


@given(LINES, st.data())
def test_positions_are_those_of_the_text(text: str, data: st.DataObject) -> None:
    """Completions name parts of the text by index: what is replaced must be what was meant."""
    area = TextInput(text)
    index = data.draw(st.integers(0, len(area.text)))
    row, column = area.location(index)
    assert "\n".join([*area.text.split("\n")[:row], area.text.split("\n")[row][:column]]) == area.text[:index]


def test_positions_outside_go_to_the_ends() -> None:
    area = TextInput("ab\nc")
    assert (area.location(-5), area.location(99)) == ((0, 0), (1, 1))


async def test_the_cursor_counts_as_the_text_does() -> None:
    area = TextInput("ab\n田中\nc")
    async with Stage(area).run_test() as pilot:
        area.move_cursor((1, 1))
        assert area.text[: area.cursor] == "ab\n田"
        area.put("xyz", 1)
        await pilot.press("!")
        assert area.text == "x!yz"


async def test_the_terminal_cursor_is_true_in_a_wrapped_line() -> None:
    area = TextInput()
    stage = Stage(area, css="TextInput { width: 11; }")
    async with stage.run_test() as pilot:
        area.focus()
        area.put("あいうえおか")
        await pilot.pause()
        assert stage.cursor_position == Offset(2, 1)


async def test_the_terminal_cursor_follows_when_the_layout_moves_the_text() -> None:
    above, area = Static("one"), TextInput()
    stage = Stage(above, area)
    async with stage.run_test() as pilot:
        area.focus()
        await pilot.pause()
        above.update("one\ntwo\nthree")
        await pilot.pause()
        assert stage.cursor_position == Offset(0, 3)


async def test_pasted_control_characters_become_visible_and_lines_are_kept() -> None:
    area = TextInput()
    stage = Stage(area)
    async with stage.run_test() as pilot:
        area.focus()
        stage.screen.post_message(Paste("one\r\n\x1b[31mtwo\x07[bold]"))
        await pilot.pause()
        await pilot.pause()
        assert area.text == "one\n␛[31mtwo␇[bold]"
        assert screen_text(stage).split() == ["one", "␛[31mtwo␇[bold]"]


async def test_a_placeholder_is_literal() -> None:
    stage = Stage(TextInput(placeholder="Write [b]here[/]"))
    async with stage.run_test():
        assert "Write [b]here[/]" in screen_text(stage)
