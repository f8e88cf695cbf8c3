"""A spot of the screen that one can jump to: where its label goes, and what going there means.

A widget that draws several things one can go to (rows, keys, days) has a method `spots()` that gives them; one that
simply takes the focus needs none. Promises nothing about labels: whoever shows them chooses them.
"""

from collections.abc import Callable
from typing import NamedTuple, Protocol, runtime_checkable


class Spot(NamedTuple):
    """One place in a widget."""

    x: int
    """The cell in which the label ends, from the widget's left; best one where nothing is written."""
    y: int
    go: Callable[[], object]


@runtime_checkable
class HasSpots(Protocol):
    """A widget with several places to go to."""

    def spots(self) -> list[Spot]:
        """Those that are seen now."""
