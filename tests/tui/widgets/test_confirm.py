"""Yes or no, by letter, by arrows and Enter, or by a click."""

import pytest

from networkjournal.tui.widgets.confirm import Confirm, YesNo
from tests.tui.snapshot import assert_snapshot, screen_text
from tests.tui.widgets.stage import Stage


@pytest.mark.parametrize(
    ("keys", "default", "answer"),
    [
        ("y", False, True),
        ("n", True, False),
        ("escape", True, False),
        ("enter", True, True),
        ("enter", False, False),
        ("left enter", False, True),
        ("tab enter", True, False),
        ("right left enter", True, True),
    ],
)
async def test_keys_answer(keys: str, default: bool, answer: bool) -> None:
    """Enter answers what is marked, so a danger marks no; and with an input method on, no letter is needed."""
    stage = Stage()
    answers: list[bool | None] = []
    async with stage.run_test() as pilot:
        stage.push_screen(Confirm("Really?", default=default), answers.append)
        await pilot.pause()
        await pilot.press(*keys.split())
        assert answers == [answer]
        assert stage.letters == []


@pytest.mark.parametrize(("x", "answers"), [(3, [True]), (17, [False]), (40, [])])
async def test_a_click_answers(x: int, answers: list[bool]) -> None:
    stage: Stage = Stage()
    given: list[bool | None] = []
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.push_screen(Confirm("Really?"), given.append)
        await pilot.pause()
        await pilot.click(YesNo, offset=(x, 0))
        assert given == answers


async def test_it_shows_the_question_literally() -> None:
    stage = Stage()
    async with stage.run_test(size=(60, 12)) as pilot:
        details = ["[red]3[/] 件の記事から消えます。\x1b[2J", "This cannot be undone."]
        stage.push_screen(Confirm("鈴木 花子 [b] を消しますか", details, yes="消す", no="やめる", default=False))
        await pilot.pause()
        assert_snapshot(screen_text(stage), "confirm-60x12")
