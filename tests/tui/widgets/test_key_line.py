"""The last line: as many keys as fit, in their order, each of them a button."""

from networkjournal.tui.widgets.key_line import Key, KeyLine
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage

KEYS = [
    Key("1 2 3", "panes"),
    Key("/", "探す", "find"),
    Key("a", "add [x]", "add"),
    Key("?", "help", "help", keep=True),
]


async def test_what_fits_is_shown_in_order() -> None:
    async with Stage(KeyLine(KEYS)).run_test(size=(80, 1)) as pilot:
        assert screen_text(pilot.app) == " 1 2 3 panes  / 探す  a add [x]  ? help\n"


async def test_the_way_to_the_help_is_kept_where_little_fits() -> None:
    async with Stage(KeyLine(KEYS)).run_test(size=(28, 1)) as pilot:
        assert screen_text(pilot.app) == " 1 2 3 panes  ? help\n"


async def test_a_click_tells_the_action() -> None:
    """Wide characters before it included; a key without an action is only a hint."""
    stage = Stage(KeyLine(KEYS))
    async with stage.run_test(size=(80, 1)) as pilot:
        for x in (2, 16, 19, 24, 34, 60):
            await pilot.click(KeyLine, offset=(x, 0))
        assert [m.action for m in stage.heard(KeyLine.Pressed)] == ["find", "find", "add", "help"]


async def test_keys_can_be_replaced() -> None:
    line = KeyLine()
    async with Stage(line).run_test(size=(80, 1)) as pilot:
        assert screen_text(pilot.app) == "\n"
        line.show([Key("Esc", "back")])
        await pilot.pause()
        assert screen_text(pilot.app) == " Esc back\n"
