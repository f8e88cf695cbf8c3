"""What stands out on a page: the sentence, its arithmetic, and the records that Enter opens."""

import re
from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.tui.panes.today import TodayPane
from networkjournal.tui.screens.event_page import EventPage
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from tests.tui.desk import Desk, desk
from tests.tui.screens.people import page, shown
from tests.tui.snapshot import screen_text


def taken() -> Journal:
    """Somebody who gave thrice, and an event of which nothing came."""
    made = Journal.open(":memory:")
    made.add_contact(Contact("伊藤 誠"))
    made.capture("<- @伊藤誠 紹介: 一人\n<- @伊藤誠 情報: 二つ\n<- @伊藤誠 情報: 三つ", date(2026, 8, 1))
    mixer = Event("異業種交流会", date(2026, 11, 2), cards=15, reviewed_on=date(2026, 11, 3))
    made.add_event(mixer)
    made.capture("%異業種交流会 に行った", date(2026, 11, 2))
    return made


def flat(at: Desk) -> str:
    """The screen without its lines, so that wrapped sentences are whole."""
    return re.sub(r"[\s┃│]+", " ", screen_text(at.app))


async def test_a_contact_s_page_says_it_with_its_records_behind_it() -> None:
    async with page(1, taken()) as at:
        assert "Referral, then silence: 伊藤 誠 sent someone your way" in flat(at)
        assert "received 5 (3×) · gave 0 (0×)" in flat(at)
        assert shown(at).person.rows.select(("finding", "only_taking"))
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, RecordList)
        assert at.app.screen.title_now() == "伊藤 誠 · Only taking"
        assert len(at.app.screen.rows.source) == 3
        assert "一人" in screen_text(at.app)


async def test_under_the_veil_nobody_is_named() -> None:
    async with page(1, taken()) as at:
        await at.press("f12")
        assert "伊藤" not in screen_text(at.app)
        assert "Referral, then silence" in screen_text(at.app)


async def test_an_event_s_page_says_it_too() -> None:
    async with desk(taken()) as at:
        at.home.open(Place("event", 1))
        await at.pilot.pause()
        await at.pilot.pause()
        page = at.app.screen
        assert isinstance(page, EventPage)
        for name in ("Cards only", "Satisfied with attending", "No purpose"):
            assert name in flat(at), name
        assert page.rows.select(("finding", "cards_only"))
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, RecordList)
        assert len(at.app.screen.rows.source) == 2


async def test_an_event_to_review_stands_in_the_day_s_pane_and_opens() -> None:
    journal = taken()
    journal.add_event(Event("勉強会", date(2026, 11, 20), purpose="聞く"))
    async with desk(journal) as at:
        await at.press("n")  # the one question about it, answered with later
        assert "% 勉強会 11/20 · to review" in flat(at)
        pane = at.home.query_one(TodayPane)
        at.home.action_pane(4)
        assert pane.rows.select(("event", 2))
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, EventPage)
