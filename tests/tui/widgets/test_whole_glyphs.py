"""Wide characters stay whole in whatever floats; Textual itself leaves spaces (Textualize/textual#6357)."""

import random

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs, WholeGlyphsCompositor
from tests.tui.snapshot import screen_text

WORDS = "さくら訪問看護"
CSS = """
#below { width: 100%; height: 3; } #below Static { width: 1fr; }
#above { overlay: screen; width: 14; height: 1; offset: 2 -2; }
"""


class Layers(App[None]):
    """A wide text above the edges of others."""

    CSS = CSS

    def __init__(self, screen: type[Screen[None]]) -> None:
        super().__init__()
        self._first = screen

    def get_default_screen(self) -> Screen[None]:
        return self._first(id="_default")

    def compose(self) -> ComposeResult:
        with Horizontal(id="below"):
            yield from (Static("..........") for _ in range(8))
        yield Static(WORDS, id="above")


class Whole(WholeGlyphs, Screen[None]):
    """As the program's own."""


async def test_the_defect_is_still_there_without_it() -> None:
    """When this fails, Textual has mended it and the module can go."""
    async with Layers(Screen).run_test(size=(40, 6)) as pilot:
        assert WORDS not in screen_text(pilot.app)


async def test_a_floating_text_is_whole() -> None:
    async with Layers(Whole).run_test(size=(40, 6)) as pilot:
        assert WORDS in screen_text(pilot.app)


async def test_every_line_keeps_its_width() -> None:
    """Also where the front cuts through a character behind it."""
    async with Layers(Whole).run_test(size=(41, 6)) as pilot:
        for static in pilot.app.query("#below Static").results(Static):
            static.update("文字文字文字")
        for x in range(12):
            pilot.app.query_one("#above").styles.offset = (x, -2)
            await pilot.pause()
            strips = pilot.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {41}
            assert WORDS in screen_text(pilot.app)


async def test_partial_updates_draw_what_a_full_one_would() -> None:
    """A piece is written from its first cell to its last, so no character on the terminal is left half overwritten."""
    chance = random.Random(7)
    async with Layers(Whole).run_test(size=(40, 6)) as pilot:
        compositor = pilot.app.screen._compositor
        assert isinstance(compositor, WholeGlyphsCompositor)
        whole = compositor.render_strips()
        for _ in range(40):
            x, y = chance.randrange(36), chance.randrange(3)
            compositor._dirty_regions = {Region(x, y, chance.randrange(1, 40 - x), 1)}
            update = compositor.render_partial_update()
            assert update is not None
            for line, first, last in update.spans:
                pieces = [(at, s) for at, s in update.chops[line].items() if s is not None and first <= at < last]
                drawn = Strip.join([s for _, s in pieces])
                assert (pieces[0][0], drawn.cell_length) == (first, last - first)
                assert drawn.text == whole[line].crop(first, last).text
                assert first <= x
