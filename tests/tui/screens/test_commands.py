"""The palette: every action of the place, in the reader's language, with its key, found by any word of it."""

from collections.abc import Iterator

import pytest

from networkjournal import i18n
from networkjournal.tui.panes.contacts import ContactsPane
from networkjournal.tui.screens.commands import Commands, commands
from networkjournal.tui.screens.inbox import InboxScreen
from networkjournal.tui.widgets.form import Form
from networkjournal.tui.widgets.rows import Rows
from tests.tui.desk import Desk, desk
from tests.tui.snapshot import screen_text


@pytest.fixture
def _japanese() -> Iterator[None]:
    i18n.set_language("ja")
    yield
    i18n.set_language("en")


def offered(at: Desk) -> list[str]:
    """The names on the list, from the top."""
    palette = at.app.screen
    assert isinstance(palette, Commands)
    source = palette.query_one(Rows).source
    keys = [source.key(i) for i in range(len(source))]
    return [palette._commands[key].name for key in keys if isinstance(key, int)]


async def test_it_knows_every_action_of_the_screen_and_those_everywhere() -> None:
    async with desk() as at:
        names = {command.name for command in commands(at.home)}
        assert {"Write", "Narrow", "Find", "Brief", "Inbox", "Undo", "Redo", "Quit", "Help", "Jump", "Veil"} <= names
        assert {"Theme: dark", "Theme: light", "Theme: terminal"} <= names


async def test_what_has_the_focus_brings_its_own_actions() -> None:
    async with desk() as at:
        assert "Done" not in {command.name for command in commands(at.home)}
        await at.press("4")
        assert "Done" in {command.name for command in commands(at.home)}
        await at.press("a")
        names = {command.name for command in commands(at.home)}
        assert {"New line", "Save, new names too"} <= names
        assert "Undo" not in names, "while one types, that is the text's"


async def test_a_command_shows_its_key_and_runs() -> None:
    async with desk() as at:
        await at.press("ctrl+p", *"inbox")
        assert "i F7" in screen_text(at.app)
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, InboxScreen)


async def test_it_acts_on_the_screen_below_with_the_focus_as_it_was() -> None:
    async with desk() as at:
        await at.press("down", "ctrl+p", *"first row", "enter")
        await at.pilot.pause()
        assert at.app.focused is at.home.query_one(ContactsPane).rows
        assert at.ledger()[0] == "Ledger · 鈴木 花子"


async def test_it_works_in_a_dialog_while_one_types() -> None:
    async with desk() as at:
        await at.press("n", "ctrl+p")
        assert "Cancel" in offered(at)
        await at.press(*"cancel", "enter")
        await at.pilot.pause()
        assert not isinstance(at.app.screen, Form)


@pytest.mark.usefixtures("_japanese")
@pytest.mark.parametrize("typed", ["保留", "inbox", "INBOX", "ｉｎｂｏｘ", "f7"])
async def test_a_command_is_found_in_japanese_and_by_its_english_name(typed: str) -> None:
    async with desk() as at:
        await at.press("ctrl+p", *typed)
        assert offered(at)[0] == "保留"


@pytest.mark.usefixtures("_japanese")
@pytest.mark.parametrize("typed", ["ひな形", "ひな", "ﾋﾅ", "hina"])
async def test_kana_are_found_in_every_spelling(typed: str) -> None:
    async with desk() as at:
        await at.press("ctrl+p", *typed)
        assert "ひな形" in offered(at)


@pytest.mark.usefixtures("_japanese")
async def test_nothing_in_it_is_english() -> None:
    async with desk() as at:
        for command in commands(at.home):
            assert any(ord(char) > 0x3000 for char in command.name), command
            assert any(ord(char) > 0x3000 for char in command.sentence), command


async def test_a_theme_can_be_chosen() -> None:
    async with desk() as at:
        await at.press("ctrl+p", *"theme light", "enter")
        await at.pilot.pause()
        assert at.app.theme == "journal-light"


async def test_the_same_key_closes_it() -> None:
    async with desk() as at:
        await at.press("ctrl+p", "ctrl+p")
        assert at.app.screen is at.home
