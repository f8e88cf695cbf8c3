"""A question answered by choosing one of several rows, with a filter where there are many."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import ClassVar, Generic, NamedTuple, TypeVar
from unicodedata import normalize

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from networkjournal.i18n import N_, _
from networkjournal.tui.widgets.dialog import Dialog, DialogBox
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import ListSource, Rows

K = TypeVar("K", bound=Hashable)
WIDEST_LABEL = 40
MOST_ROWS = 16


class Option(NamedTuple, Generic[K]):
    """One answer. `key` is never None: that is the answer of someone who leaves."""

    key: K
    label: str
    detail: str = ""
    """What tells it from the others."""


class Choice(Dialog[K | None], Generic[K]):
    """Dismissed with the chosen key, or None."""

    DEFAULT_CSS = """
    Choice {
        & LineInput { margin: 0 0 1 0; }
        & Rows { background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Leave"), id="choice.leave", show=False, tooltip=N_("Answer nothing")),
        Binding("up", "row(-1)", N_("Up"), id="choice.up", show=False, tooltip=N_("To the answer above")),
        Binding("down", "row(1)", N_("Down"), id="choice.down", show=False, tooltip=N_("To the answer below")),
        Binding("pageup", "page(-1)", N_("Page up"), id="choice.page_up", show=False, tooltip=N_("A page up")),
        Binding("pagedown", "page(1)", N_("Page down"), id="choice.page_down", show=False, tooltip=N_("A page down")),
    ]

    def __init__(
        self,
        question: str,
        options: Sequence[Option[K]],
        *,
        filtered: bool = False,
        find: Callable[[str], Sequence[Option[K]]] | None = None,
        empty: str = "",
    ) -> None:
        """`filtered` shows an input that narrows the options by what they say; with `find` it asks that instead."""
        super().__init__()
        self._question, self._options = question, options
        self._filtered, self._find = filtered or find is not None, find or self._saying
        self._rows = Rows(_source(options), empty=empty or _("Nothing fits."))

    def compose(self) -> ComposeResult:
        """The filter keeps the focus; arrows and Enter reach the rows from there."""
        # A fixed height: the box must not jump while one types.
        self._rows.styles.height = min(max(len(self._options), 3), MOST_ROWS)
        with DialogBox(title=self._question):
            if self._filtered:
                yield LineInput(placeholder=_("Type to narrow"))
            yield self._rows

    def on_mount(self) -> None:
        """Begin where one types, or else in the rows."""
        (self.query_one(LineInput) if self._filtered else self._rows).focus()

    def on_resize(self) -> None:
        """Leave room for the frame and the filter on a low screen."""
        self._rows.styles.max_height = max(self.size.height - 2 - 2 * self._filtered, 1)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._rows.show(_source(self._find(event.value) if event.value.strip() else self._options))

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        self._rows.action_choose()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)  # type: ignore[arg-type]  # every key here came from an option

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)

    def action_row(self, step: int) -> None:
        """Move in the rows from the filter."""
        self._rows.action_move(step)

    def action_page(self, direction: int) -> None:
        """Page in the rows from the filter."""
        self._rows.action_page(direction)

    def _saying(self, typed: str) -> Sequence[Option[K]]:
        words = _folded(typed).split()
        return [o for o in self._options if all(word in _folded(f"{o.label} {o.detail}") for word in words)]


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()


def _source(options: Sequence[Option[K]]) -> ListSource:
    widest = min(max((cell_len(safe(option.label)) for option in options), default=0), WIDEST_LABEL)
    return ListSource([(option.key, partial(_drawn, option, widest)) for option in options])


def _drawn(option: Option[K], widest: int, width: int) -> Text:
    return Text.assemble(fit(option.label, min(widest, width)), "  ", (safe(option.detail), "dim"), no_wrap=True)
