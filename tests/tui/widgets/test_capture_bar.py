"""The capture bar: what it says to the screen, what completions do, and where the terminal's cursor stands."""

import pytest
from rich.text import Text
from textual.geometry import Offset
from textual.widgets import Static

from networkjournal.tui.widgets.capture_bar import CaptureBar, CaptureText
from networkjournal.tui.widgets.completing_text import Completion
from tests.tui.snapshot import assert_snapshot, screen_text
from tests.tui.widgets.stage import Stage

CSS = "Static.panes { height: 1fr; } CaptureBar { dock: bottom; }"


class Home(Stage):
    """Completes names after an `@`, as a screen would."""

    names: tuple[str, ...] = ("鈴木花子", "鈴木一郎", "田中太郎")

    def __init__(self) -> None:
        self.bar = CaptureBar(placeholder="Write [today]")
        panes = "\n".join("│枠の中の文字" * 9 for _ in range(40))
        super().__init__(Static(panes, markup=False, classes="panes"), self.bar, css=CSS)

    def on_mount(self) -> None:
        self.bar.focus()

    def on_capture_bar_edited(self, event: CaptureBar.Edited) -> None:
        at = event.text.rfind("@", 0, event.cursor)
        typed = event.text[at + 1 : event.cursor]
        event.bar.complete(
            [
                Completion(at, event.cursor, f"@{name}", name, "さくら訪問看護 [x]")
                for name in self.names
                if at >= 0 and name.startswith(typed) and name != typed
            ]
        )
        marked = [line for line in event.text.split("\n") if line.startswith("->")]
        event.bar.preview([Text(f"given: {line[2:].strip()}") for line in marked])


def edits(stage: Home) -> list[tuple[str, int]]:
    return [(edit.text, edit.cursor) for edit in stage.heard(CaptureBar.Edited)]


async def test_each_key_is_told_once_with_its_text_and_cursor() -> None:
    """A key both changes the text and moves the cursor: the screen hears of it once."""
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press("x", "田", "left")
        assert edits(stage) == [("x", 1), ("x田", 2), ("x田", 1)]


async def test_enter_hands_over_the_text_and_keeps_it() -> None:
    """It is the screen that empties the bar, once the text is on disk."""
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press("a", "j", "enter")
        assert [c.text for c in stage.heard(CaptureBar.Captured)] == ["aj"]
        assert stage.letters == [], "letters belong to the text"
        assert stage.bar.text == "aj"
        stage.bar.clear()
        await pilot.pause()
        assert stage.bar.text == ""


async def test_other_keys_of_enter_begin_a_line() -> None:
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press("a", "ctrl+j", "b", "enter")
        assert [c.text for c in stage.heard(CaptureBar.Captured)] == ["a\nb"]


async def test_tab_takes_the_first_completion() -> None:
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press(*"昨日@鈴", "tab")
        assert stage.bar.text == "昨日@鈴木花子"
        await pilot.press("と")
        assert stage.bar.text == "昨日@鈴木花子と"


async def test_a_picked_completion_is_taken_by_enter() -> None:
    """One that was not picked is not: Enter then means what it always means."""
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press(*"@鈴", "down", "down", "enter")
        assert stage.bar.text == "@鈴木一郎"
        assert stage.heard(CaptureBar.Captured) == []
        stage.bar.clear()
        await pilot.press(*"@鈴", "enter")
        assert [c.text for c in stage.heard(CaptureBar.Captured)] == ["@鈴"]


async def test_what_is_picked_stays_picked_while_the_list_narrows() -> None:
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press(*"@鈴", "up", *"木", "enter")
        assert stage.bar.text == "@鈴木一郎"


async def test_completion_in_the_middle_keeps_what_follows() -> None:
    stage = Home()
    async with stage.run_test() as pilot:
        stage.bar.text = "x\n@田さん"
        await pilot.press("left", "left", "tab")
        assert stage.bar.text == "x\n@田中太郎さん"
        assert stage.bar.cursor == len("x\n@田中太郎")


async def test_tab_typed_ahead_of_the_answer_waits_for_it() -> None:
    """Completions for an older text would replace the wrong part of this one."""
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press(*"@鈴")
        text = stage.query_one(CaptureText)
        text.insert("木一")
        text.action_complete()
        await pilot.pause()
        assert stage.bar.text == "@鈴木一郎"


async def test_escape_closes_the_list_first_and_leaves_then() -> None:
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press(*"@鈴", "escape")
        assert "鈴木一郎" not in screen_text(stage)
        assert stage.heard(CaptureBar.Dismissed) == []
        await pilot.press("escape")
        assert len(stage.heard(CaptureBar.Dismissed)) == 1
        assert (stage.bar.text, stage.letters) == ("@鈴", [])


async def test_a_click_takes_a_completion() -> None:
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press(*"@鈴")
        await pilot.click("#capture-popup", offset=(4, 1))
        assert stage.bar.text == "@鈴木一郎"


async def test_tab_and_arrows_are_free_without_completions() -> None:
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press("a", "ctrl+j", "b", "up", "x")
        assert stage.bar.text == "ax\nb"
        await pilot.press("tab")
        assert stage.bar.text == "ax\nb"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_terminal_cursor_is_true_while_the_bar_grows(size: tuple[int, int]) -> None:
    """The bar is at the bottom: each line moves the first one up."""
    stage = Home()
    async with stage.run_test(size=size) as pilot:
        await pilot.press(*"田中a")
        await pilot.pause()
        assert stage.cursor_position == Offset(3 + 5, size[1] - 1)
        await pilot.press("ctrl+j", "ctrl+j", "x")
        await pilot.pause()
        assert stage.cursor_position == Offset(3 + 1, size[1] - 1)
        await pilot.press("up", "up")
        await pilot.pause()
        assert stage.cursor_position.y == size[1] - 3


async def test_the_bar_is_never_higher_than_six_lines() -> None:
    stage = Home()
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.bar.text = "\n".join("0123456789")
        await pilot.pause()
        assert stage.bar.size.height == 6
        assert screen_text(stage).rstrip("\n").endswith("9")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_list_stands_above_its_word(size: tuple[int, int]) -> None:
    """With every wide character whole, whatever lies below."""
    stage = Home()
    async with stage.run_test(size=size) as pilot:
        await pilot.press(*"-> 昨日@鈴", "down")
        await pilot.pause()
        assert_snapshot(screen_text(stage), f"capture-completions-{size[0]}x{size[1]}")


async def test_the_preview_floats_above_and_moves_nothing() -> None:
    stage = Home()
    async with stage.run_test(size=(60, 20)) as pilot:
        await pilot.press(*"-> [b]x[/] 情報", "ctrl+j", *"-> y")
        await pilot.pause()
        assert_snapshot(screen_text(stage), "capture-preview-60x20")


async def test_the_preview_waits_until_one_writes_again() -> None:
    """It covers the panes: not while one reads them."""
    stage = Home()
    async with stage.run_test() as pilot:
        await pilot.press(*"-> 情報")
        assert "given: 情報" in screen_text(stage)
        stage.screen.set_focus(None)
        await pilot.pause()
        assert "given: 情報" not in screen_text(stage)
        stage.bar.focus()
        await pilot.pause()
        assert "given: 情報" in screen_text(stage)


async def test_a_draft_put_back_is_told() -> None:
    """So that its preview is there at once."""
    stage = Home()
    async with stage.run_test() as pilot:
        stage.bar.text = "-> 情報"
        await pilot.pause()
        await pilot.pause()
        assert edits(stage)[-1] == ("-> 情報", 5)
        assert "given: 情報" in screen_text(stage)
