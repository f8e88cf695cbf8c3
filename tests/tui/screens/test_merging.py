"""Merging from the contact's page: choosing, seeing, saying yes, and taking it back."""

from pathlib import Path

import pytest
from textual.widgets import Input

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.merging import MergePage
from networkjournal.tui.veil import DOTS, Veil
from networkjournal.tui.widgets.choice import Choice
from networkjournal.tui.widgets.confirm import Confirm
from tests.tui.desk import TODAY, Desk
from tests.tui.screens.people import EVIL, HANAKO, LONG, MALLORY, TARO, known, page, said, shown
from tests.tui.snapshot import assert_snapshot, screen_text

TWICE = 5


def twice(path: str = ":memory:") -> Journal:
    """Somebody who stands in the journal twice."""
    made = known(path)
    made.add_contact(Contact("スズキ ハナコ", "hanako2", organization="もみじ訪問看護", caution="内緒"))
    made.capture("-> @hanako2 贈り物: 礼状 *2", TODAY)
    return made


async def chosen(at: Desk, key: str = "m", typed: str = "hanako2") -> MergePage:
    """The page on which the two are compared."""
    await at.press(key)
    await at.pilot.pause()
    assert isinstance(at.app.screen, Choice)
    at.app.screen.query_one(Input).value = typed
    await at.pilot.pause()
    await at.press("enter")
    await at.pilot.pause(0.1)
    assert isinstance(at.app.screen, MergePage)
    return at.app.screen


@pytest.mark.parametrize("key", ["m", "ctrl+k"])
async def test_two_records_become_one_and_undo_parts_them_again(key: str) -> None:
    async with page(opened=twice()) as at:
        before = at.app.journal.books.ledger.account(HANAKO)
        await chosen(at, key)
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, Confirm)
        await at.press("y")
        await at.pilot.pause(0.2)

        assert shown(at).contact_id == HANAKO
        books = at.app.journal.books
        assert not books.contacts.live(TWICE)
        assert books.ledger.account(HANAKO).given == before.given + 2000
        assert "スズキ ハナコ is merged into 鈴木 花子" in said(at)

        await at.press("u")
        await at.pilot.pause()
        assert books.contacts.live(TWICE)
        assert books.ledger.account(HANAKO) == before


async def test_undo_parts_them_after_a_restart(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    async with page(opened=twice(path)) as at:
        await chosen(at)
        await at.press("enter")
        await at.pilot.pause()
        await at.press("y")
        await at.pilot.pause(0.2)
    async with page(opened=Journal.open(path)) as at:
        await at.press("u")
        await at.pilot.pause()
        assert at.app.journal.books.contacts.live(TWICE)


@pytest.mark.parametrize("typed", ["hanako2", "もみじ", "HANAKO2", "スズキハナコ", "suzuki hanako"])
async def test_the_other_is_found_by_any_spelling(typed: str) -> None:
    opened = twice()
    opened.change_contact(opened.books.contacts.get(TWICE)._replace(aliases=("もみじ",)))
    async with page(opened=opened) as at:
        await at.press("m")
        await at.pilot.pause()
        at.app.screen.query_one(Input).value = typed
        await at.pilot.pause()
        text = screen_text(at.app)
        assert "もみじ訪問看護" in text
        assert text.count("鈴木 花子  ") <= 1, "nobody is merged with themselves"


async def test_the_plan_says_what_would_become_of_them() -> None:
    async with page(opened=twice()) as at:
        await chosen(at)
        text = screen_text(at.app)
        for fact in ("鈴木 花子", "スズキ ハナコ", "@hanako2", "Organization: もみじ訪問看護",
                     "1 entry is written anew.", "1 exchange moves.", "given 1, received 4: received more", "given 2, received 0: given more",
                     "given 3, received 4: received more"):  # fmt: skip
            assert fact in text, fact
        assert "内緒" not in text, "the caution note is masked here too"
        assert DOTS in text


@pytest.mark.parametrize("key", ["s", "f8"])
async def test_the_other_one_may_stay_instead(key: str) -> None:
    """The page of the one that went closes, and the one that stayed is shown."""
    async with page(opened=twice()) as at:
        merging = await chosen(at)
        await at.press(key)
        await at.pilot.pause()
        first = str(merging.rows.source.draw(0, 80))
        assert "@hanako2" in first

        await at.press("enter")
        await at.pilot.pause()
        await at.press("y")
        await at.pilot.pause(0.3)
        assert shown(at).contact_id == TWICE
        assert [type(screen) for screen in at.app.screen_stack].count(ContactScreen) == 1
        assert not at.app.journal.books.contacts.live(HANAKO)


@pytest.mark.parametrize("leave", ["escape", "f10"])
async def test_leaving_the_plan_changes_nothing(leave: str) -> None:
    async with page(opened=twice()) as at:
        version = at.app.journal.books.contacts.count()
        await chosen(at)
        await at.press(leave)
        await at.pilot.pause()
        assert isinstance(at.app.screen, ContactScreen)
        assert at.app.journal.books.contacts.count() == version


async def test_no_means_no() -> None:
    async with page(opened=twice()) as at:
        merging = await chosen(at)
        await at.press("enter")
        await at.pilot.pause()
        await at.press("n")
        await at.pilot.pause()
        assert at.app.screen is merging
        assert at.app.journal.books.contacts.live(TWICE)


async def test_a_plan_about_somebody_who_is_gone_closes() -> None:
    async with page(opened=twice()) as at:
        merging = await chosen(at)
        at.app.journal.remove_contact(at.app.journal.books.contacts.get(TWICE))
        merging.look()
        await at.pilot.pause(0.2)
        assert isinstance(at.app.screen, ContactScreen)
        assert "One of the two is no longer in the journal." in said(at)


async def test_hostile_people_are_compared_as_they_are_written() -> None:
    async with page(TARO) as at:
        await chosen(at, typed="mallory")
        for press in ("f8", "end", "home", "f8"):
            await at.press(press)
            assert not {"\x1b", "\u202e", "\u2069", "\t"} & set(screen_text(at.app))
        await at.press("enter")
        await at.pilot.pause()
        await at.press("y")
        await at.pilot.pause(0.3)
        assert not at.app.journal.books.contacts.live(MALLORY)
        merged = at.app.journal.books.contacts.get(TARO)
        assert LONG in merged.notes
        assert EVIL in merged.needs


async def test_a_plan_that_is_open_is_veiled_too() -> None:
    async with page(opened=twice()) as at:
        await chosen(at)
        at.app.veil = Veil(on=True)
        await at.pilot.pause()
        text = screen_text(at.app)
        for secret in ("花子", "ハナコ", "hanako", "もみじ"):
            assert secret not in text, secret


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_plan_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with page(opened=twice(), size=size) as at:
        await chosen(at)
        assert_snapshot(screen_text(at.app), f"merge-{lang}-{size[0]}x{size[1]}")
