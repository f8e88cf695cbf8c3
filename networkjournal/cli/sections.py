"""Printing an account: sections with their lines and plots, as wide as the terminal, 80 cells where there is none.

Promises that state is never told by colour alone. Refuses to word anything.
"""

from collections.abc import Iterable

from networkjournal import account
from networkjournal.account_parts import Figure, Line, Section
from networkjournal.cli.output import Out, Painted, Piece, terminal_width, wrapped
from networkjournal.i18n import _
from networkjournal.model.bars import share
from networkjournal.model.plot import Row, bar_rows, head_row, scatter_rows
from networkjournal.model.width import pad, width
from networkjournal.wording import weight

USUAL, WIDEST, NARROWEST = 80, 100, 30
SCATTER_ROWS, SCATTER_CELLS = 12, 60
SHARE = 10
"""Cells of a share."""


def print_sections(out: Out, found: Iterable[Section]) -> None:
    """Print sections, an empty line between them."""
    cells = max(min(terminal_width() or USUAL, WIDEST), NARROWEST)
    for number, section in enumerate(found):
        if number:
            out.line()
        if section.heading:
            out.line(Painted(section.heading, "heading"))
        if section.bars:
            head = head_row(section.bars, cells, _("received"), _("given"))
            _rows(out, [head, *bar_rows(section.bars, cells)])
        print_lines(out, section.lines, cells)
        if section.points:
            _scatter(out, section, cells)


def print_lines(out: Out, lines: Iterable[Line], cells: int) -> None:
    """Print lines under their labels."""
    lines = tuple(lines)
    labels = max((width(line.label) for line in lines if line.label), default=0)
    for line in lines:
        heading = any(figure.meaning == "heading" for figure in line.figures)
        indent = 0 if heading or not labels else labels + 2
        bar = f"  {share(*line.share, SHARE)}" if line.share else ""
        room = max(cells - indent - width(bar), NARROWEST)
        pieces = [*_wrapped(line.figures, room)]
        for place, piece in enumerate(pieces, 1):
            label = pad(line.label if place == 1 else "", indent)
            out.line(Painted(label, "faint"), *piece, *((bar,) if place == len(pieces) else ()))


def _wrapped(figures: tuple[Figure, ...], cells: int) -> Iterable[list[Piece]]:
    """The figures in rows; where all fit into one, each keeps its colour."""
    text = " · ".join(figure.text for figure in figures)
    if width(text) <= cells and "\n" not in text:
        row: list[Piece] = []
        for figure in figures:
            row += [*([" · "] if row else []), Painted(figure.text, figure.meaning) if figure.meaning else figure.text]
        yield row
        return
    for line in wrapped(text, cells):
        yield [line]


def _scatter(out: Out, section: Section, cells: int) -> None:
    scale = weight(max(max(point.given, point.received) for point in section.points))
    words = (f"{_('given')} 0–{scale}", f"{_('received')} 0–{scale}")
    rows, known = scatter_rows(section.points, min(cells, SCATTER_CELLS), SCATTER_ROWS, *words, len(section.notes))
    _rows(out, rows)
    for lettered in known:
        out.line(f"{lettered.letter}  {account.legend(lettered.point, section.notes[lettered.place])}")


def _rows(out: Out, rows: Iterable[Row]) -> None:
    for row in rows:
        kept = [*row]
        while kept and not kept[-1].text.strip():
            kept.pop()
        if kept:
            kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
        out.line(*(Painted(piece.text, piece.meaning) if piece.meaning else piece.text for piece in kept))
