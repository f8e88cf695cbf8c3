"""What stands behind a dialog: the screen below it, dimmed.

Promises to look as Textual's own does. That one mixes the colours anew for each word and each time, which took most of
the time of opening a dialog; here a style is dimmed once. Refuses to draw where nothing is behind.
"""

from functools import lru_cache
from typing import Any

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.css.styles import RulesMap
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Backdrop(Visual):
    """A screen in the light of the one above it."""

    def __init__(self, screen: Screen[Any], tint: Color) -> None:
        """`tint` lies over everything."""
        self._screen, self._tint = screen, tint

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines of the screen, dimmed."""
        strips, below = self._screen._compositor.render_strips(), style.rich_style
        return [
            Strip([Segment(part.text, _dimmed(part.style, self._tint, below)) for part in strip], strip.cell_length)
            for strip in strips[:height]
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As high as the screen."""
        return self._screen.size.height


@lru_cache(maxsize=4096)
def _dimmed(style: RichStyle | None, tint: Color, below: RichStyle) -> RichStyle:
    """Mixed as Textual mixes it; what has no colour of its own has that of what is below."""
    mixed = next(iter(BackgroundScreen.process_segments((Segment(" ", style),), tint))).style
    return below + mixed
