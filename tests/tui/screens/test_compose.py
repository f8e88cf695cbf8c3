"""Writing in a dialog: as in the bar, and what is written is saved by Enter alone."""

from pathlib import Path

import pytest

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Receipt
from networkjournal.tui.screens.compose import Compose
from tests.tui.desk import Desk, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text


async def opened(at: Desk, text: str = "", title: str = "") -> tuple[Compose, list[Receipt | None]]:
    """The dialog over Home, and what it will be dismissed with."""
    given: list[Receipt | None] = []
    dialog = Compose(at.app.journal, at.home.clock, text, title)
    at.app.push_screen(dialog, given.append)
    await at.pilot.pause()
    return dialog, given


async def test_enter_saves_and_answers_with_the_receipt() -> None:
    async with desk() as at:
        dialog, given = await opened(at, "-> @鈴木花子 ")
        dialog.bar.insert("情報: 本の話")
        await at.press("enter")
        await at.pilot.pause()
        assert [receipt.entry.text for receipt in given if receipt and receipt.entry] == ["-> @鈴木花子 情報: 本の話"]
        assert at.app.screen is at.home
        assert "−5" in screen_text(at.app), "what is below shows it at once"


async def test_one_goes_on_typing_at_the_end_with_completion_and_preview() -> None:
    async with desk(size=(60, 20)) as at:
        dialog, _given = await opened(at, "-> @鈴木花子 紹介: ")
        assert dialog.bar.cursor == len("-> @鈴木花子 紹介: ")
        dialog.bar.insert("@tana")
        await at.pilot.pause()
        assert "あおば居宅介護支援事業所" in screen_text(at.app)
        await at.press("tab")
        assert dialog.bar.text == "-> @鈴木花子 紹介: @田中太郎"
        assert "given to 鈴木花子 · introduction · 3 · 田中太郎" in screen_text(at.app)


async def test_new_names_are_saved_when_asked() -> None:
    async with desk() as at:
        _dialog, given = await opened(at, "-> @西村さん 情報: 本")
        await at.press("ctrl+n")
        await at.pilot.pause()
        assert at.app.journal.find("contact", "西村").handle == "西村"
        assert [receipt.created for receipt in given if receipt] == [("西村",)]


async def test_escape_leaves_at_once_where_nothing_was_typed_and_asks_where_something_was() -> None:
    async with desk() as at:
        before = at.app.journal.version
        _dialog, given = await opened(at, "-> @鈴木花子 に礼状")
        await at.press("escape")
        await at.pilot.pause()
        assert given == [None]

        dialog, given = await opened(at, "-> @鈴木花子 に礼状")
        dialog.bar.insert("を書いた")
        await at.press("escape")
        assert given == [] and "Not saved yet" in screen_text(at.app)
        dialog.bar.insert("。")
        await at.press("escape")
        assert given == [], "it was typed on since"
        await at.press("escape")
        await at.pilot.pause()
        assert given == [None]
        assert at.app.journal.version == before


async def test_no_key_of_the_screen_below_works() -> None:
    async with desk() as at:
        dialog, _given = await opened(at)
        await at.press("f2", "f3", "f5", "f6", "f7", "insert", "ctrl+g", "a", "u", "q", "slash")
        assert at.app.screen is dialog
        assert dialog.bar.text == "auq/"


async def test_the_keys_of_a_list_write_too() -> None:
    async with desk() as at:
        at.home.compose_entry("-> @鈴木花子 ", "鈴木 [b]花子[/]")
        await at.pilot.pause()
        assert isinstance(at.app.screen, Compose)
        assert "鈴木 [b]花子[/]" in screen_text(at.app)


async def test_what_cannot_be_saved_stays(tmp_path: Path) -> None:
    async with desk(journal(str(tmp_path / "journal.db"))) as at:
        dialog, given = await opened(at, "-> @鈴木花子 情報: 本")
        at.app.journal.books.connection.execute("pragma query_only = on")
        await at.press("enter")
        assert given == []
        assert dialog.bar.text == "-> @鈴木花子 情報: 本"


async def test_what_was_typed_survives_a_kill_and_is_found_in_the_bar(tmp_path: Path) -> None:
    """Together with what stood in the bar: nothing is lost, and nothing is posted."""
    path = str(tmp_path / "journal.db")
    draft = tmp_path / "journal.db.compose.draft"
    async with desk(journal(path)) as at:
        await at.press("a")
        await at.type("書きかけの日記")
        at.home.keep_draft()
        dialog, _given = await opened(at, "-> @鈴木花子 ")
        dialog.keep_draft()
        assert not draft.exists(), "nobody typed anything yet"
        dialog.bar.insert("本の話")
        await at.pilot.pause(1.2)
        assert draft.stat().st_mode & 0o777 == 0o600

    async with desk(Journal.open(path)) as at:
        assert at.home.bar.text == "書きかけの日記\n-> @鈴木花子 本の話"
        assert not draft.exists()
        assert len(list(at.app.journal.books.entries.all())) == 4


async def test_a_draft_goes_with_what_it_was_of(tmp_path: Path) -> None:
    draft = tmp_path / "journal.db.compose.draft"
    async with desk(journal(str(tmp_path / "journal.db"))) as at:
        for keys in (("enter",), ("escape", "escape")):
            dialog, given = await opened(at)
            dialog.bar.insert("本の話")
            dialog.keep_draft()
            assert draft.exists()
            await at.press(*keys)
            await at.pilot.pause()
            assert len(given) == 1 and not draft.exists()


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with desk(size=size) as at:
        await opened(at, "-> @鈴木花子 紹介: @田中次郎 さんを 30m", i18n._("Kept: note what you gave"))
        assert_snapshot(screen_text(at.app), f"compose-{lang}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_many_completions_and_many_lines_fit(size: tuple[int, int]) -> None:
    made = journal()
    for number in "一二三四五六七八九十":
        made.add_contact(Contact(f"田中 {number}郎", organization="[b]社[/]"))
    async with desk(made, size=size) as at:
        dialog, _given = await opened(at, "一\n二\n三\n四\n五\n")
        dialog.bar.insert("@田中")
        await at.pilot.pause()
        assert_snapshot(screen_text(at.app), f"compose-full-{size[0]}x{size[1]}")
