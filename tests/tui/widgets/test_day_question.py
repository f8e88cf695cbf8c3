"""A day asked for: what the words mean is shown while one types, and only a day is an answer."""

from datetime import date

import pytest

from networkjournal.capture.dates import read_date
from networkjournal.tui.widgets.day_question import DayAnswer, DayQuestion
from networkjournal.tui.widgets.line_input import LineInput
from tests.tui.snapshot import assert_snapshot, screen_text
from tests.tui.widgets.stage import Stage

MONDAY = date(2026, 11, 23)


def question(value: str = "", nothing: str = "No due date") -> DayQuestion:
    """When is it due?"""
    return DayQuestion(
        "Due: [b]礼状[/] \x1b[2J", lambda text: read_date(text, MONDAY, "coming"), value=value, nothing=nothing
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fri", "2026-11-27 Fri"),
        ("来週金曜", "2026-12-04 Fri"),
        ("２週間後", "2026-12-07 Mon"),
        ("11/20", "2027-11-20 Sat"),
        ("", "No due date"),
        ("  ", "No due date"),
        ("some day", "This is no day yet"),
        ("2/30", "This is no day yet"),
        ("[b]x[/]\x1b[2J", "This is no day yet"),
    ],
)
async def test_what_the_words_mean_is_shown_while_one_types(typed: str, meant: str) -> None:
    stage = Stage()
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.push_screen(question())
        await pilot.pause()
        stage.screen.query_one(LineInput).value = typed
        await pilot.pause()
        assert meant in screen_text(stage)


@pytest.mark.parametrize(
    ("typed", "keys", "answers"),
    [
        ("fri", "enter", [DayAnswer(date(2026, 11, 27))]),
        ("", "enter", [DayAnswer(None)]),
        ("some day", "enter", []),
        ("some day", "enter escape", [None]),
        ("fri", "escape", [None]),
    ],
)
async def test_enter_takes_a_day_and_nothing_else_and_escape_leaves(
    typed: str, keys: str, answers: list[DayAnswer | None]
) -> None:
    stage = Stage()
    given: list[DayAnswer | None] = []
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.push_screen(question(), given.append)
        await pilot.pause()
        stage.screen.query_one(LineInput).value = typed
        await pilot.press(*keys.split())
        await pilot.pause()
        assert given == answers


async def test_typing_replaces_the_day_that_stood_there() -> None:
    stage = Stage()
    given: list[DayAnswer | None] = []
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.push_screen(question("2026-11-20"), given.append)
        await pilot.pause()
        assert "2026-11-20 Fri" in screen_text(stage)
        await pilot.press("f", "r", "i", "enter")
        await pilot.pause()
        assert given == [DayAnswer(date(2026, 11, 27))]


async def test_where_a_day_is_required_an_empty_field_is_no_answer() -> None:
    stage = Stage()
    given: list[DayAnswer | None] = []
    async with stage.run_test(size=(60, 20)) as pilot:
        stage.push_screen(question(nothing=""), given.append)
        await pilot.pause()
        await pilot.press("enter")
        assert given == []


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_looks_as_it_should(size: tuple[int, int]) -> None:
    stage = Stage()
    async with stage.run_test(size=size) as pilot:
        stage.push_screen(question("2026-11-27"))
        await pilot.pause()
        assert_snapshot(screen_text(stage), f"day-question-{size[0]}x{size[1]}")
