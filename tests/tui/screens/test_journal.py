"""The journal screen: a year's calendar, the entries of the day, what was written on it before."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.tui.panes.day import DayPane
from networkjournal.tui.screens.entry import EntrySheet
from networkjournal.tui.screens.entry_editor import EntryEditor
from networkjournal.tui.screens.home import Home
from networkjournal.tui.screens.journal import DaysScreen
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.templates import Templates
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.calendar import YearCalendar
from tests.store.statements import asked
from tests.tui.desk import TODAY, Desk, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text

DAY = date(2026, 11, 20)


def lived_in() -> Journal:
    """A journal with entries on this day before."""
    opened = journal()
    opened.capture(
        "朝の挨拶。今日は北町の勉強会。\n-> @鈴木花子 情報: 夜間の連絡体制の作り方を図にして渡した 30m\n"
        "! 質問から入ると話がひろがる\n[x] @鈴木花子 に礼状を書く",
        DAY,
    )
    opened.capture("十月の二十日は雨。\n<- @田中太郎 紹介: 会計に詳しい人", date(2026, 10, 20))
    opened.capture("去年は誰とも話さずに帰った。", date(2025, 11, 20))
    return opened


class Days(Desk):
    """The desk with the journal on top of Home."""

    @property
    def days(self) -> DaysScreen:
        """The journal screen."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, DaysScreen))

    @property
    def editor(self) -> EntryEditor:
        """The editor on top."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, EntryEditor))

    def shown(self) -> list[str]:
        """The lines of the day."""
        source = self.days.query_one(DayPane).rows.source
        return [str(source.draw(i, 200)).strip() for i in range(len(source))]


@asynccontextmanager
async def days(
    opened: Journal | None = None, day: date = DAY, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Days]:
    """The journal, gone to from Home."""
    async with desk(opened or lived_in(), size=size) as at:
        at.home.open(Place("day", day.toordinal()))
        await at.pilot.pause()
        yield Days(at.app, at.pilot)


async def test_one_key_opens_today() -> None:
    async with desk() as at:
        await at.press("d")
        assert at.shows(DaysScreen)
        assert Days(at.app, at.pilot).days.day == TODAY
        await at.press("d", "q")
        assert at.shows(Home), "the journal is not opened on itself"


async def test_a_day_shows_its_entries_whole_and_why_a_line_waits() -> None:
    async with days() as at:
        assert at.shown() == [
            "-> @田中 情報: どちらの田中さん",
            "waits: 田中 may be 田中太郎 / 田中次郎",
            "",
            "朝の挨拶。今日は北町の勉強会。",
            "-> @鈴木花子 情報: 夜間の連絡体制の作り方を図にして渡した 30m",
            "! 質問から入ると話がひろがる",
            "[x] @鈴木花子 に礼状を書く",
        ]


async def test_the_entries_follow_the_calendar() -> None:
    async with days() as at:
        await at.press("pageup")
        assert at.days.day == date(2026, 10, 20)
        assert at.shown()[0] == "十月の二十日は雨。"
        await at.press("left_square_bracket")
        assert "2025" in screen_text(at.app).splitlines()[1]
        assert at.shown() == []
        await at.press("home")
        assert at.days.day == TODAY


async def test_what_was_written_on_this_day_before_comes_back() -> None:
    async with days() as at:
        text = screen_text(at.app)
        assert "1 month ago · 2026-10-20" in text and "1 year ago · 2025-11-20" in text
        assert "去年は誰とも話さずに帰った。" in text
        await at.press("3", "enter")
        assert at.shows(EntrySheet)
        assert "十月の二十日は雨。" in screen_text(at.app)


async def test_on_a_narrow_screen_earlier_days_stand_below_the_day() -> None:
    async with days(size=(60, 20)) as at:
        assert at.shown()[-4:-2] == ["", "1 year ago · 2025-11-20 Thu"] or "On this day" in at.shown()
        await at.press("2", "G", "enter")
        assert at.shows(EntrySheet)


async def test_an_empty_day_says_what_to_do_and_enter_does_it() -> None:
    async with days(day=TODAY) as at:
        assert "Nothing is written here yet." in screen_text(at.app)
        await at.press("enter")
        assert at.shows(EntryEditor)
        await at.pilot.press(*"abc")
        await at.press("ctrl+s")
        assert at.shown() == ["abc"]
        assert at.shows(DaysScreen)


async def test_enter_on_a_line_goes_on_writing_there() -> None:
    async with days() as at:
        await at.press("enter", "down", "down", "enter")
        assert at.shows(EntryEditor)
        assert at.editor.box.line == 2
        await at.press(*"x", "ctrl+s")
        assert "-> @鈴木花子 情報: 夜間の連絡体制の作り方を図にして渡した 30mx" in at.shown()


async def test_another_entry_of_the_day_is_written_with_n() -> None:
    async with days() as at:
        await at.press("n")
        await at.pilot.press(*"later")
        await at.press("ctrl+s")
        assert at.shown()[-1] == "later"
        assert at.days.query_one(DayPane).rows.key == (at.app.journal.books.entries.on(DAY)[-1].id, 1)


async def test_an_entry_saved_on_another_day_is_shown_there() -> None:
    async with days() as at:
        await at.press("n", *"x")
        assert at.shows(EntryEditor)
        at.editor.day = date(2025, 3, 1)
        await at.press("ctrl+s")
        assert at.days.day == at.days.query_one(YearCalendar).day == date(2025, 3, 1)
        assert at.shown()[0] == "x"


async def test_a_removed_entry_says_so_and_undo_brings_it_back() -> None:
    async with days() as at:
        await at.press("2", "minus")
        assert len(at.app.journal.books.entries.on(DAY)) == 1
        told = [str(notification.message) for notification in at.app._notifications]
        assert told == ["Removed the entry of 2026-11-20 Fri; u brings it back."]
        await at.press("u")
        assert len(at.app.journal.books.entries.on(DAY)) == 2


async def test_earlier_entries_are_not_removed_from_the_days_list() -> None:
    """From the calendar only the day's own entries are at hand."""
    async with days(day=date(2026, 12, 20), size=(60, 20)) as at:
        before = at.app.journal.books.entries.count()
        await at.press("minus")
        assert at.app.journal.books.entries.count() == before


async def test_an_entry_begins_with_a_template() -> None:
    async with days() as at:
        await at.press("t")
        assert at.shows(Templates)
        await at.press("1")
        assert at.shows(EntryEditor)
        assert at.editor.box.text == "-> @ info: "
        await at.press("escape")
        assert at.shows(DaysScreen), "where nothing was added nothing is asked"


async def test_what_another_program_writes_is_seen() -> None:
    async with days(day=TODAY) as at:
        at.app.journal.capture("from elsewhere", TODAY)
        await at.pilot.pause(1.3)
        assert at.shown() == ["from elsewhere"]
        assert "·" in screen_text(at.app).splitlines()[3]


async def test_opening_it_reads_no_other_day(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = lived_in()
    async with desk(opened) as at:
        with asked(opened.books.connection) as statements:
            at.home.open(Place("day", DAY.toordinal()))
            await at.pilot.pause()
        read = [text for text in statements if "from entries" in text]
        assert read and all("day in (" in text or "day between" in text or "id =" in text for text in read)


async def test_while_others_look_on_only_marks_and_days_are_seen() -> None:
    async with days() as at:
        at.app.veil = Veil(True)
        await at.pilot.pause()
        text = screen_text(at.app)
        assert not any(secret in text for secret in ("鈴木", "田中", "勉強会", "雨", "質問"))
        assert "-> ●●●" in text and "2026-11-20" in text


async def test_the_mouse_reaches_everything() -> None:
    async with days() as at:
        await at.pilot.click(YearCalendar, offset=(4, 5))
        await at.pilot.pause()
        assert at.days.day == date(2026, 1, 2)


async def test_hostile_texts_are_shown_as_they_are() -> None:
    opened = journal()
    opened.capture("[bold]x[/] \x1b[2J \u202eabc\n-> @[Anna [b]Miller[/b]] info: [/]\t終", TODAY)
    async with days(opened, TODAY) as at:
        text = screen_text(at.app)
        assert "[bold]x[/]" in text and "info: [/]" in text
        assert not any(raw in text for raw in ("\x1b", "\u202e", "\t"))


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_journal_looks_as_it_should(size: tuple[int, int], lang: str) -> None:
    i18n.set_language(lang)
    async with days(size=size) as at:
        assert_snapshot(screen_text(at.app), f"journal-{lang}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_an_empty_day_looks_as_it_should(size: tuple[int, int], lang: str) -> None:
    i18n.set_language(lang)
    async with days(journal(), TODAY, size) as at:
        assert_snapshot(screen_text(at.app), f"journal-empty-{lang}-{size[0]}x{size[1]}")


async def test_a_flood_of_earlier_entries_is_cut_and_counted() -> None:
    opened = journal()
    for n in range(30):
        opened.capture(f"earlier {n}", date(2025, 11, 20))
    async with days(opened) as at:
        rows = at.days.memories.rows.source
        assert str(rows.draw(len(rows) - 1, 99)) == "and 18 more"
