"""The bar that shows at a glance whether a relationship has more given or more received, by shape before colour.

Pure functions from two amounts to a rich text. Promises a fixed width, and that the side with more is always the
longer one, if only by half a cell. Every bar is drawn from the same few characters: block elements count one cell in
rich, in tmux and in terminals by default, Japanese locales included; a terminal told to draw ambiguous characters
double draws the frames of every program double as well, so nothing is gained by avoiding them here alone.
"""

from rich.text import Text

from networkjournal.model.bars import halves, leftward, rightward
from networkjournal.tui.theme import PLAIN, Palette

MIDDLE = "|"


def balance_bar(
    given: float, received: float, width: int = 9, *, scale: float | None = None, palette: Palette = PLAIN
) -> Text:
    """A row's bar, as in `▕████|██  ▏`: what was received grows to the left of the middle, what was given to the right.

    `width` counts the cells between the two end marks, the middle included (made odd, at least 3); the text is two
    cells wider. `scale` is the amount that fills one side: the largest of a whole list makes its rows comparable, and
    by default it is the larger of the two, which shows their proportion. An amount beyond the scale fills its side.
    """
    side = max((width - 1) // 2, 1)
    right, left = halves(given, received, side * 2, scale)
    text = Text("▕", no_wrap=True, end="")
    text.append(leftward(left, side), palette.received)
    text.append(MIDDLE)
    text.append(rightward(right, side), palette.given)
    return text.append("▏")


def title_bar(given: float, received: float, width: int = 15, *, palette: Palette = PLAIN) -> Text:
    """The title line's bar over everything, as in `◀████████|█████▶`: given to the left, beside the word that says so.

    Unlike a row's bar it is no wider than what it shows: at most `width` cells, arrows and middle included (at least
    5).
    """
    side = max((width - 3) // 2, 1)
    left, right = halves(given, received, side * 2, None)
    text = Text("◀", palette.given, no_wrap=True, end="")
    text.append(leftward(left, side).lstrip(), palette.given)
    text.append(MIDDLE)
    text.append(rightward(right, side).rstrip(), palette.received)
    return text.append("▶", palette.received)
