"""A field whose text can be covered: what stood in it when others began to look on is dots until it is changed.

Promises that covering loses nothing, and that what is typed from then on is seen by whoever types it. Refuses to know
why: whoever covers says so.
"""

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from networkjournal.tui.veil import DOTS


class Covered:
    """Mixed into a widget in which one writes, before it."""

    _covered: str | None = None
    """The text that is not to be seen."""

    def written(self) -> str:
        """The text of the field."""
        raise NotImplementedError

    def cover(self, on: bool) -> None:
        """Cover what is written now, or show it again."""
        self._covered = self.written() or None if on else None
        self.refresh()  # type: ignore[attr-defined]  # the widget's

    def render_lines(self, crop: Region) -> list[Strip]:
        """The field, or dots."""
        strips: list[Strip] = super().render_lines(crop)  # type: ignore[misc]  # the widget's
        if self._covered is None or self._covered != self.written():
            return strips
        return [_dots(strip, DOTS if number + crop.y == 0 else "") for number, strip in enumerate(strips)]


def _dots(strip: Strip, dots: str) -> Strip:
    style = next((segment.style for segment in strip), None)
    return Strip([Segment(dots, style)]).adjust_cell_length(strip.cell_length, style)
