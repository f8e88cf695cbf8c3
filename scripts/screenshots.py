"""Makes docs/screenshots/ from the sample journal: a line of `SHOTS` is a picture in each language.

`python scripts/screenshots.py` writes them (some of them: name them), a test compares. Promises the same bytes on
every run: the sample's own day, no clock, no blinking cursor. Refuses to show anybody's own journal.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual.widget import Widget
from textual.widgets import Input, TextArea

from networkjournal import demo
from networkjournal.i18n import LANGUAGES, _, set_language
from networkjournal.journal import Journal
from networkjournal.model.event import Event
from networkjournal.tui.app import NetworkJournal
from scripts.picture import svg

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
SIZE = (100, 30)


class Shot(NamedTuple):
    """A screen, and how to reach it from where the program opens."""

    name: str
    keys: tuple[str, ...] = ()
    typed: tuple[str, str] = ("", "")
    """What is then typed into what has the focus, in English and in Japanese."""
    first: bool = False
    """On an empty journal, as on a first run, instead of the sample."""
    ahead: bool = False
    """With an event in the coming days, which the tour has one note before it."""


INTRODUCED = ("M", "t", "f9", *("down",) * 5, "enter", "ctrl+s")
"""The way to a self-introduction that is kept for the event of `ahead`."""
SHOTS = (
    Shot("home"),
    Shot("welcome", first=True),
    Shot("journal", ("d", "up", "up", "up")),
    Shot("editor", ("d", "up", "up", "up", "e")),
    Shot("contact", ("2", "enter")),
    Shot("find", ("f",), ("night", "夜間")),
    Shot("inbox", ("i",)),
    Shot("events", ("E",), ahead=True),
    Shot("me", ("M",)),
    Shot("introduction", INTRODUCED, ahead=True),
    Shot("prep", (*INTRODUCED, "escape", "escape", "E", "p"), ahead=True),
    Shot("suggestions", ("S",)),
    Shot("review", ("R", "q")),
    Shot("help", ("question_mark",)),
    Shot(
        "writing",
        ("a",),
        ("-> @Hanako_Suzuki info: a new rule for visits 20m", "-> @鈴木花子 情報: 訪問の新しい決まり 20分"),
    ),
)
"""A screen is its line here."""

AHEAD = (
    Event(
        "Care meetup",
        date(2026, 12, 1),
        purpose="to learn who answers at night",
        goals=("visits",),
        expected=("Taro_Tanaka", "Megumi_Kato", "Ken Mori"),
        questions=("Who is called at night, and what happens then?",),
    ),
    Event(
        "ケア交流会",
        date(2026, 12, 1),
        purpose="夜間はどなたが電話を受けているのかを知る",
        goals=("在宅",),
        expected=("田中太郎", "加藤恵", "森健"),
        questions=("夜間の電話は、誰が受けて、その後どうなりますか",),
    ),
)
"""The event of `ahead`, in English and in Japanese, as the tour has one type it."""


async def picture(shot: Shot, lang: str) -> str:
    """Open the program, go to the screen, and draw it."""
    set_language(lang)
    with tempfile.TemporaryDirectory(prefix="networkjournal-screenshots-") as folder:
        journal = Journal.open(os.path.join(folder, "sample.db"))
        try:
            if not shot.first:
                demo.make(journal)
            if shot.ahead:
                journal.add_event(AHEAD[LANGUAGES.index(lang)])
            return await _drawn(shot, lang, journal)
        finally:
            journal.close()


def _steady(field: Widget | None) -> None:
    """Let a cursor not blink, from before the first time that it would."""
    if isinstance(field, Input | TextArea):
        field.cursor_blink = False


async def _drawn(shot: Shot, lang: str, journal: Journal) -> str:
    note = "" if shot.first else _("sample journal")
    app = NetworkJournal(journal, lambda: demo.TODAY, note=note, first=shot.first)
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in shot.keys:
            await pilot.press(key)
            await pilot.pause()
            _steady(app.focused)
        field, text = app.focused, shot.typed[LANGUAGES.index(lang)]
        if isinstance(field, Input | TextArea):
            _steady(field)
            if text:
                field.insert_text_at_cursor(text) if isinstance(field, Input) else field.insert(text)
        await pilot.pause(0.5)
        colours = app.theme_variables
        strips = app.screen._compositor.render_strips()
        return svg(strips, SIZE[0], ink=colours["foreground"].lower(), paper=colours["background"].lower())


def files() -> Iterator[tuple[Path, Shot, str]]:
    """Every picture there should be: its file, what it shows, and in which language."""
    for shot in SHOTS:
        for lang in LANGUAGES:
            yield FOLDER / f"{shot.name}-{lang}.svg", shot, lang


def main(names: list[str]) -> None:
    """Write the pictures of these names, or all."""
    FOLDER.mkdir(exist_ok=True)
    for path, shot, lang in files():
        if not names or shot.name in names:
            path.write_text(asyncio.run(picture(shot, lang)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
