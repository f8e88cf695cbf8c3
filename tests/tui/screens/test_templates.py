"""Templates: what is used most often first, by number; inserted into the bar, and idle lines are not saved."""

import pytest

from networkjournal import i18n
from networkjournal.config import KindSetting
from networkjournal.journal import Journal
from networkjournal.tui.screens.templates import DAY, Templates, offered
from tests.tui.desk import TODAY, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text

OWN = {"面談 [b]メモ[/b]": "会った人: \n-> @\n<- @", "morning": "# Morning\nToday I want to "}


def texts(opened: Journal) -> list[str]:
    return [begun.text for _name, begun in offered(opened, OWN)]


def test_what_is_written_most_often_comes_first_then_whole_days_then_ones_own() -> None:
    assert texts(journal()) == [
        "-> @ info: ", "<- @ feedback: ", "<- @ info: ", "<- @ intro: ", DAY, *OWN.values(),
    ]  # fmt: skip


def test_words_are_of_the_language_spoken() -> None:
    i18n.set_language("ja")
    assert texts(journal())[:4] == ["-> @ 情報: ", "<- @ 助言: ", "<- @ 情報: ", "<- @ 紹介: "]


def test_ones_own_kinds_are_called_as_one_calls_them() -> None:
    opened = Journal.open(":memory:", (KindSetting("mentoring", ("指導",)),))
    opened.capture("-> @[x] 指導: y", TODAY, create=True)
    assert texts(opened)[0] == "-> @ mentoring: "


def test_where_nothing_was_written_yet_there_is_something_to_begin_with() -> None:
    assert texts(Journal.open(":memory:"))[:4] == ["-> @ info: ", "<- @ info: ", "-> @ intro: ", DAY]


async def test_a_number_puts_it_into_the_bar_and_the_name_is_next() -> None:
    async with desk() as at:
        await at.press("t", "1")
        assert at.home.bar.text == "-> @ info: "
        await at.press(*"suz", "tab")
        assert at.home.bar.text == "-> @鈴木花子 info: "
        await at.press("end", *"x", "enter")
        assert at.app.journal.entry(5).text == "-> @鈴木花子 info: x"


async def test_arrows_and_enter_do_the_same() -> None:
    async with desk() as at:
        await at.press("f9", "down", "enter")
        assert at.home.bar.text == "<- @ feedback: "


async def test_leaving_inserts_nothing_and_no_number_beyond_the_last_does() -> None:
    async with desk() as at:
        await at.press("t", "9")
        assert at.shows(Templates)
        await at.press("escape")
        assert (at.home.bar.text, at.app.screen) == ("", at.home)


async def test_lines_left_as_they_were_are_not_saved_also_after_a_restart(tmp_path: object) -> None:
    path = f"{tmp_path}/journal.db"
    async with desk(journal(path)) as at:
        await at.press("t", "5")
        await at.press("end")
        at.home.bar.insert("勉強会")
        await at.pilot.pause()
        at.home.keep_draft()
    async with desk(Journal.open(path)) as at:
        assert at.home.bar.text == DAY.replace("Plan: ", "Plan: 勉強会").rstrip("\n")
        await at.press("a", "enter")
        assert at.app.journal.entry(5).text == "Plan: 勉強会"


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_templates_look_as_they_should(size: tuple[int, int], lang: str) -> None:
    i18n.set_language(lang)
    async with desk(size=size) as at:
        at.app.templates = OWN
        await at.press("t")
        assert_snapshot(screen_text(at.app), f"templates-{lang}-{size[0]}x{size[1]}")
