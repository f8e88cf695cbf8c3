"""One of several, by arrows, by a filter, or by a click."""

from rich.text import Text
from textual.widgets import Static

from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.rows import Rows
from tests.tui.snapshot import assert_snapshot, screen_text
from tests.tui.widgets.stage import Stage

PEOPLE = [Option(1, "鈴木 花子", "さくら訪問看護"), Option(2, "鈴木 一郎", "ABC商事"), Option(3, "Jane [b] Smith", "")]


async def asked(choice: Choice[int], *keys: str) -> list[int | None]:
    stage = Stage()
    answers: list[int | None] = []
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.push_screen(choice, answers.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    return answers


async def test_arrows_and_enter_choose() -> None:
    assert await asked(Choice("Who?", PEOPLE), "down", "enter") == [2]
    assert await asked(Choice("Who?", PEOPLE, filtered=True), "down", "down", "up", "enter") == [2]


async def test_escape_chooses_nothing() -> None:
    assert await asked(Choice("Who?", PEOPLE), "escape") == [None]
    assert await asked(Choice("Who?", PEOPLE, filtered=True), *"x", "escape") == [None]


async def test_typing_narrows_by_all_words_in_any_width_and_case() -> None:
    assert await asked(Choice("Who?", PEOPLE, filtered=True), *"ａｂｃ 鈴木", "enter") == [2]


async def test_enter_without_a_row_chooses_nothing() -> None:
    assert await asked(Choice("Who?", PEOPLE, filtered=True), *"zzz", "enter") == []


async def test_the_caller_may_find_in_its_own_way() -> None:
    """By reading or romaji, which this widget knows nothing of."""
    found = {"suzuki": PEOPLE[:2]}
    assert await asked(Choice("Who?", PEOPLE, find=lambda typed: found.get(typed, [])), *"suzuki", "down", "enter") == [
        2
    ]


async def test_a_double_click_chooses() -> None:
    stage = Stage()
    answers: list[int | None] = []
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.push_screen(Choice("Who?", PEOPLE), answers.append)
        await pilot.pause()
        await pilot.click(Rows, offset=(3, 1), times=2)
        await pilot.pause()
        assert answers == [2]


async def test_it_looks_so() -> None:
    """Above wide characters too, and none of them broken inside the box."""
    stage = Stage(Static(Text("あいうえお" * 300)))
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.push_screen(Choice("どなたですか [b]", PEOPLE, filtered=True))
        await pilot.press(*"鈴木")
        await pilot.pause()
        assert_snapshot(screen_text(stage), "choice-60x20")


async def test_it_fits_a_low_screen() -> None:
    stage = Stage()
    async with stage.run_test(size=(60, 9)) as pilot:
        stage.push_screen(Choice("Which?", [Option(n, f"row {n}") for n in range(50)], filtered=True))
        await pilot.pause()
        await pilot.press(*["down"] * 20)
        await pilot.pause()
        assert "▸row 20" in screen_text(stage)
