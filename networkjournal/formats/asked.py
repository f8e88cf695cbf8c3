"""What a reader may be told besides the file: the day, and what columns mean where the file does not say."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

Columns = tuple[tuple[str, str], ...]
"""Pairs of a field and the heading of the column that fills it."""


class Asked(NamedTuple):
    """What was asked for."""

    today: date | None = None
    """Around this day recurring events are taken; without it a series gives its first day only."""
    columns: Columns = ()
    """What the person said of the columns of a table that is not known."""
    recall: Callable[[tuple[str, ...]], Columns] = lambda headings: ()
    """What was said before of a table with just these headings; nothing where nobody did."""


NOTHING = Asked()
