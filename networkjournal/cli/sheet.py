"""One record printed whole: a title, and its facts one under another with their labels in a column.

Promises that nothing of a text is cut: a long one is wrapped beneath itself. Leaves out what is empty.
"""

from collections.abc import Iterable

from networkjournal.cli.output import GAP, Out, Painted, terminal_width, wrapped
from networkjournal.model.width import pad, width

NARROWEST = 20
"""Cells that a value keeps, however narrow the terminal."""


def sheet(out: Out, title: str, facts: Iterable[tuple[str, str]]) -> None:
    """Print a record; `facts` are pairs of a label and what it says."""
    out.line(Painted(title, "heading"))
    said = [(label, value) for label, value in facts if value]
    column = max((width(label) for label, _value in said), default=0) + GAP
    for label, value in said:
        for place, line in enumerate(_lines(value, column)):
            head = pad("" if place else label, column)
            out.line(*((Painted(head, "faint"), line) if line else ()))


def _lines(value: str, column: int) -> list[str]:
    cells = terminal_width()
    return value.split("\n") if cells is None else wrapped(value, max(cells - column, NARROWEST))
