"""An account drawn as rows of a list: headings, figures one below the other, plots. Every figure can be stood on.

Promises rows by display width, and that nothing is told by colour alone. Texts come through the veil already.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.style import Style
from rich.text import Text

from networkjournal import account
from networkjournal.account_parts import Figure, FigureMeaning, Key, Line, Section
from networkjournal.i18n import _
from networkjournal.model.bars import share
from networkjournal.model.plot import Row, bar_rows, head_row, scatter_rows
from networkjournal.model.width import pad, width
from networkjournal.tui.theme import Palette
from networkjournal.tui.widgets.plain import safe, wrap
from networkjournal.wording import weight

Rendered = tuple[Hashable, Text]
SCATTER_ROWS, SCATTER_CELLS = 12, 64
SHARE = 10
"""Cells of a share."""
NARROWEST = 12
"""Cells that a value keeps beside its label."""


class AccountRows:
    """Draws sections for lists of one width, in the colours of one theme."""

    def __init__(self, cells: int, colours: Palette, console: Console) -> None:
        """`cells` are what a row has."""
        self._cells, self._console = cells, console
        self._styles: dict[FigureMeaning, Style | str] = {
            "": "", "heading": "bold", "given": colours.given, "received": colours.received,
            "attention": colours.waiting, "faint": colours.dim,
        }  # fmt: skip

    def rows(self, sections: Iterable[Section]) -> list[Rendered]:
        """All rows, an empty one between sections. What a row's key stands for is `behind`."""
        found: list[Rendered] = []
        for number, section in enumerate(sections):
            if number:
                found.append((None, Text()))
            if section.heading:
                found.append((None, Text(section.heading, "bold underline", no_wrap=True)))
            found += self._bars(section)
            found += self.lines(section.lines, section.code)
            found += self._scatter(section)
        return found

    def lines(self, lines: Sequence[Line], code: str) -> list[Rendered]:
        """Lines under their labels; figures with one thing behind them share a row."""
        labels = max((width(line.label) for line in lines if line.label), default=0)
        labels = min(labels, max(self._cells - NARROWEST - 2, 0), 24)
        found: list[Rendered] = []
        for place, line in enumerate(lines):
            heading = any(figure.meaning == "heading" for figure in line.figures)
            indent = 0 if heading or not labels else labels + 2
            for n, (key, figures) in enumerate(groupby(line.figures, lambda figure: figure.key)):
                said = self._joined([*figures])
                if line.share and n == 0:
                    said.append(f"  {share(*line.share, SHARE)}", self._styles["faint"])
                label = line.label if n == 0 else ""
                found += self._wrapped(label, said, indent, (code, place, n, key) if key else None)
        return found

    def _wrapped(self, label: str, said: Text, indent: int, key: Hashable) -> Iterator[Rendered]:
        for n, part in enumerate(wrap(said, max(self._cells - indent, NARROWEST), self._console) or [Text()]):
            head = Text(pad(safe(label), indent) if n == 0 else " " * indent, self._styles["faint"], no_wrap=True)
            yield (key if n == 0 else None), Text(no_wrap=True).append_text(head).append_text(part)

    def _joined(self, figures: Sequence[Figure]) -> Text:
        text = Text()
        for number, figure in enumerate(figures):
            if number:
                text.append(" · ", self._styles["faint"])
            text.append(safe(figure.text), self._styles[figure.meaning])
        return text

    def _bars(self, section: Section) -> Iterator[Rendered]:
        if section.bars:
            yield None, self._drawn(head_row(section.bars, self._cells, _("received"), _("given")))
            for n, row in enumerate(bar_rows(section.bars, self._cells)):
                yield (section.code, n, 0, section.keys[n]), self._drawn(row)

    def _scatter(self, section: Section) -> Iterator[Rendered]:
        if not section.points:
            return
        scale = weight(max(max(point.given, point.received) for point in section.points))
        words = (f"{_('given')} 0–{scale}", f"{_('received')} 0–{scale}")
        cells = min(self._cells, SCATTER_CELLS)
        rows, known = scatter_rows(section.points, cells, SCATTER_ROWS, *words, len(section.notes))
        yield from ((None, self._drawn(row)) for row in rows)
        letters = {one.place: one.letter for one in known}
        for n, note in enumerate(section.notes):
            said = f"{letters.get(n, ' ')}  {safe(account.legend(section.points[n], note))}"
            yield (section.code, n, 1, section.keys[n]), Text(said, no_wrap=True)

    def _drawn(self, row: Row) -> Text:
        text = Text(no_wrap=True)
        for piece in row:
            text.append(safe(piece.text), self._styles[piece.meaning])
        return text


def behind(key: Hashable) -> Key:
    """What is behind a row."""
    found = key[3] if isinstance(key, tuple) and len(key) == 4 else ()
    return found if isinstance(found, tuple) else ()
