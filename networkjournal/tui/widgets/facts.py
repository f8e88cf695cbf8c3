"""Facts in two columns: a dim label, and the value beside it, wrapped under its own column.

Promises one column of labels by display width over all groups, a blank line between groups, and that every fact is a
row one can stand on. Refuses to know what a fact is about; texts come made fit to draw.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from networkjournal.tui.widgets.plain import fit, wrap
from networkjournal.tui.widgets.rows import ListSource

WIDEST_LABEL = 16
NARROWEST_VALUE = 12
LONG = 4
"""A value of more lines than these is walked through line by line, or its end could not be scrolled to."""


class Fact(NamedTuple):
    """One row."""

    label: str
    """Empty where the row goes on under the label above it."""
    value: Text
    key: Hashable
    """What the row stands for; unlike that of any other row."""
    wide: bool = False
    """The value takes the whole width: a name, a sentence that needs no label."""


Group = Sequence[Fact]


def fact_rows(groups: Iterable[Group], width: int, dim: Style, console: Console) -> ListSource:
    """Rows for lists `width` cells wide. Groups without facts leave nothing behind."""
    shown = [group for group in groups if group]
    labels = [cell_len(fact.label) for group in shown for fact in group if not fact.wide]
    column = min(max(labels, default=0), WIDEST_LABEL, max(width - NARROWEST_VALUE, 4))
    items: list[tuple[Hashable, Text]] = []
    for number, group in enumerate(shown):
        if number:
            items.append((None, Text()))
        for fact in group:
            items += _rows(fact, 0 if fact.wide else column, width, dim, console)
    return ListSource(items)


def _rows(fact: Fact, column: int, width: int, dim: Style, console: Console) -> list[tuple[Hashable, Text]]:
    indent = column + 2 if column else 0
    lines = wrap(fact.value, max(width - indent, NARROWEST_VALUE), console) or [Text()]
    walked = len(lines) > LONG
    rows: list[tuple[Hashable, Text]] = []
    for number, line in enumerate(lines):
        head = fit(fact.label if number == 0 else "", column) + "  " if column else ""
        key = fact.key if number == 0 else (fact.key, number) if walked else None
        rows.append((key, Text(no_wrap=True).append(head, dim).append_text(line)))
    return rows


def fact_key(key: Hashable) -> Hashable:
    """The fact that a row belongs to: the key of a long value's further lines leads back to its first."""
    return key[0] if isinstance(key, tuple) and len(key) == 2 and isinstance(key[0], tuple) else key
