"""What holds for every screen: hostile texts are harmless, the veil hides, and no size breaks it."""

import re

import pytest
from textual.pilot import Pilot

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.tui.app import NetworkJournal
from tests import hostile
from tests.copies import copied
from tests.tui.desk import TODAY, journal, settled
from tests.tui.snapshot import assert_snapshot, screen_text

WAYS = {
    "home": (),
    "contact": ("enter",),
    "contact's second pane": ("enter", "2"),
    "contact's third pane": ("enter", "3"),
    "merging": ("enter", "m"),
    "how often": ("enter", "t"),
    "forgetting": ("enter", "X"),
    "composing": ("enter", "a"),
    "brief": ("b",),
    "inbox": ("i",),
    "settling": ("i", "enter"),
    "find": ("f", *"info"),
    "suggestions": ("S",),
    "history": ("H",),
    "a step": ("H", "enter"),
    "help": ("question_mark",),
    "commands": ("ctrl+p",),
    "jump": ("ctrl+o",),
    "a new contact's form": ("n",),
    "a new goal's form": ("1", "n"),
    "bar": ("a", *"-> @"),
    "an action's due date": ("4", "r"),
    "journal": ("d",),
    "a day of the journal": ("d", *("left",) * 3),
    "entry": ("3", "enter"),
    "editor": ("d", "n", *"-> @"),
    "templates": ("t",),
    "goal": ("f", *"goal"),
    "me": ("M",),
    "a new strength's form": ("M", "n"),
    "self-introduction": ("M", "t"),
    "not pursued": ("M", "x"),
    "something not pursued": ("M", "x", "enter"),
    "events": ("E",),
    "event": ("E", "enter"),
    "a new event's form": ("E", "n"),
    "the prep of an event": ("E", "p"),
    "people met": ("E", "m"),
    "the review of an event": ("E", "r"),
    "review": ("R", "y"),
    "a review's questions": ("R", "y", "e"),
    "what a review is the sum of": ("R", "y", "enter"),
    "budgets": ("R", "b"),
    "a budget's form": ("R", "b", "n"),
    "insights": ("R", "l"),
    "import": ("I",),
    "an import's plan": ("I", *"tests/data/cards/broken.vcf", "enter"),
    "an import's columns": ("I", *"tests/data/exports/list.csv", "enter"),
    "duplicates": ("D",),
}
"""How each screen is reached from Home by keys."""
OPEN = {
    **WAYS,
    "a line in the bar": ("a", *"-> @Anna info: CareTech"),
    "a filter": ("slash", *"田中"),
    "a contact's form": ("e",),
    "an editor with a text": ("3", "enter", "e"),
    "an event's form": ("E", "e"),
    "somebody met": ("E", "m", *"鈴木", "tab", "tab", *"加算"),
    "somebody met, offered": ("E", "m", *"田中"),
}
"""The same, and what shows names because they were typed, or opened before the veil fell."""
SECRETS = ("鈴木", "花子", "スズキ", "田中", "太郎", "タナカ", "さくら", "あおば", "北町", "Anna", "Miller", "CareTech")
WORDS = ("一人目", "加算", "夜間", "礼状", "話し方", "どちら")
SIZES = ((120, 36), (80, 24), (60, 20), (40, 12), (20, 6), (200, 60))
USUAL = SIZES[:3]
CLOCKED = ("history", "a step")
"""These tell when something was done, and by the real clock; their own tests say how they look."""
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
"""What the program itself sends with its texts."""
WAY = pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))


async def go(pilot: Pilot[str], way: tuple[str, ...]) -> None:
    """Press the keys one by one, as a person would."""
    await pilot.pause()
    for key in way:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause(0.15)
    await settled(pilot)


@copied
def hostile_journal(path: str) -> Journal:
    """Everything that can hold a text holds one that would act on a careless terminal."""
    made = hostile.hostile_journal(path)
    made.add_contact(Contact("y" * 10_000))
    return made


@WAY
async def test_no_text_of_anybody_acts_on_the_terminal(way: tuple[str, ...]) -> None:
    app = NetworkJournal(hostile_journal(), lambda: TODAY)
    async with app.run_test(size=(100, 30)) as pilot:
        await go(pilot, way)
        for strip in app.screen._compositor.render_strips():
            assert not hostile.ACTS.search(strip.text)
            assert not hostile.ACTS.search(COLOURS.sub("", strip.render(app.console)))
            assert strip.cell_length == 100


@WAY
async def test_the_veil_hides_names_and_words_everywhere(way: tuple[str, ...]) -> None:
    """Whoever shares a screen must be able to trust it: not one name, reading, organization or note is left."""
    app = NetworkJournal(journal(), lambda: TODAY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go(pilot, ("f12", *way))
        shown = screen_text(app)
        assert [text for text in (*SECRETS, *WORDS) if text in shown] == []


@pytest.mark.parametrize("way", OPEN.values(), ids=list(OPEN))
async def test_the_veil_falls_on_what_is_open_and_takes_nothing_away(way: tuple[str, ...]) -> None:
    """Someone comes up from behind: whatever is on the screen, half-typed lines and forms too, goes at one key."""
    app = NetworkJournal(journal(), lambda: TODAY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go(pilot, way)
        before = screen_text(app)
        await go(pilot, ("f12",))
        shown = screen_text(app)
        assert [text for text in (*SECRETS, *WORDS) if text in shown] == []

        await go(pilot, ("f12",))
        if way != WAYS["editor"]:  # whose completions close
            assert screen_text(app) == before


@WAY
async def test_without_colour_nothing_is_coloured(way: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR: whoever asks for none gets the terminal's own two, and reads states from words and shapes."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = NetworkJournal(journal(), lambda: TODAY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go(pilot, way)
        styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
        colours = {colour for style in styles if style for colour in (style.color, style.bgcolor) if colour}
        assert {colour.name for colour in colours} <= {"default"}
        assert app.screen.focused is None or any(style and (style.bold or style.reverse) for style in styles)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("name", WAYS)
async def test_a_screen_is_whole_at_every_size(name: str, lang: str) -> None:
    """As it looks at the sizes that people have; smaller and larger ones need only not break it."""
    i18n.set_language(lang)
    app = NetworkJournal(journal(), lambda: TODAY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go(pilot, WAYS[name])
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await pilot.pause(0.05)
            shown = screen_text(app)
            assert shown.count("\n") == height
            if (width, height) in USUAL and name not in CLOCKED:
                file = name.replace(" ", "-").replace("'", "")
                assert_snapshot(shown, f"{file}-at-{lang}-{width}x{height}")
