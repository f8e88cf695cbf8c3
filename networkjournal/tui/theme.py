"""The colours of the terminal program: a light, a dark and a terminal-colour theme, few colours with one meaning each.

Promises a contrast of 4.5 to 1 or better on every ground that text stands on (a test computes it), and that every
meaning has the same name in each theme. Refuses to be the only sign of anything: whoever colours a state also says or
draws it. NO_COLOR is Textual's own affair (it filters what is drawn).
"""

from collections.abc import Mapping
from typing import NamedTuple

from rich.color import ColorParseError
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

PREFIX = "journal-"
"""What the names of our themes begin with; a person leaves it out."""
MEANINGS = ("given", "received", "waiting", "overdue", "dim")
"""The names under which a theme's `variables` hold our colours; in CSS they are `$given`, `$received` and so on.

Besides these, `$cursor` is the ground of the row that the cursor stands on, and `$accent` is where the focus is.
"""


def _theme(
    name: str, dark: bool, grounds: tuple[str, str, str, str], text: str, accent: str, meanings: Mapping[str, str]
) -> Theme:
    """A theme whose every extra colour is one of ours, so that nothing Textual draws brings a meaning of its own."""
    background, surface, panel, cursor = grounds
    return Theme(
        name=name,
        dark=dark,
        background=background,
        surface=surface,
        panel=panel,
        foreground=text,
        primary=accent,
        secondary=meanings["received"],
        accent=accent,
        warning=meanings["waiting"],
        error=meanings["overdue"],
        success=meanings["given"],
        variables={
            **meanings,
            "cursor": cursor,
            "border": accent,
            "border-blurred": meanings["dim"],
            "input-selection-background": f"{accent} 40%",
            "input-cursor-background": text,
            "input-cursor-foreground": background,
        },
    )


LIGHT = _theme(
    f"{PREFIX}light",
    dark=False,
    grounds=("#fbfaf6", "#f3f1ea", "#e9e6dc", "#dce6f4"),
    text="#22252a",
    accent="#1f4f8f",
    meanings={"given": "#0b5f4f", "received": "#8a3d0a", "waiting": "#6b4f00", "overdue": "#a3122b", "dim": "#595c61"},
)
DARK = _theme(
    f"{PREFIX}dark",
    dark=True,
    grounds=("#14171b", "#1b1f24", "#252a31", "#2a3a52"),
    text="#dfe3e8",
    accent="#8ab4f8",
    meanings={"given": "#6fd0b4", "received": "#f0a875", "waiting": "#e6c860", "overdue": "#ff8f9c", "dim": "#9aa3ad"},
)
TERMINAL = Theme(
    name=f"{PREFIX}terminal",
    ansi=True,
    dark=True,
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    foreground="ansi_default",
    primary="ansi_blue",
    secondary="ansi_yellow",
    accent="ansi_blue",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "given": "ansi_green",
        "received": "ansi_yellow",
        "waiting": "ansi_magenta",
        "overdue": "ansi_red",
        "dim": "ansi_default",
        "cursor": "ansi_default",
        "border": "ansi_blue",
        "border-blurred": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_default",
    },
)
"""The terminal's own sixteen colours: their contrast is the owner's choice."""

THEMES = (DARK, LIGHT, TERMINAL)
"""For `App.register_theme`; the first is the default."""


class Palette(NamedTuple):
    """The colours as styles for rich texts, which cannot name a theme's variables."""

    given: Style = Style.null()
    received: Style = Style.null()
    waiting: Style = Style.null()
    overdue: Style = Style.null()
    dim: Style = Style.null()


PLAIN = Palette()
"""No colours at all: for tests, and wherever no theme is known."""


def palette(variables: Mapping[str, str]) -> Palette:
    """The palette of the theme with these variables (`App.theme_variables`); a name it lacks is drawn uncoloured."""
    return Palette(**{name: _style(variables.get(name, "")) for name in MEANINGS})


def _style(colour: str) -> Style:
    named = colour.removeprefix("ansi_")
    try:
        return Style(color=named) if colour and named != "default" else Style.null()
    except ColorParseError:  # a theme of somebody else's, written in a form that only Textual reads
        return Style.null()
