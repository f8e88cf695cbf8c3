"""A field whose value is one of a few: the arrows go round them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from networkjournal.i18n import N_
from networkjournal.tui.widgets.plain import safe


class Cycle(Widget, can_focus=True):
    """Shows `◂ label ▸`; left and right, or space, or a click, go to the next value."""

    DEFAULT_CSS = """
    Cycle { height: 1; }
    Cycle:focus { background: $panel; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "turn(1)", N_("Next choice"), id="cycle.next", show=False,
                tooltip=N_("Take the next choice")),
        Binding("left,h", "turn(-1)", N_("Choice before"), id="cycle.previous", show=False,
                tooltip=N_("Take the choice before")),
        Binding("enter", "submit", N_("Go on"), id="cycle.submit", show=False, tooltip=N_("Go on to the next field")),
    ]  # fmt: skip

    @dataclass
    class Submitted(Message):
        """Enter."""

        cycle: "Cycle"

        @property
        def control(self) -> "Cycle":
            """Who says so."""
            return self.cycle

    def __init__(self, choices: Sequence[tuple[str, str]], value: str = "") -> None:
        """`choices` are (value, label); a value that is none of them is offered too, rather than lost."""
        super().__init__()
        known = [value for value, _ in choices]
        self._choices = [*choices] if value in known or (not value and known) else [(value, value), *choices]
        self._place = known.index(value) if value in known else 0

    @property
    def value(self) -> str:
        """The value chosen."""
        return self._choices[self._place][0]

    def action_turn(self, step: int) -> None:
        """Go to another value, round the end."""
        self._place = (self._place + step) % len(self._choices)
        self.refresh()

    def action_submit(self) -> None:
        """Say that this value will do."""
        self.post_message(self.Submitted(self))

    def on_click(self, event: events.Click) -> None:
        """The next value."""
        self.action_turn(1)

    def render(self) -> Text:
        """The label between arrows, and how many there are."""
        label = safe(self._choices[self._place][1])
        return Text(f"◂ {label} ▸  {self._place + 1}/{len(self._choices)}", no_wrap=True, overflow="ellipsis")
