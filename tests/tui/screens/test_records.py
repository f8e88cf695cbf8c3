"""Lists of records: what stands in a row, what they add up to, and where each leads."""

from collections.abc import Callable
from datetime import date

import pytest

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.exchange import Which
from networkjournal.reports import records
from networkjournal.reports.records import Records
from networkjournal.tui.screens.event_page import EventPage
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from tests.tui.desk import TODAY, Desk, desk, journal
from tests.tui.screens.people import EVIL, HANAKO, known, shown
from tests.tui.snapshot import assert_snapshot, screen_text


async def show(at: Desk, read: Callable[[Journal], Records], title: str = "Behind it") -> RecordList:
    """A list of these records."""
    opened = at.app.journal
    page = RecordList(opened, lambda: TODAY, lambda _veil: title, lambda: read(opened))
    at.app.push_screen(page)
    await at.pilot.pause()
    await at.pilot.pause()
    return page


async def test_a_row_of_an_exchange_says_all_of_it_and_the_foot_adds_up() -> None:
    opened = journal()
    opened.capture("-> @田中太郎 お金: お車代 ¥3,000 45m", TODAY)
    async with desk(opened) as at:
        await show(at, lambda opened: records.exchanges(opened, Which()))
        text = screen_text(at.app)
        (row,) = [line for line in text.split("\n") if "お車代" in line]
        assert all(part in row for part in ("2026-11-23 → 田中 太郎", "money", "お車代", "45m ¥3,000", " 2 "))
        assert "5 exchanges · given 3 · received 6 · 1h35m · ¥3,000" in text


async def test_enter_opens_the_entry() -> None:
    async with desk() as at:
        page = await show(at, lambda opened: records.exchanges(opened, Which(contact=3)))
        opened: list[Place] = []
        page.open = opened.append  # type: ignore[method-assign,assignment]
        await at.press("down", "enter")
        assert opened == [Place("entry", 1)]


async def test_people_lead_to_their_pages_and_events_to_theirs() -> None:
    async with desk(known()) as at:
        await show(at, lambda opened: records.people(opened, [HANAKO]))
        assert "received more" in screen_text(at.app)
        await at.press("enter")
        assert shown(at).contact_id == HANAKO
        await show(at, lambda opened: records.events(opened.books.events.for_goal(1)))
        await at.press("enter")
        assert isinstance(at.app.screen, EventPage)


async def test_what_is_written_meanwhile_is_in_the_list() -> None:
    async with desk() as at:
        page = await show(at, lambda opened: records.exchanges(opened, Which(contact=3)))
        await at.press("down")
        key = page.rows.key
        at.app.journal.capture("-> @鈴木花子 情報: 新しい", TODAY)
        page.look()
        await at.pilot.pause()
        assert "新しい" in screen_text(at.app)
        assert "4 exchanges" in screen_text(at.app)
        assert page.rows.key == key, "the cursor stays on its record"


async def test_the_latest_of_all_are_five_hundred_and_say_how_many_are_older() -> None:
    opened = journal()
    lines = "\n".join("-> @田中太郎 情報: x" for _ in range(300))
    for day in (1, 2):
        opened.capture(lines, date(2026, 9, day))
    async with desk(opened) as at:
        page = await show(at, lambda opened: records.latest(opened, "given"))
        assert len(page.rows.source) == records.LATEST
        assert "500 exchanges · given 500 · 30m · and 101 older" in screen_text(at.app)


async def test_a_list_may_become_empty() -> None:
    async with desk() as at:
        page = await show(at, lambda opened: records.exchanges(opened, Which(contact=1)))
        at.app.journal.remove_entry(2)
        page.look()
        await at.pilot.pause()
        assert "Nothing is here any more." in screen_text(at.app)
        await at.press("enter")
        assert at.app.screen is page


@pytest.mark.parametrize("size", [(120, 36), (60, 20), (40, 10)])
async def test_hostile_words_stay_in_their_column(size: tuple[int, int]) -> None:
    opened = Journal.open(":memory:")
    opened.add_contact(Contact(EVIL, "mallory"))
    opened.capture(f"-> @mallory 情報: {EVIL}", TODAY)
    async with desk(opened, size=size) as at:
        for read in (
            lambda opened: records.exchanges(opened, Which()),
            lambda opened: records.entries(opened, "@", 1),
            lambda opened: records.people(opened, [1]),
        ):
            await show(at, read, EVIL)
            text = screen_text(at.app)
            assert "[bold]" in text
            assert not {"\x1b", "\u202e", "\u2069", "\t"} & set(text)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_list_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with desk(size=size) as at:
        await show(at, lambda opened: records.latest(opened, "received"), "Received")
        assert_snapshot(screen_text(at.app), f"records-{lang}-{size[0]}x{size[1]}")
