"""Reading one entry: under every marked line what it posted; editing is one key away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest

from networkjournal import i18n
from networkjournal.tui.screens.entry import EntrySheet
from networkjournal.tui.screens.entry_editor import EntryEditor
from networkjournal.tui.screens.home import Home
from networkjournal.tui.screens.places import Place
from tests.tui.desk import Desk, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text

TEXT = "会のあとで\n-> @鈴木花子 情報: 本の話 15m\n-> @田中 紹介: 誰か\n! 聞くこと\n[ ] 礼状を書く due:fri"


@asynccontextmanager
async def reading(size: tuple[int, int] = (120, 36)) -> AsyncIterator[Desk]:
    """An entry, gone to from Home."""
    opened = journal()
    saved = opened.capture(TEXT, date(2026, 11, 18)).entry
    assert saved is not None
    async with desk(opened, size=size) as at:
        at.home.open(Place("entry", saved.id))
        await at.pilot.pause()
        assert at.shows(EntrySheet)
        yield at


async def test_each_marked_line_says_what_it_posted() -> None:
    async with reading() as at:
        lines = [line.strip("┃▸ ") for line in screen_text(at.app).splitlines()[1:-2]]
        assert [line for line in lines if line][:9] == [
            "会のあとで",
            "-> @鈴木花子 情報: 本の話 15m",
            "given to 鈴木花子 · information · 1 · 15m",
            "-> @田中 紹介: 誰か",
            "waits: 田中 may be 田中太郎 / 田中次郎",
            "! 聞くこと",
            "insight",
            "[ ] 礼状を書く due:2026-11-20",
            "to do · due 2026-11-20",
        ]


async def test_a_line_is_edited_where_one_reads_it() -> None:
    async with reading() as at:
        await at.press("down", "e")
        assert at.shows(EntryEditor)
        assert [screen.box.line for screen in at.app.screen_stack if isinstance(screen, EntryEditor)] == [2]
        await at.press(*" 30m", "ctrl+s")
        assert at.shows(EntrySheet)
        assert "15m" in screen_text(at.app), "the first time counts"


async def test_an_entry_that_is_gone_is_closed_and_cannot_be_opened() -> None:
    async with reading() as at:
        at.app.journal.remove_entry(5)
        await at.pilot.pause(1.3)
        assert at.shows(Home)
        at.home.open(Place("entry", 5))
        await at.pilot.pause()
        assert at.shows(Home)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_an_entry_looks_as_it_should(size: tuple[int, int], lang: str) -> None:
    i18n.set_language(lang)
    async with reading(size) as at:
        assert_snapshot(screen_text(at.app), f"entry-{lang}-{size[0]}x{size[1]}")
