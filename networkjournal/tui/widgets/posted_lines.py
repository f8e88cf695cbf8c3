"""What the marked lines of a text become, line by line; the line in which one writes is marked and in sight.

Refuses the focus, and to understand the text: the sentences are handed in.
"""

from collections.abc import Hashable, Sequence

from rich.text import Text
from textual.app import ComposeResult

from networkjournal.i18n import ngettext
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.plain import wrap
from networkjournal.tui.widgets.rows import ListSource, Rows

GAP = 2
NARROWEST = 16


class PostedLines(Frame):
    """A frame around the sentences."""

    def __init__(self, *, title: str, empty: str, id: str | None = None) -> None:
        """`empty` says what belongs here."""
        super().__init__(title=title, id=id)
        self._rows = Rows(empty=empty)
        self._rows.can_focus = False
        self._said: Sequence[tuple[int, Text]] = ()
        self._hint, self._here = "", 1

    def compose(self) -> ComposeResult:
        """The list."""
        yield self._rows

    def show(self, said: Sequence[tuple[int, Text]], hint: str = "") -> None:
        """Replace the sentences, each with the number of its line; the hint stands below them."""
        self._said, self._hint = said, hint
        self._draw()

    def mark(self, line: int) -> None:
        """One writes in this line."""
        self._here = line
        self._draw()

    def _draw(self) -> None:
        width = self._rows.scrollable_content_region.width - 2
        digits = len(str(max((line for line, _sentence in self._said), default=0)))
        items: list[tuple[Hashable, Text]] = []
        marked = False
        for line, sentence in self._said:
            for n, part in enumerate(wrap(sentence, max(width - digits - GAP, NARROWEST), self.app.console)):
                # No other row has a key, so that the mark of the list is on the line in which one writes, or nowhere.
                here = not n and line == self._here and not marked
                marked = marked or here
                number = f"{'' if n else line:>{digits}}{' ' * GAP}"
                items.append((line if here else None, Text(number).append_text(part)))
        hint = wrap(Text(self._hint, "dim"), max(width, NARROWEST), self.app.console) if self._hint else []
        self._rows.show(ListSource([*items, *((None, part) for part in hint)]))
        count = len({line for line, _sentence in self._said})
        self.note = ngettext("{n} line", "{n} lines", count).format(n=count) if count else ""

    def on_resize(self) -> None:
        """Sentences are as wide as the frame."""
        self.call_after_refresh(self._draw)
