"""The page of insights: by goal, by person, and each opens its entry."""

from datetime import date

from networkjournal.tui.screens.entry import EntrySheet
from networkjournal.tui.screens.insights import InsightsPage
from tests.tui.desk import desk, journal
from tests.tui.snapshot import screen_text


async def test_they_stand_by_goal_then_by_person_and_open_their_entries() -> None:
    opened = journal()
    opened.capture("! 先に訊く @鈴木花子 #在宅", date(2026, 11, 2))
    opened.capture("! ただ聴く", date(2026, 11, 3))
    async with desk(opened) as at:
        await at.press("R", "l")
        assert at.shows(InsightsPage)
        text = screen_text(at.app)
        assert text.index("訪問の新規") < text.index("先に訊く") < text.index("About no goal") < text.index("ただ聴く")
        assert "2 insights" in text

        await at.press("s")
        text = screen_text(at.app)
        assert text.index("鈴木 花子") < text.index("先に訊く") < text.index("About no one")
        await at.press("enter")
        assert at.shows(EntrySheet) and "先に訊く" in screen_text(at.app)


async def test_without_any_it_says_how_one_begins() -> None:
    async with desk() as at:
        await at.press("R", "l")
        assert "No insight yet" in screen_text(at.app)
