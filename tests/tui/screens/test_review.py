"""The Review screen: a period's account, the keys that change the period, what is behind each figure, and answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from networkjournal import demo
from networkjournal.journal import Journal
from networkjournal.model.budget import Budget
from networkjournal.model.exchange import Passed
from networkjournal.tui.screens.account_rows import behind
from networkjournal.tui.screens.aims import GoalPage
from networkjournal.tui.screens.budgets import BudgetsPage
from networkjournal.tui.screens.event_page import EventPage
from networkjournal.tui.screens.insights import InsightsPage
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.screens.review import ReviewScreen
from networkjournal.tui.widgets.form import Form
from networkjournal.tui.widgets.paged import Paged
from tests.tui.desk import TODAY, Desk, desk
from tests.tui.snapshot import screen_text


def sample(path: str = ":memory:") -> Journal:
    made = Journal.open(path)
    demo.make(made, "ja")
    return made


@asynccontextmanager
async def opened(*keys: str, size: tuple[int, int] = (80, 60)) -> AsyncIterator[tuple[Desk, ReviewScreen]]:
    """The sample's review, after these keys."""
    async with desk(sample(), size=size) as at:
        await at.press("R")
        await at.press(*keys)
        screen = at.app.screen
        assert isinstance(screen, ReviewScreen)
        yield at, screen


async def choose(at: Desk, screen: ReviewScreen, *key: object) -> None:
    """Enter on the row with this behind it."""
    source = screen._rows.source
    row = next(source.key(n) for n in range(len(source)) if behind(source.key(n)) == key)
    assert screen._rows.select(row)
    await at.press("enter")


async def test_on_the_first_day_of_a_week_it_begins_with_the_week_before() -> None:
    async with opened() as (at, screen):
        assert (screen.period.start, screen.period.end) == (date(2026, 11, 16), date(2026, 11, 22))
        await at.press("w")
        assert screen.period.start == TODAY


async def test_letters_and_their_twins_change_the_period() -> None:
    async with opened() as (at, screen):
        for keys, start, end in (
            (("m",), date(2026, 11, 1), date(2026, 11, 30)),
            (("alt+3",), date(2026, 10, 1), date(2026, 12, 31)),
            (("left",), date(2026, 7, 1), date(2026, 9, 30)),
            (("right_square_bracket",), date(2026, 10, 1), date(2026, 12, 31)),
            (("alt+4",), date(2026, 1, 1), date(2026, 12, 31)),
            (("w",), date(2026, 11, 23), date(2026, 11, 29)),
            (("left_square_bracket", "m"), date(2026, 11, 1), date(2026, 11, 30)),
            (("left", "w"), date(2026, 9, 28), date(2026, 10, 4)),
            (("t",), date(2026, 11, 23), date(2026, 11, 29)),
        ):
            await at.press(*keys)
            assert (screen.period.start, screen.period.end) == (start, end)


@pytest.mark.parametrize(
    ("key", "length", "given", "received"),
    [
        (("given",), 13, 21, 0),
        (("received",), 12, 0, 30),
        (("days", date(2026, 10, 1), date(2026, 10, 31)), 9, 11, 9),
        (("exchanges", 1), 11, 8, 21),
        (("introductions", 1), 3, 0, 9),
        (("referrals", 1), 2, 0, 10),
        (("exchanges", 0), 5, 6, 0),
        (("spent", "", None, date(2026, 1, 1), date(2026, 12, 31)), 6, 6, 0),
    ],
)
async def test_a_figure_opens_the_exchanges_that_it_is_the_sum_of(
    key: tuple[object, ...], length: int, given: int, received: int
) -> None:
    """Counted by hand from the texts; the mixer stands among what went to no goal, and is no exchange."""
    async with opened("y") as (at, screen):
        await choose(at, screen, *key)
        page = at.app.screen
        assert isinstance(page, RecordList)
        assert page._records.length == length
        sums = page._records.sums
        assert sums is not None
        assert (sums.of("given").weight, sums.of("received").weight) == (1000 * given, 1000 * received)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        (("insights", 1), ("数字で話す", "忘れたころ")),
        (("insights", 0), ("名刺の枚数", "やった気になる")),
        (("results", 1), ("新規契約",)),
        (("strengths", 0), ("2026-09-04", "2026-11-14")),
        (("met", 2), ("渡辺 由美", "Anna Miller")),
        (("met", 0), ("山本 剛", "中村 大輔")),
        (("first",), ("田中 太郎", "渡辺 由美")),
        (("actions", "declared"), ("経過報告", "強みを")),
        (("actions", "overdue"), ("経過報告",)),
        (("done",), ("勉強会の日程",)),
        (("finding", 0), ("紹介",)),
    ],
)
async def test_a_figure_opens_the_lines_or_people_behind_it(key: tuple[object, ...], shown: tuple[str, ...]) -> None:
    async with opened("y") as (at, screen):
        if key == ("done",):  # only October keeps more than it declared
            await at.press("m", "left")
        await choose(at, screen, *key)
        assert at.shows(RecordList)
        text = screen_text(at.app)
        assert [one for one in shown if one not in text] == []


async def test_goals_and_events_open_their_pages() -> None:
    async with opened("y") as (at, screen):
        await choose(at, screen, "goal", 1)
        assert at.shows(GoalPage)
        await at.press("escape")
        await choose(at, screen, "event", 2)
        assert at.shows(EventPage)


async def test_answers_become_an_entry_and_the_review_follows() -> None:
    async with opened("m") as (at, _screen):
        await at.press("e")
        assert at.shows(Form)
        await at.press(*"meet three", "tab", "tab", *"call them", "ctrl+s")
        await at.pilot.pause()
        entry = at.app.journal.books.entries.on(TODAY)[0]
        assert entry.text.startswith("# Review: Month 11 of 2026\n\n## ")
        assert entry.text.endswith("[ ] call them") and "\nmeet three\n" in entry.text
        assert at.shows(ReviewScreen) and "1 declared" in screen_text(at.app) + str(
            [str(at.app.screen._rows.source.draw(n, 78)) for n in range(len(at.app.screen._rows.source))]  # type: ignore[attr-defined]
        )


async def test_nothing_answered_saves_nothing() -> None:
    async with opened("m") as (at, _screen):
        await at.press("e", "ctrl+s")
        await at.pilot.pause()
        assert at.app.journal.books.entries.on(TODAY) == ()


async def test_the_page_is_written_where_one_says_and_over_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.write_text("mine")
    async with opened("y") as (at, _screen):
        for expected in ("mine", "<!doctype html>"):
            await at.press("p")
            form = at.app.screen
            assert isinstance(form, Form)
            form.query_one("LineInput").value = str(path)  # type: ignore[attr-defined]
            await at.press("ctrl+s")
            await at.pilot.pause()
            assert path.read_text(encoding="utf-8").startswith(expected)
            path.unlink() if expected == "mine" else None


async def test_budgets_and_insights_are_a_key_away() -> None:
    async with opened() as (at, _screen):
        await at.press("b")
        assert at.shows(BudgetsPage)
        await at.press("escape", "alt+l")
        assert at.shows(InsightsPage)


async def test_the_account_follows_the_journal() -> None:
    async with opened("w") as (at, screen):
        assert "Nothing is written" in screen_text(at.app)
        at.app.journal.capture("-> @田中太郎 情報: 本 30m", TODAY)
        screen.look()
        await at.pilot.pause()
        assert "1 in 1 exchange · 30m" in screen_text(at.app)


async def test_a_budget_that_is_over_is_said_in_words() -> None:
    made = sample()
    made.set_budget(Budget("month", minutes=60))
    async with desk(made, size=(80, 60)) as at:
        await at.press("R", "m")
        assert "over" in screen_text(at.app)


async def test_no_row_is_wider_than_the_screen_and_every_figure_can_be_reached() -> None:
    async with opened("y", size=(60, 20)) as (at, screen):
        rows = screen._rows
        before = None
        for _step in range(400):
            await at.pilot.press("down")
            if rows.key == before:
                break
            before = rows.key
        assert behind(before)[0] == "question"
        assert all(line.rstrip().endswith(("┃", "┓", "┛", "Help")) for line in screen_text(at.app).split("\n") if line)


async def test_records_listed_are_exchanges_of_the_period_alone() -> None:
    async with opened("m") as (at, screen):
        await choose(at, screen, "contact", 2)
        page = at.app.screen
        assert isinstance(page, RecordList)
        source = page.rows.source
        assert isinstance(source, Paged)
        found = source.record(0)
        assert isinstance(found, Passed) and found.on >= date(2026, 11, 1) and len(source) == 1
