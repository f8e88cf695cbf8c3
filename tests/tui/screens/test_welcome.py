"""The first run: three questions, each skippable, whose answers are in the file at once; or the sample journal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.widgets import Input

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.tui.app import NetworkJournal
from networkjournal.tui.outcome import DEMO
from networkjournal.tui.screens.home import Home
from networkjournal.tui.screens.welcome import QUESTIONS, Welcome
from networkjournal.tui.widgets.capture_bar import CaptureText
from networkjournal.tui.widgets.key_line import KeyLine
from tests.tui.desk import TODAY, Desk
from tests.tui.snapshot import assert_snapshot, screen_text


@asynccontextmanager
async def first_run(size: tuple[int, int] = (80, 24), opened: Journal | None = None) -> AsyncIterator[Desk]:
    """The program on a journal in which nothing was ever written."""
    app = NetworkJournal(opened or Journal.open(":memory:"), lambda: TODAY, first=True)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Desk(app, pilot)


async def answer(at: Desk, text: str, key: str = "enter") -> None:
    """Type an answer, as an input method hands it over, and press a key."""
    at.app.screen.query_one(Input).insert_text_at_cursor(text)
    await at.pilot.pause()
    await at.press(key)


def asked(at: Desk) -> str:
    """Which question stands there; nothing after the last."""
    shown = screen_text(at.app)
    return next((question.asks for question in QUESTIONS if f"{question.asks}  " in shown), "")


def kept(journal: Journal) -> list[list[str]]:
    """The goals, personas and offers in the file."""
    books = journal.books
    return [
        [goal.title for goal in books.goals.all()],
        [persona.who for persona in books.personas.all()],
        [offer.what for offer in books.offers.all()],
    ]


async def test_three_answers_are_three_changes_that_can_be_taken_back() -> None:
    async with first_run() as at:
        assert asked(at) == "What do you want to achieve?"
        await answer(at, "訪問の新規を半年で十二件")
        assert kept(at.app.journal) == [["訪問の新規を半年で十二件"], [], []], "saved at once, not at the end"
        await answer(at, "夜間に困っているケアマネジャー")
        await answer(at, "連絡体制のひな形")

        assert isinstance(at.app.screen, Home)
        assert kept(at.app.journal) == [
            ["訪問の新規を半年で十二件"],
            ["夜間に困っているケアマネジャー"],
            ["連絡体制のひな形"],
        ]
        names = [step.name for step in at.app.journal.books.history.steps()]
        assert names == ["offer_add", "persona_add", "goal_add"]
        for _name in names:
            at.app.journal.undo()
        assert kept(at.app.journal) == [[], [], []]


async def test_afterwards_one_writes_at_once_and_the_bar_says_what() -> None:
    async with first_run() as at:
        await at.press("escape", "escape")
        assert isinstance(at.app.focused, CaptureText)
        assert "Whom did you meet last?" in screen_text(at.app)

        await at.type("<- @Jane info: how offices choose")
        await at.press("ctrl+n", "escape")
        assert at.app.journal.find("contact", "Jane").handle == "Jane"
        assert "Write the day" in screen_text(at.app)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_every_question_can_be_skipped_and_then_nothing_was_written(key: str) -> None:
    async with first_run() as at:
        await at.press(key)
        assert asked(at) == "What can you offer at once?", "nobody is asked whom to meet without a goal"
        await at.press(key)
        assert isinstance(at.app.screen, Home)
        assert not at.app.journal.books.history.begun(), "so the welcome comes again next time"


async def test_one_can_go_back_and_say_it_better() -> None:
    async with first_run() as at:
        await answer(at, "more customers")
        await answer(at, "a dentist")
        assert asked(at) == "What can you offer at once?"
        await at.press("up", "f10")
        field = at.app.screen.query_one(Input)
        assert field.value == "more customers"
        field.value = "ten customers"
        await at.press("enter", "enter")

        assert kept(at.app.journal) == [["ten customers"], ["a dentist"], []]
        assert at.app.journal.find("goal", "ten customers").handle == "ten_customers", "no trace of the first try"
        await at.press("escape")
        assert isinstance(at.app.screen, Home)


async def test_an_answer_that_is_emptied_is_taken_back_with_what_hung_on_it() -> None:
    async with first_run() as at:
        await answer(at, "more customers")
        await answer(at, "a dentist")
        await at.press("up", "up")
        at.app.screen.query_one(Input).value = ""
        await at.press("enter")

        assert kept(at.app.journal) == [[], [], []]
        assert asked(at) == "What can you offer at once?"
        await at.press("up")
        assert asked(at) == "What do you want to achieve?"


async def test_what_was_typed_and_skipped_is_there_on_the_way_back() -> None:
    async with first_run() as at:
        await answer(at, "half a sentence", key="escape")
        await at.press("up")
        assert at.app.screen.query_one(Input).value == "half a sentence"
        assert kept(at.app.journal)[0] == []


@pytest.mark.parametrize("who", ["anybody", "Everyone!", "誰でも", "ダレデモ", "いろんな人"])
async def test_a_vague_answer_is_told_so_once_and_may_be_kept(who: str) -> None:
    async with first_run() as at:
        await answer(at, "more customers")
        await answer(at, who)
        assert "Almost anybody fits that" in screen_text(at.app)
        assert kept(at.app.journal)[1] == []

        await at.press("enter")
        assert kept(at.app.journal)[1] == [who]
        assert asked(at) == "What can you offer at once?"


async def test_the_sample_journal_is_one_key_away_on_the_first_page_only() -> None:
    async with first_run() as at:
        assert "F9 Look at a sample journal first" in screen_text(at.app)
        await answer(at, "more customers")
        assert "F9" not in screen_text(at.app)
        await at.press("f9")
        assert at.app.return_value is None
        await at.press("up", "f9")
        assert at.app.return_value == DEMO


async def test_the_sample_journal_is_one_click_away() -> None:
    async with first_run() as at:
        line = at.app.screen.query_one("#welcome-demo", KeyLine)
        await at.pilot.click(line, offset=(5, 0))
        assert at.app.return_value == DEMO


async def test_what_cannot_be_saved_stays_and_says_why() -> None:
    async with first_run() as at:
        at.app.journal.books.connection.execute("pragma query_only = on")
        await answer(at, "more customers")
        assert asked(at) == "What do you want to achieve?"
        assert at.app.screen.query_one(Input).value == "more customers"
        assert "Nothing was saved" in " ".join(screen_text(at.app).split())


async def test_control_characters_in_an_answer_reach_no_terminal() -> None:
    async with first_run() as at:
        await answer(at, "more\x1b[2J [b]customers[/b]")
        assert "\x1b" not in screen_text(at.app)
        assert "[b]customers[/b]" in screen_text(at.app)


def test_every_binding_has_an_id_a_tooltip_and_a_key_that_an_input_method_lets_through() -> None:
    for binding in Welcome.BINDINGS:
        assert binding.id and binding.tooltip, binding  # type: ignore[union-attr]
        assert all(len(key) > 1 for key in binding.key.split(",")), binding  # type: ignore[union-attr]


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_each_page_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    goal, who = ("訪問の新規を半年で十二件", "誰でも") if lang == "ja" else ("twelve new home visits", "anybody")
    name = f"{lang}-{size[0]}x{size[1]}"
    async with first_run(size) as at:
        assert_snapshot(screen_text(at.app), f"welcome-1-{name}")
        await answer(at, goal)
        await answer(at, who)
        assert_snapshot(screen_text(at.app), f"welcome-2-{name}")
        await at.press("enter")
        assert_snapshot(screen_text(at.app), f"welcome-3-{name}")
        await at.press("escape")
        assert_snapshot(screen_text(at.app), f"welcome-4-{name}")
