"""The Me screen: what one brings, offers and needs, what is missing; everything added, changed and removed by keys."""

from collections.abc import Hashable
from datetime import date

import pytest

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.strength import Offer, Strength
from networkjournal.tui.screens.aims import GoalPage
from networkjournal.tui.screens.introduction import IntroductionScreen
from networkjournal.tui.screens.me import MeScreen
from networkjournal.tui.screens.own_pages import AskPage, OfferPage, StrengthPage
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.screens.refusals import RefusalsPage
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.cycle import Cycle
from networkjournal.tui.widgets.form import Form
from networkjournal.tui.widgets.text_input import TextInput
from tests.tui.desk import Desk, desk
from tests.tui.screens.people import known, said
from tests.tui.snapshot import assert_snapshot, screen_text


def own() -> Journal:
    """A journal with all of it, and one of each gap."""
    made = known()
    made.add_strength(Strength("聞く力", "聞く力", "character"))
    made.add_offer(Offer("何でも手伝う"))
    made.add_ask(Ask("夜間の連携先", ("訪問看護",), "在宅"))
    made.capture("-> @田中太郎 情報: 夜間連絡の雛形を渡した +現場", date(2026, 11, 20))
    return made


async def me(at: Desk) -> MeScreen:
    """The screen, reached by its key."""
    await at.press("M")
    await at.pilot.pause()
    assert isinstance(at.app.screen, MeScreen)
    return at.app.screen


async def fill(at: Desk, **values: str) -> None:
    """Fill the form on top, and save it."""
    form = at.app.screen
    assert isinstance(form, Form)
    for row in form._rows:
        if row.field.name in values:
            control = row.control
            wanted = values[row.field.name]
            if isinstance(control, Cycle):
                while control.value != wanted:
                    control.action_turn(1)
            elif isinstance(control, TextInput):
                control.put(wanted)
            else:
                control.value = wanted
    await at.press("ctrl+s")
    await at.pilot.pause()


async def test_everything_stands_on_the_screen() -> None:
    async with desk(own(), size=(160, 50)) as at:
        await me(at)
        text = screen_text(at.app)
        for fact in (
            "Experience", "現場十五年", "延べ一万二千件", "2011-04 · 15 years",
            "2 entries, the latest 2026-11-20 · given 2 times", "Character", "聞く力", "no entry mentions it yet",
            "夜間連絡の雛形", "ケアマネ · 30m", "given 1 time, last 2026-11-20", "何でも手伝う", "夜間の連携先",
            "訪問看護 · #在宅", "聞く力: nothing shows it yet", "経営を学ぶ: no strength of yours serves this goal yet",
            "何でも手伝う: for whom is it?",
        ):  # fmt: skip
            assert fact in text, fact


@pytest.mark.parametrize("key", ["M", "alt+m"])
async def test_it_is_reached_from_anywhere_and_left(key: str) -> None:
    async with desk(own()) as at:
        await at.press("H")
        await at.press(key)
        assert at.shows(MeScreen)
        await at.press(key)
        assert at.shows(MeScreen) and len(at.app.screen_stack) == 3, "it is not opened on itself"
        await at.press("escape")
        assert not at.shows(MeScreen)


@pytest.mark.parametrize(
    ("pane", "key", "page"),
    [
        (1, Place("strength", 1), StrengthPage),
        (1, ("entries", 1), RecordList),
        (2, Place("offer", 1), OfferPage),
        (2, ("given", 1), RecordList),
        (3, Place("ask", 1), AskPage),
        (4, Place("goal", 2), GoalPage),
        (4, Place("strength", 2), StrengthPage),
    ],
)
async def test_every_row_opens_what_is_behind_it(pane: int, key: Hashable, page: type) -> None:
    async with desk(own()) as at:
        screen = await me(at)
        await at.press(str(pane))
        assert screen.panes[pane - 1].rows.select(key)
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, page)


async def test_numbers_are_those_of_the_lists_they_open() -> None:
    async with desk(own()) as at:
        screen = await me(at)
        for pane, key, count in ((1, ("entries", 1), 2), (2, ("given", 1), 1)):
            await at.press(str(pane))
            assert screen.panes[pane - 1].rows.select(key)
            await at.press("enter")
            assert isinstance(at.app.screen, RecordList)
            assert len(at.app.screen.rows.source) == count
            await at.press("escape")


async def test_each_pane_adds_its_own_through_a_form() -> None:
    opened = own()
    async with desk(opened) as at:
        await me(at)
        await at.press("1", "n")
        await fill(at, title="法律", kind="knowledge", since="２０２０", evidence="一行目\n二行目")
        assert opened.books.strengths.get(3) == Strength("法律", "法律", "knowledge", "2020", ("一行目", "二行目"), 3)
        await at.press("2", "insert")
        await fill(at, what="三十分の相談", audience="IT、介護", minutes="30分", strength="法律")
        assert opened.books.offers.get(3) == Offer("三十分の相談", "法律", ("IT", "介護"), 30, 3)
        await at.press("3", "n")
        await fill(at, what="薬局", audience="薬剤師", goal="学び")
        assert opened.books.asks.get(2) == Ask("薬局", ("薬剤師",), "学び", 2)
        screen = at.app.screen
        assert isinstance(screen, MeScreen)
        await at.pilot.pause()
        assert screen.pane is screen.panes[2] and screen.panes[2].place == Place("ask", 2), "it is what one stands on"


@pytest.mark.parametrize(
    ("pane", "field", "value", "sentence"),
    [("1", "since", "long ago", "no beginning"), ("2", "minutes", "soon", "no time"), ("2", "what", " ", "empty")],
)
async def test_what_cannot_be_taken_is_said_and_the_form_stays(
    pane: str, field: str, value: str, sentence: str
) -> None:
    async with desk(own()) as at:
        await me(at)
        await at.press(pane, "n")
        await fill(at, **({"title": "x", "what": "x"} | {field: value}))
        assert at.shows(Form)
        assert sentence in screen_text(at.app)


async def test_what_the_cursor_is_on_is_edited_and_removed_and_comes_back() -> None:
    opened = own()
    async with desk(opened) as at:
        screen = await me(at)
        await at.press("2")
        assert screen.panes[1].rows.select(("given", 1)), "a number stands for the record it belongs to"
        await at.press("e")
        await fill(at, what="雛形")
        assert opened.books.offers.get(1).what == "雛形"
        await at.press("minus")
        assert [offer.what for offer in opened.books.offers.all()] == ["何でも手伝う"]
        assert "Removed 雛形; u brings it back." in said(at)
        await at.press("u")
        assert len(list(opened.books.offers.all())) == 2


async def test_a_gap_is_gone_to_and_never_removed() -> None:
    opened = own()
    async with desk(opened) as at:
        screen = await me(at)
        await at.press("4")
        assert screen.panes[3].rows.select(Place("goal", 2))
        await at.press("delete")
        assert len(list(opened.books.goals.all())) == 2
        await at.press("e")
        assert at.shows(GoalPage)


async def test_the_ways_on() -> None:
    async with desk(own()) as at:
        await me(at)
        await at.press("x")
        assert at.shows(RefusalsPage)
        await at.press("escape", "t")
        assert at.shows(IntroductionScreen)


async def test_pages_edit_and_remove_what_they_are_about() -> None:
    opened = own()
    async with desk(opened) as at:
        at.home.open(Place("ask", 1))
        await at.pilot.pause()
        await at.press("e")
        await fill(at, what="夜の薬局")
        assert "夜の薬局" in screen_text(at.app)
        await at.press("delete")
        await at.pilot.pause()
        await at.pilot.pause()
        assert list(opened.books.asks.all()) == []
        assert at.app.screen is at.home


async def test_the_veil_hides_words_and_leaves_titles_of_ones_own() -> None:
    async with desk(own()) as at:
        at.app.veil = Veil(on=True)
        await me(at)
        text = screen_text(at.app)
        assert "現場十五年" in text
        assert [secret for secret in ("延べ一万", "ケアマネ", "訪問看護") if secret in text] == []


async def test_nothing_is_taught_where_there_is_nothing() -> None:
    async with desk(Journal.open(":memory:")) as at:
        await me(at)
        text = screen_text(at.app)
        assert "What makes you worth knowing?" in text and "What could you give at once" in text
        await at.press("1", "enter", "e", "minus")
        assert at.shows(MeScreen)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with desk(own(), size=size) as at:
        await me(at)
        assert_snapshot(screen_text(at.app), f"me-{lang}-{size[0]}x{size[1]}")


async def test_nobody_is_told_that_nothing_is_missing_before_there_is_anything() -> None:
    async with desk(Journal.open(":memory:")) as at:
        await me(at)
        text = screen_text(at.app)
        assert "What is missing stands here" in text and "Every strength" not in text
