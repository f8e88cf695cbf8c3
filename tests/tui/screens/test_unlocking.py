"""The question before an encrypted journal: it hides what is typed, says what is wrong, lets go of whoever leaves."""

import pytest
from textual.pilot import Pilot

from networkjournal import i18n
from networkjournal.tui.screens.unlocking import Unlocking
from networkjournal.tui.theme import DARK
from networkjournal.tui.unlock import Unlock
from tests.tui.snapshot import assert_snapshot, screen_text

PATH = "/home/jane/private/journal.db"
WRONG = "This passphrase does not open it."


class Attempts(list[str]):
    """What was tried; one word fits."""

    def __call__(self, typed: str) -> str:
        self.append(typed)
        return "" if typed == "open" else WRONG


async def typed(pilot: Pilot[bool], text: str) -> None:
    await pilot.press(*text, "enter")
    while pilot.app.screen_stack and getattr(pilot.app.screen, "_trying", False):
        await pilot.pause(0.01)
    await pilot.pause()


async def test_a_wrong_one_is_told_and_the_right_one_opens() -> None:
    tried = Attempts()
    app = Unlock(PATH, tried, DARK.name)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await typed(pilot, "wrong")
        assert WRONG in screen_text(app) and "wrong" not in screen_text(app)
        await typed(pilot, "open")
    assert tried == ["wrong", "open"] and app.return_value is True


async def test_what_is_typed_is_seen_by_whoever_asks_alone() -> None:
    app = Unlock(PATH, Attempts(), DARK.name)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"secret")
        await pilot.pause()
        assert "secret" not in screen_text(app) and "••••••" in screen_text(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "secret" in screen_text(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "secret" not in screen_text(app)


@pytest.mark.parametrize("key", ["escape", "ctrl+q", "ctrl+c"])
async def test_whoever_leaves_opens_nothing(key: str) -> None:
    tried = Attempts()
    app = Unlock(PATH, tried, DARK.name)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"open", key)
        await pilot.pause()
    assert tried == [] and app.return_value is False


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("language", ["en", "ja"])
async def test_how_it_looks(language: str, size: tuple[int, int]) -> None:
    i18n.set_language(language)
    app = Unlock(PATH, Attempts(), DARK.name)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"wrong")
        await pilot.pause()
        assert isinstance(app.screen, Unlocking)
        assert_snapshot(screen_text(app), f"unlocking-at-{language}-{size[0]}x{size[1]}")


async def test_a_hostile_path_acts_on_nothing() -> None:
    app = Unlock("/x\x1b[2J[bold]\u202e", Attempts(), DARK.name)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "\x1b" not in screen_text(app) and "[bold]" in screen_text(app)
