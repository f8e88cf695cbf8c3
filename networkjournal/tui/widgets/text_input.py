"""A text area of a few lines whose terminal cursor is true wherever the layout moves it, for input-method windows.

Promises that control characters become visible signs as they arrive and so are never sent to the
terminal, and that `cursor` counts characters of `text`. Refuses to decide what Enter means: whoever uses it takes the
key first.
"""

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from networkjournal.model.harmless import harmless
from networkjournal.tui.widgets.covered import Covered


class TextInput(Covered, TextArea):
    """A TextArea without frame, colours of code, or brackets that light up."""

    DEFAULT_CSS = """
    TextInput, TextInput:focus {
        height: auto; min-height: 1; border: none; padding: 0; background: $surface; scrollbar-size-vertical: 1;
    }
    TextInput:focus { background: $panel; }
    """

    def __init__(
        self, text: str = "", *, placeholder: str = "", id: str | None = None, classes: str | None = None
    ) -> None:
        """Both texts may be anybody's: control characters become visible signs, nothing is read as markup."""
        super().__init__(
            clean(text),
            id=id,
            classes=classes,
            highlight_cursor_line=False,
            placeholder=Content(harmless(placeholder)),  # a str would be read as markup
        )
        self.set_reactive(TextArea.match_cursor_bracket, False)

    def written(self) -> str:
        """See `Covered`."""
        return self.text

    @property
    def cursor(self) -> int:
        """Where the cursor is, as an index into `text`."""
        row, column = self.cursor_location
        return sum(len(self.document.get_line(i)) + 1 for i in range(row)) + column

    def location(self, index: int) -> tuple[int, int]:
        """The row and column of an index into `text`; one outside goes to the nearest end."""
        lines = self.text.split("\n")
        index = max(index, 0)
        for row, line in enumerate(lines):
            if index <= len(line):
                return row, index
            index -= len(line) + 1
        return len(lines) - 1, len(lines[-1])

    def put(self, text: str, cursor: int | None = None) -> None:
        """Replace the whole text, with the cursor at its end or where it is told."""
        self.load_text(clean(text))
        self.move_cursor(self.location(len(text) if cursor is None else cursor))

    def edit(self, edit: Edit) -> EditResult:
        """Every change passes here: typed, pasted, completed."""
        edit.text = clean(edit.text)
        return super().edit(edit)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw, and say where the cursor is: a bar that grows moves it after Textual has asked."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_lines(crop)


def clean(text: str) -> str:
    """The text with visible signs for control characters, its lines ended alike whatever clipboard they come from."""
    return harmless(text.replace("\r\n", "\n").replace("\r", "\n"), keep_newlines=True)
