"""A question that is answered by yes or no."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from networkjournal.i18n import N_, _
from networkjournal.tui.widgets.dialog import Dialog, DialogBox
from networkjournal.tui.widgets.plain import safe

GAP = "   "


class Confirm(Dialog[bool]):
    """Dismissed with True or False. Enter takes the marked answer, so it can be given with an input method on."""

    DEFAULT_CSS = """
    Confirm {
        & VerticalScroll { height: auto; max-height: 12; }
        & Static { height: auto; }
        & YesNo { height: 1; margin: 1 0 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", N_("Yes"), id="confirm.yes", show=False, tooltip=N_("Answer yes")),
        Binding("n,escape", "answer(False)", N_("No"), id="confirm.no", show=False, tooltip=N_("Answer no")),
        Binding("left,right,tab,shift+tab,h,l", "other", N_("The other answer"), id="confirm.other", show=False,
                tooltip=N_("Mark the other answer")),
        Binding("enter,space", "take", N_("This answer"), id="confirm.take", show=False,
                tooltip=N_("Give the answer that is marked")),
    ]  # fmt: skip

    def __init__(
        self, question: str, details: Sequence[str] = (), *, yes: str = "", no: str = "", default: bool = True
    ) -> None:
        """`details` are lines below the question. `default` is what Enter says: False where yes destroys something."""
        super().__init__()
        self._question, self._details = question, details
        self._answers = YesNo(yes or _("Yes"), no or _("No"), default)

    def compose(self) -> ComposeResult:
        """The question, what it is about, and the two answers."""
        with DialogBox():
            with VerticalScroll(can_focus=False):
                yield Static(Content(safe(self._question)).stylize("bold"))
                for line in self._details:
                    yield Static(Content(safe(line)))
            yield self._answers

    def action_answer(self, answer: bool) -> None:
        """Answer so."""
        self.dismiss(answer)

    def action_other(self) -> None:
        """Mark the other answer."""
        self._answers.mark(not self._answers.marked)

    def action_take(self) -> None:
        """Answer what is marked."""
        self.dismiss(self._answers.marked)


class YesNo(Widget):
    """The two answers in a row; brackets and the mark tell which one Enter takes."""

    def __init__(self, yes: str, no: str, marked: bool) -> None:
        """The two labels, and the answer that is marked at first."""
        super().__init__()
        self._labels = {True: f"{safe(yes)} (y)", False: f"{safe(no)} (n)"}
        self.marked = marked

    def mark(self, answer: bool) -> None:
        """Let Enter take this answer."""
        self.marked = answer
        self.refresh()

    def _drawn(self, answer: bool) -> Text:
        label = self._labels[answer]
        return Text(f"▸[{label}]", "bold") if answer is self.marked else Text(f"  {label} ")

    def render(self) -> Text:
        """Yes stands left."""
        return Text.assemble(self._drawn(True), GAP, self._drawn(False), no_wrap=True)

    def on_click(self, event: events.Click) -> None:
        """The answer that was clicked."""
        yes_ends = self._drawn(True).cell_len
        if event.x < yes_ends:
            self.screen.dismiss(True)
        elif len(GAP) <= event.x - yes_ends < len(GAP) + self._drawn(False).cell_len:
            self.screen.dismiss(False)
