"""Bars of block characters: how many half cells show an amount, and the cells that draw them.

Promises that the side with more is the longer one, if only by half a cell, and that something is never drawn as
nothing. Block elements count one cell in terminals by default, Japanese locales included.
"""

FULL, LEFT_HALF, RIGHT_HALF, LIGHT = "█", "▌", "▐", "░"
SHOWN_DIGITS = 10
"""Digits after the point in amounts compared: sums of weights such as 0.1 must not make "even" look uneven."""


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


def leftward(count: int, side: int) -> str:
    """So many half cells growing to the left, in a place of `side` cells."""
    return (RIGHT_HALF * (count % 2) + FULL * (count // 2)).rjust(side)


def rightward(count: int, side: int) -> str:
    """So many half cells growing to the right, in a place of `side` cells."""
    return (FULL * (count // 2) + LEFT_HALF * (count % 2)).ljust(side)


def share(part: float, whole: float, cells: int) -> str:
    """A part of a whole as a bar of `cells` cells: `█████░░░░░`. Anything is some, and only all of it is full."""
    if whole <= 0 or cells <= 0:
        return LIGHT * max(cells, 0)
    full = round(min(max(part / whole, 0), 1) * cells)
    if cells > 1 and part > 0:
        full = max(full, 1)
    if cells > 1 and part < whole:
        full = min(full, cells - 1)
    return FULL * full + LIGHT * (cells - full)
