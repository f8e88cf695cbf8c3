"""Something that takes its time: a thread does it, one sees how far it is, and can stop it."""

import threading
from typing import Any

import pytest

from networkjournal.errors import Invalid
from networkjournal.formats.several import Told
from networkjournal.tui.screens.help import Help
from networkjournal.tui.screens.working import Done, Working
from tests.tui.desk import Desk, desk
from tests.tui.snapshot import screen_text


def say(phase: str, done: int, whole: int) -> str:
    return f"{phase}: {done} of {whole}"


def begun(at: Desk, task: Any) -> list[Any]:  # noqa: ANN401 - a function
    """Have it done; what comes of it is put into the list."""
    given: list[Any] = []
    at.app.push_screen(Working("Counting", task, say), given.append)
    return given


async def until(at: Desk, given: list[Any]) -> None:
    for _ in range(100):
        if given:
            break
        await at.pilot.pause(0.05)
    await at.pilot.pause()


async def test_what_it_gives_is_handed_over() -> None:
    async with desk() as at:
        given = begun(at, lambda _told: 42)
        await until(at, given)
        assert given == [Done(42)]


async def test_what_goes_wrong_is_handed_over() -> None:
    def fail(_told: Told) -> None:
        raise Invalid("file", "x", "missing")

    async with desk() as at:
        given = begun(at, fail)
        await until(at, given)
        assert isinstance(given[0].trouble, Invalid)


async def test_one_sees_how_far_it_is_and_can_stop_it() -> None:
    seen, stopped = threading.Event(), threading.Event()

    def count(told: Told) -> None:
        told("bring", 3, 10)
        assert seen.wait(10)
        try:
            told("bring", 4, 10)
        finally:
            stopped.set()

    async with desk() as at:
        given = begun(at, count)
        await at.pilot.pause(0.6)
        text = screen_text(at.app)
        assert "Counting" in text and "bring: 3 of 10" in text and "30%" in text
        await at.press("escape")
        seen.set()
        await until(at, given)
        assert given == [None] and stopped.is_set()


async def test_it_ends_below_a_screen_that_stands_above_it() -> None:
    """Help may be open when the work is done: what closes then is not the help."""
    go_on = threading.Event()
    async with desk() as at:
        given = begun(at, lambda _told: go_on.wait(10))
        await at.press("f1")
        assert isinstance(at.app.screen, Help)
        go_on.set()
        await at.pilot.pause(0.3)
        assert isinstance(at.app.screen, Help) and not given
        await at.press("escape")
        await until(at, given)
        assert given == [Done(True)]


async def test_whoever_leaves_the_program_stops_it() -> None:
    told_of = threading.Event()

    def count(told: Told) -> None:
        for number in range(10_000):
            told("plan", number, 10_000)
            told_of.wait(0.01)
        told_of.set()

    async with desk() as at:
        begun(at, count)
        await at.pilot.pause(0.2)
    assert not told_of.is_set()


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_it_fits_a_small_screen(size: tuple[int, int]) -> None:
    go_on = threading.Event()
    async with desk(size=size) as at:
        given = begun(at, lambda _told: go_on.wait(10))
        await at.pilot.pause(0.6)
        assert "Counting" in screen_text(at.app) and "Stop" in screen_text(at.app)
        go_on.set()
        await until(at, given)
