"""A screen that does nothing twice: it is styled, laid out and painted once where Textual's own would do so again.

For a new size Textual lays a screen out, hears from itself that its size is new, and lays it out again. One that opens
is styled anew right after it was styled. When the focus moves, all that stands in the same frame is. And a frame in
which both the layout and everything on it is new is painted twice. Promises that nothing looks otherwise without that.
"""

from typing import Any

from textual import events
from textual._compositor import Compositor
from textual.app import App
from textual.dom import DOMNode
from textual.geometry import Size
from textual.renderables.background_screen import BackgroundScreen
from textual.timer import Timer
from textual.widget import Widget

from networkjournal.tui.widgets.backdrop import Backdrop


class Thrift:
    """Mixed into a Screen, before it; what it calls by `super` is Textual's."""

    app: App[object]
    _compositor: Compositor
    _dirty_widgets: set[Widget]
    _update_timer: Timer
    _layout_required: bool
    _repaint_required: bool
    _was_shown = False
    _sizing = False

    def _screen_resized(self, size: Size) -> None:
        """What is asked for besides the size is laid out with the next frame in any case."""
        if self._compositor.size != size:
            super()._screen_resized(size)  # type: ignore[misc]

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Paint what has a new size with the next frame: by then, whoever fills it has heard of it."""
        self._sizing = size is not None
        super()._refresh_layout(size, scroll)  # type: ignore[misc]
        self._sizing = False

    def _compositor_refresh(self) -> None:
        if self._sizing:
            self._dirty_widgets.add(self)  # type: ignore[arg-type]
            self._update_timer.resume()
        else:
            super()._compositor_refresh()  # type: ignore[misc]

    def _on_screen_resume(self, event: events.ScreenResume) -> None:  # Textual calls Screen's own after it
        event.refresh_styles = event.refresh_styles and self._was_shown
        self._was_shown = True

    def _on_timer_update(self) -> None:
        """Paint everything with its new layout, not after it."""
        if self._layout_required and self._repaint_required:
            self._repaint_required = False
            self._dirty_widgets.add(self)  # type: ignore[arg-type]
        super()._on_timer_update()  # type: ignore[misc]

    def _update_focus_styles(self, focused: Widget | None = None, blurred: Widget | None = None) -> None:
        """Of our styles only a frame's own asks whether the focus is within."""
        around: set[DOMNode] = set()
        for widget in filter(None, (focused, blurred)):
            around.update(node for node in widget.ancestors_with_self if node._has_focus_within)
        if around:
            self.app.stylesheet.update_nodes(around, animate=True)

    def render(self) -> Any:  # noqa: ANN401 - whatever Textual can draw
        """What is behind the widgets."""
        behind = super().render()  # type: ignore[misc]
        return Backdrop(behind.screen, behind.color) if isinstance(behind, BackgroundScreen) else behind
