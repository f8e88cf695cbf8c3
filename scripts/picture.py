"""A terminal screen as an SVG picture that looks the same in every browser.

Promises that everything stands in its cell whatever fonts there are: text is fitted to its cells, wide characters to
two, and lines and blocks are drawn as shapes. The same screen gives the same bytes. Refuses any reference to the
network: fonts are those of whoever looks.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME
from textual.strip import Strip

WIDTH, HEIGHT = 9.0, 19.0
"""A cell, in units of the picture."""
SIZE, BASE = 15.0, 14.0
"""The size of the letters, and how far below the top of a cell they stand."""
MARGIN = 12.0
FONTS = (
    "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK JP', 'BIZ UDGothic', 'Hiragino Kaku Gothic ProN', "
    "'MS Gothic', monospace"
)

WIDE_SIZE, WIDE_GAP = 16.0, 2.0
"""The size of a wide character and the gap after it: together two cells, since such a character is as wide as high."""

LIGHT, HEAVY = 1, 3
"""How thick a line is."""
LINES: dict[str, tuple[str, int]] = {
    **{"─": ("lr", LIGHT), "│": ("ud", LIGHT), "┌": ("rd", LIGHT), "┐": ("ld", LIGHT), "└": ("ru", LIGHT)},
    **{"┘": ("lu", LIGHT), "├": ("rud", LIGHT), "┤": ("lud", LIGHT), "┬": ("lrd", LIGHT), "┴": ("lru", LIGHT)},
    **{"┼": ("lrud", LIGHT), "━": ("lr", HEAVY), "┃": ("ud", HEAVY), "┏": ("rd", HEAVY), "┓": ("ld", HEAVY)},
    **{"┗": ("ru", HEAVY), "┛": ("lu", HEAVY), "┣": ("rud", HEAVY), "┫": ("lud", HEAVY), "╸": ("l", HEAVY)},
    **{"╺": ("r", HEAVY), "╷": ("d", LIGHT), "╵": ("u", LIGHT), "╴": ("l", LIGHT), "╶": ("r", LIGHT)},
}
"""A character of a frame -> the sides that it reaches (left, right, up, down), and how thick it is."""
BLOCKS = {
    **{sign: (0, 1 - n / 8, 1, n / 8) for n, sign in enumerate("▁▂▃▄▅▆▇", start=1)},
    **{sign: (0, 0.1, n / 8, 0.8) for n, sign in enumerate("▏▎▍▌▋▊▉█", start=1)},
    **{"▐": (0.5, 0.1, 0.5, 0.8), "▕": (7 / 8, 0.1, 1 / 8, 0.8), "▔": (0, 0, 1, 1 / 8), "▀": (0, 0, 1, 0.5)},
}
"""A block -> what it covers of its cell: from the left, from the top, width and height. Bars of two rows stay apart."""


class Look(NamedTuple):
    """How a piece of text is drawn."""

    ink: str
    paper: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False


def svg(strips: Iterable[Strip], columns: int, *, ink: str, paper: str) -> str:
    """The picture of a screen that is `columns` cells wide; `ink` and `paper` stand where a text names no colour."""
    lines = list(strips)
    width, height = columns * WIDTH + 2 * MARGIN, len(lines) * HEIGHT + 2 * MARGIN
    body = "\n".join(part for row, strip in enumerate(lines) for part in _line(strip, row, Look(ink, paper)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" '
        f'height="{_n(height)}">\n'
        f"<style>text{{font:{_n(SIZE)}px {FONTS};white-space:pre}}.b{{font-weight:bold}}.i{{font-style:italic}}"
        f".u{{text-decoration:underline}}.s{{text-decoration:line-through}}"
        f".w{{font-size:{_n(WIDE_SIZE)}px;letter-spacing:{_n(WIDE_GAP)}px}}</style>\n"
        f'<rect width="{_n(width)}" height="{_n(height)}" rx="8" fill="{paper}"/>\n'
        f'<g transform="translate({_n(MARGIN)} {_n(MARGIN)})" shape-rendering="crispEdges">\n{body}\n</g>\n</svg>\n'
    )


def _line(strip: Strip, row: int, usual: Look) -> Iterator[str]:
    """One line: the grounds first, so that no letter is cut by the ground beside it."""
    column, pieces = 0, []
    for look, segments in groupby(strip, key=lambda segment: _look(segment.style, usual)):
        text = "".join(segment.text for segment in segments if not segment.control)
        pieces.append((column, text, look))
        column += cell_len(text)
    for column, text, look in pieces:
        if look.paper != usual.paper:
            yield _rect(column, row, (0, 0, cell_len(text), 1), look.paper)
    for column, text, look in pieces:
        yield from _text(column, row, text, look)


def _text(column: int, row: int, text: str, look: Look) -> Iterator[str]:
    """Runs of characters that are alike: letters fitted to their cells, frames and blocks as shapes, spaces not."""
    for kind, run in groupby(_clusters(text), key=_kind):
        clusters = list(run)
        cells = sum(map(cell_len, clusters))
        if kind == "shape":
            for sign, same in groupby(enumerate(clusters, start=column), key=lambda pair: pair[1]):
                columns = [place for place, _sign in same]
                yield from _shapes(columns, row, sign, look.ink)
        elif kind != "space":
            styles = [name[0] for name in ("bold", "italic", "underline", "strike") if getattr(look, name)]
            classes = " ".join(styles + ["w"] * (kind == "wide"))
            style = f' class="{classes}"' if classes else ""
            place = f'x="{_n(column * WIDTH)}" y="{_n(row * HEIGHT + BASE)}"'
            fit = f'textLength="{_n(cells * WIDTH)}" lengthAdjust="spacingAndGlyphs"'
            yield f'<text {place} {fit} fill="{look.ink}"{style}>{escape("".join(clusters), quote=False)}</text>'
        column += cells


def _clusters(text: str) -> list[str]:
    """Characters, each with the marks that take no cell of their own."""
    clusters: list[str] = []
    for character in text:
        if clusters and not cell_len(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _kind(cluster: str) -> str:
    if cluster in LINES or cluster in BLOCKS:
        return "shape"
    if cluster.isspace():
        return "space"
    return "wide" if cell_len(cluster) > 1 else "narrow"


def _shapes(columns: list[int], row: int, sign: str, ink: str) -> Iterator[str]:
    """The same sign in neighbouring cells; what goes from side to side is one shape."""
    if sign in BLOCKS:
        left, top, width, height = BLOCKS[sign]
        if width == 1:
            yield _rect(columns[0], row, (left, top, len(columns), height), ink)
        else:
            yield from (_rect(column, row, BLOCKS[sign], ink) for column in columns)
        return
    sides, thick = LINES[sign]
    if sides == "lr":
        yield _path([((columns[0], 0), (columns[-1] + 1, 0))], row, thick, ink)
        return
    for column in columns:
        ends = {"l": (column, 0.0), "r": (column + 1, 0.0), "u": (column + 0.5, -0.5), "d": (column + 0.5, 0.5)}
        yield _path([((column + 0.5, 0), ends[side]) for side in sides], row, thick, ink)


def _path(lines: list[tuple[tuple[float, float], tuple[float, float]]], row: int, thick: int, ink: str) -> str:
    """Lines from here to there, in cells; down is counted from the middle of the row."""
    drawn = ""
    for line in lines:
        for letter, (x, y) in zip("ML", line, strict=True):
            drawn += f"{letter}{_n(x * WIDTH)} {_n((row + 0.5 + y) * HEIGHT)}"
    cap = ' stroke-linecap="square"' if len(lines) == 2 and lines[0][1][1] != -lines[1][1][1] else ""
    return f'<path d="{drawn}" stroke="{ink}" stroke-width="{thick}"{cap}/>'


def _rect(column: int, row: int, part: tuple[float, float, float, float], fill: str) -> str:
    left, top, width, height = part
    place = f'x="{_n((column + left) * WIDTH)}" y="{_n((row + top) * HEIGHT)}"'
    return f'<rect {place} width="{_n(width * WIDTH)}" height="{_n(height * HEIGHT)}" fill="{fill}"/>'


def _look(style: Style | None, usual: Look) -> Look:
    if style is None:
        return usual
    ink, paper = _colour(style.color, usual.ink, True), _colour(style.bgcolor, usual.paper, False)
    if style.reverse:
        ink, paper = paper, ink
    if style.dim:
        ink = _mixed(ink, paper)
    return Look(ink, paper, bool(style.bold), bool(style.italic), bool(style.underline), bool(style.strike))


def _colour(colour: Color | None, usual: str, foreground: bool) -> str:
    if colour is None or colour.is_default:
        return usual
    return colour.get_truecolor(SVG_EXPORT_THEME, foreground).hex


def _mixed(ink: str, paper: str) -> str:
    """Ink as a terminal dims it: two thirds of the way from the paper."""
    pairs = ((int(ink[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{(2 * one + other) // 3:02x}" for one, other in pairs)


def _n(number: float) -> str:
    """A number as short as it can be, the same on every machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
