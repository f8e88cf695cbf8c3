"""How often to be in touch, on a contact's page: set in a small form, and a key that lets them be quiet."""

from datetime import date

from networkjournal.model.cadence import Cadence
from networkjournal.tui.widgets.form import Form
from tests.tui.screens.people import HANAKO, page, said, shown
from tests.tui.snapshot import screen_text


async def test_the_form_sets_how_often_and_undo_takes_it_back() -> None:
    async with page() as at:
        assert "every 7 days" not in screen_text(at.app)
        await at.press("t")
        assert isinstance(at.app.screen, Form)
        await at.press("right", "ctrl+s")
        await at.pilot.pause()

        assert at.app.journal.books.cadences.of_contact(HANAKO) == Cadence(7, contact=HANAKO, id=1)
        for part in ("every 7 days", "last 52 days ago", "2026-10-09 !"):
            assert part in screen_text(at.app), part

        await at.press("u")
        assert at.app.journal.books.cadences.of_contact(HANAKO) is None


async def test_an_odd_number_of_days_is_kept_and_never_removes_it() -> None:
    async with page() as at:
        at.app.journal.set_cadence(Cadence(45, contact=HANAKO))
        await at.press("t")
        assert "every 45 days" in screen_text(at.app)
        await at.press("ctrl+s")
        await at.pilot.pause()
        assert [cadence.days for cadence in at.app.journal.books.cadences.all()] == [45]

        await at.press("t", *("left",) * 4, "ctrl+s")
        await at.pilot.pause()
        assert list(at.app.journal.books.cadences.all()) == []


async def test_quiet_until_a_day_in_one_s_own_words() -> None:
    async with page() as at:
        at.app.journal.set_cadence(Cadence(30, contact=HANAKO))
        await at.press("t", "tab", *"soon", "ctrl+s")
        await at.pilot.pause()
        assert "This is no day yet" in screen_text(at.app)
        await at.press(*("backspace",) * 4, *"12/24", "ctrl+s")
        await at.pilot.pause()
        assert at.app.journal.books.contacts.get(HANAKO).snoozed_until == date(2026, 12, 24)
        assert "quiet until 2026-12-24" in screen_text(at.app)


async def test_one_key_lets_them_be_quiet_and_the_same_key_minds_them_again() -> None:
    async with page() as at:
        await at.press("Z")
        assert at.app.journal.books.contacts.get(HANAKO).snoozed_until == date(2026, 12, 7)
        assert "Quiet until 2026-12-07" in said(at)
        await at.press("Z")
        assert at.app.journal.books.contacts.get(HANAKO).snoozed_until is None


async def test_no_form_opens_under_the_veil() -> None:
    async with page() as at:
        await at.press("f12", "t")
        assert at.app.screen is shown(at)
        await at.press("Z")
        assert "鈴木" not in said(at)
