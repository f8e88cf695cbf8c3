"""Keeps wide characters whole where one widget floats above others: popups, tooltips, notifications, drop-downs.

Textual's compositor cuts every line wherever any widget begins or ends, one hidden below included, and a cut through
a wide character leaves two spaces (Textualize/textual#6357, open): in Japanese, whole words vanish from a
notification. Here a line is cut only where what is seen changes. Refuses to change anything else about composing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

from networkjournal.tui.widgets.thrift import Thrift

TAKEN = Strip([], 0)
"""Stands where the strip before it reaches across: nothing to draw, and nobody below may draw there either."""

Line = dict[int, Strip | None]


class WholeGlyphsCompositor(Compositor):
    """Textual's compositor, with the lines of a widget in one piece as far as nothing covers them."""

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        cuts = self.cuts
        lines: list[Line] = [dict.fromkeys(line[:-1]) for line in cuts]
        open_lines = {y for y in crop.line_range if is_rendered_line(y)}
        for widget, (region, clip) in self.visible_widgets.items():  # from the front to the back
            seen = region.intersection(clip) if crop.overlaps(clip) else Region()
            left, right = seen.column_span
            free = [y for y in seen.line_range if y in open_lines and _is_free(lines[y], left, right)]
            if not free:  # whatever is behind the lists is hidden by them: most widgets need not be drawn
                continue
            part = Region(seen.x - region.x, free[0] - region.y, seen.width, free[-1] + 1 - free[0])
            strips = widget.render_lines(part)
            for y in free:
                _lay(lines[y], cuts[y], strips[y - free[0]], left, right)
                if None not in lines[y].values():
                    open_lines.discard(y)
        return lines  # type: ignore[return-value]  # as in Textual: a line not rendered holds None

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed, each piece whole: one begun or ended within a character would break it on the screen."""
        update = super().render_partial_update()
        if update is None:
            return None
        pieces: list[Line] = [{x: s for x, s in line.items() if s is not TAKEN} for line in update.chops]
        ends = [[*line, cuts[-1]][1:] for line, cuts in zip(pieces, self.cuts, strict=True)]
        spans = []
        for y, x1, x2 in update.spans:
            starts = list(pieces[y])
            first = starts[max(bisect_right(starts, x1) - 1, 0)]
            last = ends[y][min(bisect_left(ends[y], x2), len(ends[y]) - 1)]
            spans.append((y, first, last))
        return ChopsUpdate(pieces, spans, ends)


def _is_free(line: Line, left: int, right: int) -> bool:
    """Whether a place between `left` and `right` is still free."""
    return any(strip is None and left <= cut < right for cut, strip in line.items())


def _lay(line: Line, cuts: Sequence[int], strip: Strip, left: int, right: int) -> None:
    """Put a widget's strip, which spans `left` to `right`, into the places of the line that are still free."""
    begun: int | None = None
    reached = left
    for cut, end in pairwise(cut for cut in cuts if left <= cut <= right):
        if line[cut] is not None:
            _put(line, strip, begun, reached, left)
            begun = None
            continue
        if begun is None:
            begun = cut
        else:
            line[cut] = TAKEN
        reached = end
    _put(line, strip, begun, reached, left)


def _put(line: Line, strip: Strip, begun: int | None, end: int, left: int) -> None:
    if begun is not None:
        line[begun] = strip.crop(begun - left, end - left)


class WholeGlyphs(Thrift):
    """Mixed into a Screen, before it: `class Home(WholeGlyphs, Screen[None])`."""

    _compositor: Compositor

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever the screen takes
        """As the screen's own."""
        super().__init__(*args, **kwargs)
        self._compositor = WholeGlyphsCompositor()
