"""A one-line input whose terminal cursor stands where the next character will, so input-method windows open at the
true place.

Corrects two things in Textual's Input: it reports the cursor one cell too far right at the end of the text, and one
row too high right after mount, when it is asked before it has been laid out. Promises Textual's readline keys
unchanged, and that control characters which reach the value (pasted, or set) are never sent to the terminal. Refuses
nothing a person types.
"""

from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

from networkjournal.model.harmless import harmless
from networkjournal.tui.widgets.covered import Covered


class LineInput(Covered, Input):
    """An Input without a frame, one row high, for use in lists, forms and bars."""

    DEFAULT_CSS = """
    LineInput, LineInput:focus {
        height: 1; border: none; padding: 0; background: $surface; background-tint: transparent;
    }
    LineInput:focus { background: $panel; }
    """

    virtual_size = Reactive(Size(0, 0))
    """How far the text reaches. Textual's lays the whole screen out at each character; here nothing else moves."""

    def written(self) -> str:
        """See `Covered`."""
        return self.value

    def validate_value(self, value: str) -> str:
        """What is shown and edited: one line without control characters."""
        return harmless(value)

    def validate_placeholder(self, placeholder: str) -> str:
        """Placeholders may quote people too."""
        return harmless(placeholder)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next character will stand, in cells of the screen."""
        x, y, _width, _height = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)

    def on_focus(self) -> None:
        """Show the place where one writes: Textual scrolls there only when the cursor moves."""
        self.call_after_refresh(self._show_cursor)

    def watch_value(self) -> None:
        """The same for a value that was set."""
        if self.is_mounted and self.has_focus:
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw, and say where the cursor is: only now is the place known, whatever moved this widget."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_lines(crop)
