"""The colours can be read, and each meaning has one in every theme."""

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from networkjournal.tui.theme import DARK, LIGHT, MEANINGS, PLAIN, THEMES, palette

READABLE = 4.5
"""WCAG 2, level AA, for ordinary text."""


def luminance(colour: Color) -> float:
    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_the_right_one() -> None:
    """Black on white is 21 to 1 by definition."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "panel", "cursor"])
@pytest.mark.parametrize("ink", ["foreground", "accent", *MEANINGS])
def test_every_ink_is_readable_on_every_ground(theme: Theme, ground: str, ink: str) -> None:
    def colour(name: str) -> str:
        return theme.variables.get(name) or str(getattr(theme, name))

    assert contrast(colour(ink), colour(ground)) >= READABLE


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_knows_every_meaning(theme: Theme) -> None:
    assert {*MEANINGS, "cursor"} <= theme.variables.keys()


def test_given_and_received_differ_in_every_theme() -> None:
    for theme in THEMES:
        colours = palette(theme.variables)
        assert colours.given != colours.received


def test_an_unknown_theme_is_drawn_plainly() -> None:
    """Somebody's own theme has none of our names, or colours rich cannot read."""
    assert palette({}) == PLAIN
    assert palette({"given": "auto 87%", "dim": "ansi_default"}) == PLAIN
    assert palette({"given": "ansi_green"}).given == Style(color="green")
