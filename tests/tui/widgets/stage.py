"""An app that holds nothing but the widgets under test, and notes what they say."""

from typing import ClassVar, TypeVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from networkjournal.tui.theme import DARK, THEMES
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs

Heard = TypeVar("Heard", bound=Message)


class PlainScreen(WholeGlyphs, Screen[None]):
    """The screens of the program keep wide characters whole."""


class Stage(App[None]):
    """`said` collects the messages of our own widgets, in order; `letters` the keys that reached the app."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("a", "letter('a')", ""),
        ("j", "letter('j')", ""),
        ("escape", "letter('escape')", ""),
    ]

    def __init__(self, *held: Widget, css: str = "") -> None:
        super().__init__()
        self._held = held
        self.said: list[Message] = []
        self.letters: list[str] = []
        self.stylesheet.add_source(css, read_from=("stage", css)) if css else None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        return PlainScreen(id="_default")

    def compose(self) -> ComposeResult:
        yield from self._held

    def action_letter(self, letter: str) -> None:
        self.letters.append(letter)

    def heard(self, kind: type[Heard]) -> list[Heard]:
        """What was said of this kind."""
        return [message for message in self.said if isinstance(message, kind)]

    async def _on_message(self, message: Message) -> None:
        if type(message).__module__.startswith("networkjournal"):
            self.said.append(message)
        await super()._on_message(message)
