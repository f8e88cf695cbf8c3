"""What one says of oneself: composed, changed by hand with its seconds, kept in versions, copied; nothing is lost."""

from datetime import date

import pytest

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.tui.screens.introduction import IntroductionScreen
from networkjournal.tui.screens.places import Place
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.choice import Choice
from networkjournal.tui.widgets.confirm import Confirm
from tests.tui.desk import TODAY, Desk, desk
from tests.tui.screens.people import known, said
from tests.tui.snapshot import assert_snapshot, screen_text


async def speaking(at: Desk) -> IntroductionScreen:
    """The screen."""
    at.home.open(Place("introduction"))
    await at.pilot.pause()
    await at.pilot.pause()
    assert isinstance(at.app.screen, IntroductionScreen)
    return at.app.screen


async def press(at: Desk, *keys: str) -> None:
    """Press keys, each with time for what it asks."""
    for key in keys:
        await at.press(key)
        await at.pilot.pause(0.05)


async def test_it_begins_with_a_text_and_tells_how_long_it_takes() -> None:
    async with desk(known()) as at:
        screen = await speaking(at)
        assert "現場十五年" in screen.box.text and "訪問の新規を半年で十二件にする" in screen.box.text
        assert "seconds aloud" in screen_text(at.app)


@pytest.mark.parametrize("key", ["f6", "s"])
async def test_the_length_goes_round(key: str) -> None:
    async with desk(known()) as at:
        screen = await speaking(at)
        if key == "s":
            await press(at, "tab")
        lengths = []
        for _time in range(3):
            await press(at, key)
            lengths.append((screen.limit, len(screen.box.text)))
        assert [limit for limit, _length in lengths] == [60, 15, 30]
        assert lengths[1][1] < lengths[2][1] <= lengths[0][1]


async def test_the_seconds_follow_what_is_typed() -> None:
    async with desk(known()) as at:
        screen = await speaking(at)
        screen.box.put("あ" * 175)
        await at.pilot.pause()
        text = screen_text(at.app)
        assert "about 35 seconds aloud  5 too many" in text
        assert "not kept" in text


async def test_keeping_makes_a_version_and_never_writes_over_one() -> None:
    opened = known()
    async with desk(opened) as at:
        screen = await speaking(at)
        await press(at, "ctrl+s")
        first = screen.box.text
        screen.box.put("はじめまして。")
        await press(at, "ctrl+s")
        assert [one.text for one in opened.books.self_introductions.all()] == ["はじめまして。", first]
        assert opened.books.self_introductions.get(1) == SelfIntroduction(first, 30, on=TODAY, id=1)
        await press(at, "escape")
        assert at.app.screen is at.home, "what is kept is left without a question"


async def test_it_is_for_whom_one_chooses() -> None:
    opened = known()
    async with desk(opened) as at:
        screen = await speaking(at)
        await press(at, "f9")
        assert at.shows(Choice)
        await press(at, "end", "enter")
        assert screen.whom.event is not None and screen.whom.event.handle == "交流会"
        await press(at, "ctrl+s")
        assert opened.books.self_introductions.get(1).event == "交流会"
        assert "%交流会" in screen_text(at.app)


@pytest.mark.parametrize("key", ["f8", "c"])
async def test_it_is_copied_and_that_is_said(key: str) -> None:
    async with desk(known()) as at:
        screen = await speaking(at)
        if key == "c":
            await press(at, "tab")
        await press(at, key)
        assert at.app.clipboard == screen.box.text
        assert "Copied to the clipboard" in said(at)


async def test_a_version_under_the_cursor_is_copied_taken_and_removed() -> None:
    opened = known()
    opened.keep_self_introduction(SelfIntroduction("短いもの。", 15, on=date(2026, 11, 1)))
    async with desk(opened) as at:
        screen = await speaking(at)
        await press(at, "tab", "c")
        assert at.app.clipboard == "短いもの。"
        await press(at, "enter")
        assert (screen.box.text, screen.limit) == ("短いもの。", 15)
        await press(at, "delete")
        assert len(list(opened.books.self_introductions.all())) == 1, "in the text the key is the text's"
        await press(at, "tab", "minus")
        assert list(opened.books.self_introductions.all()) == []
        await press(at, "u")
        assert len(list(opened.books.self_introductions.all())) == 1


@pytest.mark.parametrize("key", ["escape", "f6", "f4"])
async def test_what_was_written_by_hand_is_not_lost_unasked(key: str) -> None:
    async with desk(known()) as at:
        screen = await speaking(at)
        screen.box.put("自分で書いた文章")
        await press(at, key)
        assert at.shows(Confirm)
        await press(at, "enter")
        assert at.app.screen is screen and screen.box.text == "自分で書いた文章"
        await press(at, key, "y")
        assert at.app.screen is not screen or screen.box.text != "自分で書いた文章"


async def test_it_says_what_is_missing_and_invents_nothing() -> None:
    async with desk(Journal.open(":memory:")) as at:
        screen = await speaking(at)
        assert screen.box.text == ""
        text = screen_text(at.app)
        assert "There is nothing to say yet" in text and "No strength is in words yet" in text
        await press(at, "ctrl+s")
        assert "Nothing is written yet." in said(at)
        await press(at, "f8", "escape")
        assert at.app.screen is at.home


async def test_under_the_veil_nothing_of_it_is_seen() -> None:
    opened = known()
    opened.keep_self_introduction(SelfIntroduction("夜に困っている方へ", 15, persona=1, on=date(2026, 11, 1)))
    async with desk(opened) as at:
        at.app.veil = Veil(on=True)
        await speaking(at)
        text = screen_text(at.app)
        assert [secret for secret in ("現場十五年", "夜に困っている") if secret in text] == []
        await press(at, "f9")
        assert at.shows(IntroductionScreen) and "Names are hidden now" in said(at)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with desk(known(), size=size) as at:
        await speaking(at)
        assert_snapshot(screen_text(at.app), f"introduction-{lang}-{size[0]}x{size[1]}")
