"""Printing: lines, tables that line up in display cells, wrapped paragraphs, colours, and JSON.

Promises that no control character of anyone's text reaches the terminal: whatever is printed here goes through
`harmless`, and what a program reads is escaped. Refuses to say a sentence, and to print before the command is done.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from errno import EBADF

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.harmless import harmless
from networkjournal.model.width import clip, pieces, width

Meaning = Literal["heading", "given", "received", "attention", "wrong", "faint"]
SGR: Mapping[Meaning, str] = {
    "heading": "1",
    "given": "32",
    "received": "36",
    "attention": "33",
    "wrong": "31",
    "faint": "2",
}
"""One colour for one meaning, and never a meaning by colour alone."""

GAP = 2
NARROWEST = 8
"""Cells that a column keeps, however narrow the terminal."""


class Painted(NamedTuple):
    """A piece of text with what its colour means."""

    text: str
    meaning: Meaning


Piece = str | Painted


class Out:
    """Collects what a command prints to standard output; it is written at once, when the command is done."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        """`environment` may say that no colour is wanted (NO_COLOR, or TERM=dumb)."""
        self._environment = os.environ if environment is None else environment
        self._parts: list[str] = []
        self._exact = False

    @property
    def colour(self) -> bool:
        """Whether colours are shown: on a terminal that has them, unless the person wants none."""
        plain = self._environment.get("NO_COLOR") or self._environment.get("TERM") == "dumb"
        return not plain and sys.stdout is not None and sys.stdout.isatty()

    def line(self, *pieces: Piece) -> None:
        """One line, or several where a text has newlines. Control characters are made visible."""
        self._parts.append(paint(pieces, self.colour) + "\n")

    def table(self, rows: Sequence[Sequence[Piece]], align: str, heads: Sequence[str] | None = None) -> None:
        """A table as wide as the terminal at most; see the function `table`."""
        self._parts.append(table(rows, align, terminal_width(), heads, self.colour))

    def json(self, value: object) -> None:
        """One JSON document: all that a command prints with `--json`."""
        self.document(json_text(value))

    def document(self, text: str) -> None:
        """A text for a program, in UTF-8 whatever the locale, to the letter: an export. Not to be mixed with lines."""
        self._exact = True
        self._parts.append(text)

    def message(self, sentence: str) -> None:
        """Say something to the person at once, on standard error."""
        with suppress(OSError, AttributeError):  # nobody reads it, or it is closed: there is no other place to say so
            sys.stderr.write(harmless(sentence, keep_newlines=True) + "\n")
            sys.stderr.flush()

    def flush(self) -> None:
        """Write what was collected. Raises OSError where the system refuses (BrokenPipeError: nobody reads on)."""
        text, stream = "".join(self._parts), sys.stdout
        self._parts.clear()
        if stream is None and text and self._exact:  # an export into nothing must not look like one
            raise OSError(EBADF, os.strerror(EBADF))
        if not text or stream is None:
            return
        if self._exact and stream.isatty():
            text = harmless(text, keep_newlines=True)
        buffer = getattr(stream, "buffer", None)
        if self._exact and buffer is not None:
            stream.flush()
            buffer.write(text.encode("utf-8", "replace"))
        else:
            stream.write(text)
        stream.flush()


def paint(pieces: Iterable[Piece], colour: bool) -> str:
    """The pieces in a row, without control characters other than newlines, and with colours where `colour` says so."""
    shown = []
    for piece in pieces:
        if isinstance(piece, str):
            shown.append(harmless(piece, keep_newlines=True))
        else:
            shown.append(_coloured(harmless(piece.text, keep_newlines=True), piece.meaning if colour else None))
    return "".join(shown)


def _coloured(text: str, meaning: Meaning | None) -> str:
    return f"\x1b[{SGR[meaning]}m{text}\x1b[0m" if meaning and text else text


def terminal_width() -> int | None:
    """The cells of a line on the terminal that standard output is; None when it is no terminal."""
    size = terminal_size()
    return None if size is None else size.columns


def terminal_size() -> os.terminal_size | None:
    """The size of the terminal that standard output is; None when it is no terminal, or does not tell."""
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (AttributeError, ValueError, OSError):  # no standard output, one that is no file, one that is no terminal
        return None
    return size if size.columns and size.lines else None


def table(
    rows: Sequence[Sequence[Piece]],
    align: str,
    line_width: int | None = None,
    heads: Sequence[str] | None = None,
    colour: bool = False,
) -> str:
    """Rows as lines whose columns line up; every line ends with a newline.

    `align` has a letter for each column: `l`, or `r` for figures. Where the whole is wider than `line_width` cells
    (None: no limit), the widest `l` columns are cut, with a mark where something is missing. Missing cells are empty,
    a row of nothing is an empty line.
    """
    above: list[Sequence[Piece]] = [[Painted(head, "heading") for head in heads]] if heads else []
    cells = [[_cell(row[place]) if place < len(row) else ("", None) for place in range(len(align))]
             for row in [*above, *rows]]  # fmt: skip
    sizes = [[width(text) for text, _meaning in row] for row in cells]
    widths = [max(column, default=0) for column in zip(*sizes, strict=True)] if sizes else []
    fitted = _fit(widths, align, line_width)
    return "".join(_table_line(row, size, fitted, align, colour) + "\n" for row, size in zip(cells, sizes, strict=True))


def _cell(piece: Piece) -> tuple[str, Meaning | None]:
    """A cell's text on one line, and its meaning."""
    if isinstance(piece, str):
        return harmless(piece, keep_newlines=False), None
    return harmless(piece.text, keep_newlines=False), piece.meaning


def _fit(widths: list[int], align: str, line_width: int | None) -> list[int]:
    """The widths with the widest `l` columns cut, as far as needed to keep to the line."""
    excess = sum(widths) + GAP * (len(widths) - 1) - (line_width or 0)
    if line_width is None or excess <= 0:
        return widths
    flexible = sorted((size for size, side in zip(widths, align, strict=True) if side == "l"), reverse=True)
    ceiling = flexible[0] if flexible else 0
    for count, size in enumerate([*flexible[1:], 0], start=1):
        gained = min(excess, count * (ceiling - size))  # the `count` widest columns come down to the next one
        ceiling -= -(-gained // count)
        excess -= gained
        if excess <= 0:
            break
    ceiling = max(ceiling, NARROWEST)
    return [min(size, ceiling) if side == "l" else size for size, side in zip(widths, align, strict=True)]


def _table_line(
    row: list[tuple[str, Meaning | None]], sizes: list[int], widths: list[int], align: str, colour: bool
) -> str:
    shown, owed = "", 0
    for place, (text, meaning) in enumerate(row):
        size = sizes[place]
        if size > widths[place]:
            text = clip(text, widths[place])
            size = width(text)
        spare = widths[place] - size
        before, after = (spare, 0) if align[place] == "r" else (0, spare)
        if text:  # spaces are written only before something, so that no line ends with them
            shown += " " * (owed + before) + _coloured(text, meaning if colour else None)
            owed = after + GAP
        else:
            owed += spare + GAP
    return shown


def wrapped(text: str, cells: int) -> list[str]:
    """The lines of a text, none wider than `cells` unless a single word is. Japanese may break between any characters
    but before a closing mark or small kana and after an opening one. A newline in the text stays one.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped_paragraph(paragraph, cells)]


def _wrapped_paragraph(text: str, cells: int) -> Iterator[str]:
    line, used = "", 0
    for piece in pieces(text):
        size = width(piece)
        if used and used + size > cells and not piece.isspace():
            yield line.rstrip()
            line, used = "", 0
        line, used = line + piece, used + size
    yield line.rstrip()


def json_text(value: object) -> str:
    """One JSON document and a newline. What could harm a terminal, or a reader that splits lines, is escaped.

    Dates are written in ISO form. A NamedTuple would become a list: give dictionaries.
    """
    import json  # 3 ms
    import re

    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False, default=_json_value)
    # Delete and C1 controls, line and paragraph separators, marks of direction, and halves of surrogate pairs.
    harmful = "[\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
    return re.sub(harmful, lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _json_value(value: object) -> str:
    from datetime import date

    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
