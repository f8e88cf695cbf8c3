"""The frame around a pane, with its number and title in the top line.

Promises that a title is shown literally, whoever wrote it. Refuses to hold anything but its pane: what is inside
scrolls itself.
"""

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from networkjournal.tui.widgets.plain import safe


class Frame(Vertical):
    """A pane's border. The one that holds the focus is drawn with a heavier line, its title bold."""

    DEFAULT_CSS = """
    Frame {
        border: solid $border-blurred; border-title-color: $foreground; border-title-align: left;
        border-subtitle-color: $dim; border-subtitle-align: right;
        &:focus-within { border: heavy $border; border-title-style: bold; }
    }
    """

    def __init__(
        self,
        *children: Widget,
        title: str = "",
        number: int | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`number` is the key that goes to this pane."""
        super().__init__(*children, id=id, classes=classes)
        self._number = number
        self._note = ""
        self.title = title

    @property
    def title(self) -> str:
        """The title without the number; may be set, to any text."""
        return self._title

    @title.setter
    def title(self, title: str) -> None:
        if safe(title) == getattr(self, "_title", None):
            return
        self._title = safe(title)
        numbered = self._title if self._number is None else f"{self._number} {self._title}"
        # Content, for a str would be read as markup; and Textual fails on a title without any line in it.
        self._border_title = Content(numbered) if numbered.strip() else None
        self._draw_edge(-1)

    @property
    def note(self) -> str:
        """A short remark in the bottom line: a count, the filter in force; may be set, to any text."""
        return self._note

    @note.setter
    def note(self, note: str) -> None:
        if safe(note) == self._note:
            return
        self._note = safe(note)
        self._border_subtitle = Content(self._note) if self._note.strip() else None
        self._draw_edge(self.content_size.height)

    def _draw_edge(self, y: int) -> None:
        """Draw one line of the frame anew; setting Textual's own title draws all of them, at each key in the filter.

        `y` is seen from what is inside.
        """
        self.refresh(Region(-1, y, self.content_size.width + 2, 1))
