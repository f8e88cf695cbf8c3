"""Forgetting from the contact's page: warned, typed by hand, and then for good."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from textual.widgets import Input

from networkjournal import i18n
from networkjournal.backups import take
from networkjournal.journal import Journal
from networkjournal.paths import backup_folder
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.forgetting import ForgetPage
from networkjournal.tui.widgets.confirm import Confirm
from tests.tui.desk import Desk, settled
from tests.tui.screens.people import HANAKO, MALLORY, known, page, said
from tests.tui.snapshot import assert_snapshot, screen_text


async def warned(at: Desk, key: str = "X") -> ForgetPage:
    """The warning."""
    await at.press(key)
    await at.pilot.pause(0.1)
    assert isinstance(at.app.screen, ForgetPage)
    return at.app.screen


async def answer(at: Desk, text: str) -> None:
    """Type, and press Enter."""
    at.app.screen.query_one(Input).value = text
    await at.press("enter")
    await at.pilot.pause(0.2)


@pytest.mark.parametrize("key", ["X", "ctrl+delete"])
async def test_the_warning_says_what_is_lost_and_what_stays(key: str) -> None:
    async with page() as at:
        await warned(at, key)
        text = " ".join(screen_text(at.app).translate({ord(line): " " for line in "┃│"}).split())
        for fact in ("Forget 鈴木 花子", "It cannot be undone, not even with undo.", "4 entries change.", "Backups",
                     "Type 鈴木花子 (or: forget)"):  # fmt: skip
            assert fact in text, fact


@pytest.mark.parametrize("typed", ["鈴木花子", "@鈴木花子", "forget", "FORGET", "忘れる", "  forget  "])
async def test_who_types_the_handle_or_the_word_is_believed(typed: str, tmp_path: Path) -> None:
    async with page(opened=known(str(tmp_path / "journal.db"))) as at:
        await warned(at)
        await answer(at, typed)

        journal = at.app.journal
        assert at.app.screen is at.home, "the page about nobody is gone as well"
        assert not journal.books.contacts.live(HANAKO)
        assert "Forgotten." in said(at)
        assert all("鈴木花子" not in entry.text for entry in journal.books.entries.all())
        assert "no longer" not in said(at), "who did it need not be told"


@pytest.mark.parametrize(("key", "gone"), [("y", True), ("enter", False), ("escape", False)])
async def test_copies_that_know_them_are_offered_to_be_removed(key: str, gone: bool, tmp_path: Path) -> None:
    """A backup that still knows them would make a lie of it; but nothing is removed without a word."""
    path = str(tmp_path / "journal.db")
    opened = known(path)
    backup = Path(take(path, backup_folder(os.environ, path), datetime(2026, 1, 1)).path)
    async with page(opened=opened) as at:
        await warned(at)
        await settled(at.pilot)
        await answer(at, "forget")
        while not isinstance(at.app.screen, Confirm):
            await at.pilot.pause(0.05)
        assert backup.name[-10:] in screen_text(at.app)
        await at.press(key)
        while at.app.screen is not at.home:
            await at.pilot.pause(0.05)
        assert backup.exists() is not gone
        assert len(list(backup.parent.iterdir())) == 1, "there is one backup in any case"


@pytest.mark.parametrize("typed", ["", "y", "yes", "はい", "鈴木", "花子", "forget it", "田中太郎"])
async def test_whoever_types_anything_else_forgets_nobody(typed: str) -> None:
    async with page() as at:
        forgetting = await warned(at)
        await answer(at, typed)
        assert at.app.screen is forgetting
        assert at.app.journal.books.contacts.live(HANAKO)
        assert "Nothing was done" in said(at)


@pytest.mark.parametrize("key", ["escape", "f10"])
async def test_leaving_forgets_nobody(key: str) -> None:
    async with page() as at:
        await warned(at)
        await at.press(key)
        await at.pilot.pause()
        assert isinstance(at.app.screen, ContactScreen)
        assert at.app.journal.books.contacts.live(HANAKO)


async def test_letters_are_typed_and_no_keys_of_screens() -> None:
    async with page() as at:
        forgetting = await warned(at)
        await at.press("q", "u", "a", "X", "y")
        assert at.app.screen is forgetting
        assert forgetting.query_one(Input).value == "quaXy"


async def test_a_long_plan_is_read_with_the_arrows_while_one_types() -> None:
    async with page(size=(60, 20)) as at:
        forgetting = await warned(at)
        first = forgetting.rows.key
        await at.press("down", "down")
        assert forgetting.rows.key != first
        await at.press("up", "up")
        assert forgetting.rows.key == first


async def test_somebody_hostile_can_be_forgotten() -> None:
    async with page(MALLORY) as at:
        await warned(at)
        assert not {"\x1b", "\u202e", "\u2069", "\t"} & set(screen_text(at.app))
        await answer(at, "mallory")
        assert not at.app.journal.books.contacts.live(MALLORY)


async def test_a_warning_about_somebody_who_is_gone_closes(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    async with page(opened=known(path)) as at:
        await warned(at)
        other = Journal.open(path)
        other.forget_contact(other.books.contacts.get(HANAKO))
        other.close()
        await at.pilot.pause(1.5)
        assert at.app.screen is at.home
        assert "no longer in the journal" in said(at)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_warning_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with page(size=size) as at:
        await warned(at)
        assert_snapshot(screen_text(at.app), f"forget-{lang}-{size[0]}x{size[1]}")
