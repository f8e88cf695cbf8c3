"""Plots as rows of characters: diverging bars, and a scatter of relationships with letters for the largest.

Promises rows of exactly the cells asked for, by display width, and that shapes, signs and letters say everything that a
colour does. Refuses to word anything: labels come made, and whoever prints decides how a meaning looks.
"""

from collections.abc import Iterator, Sequence

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.bars import halves, leftward, rightward
from networkjournal.model.width import clip, pad, width

Meaning = Literal["", "given", "received", "faint"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
POINT, MANY, DIAGONAL = "•", "●", "·"
WIDEST_LABEL = 24
LEAST_SIDE = 3
"""Cells that each side of a bar keeps, however narrow the place."""


class Piece(NamedTuple):
    """Some characters of a row, and what their colour means."""

    text: str
    meaning: Meaning = ""


Row = tuple[Piece, ...]


class Bar(NamedTuple):
    """A stretch of time: what was given and received in it, in thousandths."""

    label: str
    given: int
    received: int
    shown: tuple[str, str] = ("", "")
    """The same as texts: given, received."""


class Point(NamedTuple):
    """A relationship: what was received from it (to the right) and given to it (upwards)."""

    name: str
    given: int
    received: int


class Lettered(NamedTuple):
    """A point that has a letter on the plot."""

    letter: str
    place: int
    """Which of the points it is."""
    point: Point


def bar_rows(bars: Sequence[Bar], cells: int) -> list[Row]:
    """The bars one below the other on one scale, received to the left of the middle and given to the right."""
    sizes = _sizes(bars, cells)
    scale = max((max(bar.given, bar.received) for bar in bars), default=0)
    return [_bar_row(bar, sizes, scale, cells) for bar in bars]


def head_row(bars: Sequence[Bar], cells: int, received: str, given: str) -> Row:
    """A row above the bars that says which side is which, each word beside the middle."""
    sizes = _sizes(bars, cells)
    middle = sizes.label + sizes.before + sizes.side + 4
    left = pad(clip(f"{received} ←", middle - 1), middle - 1, right=True)
    return fitted((Piece(left + " ", "received"), Piece(f"  → {given}", "given")), cells)


class _Sizes(NamedTuple):
    """Cells of the parts of a row: the label, the amount before the bar, each side of the bar, the amount after it."""

    label: int
    before: int
    side: int
    after: int


def _sizes(bars: Sequence[Bar], cells: int) -> _Sizes:
    label = min(max((width(bar.label) for bar in bars), default=0), WIDEST_LABEL, max(cells // 3, 4))
    before = max((width(bar.shown[1]) for bar in bars), default=0)
    after = max((width(bar.shown[0]) for bar in bars), default=0)
    return _Sizes(label, before, max((cells - label - before - after - 7) // 2, LEAST_SIDE), after)


def _bar_row(bar: Bar, sizes: _Sizes, scale: int, cells: int) -> Row:
    right, left = halves(bar.given, bar.received, sizes.side * 2, scale)
    row = (
        Piece(pad(clip(bar.label, sizes.label), sizes.label) + "  "),
        Piece(pad(bar.shown[1], sizes.before, right=True), "received"),
        Piece(" ▕", "faint"),
        Piece(leftward(left, sizes.side), "received"),
        Piece("|", "faint"),
        Piece(rightward(right, sizes.side), "given"),
        Piece("▏ ", "faint"),
        Piece(pad(bar.shown[0], sizes.after, right=True), "given"),
    )
    return fitted(row, cells)


def scatter_rows(
    points: Sequence[Point], cells: int, height: int, given: str, received: str, lettered: int = 12
) -> tuple[list[Row], list[Lettered]]:
    """The relationships in a square on one scale for both ways, and who has which letter.

    Above the diagonal more was given, below it more was received. The first points get letters, as far as there is a
    free cell for each; of the others a dot says that there is one, a larger one that there are several.
    """
    columns = max(cells - 2, 8)
    scale = max((max(point.given, point.received) for point in points), default=0) or 1
    grid = [[Piece(" ") for _column in range(columns)] for _row in range(height)]
    for row in range(height):
        grid[height - 1 - row][round(row * (columns - 1) / max(height - 1, 1))] = Piece(DIAGONAL, "faint")
    known: list[Lettered] = []
    for number, point in enumerate(points):
        row, column = _place(point, scale, height, columns)
        letter = LETTERS[number] if number < min(lettered, len(LETTERS)) else ""
        free = _free(grid[row], column) if letter else None
        if letter and free is not None:
            grid[row][free] = Piece(letter, _side(point))
            known.append(Lettered(letter, number, point))
        elif grid[row][column].text in (" ", DIAGONAL):
            grid[row][column] = Piece(POINT, _side(point))
        elif grid[row][column].text == POINT:
            grid[row][column] = Piece(MANY, grid[row][column].meaning)
    rows: list[Row] = [fitted((Piece(f"↑ {given}", "given"),), cells)]
    rows += [fitted((Piece("│", "faint"), *_joined(line)), cells) for line in grid]
    rows.append(fitted((Piece("└" + "─" * columns, "faint"),), cells))
    rows.append(fitted((Piece(pad(f"{received} →", cells, right=True), "received"),), cells))
    return rows, known


def _place(point: Point, scale: int, height: int, columns: int) -> tuple[int, int]:
    up = round(point.given * (height - 1) / scale)
    return height - 1 - up, round(point.received * (columns - 1) / scale)


def _free(line: Sequence[Piece], column: int) -> int | None:
    """The cell for a letter: its own, or one close by where others are already there."""
    for step in (0, 1, -1, 2, -2, 3, -3, 4, -4):
        here = column + step
        if 0 <= here < len(line) and line[here].text not in LETTERS:
            return here
    return None


def _side(point: Point) -> Meaning:
    if point.given == point.received:
        return ""
    return "given" if point.given > point.received else "received"


def _joined(line: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one meaning as one piece."""
    text, meaning = "", line[0].meaning
    for piece in line:
        if piece.meaning != meaning:
            yield Piece(text, meaning)
            text, meaning = "", piece.meaning
        text += piece.text
    yield Piece(text, meaning)


def fitted(row: Row, cells: int) -> Row:
    """The row cut, or filled with spaces, to exactly so many cells."""
    kept: list[Piece] = []
    left = cells
    for piece in row:
        size = width(piece.text)
        if size > left:
            kept.append(Piece(pad(clip(piece.text, left), left), piece.meaning))
            return tuple(kept)
        kept.append(piece)
        left -= size
    return (*kept, Piece(" " * left)) if left else tuple(kept)
