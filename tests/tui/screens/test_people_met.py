"""The people met: ten in a few minutes, saved as one change; nothing typed is lost unasked."""

from pathlib import Path

from networkjournal.tui.screens.event_page import EventPage
from networkjournal.tui.screens.events import EventsScreen
from networkjournal.tui.screens.people_met import PeopleMet
from networkjournal.tui.widgets.grid import Grid
from tests.tui.desk import Desk, desk, journal
from tests.tui.screens.people import said
from tests.tui.snapshot import screen_text


async def grid(at: Desk) -> Grid:
    await at.press("E")
    await at.press("m")
    assert isinstance(at.app.screen, PeopleMet)
    return at.app.screen.grid


async def test_all_of_them_are_saved_as_one_change() -> None:
    async with desk() as at:
        await grid(at)
        await at.press(*"suzuki", "tab", "tab", *"kasan", "tab", *"call", "enter")
        await at.press(*"Bob", "tab", *"CareTech", "ctrl+s")
        opened = at.app.journal
        assert isinstance(at.app.screen, EventsScreen)
        assert "2 people noted · 1 new contact · 1 next step; u takes it back." in said(at)
        (entry,) = opened.books.entries.page_with("%", 1, 0, 9)
        assert entry.text == "%Evening\n@鈴木花子 kasan\n[ ] @鈴木花子 call due:2026-12-04\n@Bob"
        assert opened.find_contact("Bob").how_met == "Evening"
        await at.press("u")
        assert opened.books.entries.page_with("%", 1, 0, 9) == ()


async def test_who_is_known_is_seen_while_one_types() -> None:
    async with desk() as at:
        await grid(at)
        await at.press(*"suzuki")
        assert "= known: 鈴木 花子 · さくら訪問看護" in screen_text(at.app)
        await at.press(*"x")
        assert "+ suzukix: somebody new" in screen_text(at.app)
        await at.press("tab", "down", *"田中")
        assert "= suzuki" not in screen_text(at.app)


async def test_a_name_that_several_bear_is_picked_from_the_list() -> None:
    async with desk() as at:
        cells = await grid(at)
        await at.press(*"tanaka")
        assert "? 田中太郎 / 田中次郎? ↓ picks one" in screen_text(at.app)
        await at.press("escape", "ctrl+s")
        assert isinstance(at.app.screen, PeopleMet)
        await at.press("backspace", "a", "down", "down", "tab")
        assert cells.rows[0].values[0] in ("田中太郎", "田中次郎")
        await at.press("ctrl+s")
        assert isinstance(at.app.screen, EventsScreen)


async def test_a_row_without_a_name_and_a_day_that_is_none_stay_open() -> None:
    async with desk() as at:
        cells = await grid(at)
        await at.press("tab", *"CareTech", "ctrl+s")
        await at.pilot.pause()
        assert "A name, or a word to call them by, is needed." in screen_text(at.app)
        await at.press(*"Bob")
        screen = at.app.screen
        assert isinstance(screen, PeopleMet)
        screen._due.value = "someday"
        await at.press("ctrl+s")
        assert "This is no date" in screen_text(at.app)
        assert cells.rows[0].values[:2] == ("Bob", "CareTech")


async def test_escape_asks_before_it_throws_anything_away() -> None:
    async with desk() as at:
        await grid(at)
        await at.press("escape")
        assert isinstance(at.app.screen, EventsScreen)
        await at.press("m")
        await at.press(*"Bob", "tab", "escape")
        assert "Escape again throws it away" in screen_text(at.app)
        await at.press("x", "escape")
        assert isinstance(at.app.screen, PeopleMet)
        await at.press("escape")
        assert isinstance(at.app.screen, EventsScreen)
        assert at.app.journal.books.contacts.count() == 4


async def test_what_a_killed_program_leaves_is_there_again(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    async with desk(journal(path)) as at:
        await grid(at)
        await at.press(*"Bob", "tab", *"CareTech")
        screen = at.app.screen
        assert isinstance(screen, PeopleMet)
        screen.keep_draft()
    async with desk(at.app.journal.open(path)) as at:
        cells = await grid(at)
        assert cells.rows[0].values == ("Bob", "CareTech", "", "")
        await at.press("ctrl+s")
        await at.press("m")
        screen = at.app.screen
        assert isinstance(screen, PeopleMet)
        assert all(row.empty for row in screen.grid.rows)


async def test_under_the_veil_nobody_is_noted() -> None:
    async with desk() as at:
        await at.press("f12", "E")
        await at.press("m")
        assert isinstance(at.app.screen, EventsScreen) and "Names are hidden now" in said(at)
        await at.press("enter")
        assert isinstance(at.app.screen, EventPage)
