"""One of a few values, gone round by the arrows."""

from networkjournal.tui.widgets.cycle import Cycle
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage

KINDS = [("g", "与えた"), ("r", "受けた [b]")]


async def test_arrows_go_round() -> None:
    cycle = Cycle(KINDS, "r")
    async with Stage(cycle).run_test() as pilot:
        assert "◂ 受けた [b] ▸" in screen_text(pilot.app)
        seen = []
        for key in ("right", "left", "space"):
            await pilot.press(key)
            seen.append(cycle.value)
        assert seen == ["g", "r", "g"]
        await pilot.click(cycle)
        assert cycle.value == "r"


def test_no_value_is_the_first_and_an_unknown_one_is_kept() -> None:
    """A form must not change what it does not show."""
    assert Cycle(KINDS).value == "g"
    assert Cycle(KINDS, "old").value == "old"
    assert Cycle([]).value == ""
