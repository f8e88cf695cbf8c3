"""Find, driven as a person would: type, see what matched, open it, come back to where one was."""

from datetime import date

import pytest
from rich.text import Text
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.reports.find import Hit, find
from networkjournal.tui.screens import base
from networkjournal.tui.screens.find import FindScreen, found_rows, hit_line
from networkjournal.tui.screens.introduction import IntroductionScreen
from networkjournal.tui.screens.places import Place
from networkjournal.tui.theme import PLAIN
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.rows import Rows
from tests.tui.desk import TODAY, Desk, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text

LONG = Hit("entry", 1, "", "text", "あ" * 40, "訪問看護", "い" * 40, date(2026, 11, 20))


def filled() -> Journal:
    """The small journal, an event, a caution and a long line more."""
    made = journal()
    person = made.find_contact("鈴木")
    made.change_contact(person._replace(needs=("訪問の新人を採用したい",)))
    made.add_contact(Contact("西村 学", reading="ニシムラ マナブ", caution="訪問の話はしない"))
    made.add_event(Event("訪問看護の会", date(2026, 12, 1), purpose="話す"))
    made.capture("朝から雨。" * 12 + "午後は訪問が三件あり、" + "夜は静かだった。" * 9, date(2026, 11, 3))
    made.capture("[bold]訪問[/bold] \x1b[2J", date(2026, 11, 4))
    return made


async def ask(at: Desk, typed: str) -> FindScreen:
    """Open find and type; gives its screen."""
    await at.press("f3")
    screen = at.app.screen
    assert isinstance(screen, FindScreen)
    screen.query_one(Input).value = typed
    await at.pilot.pause()
    return screen


def keys(screen: FindScreen) -> list[Place]:
    """The places listed, from the top."""
    source = screen.query_one(Rows).source
    return [key for i in range(len(source)) if isinstance(key := source.key(i), Place)]


async def test_letters_go_into_the_line_and_narrow_at_each_key() -> None:
    async with desk(filled()) as at:
        screen = await ask(at, "")
        await at.press(*"tanaka")
        assert screen.query_one(Input).value == "tanaka"
        assert keys(screen) == [Place("contact", 2), Place("contact", 1)], "in the order of readings"

        await at.press("space", *"tarou")
        assert keys(screen) == [Place("contact", 1)]


async def test_the_arrows_move_in_the_list_while_one_goes_on_typing() -> None:
    async with desk(filled()) as at:
        screen = await ask(at, "訪問")
        rows = screen.query_one(Rows)
        await at.press("down", "down", "up")
        assert rows.key == keys(screen)[1]
        await at.press("pagedown")
        assert rows.key == keys(screen)[-1]
        await at.press("pageup")
        assert rows.key == keys(screen)[0]

        await at.press("x", "backspace")
        assert rows.key == keys(screen)[0], "other words, another best"
        assert isinstance(screen.focused, Input)


async def test_enter_opens_the_place_and_escape_comes_back_to_the_results(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Place] = []

    def screen_of(place: Place, *_: object) -> Screen[None]:
        opened.append(place)
        return Screen()

    async with desk(filled()) as at:
        screen = await ask(at, "訪問")
        monkeypatch.setattr(base, "screen_of", screen_of)
        await at.press("down", "enter")
        assert opened == [keys(screen)[1]]

        at.app.pop_screen()
        await at.pilot.pause()
        assert at.app.screen is screen
        assert screen.query_one(Rows).key == opened[0]

        await at.press("escape")
        assert at.app.screen_stack == [at.home]


async def test_a_click_leaves_the_typing_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Place] = []
    monkeypatch.setattr(FindScreen, "open", lambda _screen, place: opened.append(place))
    async with desk(filled()) as at:
        screen = await ask(at, "訪問")
        rows = screen.query_one(Rows)
        place = rows.source.index(keys(screen)[2])
        assert place is not None
        await at.pilot.click(Rows, Offset(5, place))
        assert rows.key == keys(screen)[2]
        assert isinstance(screen.focused, Input)

        await at.pilot.click(Rows, Offset(5, place), times=2)
        assert opened == [keys(screen)[2]]


async def test_what_is_written_meanwhile_is_found_by_itself() -> None:
    async with desk(filled()) as at:
        screen = await ask(at, "珍事")
        assert "Nothing is found." in screen_text(at.app)

        at.app.journal.capture("珍事があった", TODAY)
        screen.look()
        await at.pilot.pause()
        assert "珍事があった" in screen_text(at.app)


async def test_texts_of_people_are_shown_as_they_stand_and_a_caution_is_not() -> None:
    async with desk(filled()) as at:
        await ask(at, "訪問")
        shown = screen_text(at.app)
        assert "[bold]訪問[/bold] ␛[2J" in shown
        assert "西村 学" in shown and "Caution" in shown and "話はしない" not in shown


async def test_with_the_veil_on_nothing_about_people_shows() -> None:
    async with desk(filled()) as at:
        screen = await ask(at, "訪問")
        await at.press("f12")
        shown = screen_text(at.app)
        for hidden in ("鈴木", "西村", "採用", "さくら", "午後", "bold"):
            assert hidden not in shown
        assert "訪問看護の会" in shown and "2026-11-03" in shown

        screen.query_one(Input).value = "suzuki"
        await at.pilot.pause()
        assert "スズキ" not in screen_text(at.app)


@pytest.mark.parametrize("width", [24, 30, 40, 58, 78, 118, 200])
def test_the_match_is_in_sight_at_any_width(width: int) -> None:
    line = hit_line(LONG, width, OPEN, PLAIN)
    assert line.cell_len <= width
    assert "訪問" in line.plain


@pytest.mark.parametrize("width", [40, 58, 78, 118])
def test_no_line_is_wider_than_its_place(width: int) -> None:
    for typed in ("訪問", "さくら", "tanaka", "Anna"):
        for _key, drawn in found_rows(find(filled(), typed), OPEN, PLAIN):
            line = drawn if isinstance(drawn, Text) else drawn(width)
            assert line.cell_len <= width


def test_what_matched_is_marked_without_colours() -> None:
    line = hit_line(LONG, 80, OPEN, PLAIN)
    marked = [line.plain[span.start : span.end] for span in line.spans if "underline" in str(span.style)]
    assert marked == ["訪問看護"]


def test_veiled_lines_tell_not_even_a_length() -> None:
    short = LONG._replace(before="", match="あ", after="")
    assert hit_line(LONG, 80, Veil(True), PLAIN).plain == hit_line(short, 80, Veil(True), PLAIN).plain


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_find_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with desk(filled(), size=size) as at:
        screen = await ask(at, "")
        assert_snapshot(screen_text(at.app), f"find-empty-{lang}-{size[0]}x{size[1]}")
        screen.query_one(Input).value = "訪問"
        await at.pilot.pause()
        assert_snapshot(screen_text(at.app), f"find-{lang}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
async def test_a_storm_of_resizes_hurts_nothing(lang: str) -> None:
    i18n.set_language(lang)
    async with desk(filled()) as at:
        screen = await ask(at, "訪問")
        for width, height in ((60, 20), (200, 60), (40, 10), (20, 5), (80, 24)):
            await at.pilot.resize_terminal(width, height)
        assert "訪問看護の会" in screen_text(at.app)
        assert len(keys(screen)) == 6


async def test_a_self_introduction_is_found_and_opened_at_its_version() -> None:
    made = journal()
    made.keep_self_introduction(SelfIntroduction("鍼灸の現場に十五年います。", 15, on=TODAY))
    async with desk(made) as at:
        await at.press("f")
        await at.pilot.press(*"鍼灸")
        await at.press("enter")
        await at.pilot.pause()
        speaking = at.app.screen
        assert isinstance(speaking, IntroductionScreen)
        assert speaking.box.text == "鍼灸の現場に十五年います。"


async def test_filters_narrow_and_one_that_means_nothing_yet_says_so() -> None:
    async with desk(filled()) as at:
        screen = await ask(at, "who:suzuki kind:exchange")
        assert keys(screen) and {place.kind for place in keys(screen)} == {"entry"}
        screen.query_one(Input).value = "who:nobody"
        await at.pilot.pause()
        assert "There is no contact called nobody." in screen_text(at.app)
        screen.query_one(Input).value = "who: from:20"
        await at.pilot.pause()
        assert "from: 20 is no date" in screen_text(at.app)


async def test_with_the_veil_on_what_a_filter_finds_shows_nothing_of_people() -> None:
    async with desk(filled()) as at:
        await ask(at, "from:2026-11-03 to:2026-11-03")
        assert "朝から雨" in screen_text(at.app)
        await at.press("f12")
        assert "雨" not in screen_text(at.app) and "2026-11-03" in screen_text(at.app)


async def test_the_entry_in_which_the_words_stand_together_comes_first_where_that_is_asked_for() -> None:
    made = filled()
    together = made.capture("梅の木の下で", date(2026, 11, 1)).entry
    apart = made.capture("梅\n木", date(2026, 11, 2)).entry
    assert together and apart
    async with desk(made) as at:
        screen = await ask(at, "梅 木")
        assert keys(screen) == [Place("entry", apart.id), Place("entry", together.id)]
        await at.press("f6")
        assert keys(screen) == [Place("entry", together.id), Place("entry", apart.id)]
        assert "best first" in screen_text(at.app)
        await at.press("f6")
        assert keys(screen)[0] == Place("entry", apart.id)
