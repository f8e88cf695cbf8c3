"""A page to read: a title and lines of text, scrolled with the keys of every list. Escape closes it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.console import Console
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from networkjournal.i18n import N_
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.plain import wrap
from networkjournal.tui.widgets.rows import ListSource, Rows
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs


class Hanging(NamedTuple):
    """A line in two columns: what does not fit into it goes on below its second."""

    lead: Text
    rest: Text

    def wrapped(self, width: int, console: Console) -> list[Text]:
        """The lines of at most `width` cells; a lead that leaves too little room stands alone."""
        indent = self.lead.cell_len if self.lead.cell_len <= width // 2 else width // 4
        first, *more = wrap(self.rest, width - indent, console) or [Text()]
        lines = [Text(" " * indent).append_text(line) for line in more]
        if indent == self.lead.cell_len:
            return [self.lead.copy().append_text(first), *lines]
        return [*wrap(self.lead, width, console), Text(" " * indent).append_text(first), *lines]


Line = Text | Hanging


class Sheet(WholeGlyphs, ModalScreen[None]):
    """A page over the screen."""

    DEFAULT_CSS = """
    Sheet { align: center middle; background: $background 60%; }
    Sheet Frame { width: 100; max-width: 96%; height: 90%; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f10", "leave", N_("Close"), id="sheet.close", tooltip=N_("Close this page")),
    ]

    def __init__(self, title: str, lines: Sequence[Line] | Callable[[], Sequence[Line]]) -> None:
        """`lines` are wrapped to the width there is; a function is asked again whenever the veil falls or rises."""
        super().__init__()
        self._title, self._lines = title, lines if callable(lines) else (lambda: lines)
        self._rows = Rows()

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        yield Frame(self._rows, title=self._title)

    def on_mount(self) -> None:
        """Keys scroll at once."""
        self._rows.focus()
        if hasattr(self.app, "veil"):
            self.watch(self.app, "veil", self._fill, init=False)

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = max(self._rows.scrollable_content_region.width - 2, 10)
        wrapped = [part for line in self._lines() for part in self._wrapped(line, width)]
        self._rows.show(ListSource([(n, part) for n, part in enumerate(wrapped)]))

    def _wrapped(self, line: Line, width: int) -> list[Text]:
        if isinstance(line, Hanging):
            return line.wrapped(width, self.app.console)
        return wrap(line, width, self.app.console) or [Text()]

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)
