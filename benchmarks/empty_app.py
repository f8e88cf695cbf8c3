"""The yardstick of first paint and of a key's echo: Textual with one label and one Input, and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Label


class Empty(App[None]):
    """As little as there can be."""

    def compose(self) -> ComposeResult:
        """A word to look for, and a field to type in."""
        yield Label("painted")
        yield Input()


def main() -> None:
    """Run it."""
    Empty().run()
