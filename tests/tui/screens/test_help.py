"""Help: first the keys of what has the focus, then the screen's, then those everywhere; as they are in force."""

import pytest

from networkjournal import i18n
from networkjournal.tui.keys import PLACES
from networkjournal.tui.screens.help import Help, key_groups
from networkjournal.tui.screens.home import Home
from networkjournal.tui.widgets.form import Form
from tests.tui.desk import Desk, desk
from tests.tui.snapshot import screen_text


def titles(at: Desk) -> list[str]:
    """The groups in their order."""
    return [place.title for place in key_groups(at.app.screen)]


async def test_the_keys_of_what_has_the_focus_come_first() -> None:
    async with desk() as at:
        assert titles(at)[:2] == ["In lists", "Home"]
        assert {"On every screen", "Everywhere"} <= set(titles(at))
        await at.press("a")
        assert titles(at)[0] == "In the capture bar"
        await at.press("escape", "slash")
        assert titles(at)[0] == "In the filter of the contacts"


async def test_what_else_on_the_screen_has_keys_comes_last() -> None:
    async with desk() as at:
        assert titles(at)[-1] in ("In the capture bar", "In the filter of the contacts")


async def test_while_one_types_no_letter_is_listed_that_would_only_be_typed() -> None:
    async with desk() as at:
        await at.press("a")
        rows = {row.description: row.keys for place, found in key_groups(at.home).items() for row in found
                if place.title != "In lists"}  # fmt: skip
        assert rows["Find"] == "F3"
        assert rows["Narrow"] == "Ctrl+L"
        assert rows["Help"] == "F1"


async def test_a_key_is_listed_once_for_what_takes_it() -> None:
    """Escape in the bar leaves the bar; that it shows everybody is true elsewhere only."""
    async with desk() as at:
        await at.press("a")
        rows = [row for found in key_groups(at.home).values() for row in found if "Esc" in row.keys.split()]
        assert rows[0].description == "Leave"
        assert "Everybody" not in [row.description for row in rows]


async def test_it_works_in_a_dialog_and_the_same_key_closes_it() -> None:
    async with desk() as at:
        await at.press("n", "f1")
        assert isinstance(at.app.screen, Help)
        assert "Fill in what you know" in screen_text(at.app)
        assert "Ctrl+S" in screen_text(at.app)
        await at.press("f1")
        assert isinstance(at.app.screen, Form)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
async def test_every_key_of_the_screen_is_on_the_page(lang: str) -> None:
    i18n.set_language(lang)
    async with desk(size=(120, 60)) as at:
        await at.press("question_mark")
        shown = screen_text(at.app)
        for binding in Home.BINDINGS:
            assert i18n._(binding.description) in shown  # type: ignore[union-attr]


def test_every_full_screen_says_what_it_is_for() -> None:
    screens = [place for place in PLACES if place.path.startswith("screens.") and place.path.endswith("Screen")]
    abstract = {"screens.base:JournalScreen"}
    assert [place.path for place in screens if not place.purpose and place.path not in abstract] == []
