"""Keys of one's own: they work wherever the usual ones did, show wherever keys are shown, and mistakes are reported."""

import re

import pytest
from textual.widgets import Input

from networkjournal.complaint import error
from networkjournal.errors import Invalid
from networkjournal.tui.keymap import key_code, keymap
from networkjournal.tui.panes.contacts import ContactsPane
from networkjournal.tui.screens.inbox import InboxScreen
from networkjournal.tui.screens.sheet import Sheet
from networkjournal.tui.widgets.form import Form
from tests.tui.desk import desk
from tests.tui.snapshot import screen_text


async def test_a_key_of_ones_own_works_on_a_screen_and_the_usual_one_no_more() -> None:
    async with desk(keys={"home.brief": "v, ctrl+r"}) as at:
        await at.press("b", "f4")
        assert len(at.app.screen_stack) == 1

        await at.press("v")
        assert isinstance(at.app.screen, Sheet)
        await at.press("escape", "ctrl+r")
        assert isinstance(at.app.screen, Sheet)


async def test_it_works_on_every_screen_that_inherits_it_and_in_lists() -> None:
    async with desk(keys={"everywhere.inbox": "v", "rows.down": "N"}) as at:
        first = at.home.query_one(ContactsPane).rows.key
        await at.press("N")
        assert at.home.query_one(ContactsPane).rows.key != first
        await at.press("v")
        assert isinstance(at.app.screen, InboxScreen)


async def test_it_works_in_dialogs_and_while_one_types() -> None:
    async with desk(keys={"form.save": "f12", "everywhere.veil": "f11", "everywhere.write": "ctrl+r"}) as at:
        await at.press("n")
        assert isinstance(at.app.screen, Form)
        at.app.screen.query(Input).first().value = "西村 学"
        assert "F12 Save" in screen_text(at.app)
        await at.press("f12")
        await at.pilot.pause(0.1)
        assert at.app.journal.find_contact("西村").name == "西村 学"

        await at.press("slash", "ctrl+r")
        assert at.home.typing
        assert "Enter Save" in screen_text(at.app), "the line names the keys of the bar now"


async def test_two_actions_can_change_keys() -> None:
    async with desk(keys={"home.brief": "e", "home.edit": "b"}) as at:
        await at.press("e")
        assert type(at.app.screen) is Sheet
        await at.press("escape", "b")
        assert type(at.app.screen).__name__ == Form.__name__


async def test_a_letter_given_to_a_key_of_highest_rank_is_still_a_letter_while_one_types() -> None:
    async with desk(keys={"everywhere.write": "v", "everywhere.jump": "Y"}) as at:
        await at.press("v", "v", "Y", "slash", "minus")
        assert at.home.bar.text == "vY/-"


async def test_the_line_of_keys_and_the_help_name_the_keys_in_force() -> None:
    async with desk(keys={"home.brief": "v", "everywhere.help": "f1"}, size=(120, 60)) as at:
        assert "v Brief" in screen_text(at.app)
        assert "F1 Help" in screen_text(at.app)
        await at.press("f1")
        assert re.search(r"  v +Brief · The sheet", screen_text(at.app))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"home.brif": "v"}, "keys.home.brif; the nearest is home.brief"),
        ({"nonsense": "v"}, "there is no keys.nonsense"),
        ({"home.brief": "ctlr+x"}, "keys.home.brief: ctlr+x is no key"),
        ({"home.brief": "f4, hokus"}, "hokus is no key"),
        ({"home.brief": "e"}, "keys.home.brief: e (home.edit) is taken already"),
        ({"home.brief": "j"}, "(rows.down)"),
        ({"home.brief": "u"}, "(everywhere.undo)"),
        ({"everywhere.find": "s"}, "(home.sort)"),
        ({"sheet.close": "f1"}, "(everywhere.help)"),
        ({"home.brief": "y", "home.edit": "y"}, "is taken already"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(asked: dict[str, str], said: str) -> None:
    with pytest.raises(Invalid) as caught:
        keymap(asked, "/there/config.toml")
    line = error(caught.value)
    assert line.startswith("/there/config.toml: ")
    assert said in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Ctrl+N", "ctrl+n"), ("?", "question_mark"), ("PageUp", "pageup"), ("-", "minus"), ("A", "A"), ("あ", "あ")],
)
def test_keys_may_be_written_as_on_the_keyboard(typed: str, code: str) -> None:
    assert key_code(typed) == code
