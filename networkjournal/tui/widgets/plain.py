"""People's texts made fit to draw: harmless, literal, and no wider than their place. Widths are cells of the screen."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Console
from rich.segment import Segment
from rich.text import Text
from textual.strip import Strip

from networkjournal.model.harmless import harmless
from networkjournal.model.width import pieces

ELLIPSIS = "…"


def safe(text: str) -> str:
    """One line without control characters."""
    return harmless(text)


def fit(text: str, width: int) -> str:
    """The text, harmless and exactly `width` cells wide: padded with spaces, or cut with an ellipsis."""
    text = harmless(text[: width * 16])  # combining marks are free, but not without end
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, max(width - 1, 0)).rstrip() + ELLIPSIS, width) if width > 0 else ""


def clip(drawn: Text | Iterable[Segment], width: int, console: Console) -> Strip:
    """A drawn line as a strip of exactly `width` cells; a Text that is wider ends in an ellipsis."""
    if isinstance(drawn, Text):
        # Rendering leaves out the style of a text of one piece.
        drawn = Segment.apply_style(drawn.render(console, end=""), console.get_style(drawn.style))
    segments = [Segment(safe(text), style) for text, style, control in drawn if text and not control]
    strip = Strip(segments)
    if strip.cell_length <= width:
        return strip.adjust_cell_length(width)
    cut = strip.crop(0, max(width - 1, 0))
    last = next((style for text, style, _ in reversed(list(cut)) if text), None)
    return Strip([*cut, Segment(ELLIPSIS, last)]).adjust_cell_length(width)


def wrap(text: str | Text, width: int, console: Console) -> list[Text]:
    """The text in lines of at most `width` cells; Japanese breaks anywhere, other words whole where they fit."""
    whole = text.copy() if isinstance(text, Text) else Text(text)
    lines: list[Text] = []
    for line in whole.split(allow_blank=True):
        if "\t" in line.plain:
            line.expand_tabs(console.tab_size)
        lines += line.divide(_breaks(line.plain, max(width, 2)))
    for line in lines:
        line.rstrip()
    return lines


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where the lines after the first one begin."""
    at = used = 0
    for piece in pieces(text):
        size = cell_len(piece)
        if used and used + size > width and not piece.isspace():
            yield at
            used = 0
        if size > width and not piece.isspace():  # longer than a line: cut where the lines are full
            *full, piece_left = chop_cells(piece, width)
            for part in full:
                at += len(part)
                yield at
            piece, size = piece_left, cell_len(piece_left)
        at, used = at + len(piece), used + size
