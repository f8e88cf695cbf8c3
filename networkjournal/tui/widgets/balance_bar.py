"""The bar that shows at a glance whether a relationship has more given or more received, by shape before colour.

Pure functions from two amounts to a rich text. Promises a fixed width, and that the side with more is always the
longer one, if only by half a cell. Every bar is drawn from the same few characters: block elements count one cell in
rich, in tmux and in terminals by default, Japanese locales included; a terminal told to draw ambiguous characters
double draws the frames of every program double as well, so nothing is gained by avoiding them here alone.
"""

from rich.text import Text

from networkjournal.tui.theme import PLAIN, Palette

FULL, LEFT_HALF, RIGHT_HALF = "█", "▌", "▐"
MIDDLE = "|"
SHOWN_DIGITS = 10
"""Digits after the point in amounts compared: sums of weights such as 0.1 must not make "even" look uneven."""


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
    text.append(_leftward(left, side), palette.received)
    text.append(MIDDLE)
    text.append(_rightward(right, side), palette.given)
    return text.append("▏")


def title_bar(given: float, received: float, width: int = 15, *, palette: Palette = PLAIN) -> Text:
    """The title line's bar over everything, as in `◀████████|█████▶`: given to the left, beside the word that says so.

    Unlike a row's bar it is no wider than what it shows: at most `width` cells, arrows and middle included (at least
    5).
    """
    side = max((width - 3) // 2, 1)
    left, right = halves(given, received, side * 2, None)
    text = Text("◀", palette.given, no_wrap=True, end="")
    text.append(_leftward(left, side).lstrip(), palette.given)
    text.append(MIDDLE)
    text.append(_rightward(right, side).rstrip(), palette.received)
    return text.append("▶", palette.received)


def halves(given: float, received: float, most: int, scale: float | None) -> tuple[int, int]:
    """How many half cells show each amount, up to `most`: none for nothing, some for anything, more for more."""
    given, received = (round(max(amount, 0), SHOWN_DIGITS) for amount in (given, received))
    full = max(given, received) if scale is None else scale
    if full <= 0:
        full = max(given, received, 1)
    steps = [min(max(round(amount / full * most), 1), most) if amount else 0 for amount in (given, received)]
    if (
        given != received and steps[0] == steps[1]
    ):  # too close for the scale: shorten the smaller, or lengthen the larger
        smaller, larger = (1, 0) if given > received else (0, 1)
        if steps[smaller] > 1:
            steps[smaller] -= 1
        else:
            steps[larger] = min(steps[larger] + 1, most)
    return steps[0], steps[1]


def _leftward(count: int, side: int) -> str:
    return (RIGHT_HALF * (count % 2) + FULL * (count // 2)).rjust(side)


def _rightward(count: int, side: int) -> str:
    return (FULL * (count // 2) + LEFT_HALF * (count % 2)).ljust(side)
