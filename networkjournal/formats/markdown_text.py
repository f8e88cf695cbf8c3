"""Pieces of a Markdown page made of plain texts: headings, items, tables.

Promises that a text of a person's is shown as it was written and is never markup, in CommonMark and with the tables of
GitHub; refuses to keep line ends, since a line of its own could begin anything.
"""

import re
from collections.abc import Iterable, Sequence

from networkjournal.model.harmless import harmless

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$!])")
"""What means something anywhere in a line."""
_FIRST = re.compile(r"([-+#=:>]|[0-9]{1,9}(?=[.)]))")
"""What means something where a line begins."""


def plain(text: str) -> str:
    """The text in one line, every sign in it standing for itself."""
    line = _cell(text)
    begun = _FIRST.match(line)
    if begun is None:
        return line
    if begun[0].isdigit():
        return f"{begun[0]}\\{line[begun.end() :]}"
    return f"\\{line}"


def heading(text: str, level: int = 1) -> str:
    """A heading; a # at its end would be taken for its close."""
    told = plain(text)
    if told.endswith("#") and not told.endswith("\\#"):
        told = f"{told[:-1]}\\#"
    return f"{'#' * level} {told}"


def item(text: str, label: str = "", depth: int = 0) -> str:
    """An item of a list, beneath another where it is deeper; nothing is in it that is not a text."""
    head = f"**{plain(label)}:** " if label else ""
    return f"{'  ' * depth}- {head}{plain(text)}"


def strong(text: str) -> str:
    """A paragraph that stands out."""
    return f"**{plain(text)}**"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], aligns: str) -> Iterable[str]:
    """A table; `aligns` has `l` or `r` for each column."""
    yield _row(heads)
    yield f"|{'|'.join('--:' if align == 'r' else '---' for align in aligns)}|"
    yield from map(_row, rows)


def page(parts: Iterable[Iterable[str]]) -> str:
    """A page of blocks, with an empty line between them; those without lines are left out."""
    blocks = ("\n".join(lines) for lines in map(tuple, parts) if lines)
    return "\n\n".join(blocks) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """As `plain`, where no line begins."""
    return _SIGNS.sub(r"\\\1", harmless(" ".join(text.split())))
