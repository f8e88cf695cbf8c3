"""Templates to begin with: the kinds of exchange that are written most often, then texts for a whole day.

Promises one key for each of the first nine. Refuses to write: whoever asked is given the text and where to write on.
"""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from networkjournal import wording
from networkjournal.capture.templates import Template, exchange, kind_word, template
from networkjournal.i18n import N_, _, language
from networkjournal.journal import Journal
from networkjournal.model.posting import Direction
from networkjournal.tui.keys import named_keys
from networkjournal.tui.widgets.dialog import Dialog, DialogBox
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import ListSource, Rows

NUMBERED = 9
USUAL = 5
"""So many kinds of exchange at most, so that one's own texts have numbers too."""
FIRST: tuple[tuple[Direction, str], ...] = (
    ("given", "information"),
    ("received", "information"),
    ("given", "introduction"),
)
"""Offered where nothing was written yet."""
DAY = N_("Plan: \n-> @\n<- @\n! \n[ ] ")
"""A whole day. What is left as it is, is not saved; a line that ends in a space waits for words."""
NAMES = 28


class Templates(Dialog[Template | None]):
    """Dismissed with a template, or None."""

    DEFAULT_CSS = "Templates Rows { background: $surface; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"{n},alt+{n}", f"take({n})", N_("This template"), id=f"templates.{n}", show=False,
                    tooltip=N_("Take the template with this number"))
            for n in range(1, NUMBERED + 1)
        ),
        Binding("enter", "choose", N_("Insert"), id="templates.choose", show=False,
                tooltip=N_("Insert the template under the cursor")),
        Binding("escape,f10", "leave", N_("Leave"), id="templates.leave", show=False,
                tooltip=N_("Insert nothing")),
    ]  # fmt: skip

    def __init__(self, journal: Journal, own: Mapping[str, str]) -> None:
        """`own` are the person's templates by name."""
        super().__init__()
        self._offered = offered(journal, own)
        items = [(n, partial(_drawn, n, *one)) for n, one in enumerate(self._offered, start=1)]
        self._rows = Rows(ListSource(items))

    def compose(self) -> ComposeResult:
        """The rows and the keys."""
        self._rows.styles.height = len(self._offered)
        self._rows.styles.max_height = max(self.app.size.height - 3, 1)
        with DialogBox(title=_("Begin with")):
            yield self._rows
            yield KeyLine(named_keys([self, self.app], ("templates.choose", "templates.leave", "everywhere.help")))

    def on_mount(self) -> None:
        """Numbers work at once, and so do the arrows."""
        self._rows.focus()

    def on_resize(self) -> None:
        """Leave room for the frame and the keys."""
        self._rows.styles.max_height = max(self.app.size.height - 3, 1)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, int):
            self.action_take(event.key)

    @on(KeyLine.Pressed)
    async def _pressed(self, event: KeyLine.Pressed) -> None:
        event.stop()
        await self.run_action(event.action)

    def action_take(self, number: int) -> None:
        """Take a template by its number."""
        if number <= len(self._offered):
            self.dismiss(self._offered[number - 1][1])

    def action_choose(self) -> None:
        """Take the one under the cursor."""
        self._rows.action_choose()

    def action_leave(self) -> None:
        """Take none."""
        self.dismiss(None)


def offered(journal: Journal, own: Mapping[str, str]) -> list[tuple[str, Template]]:
    """All templates in their order, each with its name."""
    found = []
    for direction, kind in journal.books.ledger.usual(USUAL) or FIRST:
        word = kind_word(kind, japanese=language() == "ja", settings=journal.settings)
        begun = exchange(direction, word)
        found.append((f"{wording.direction(direction)} {wording.kind(kind)}", begun))
    found.append((_("the whole day"), template(_(DAY))))
    found += [(name, template(text)) for name, text in own.items()]
    return found


def _drawn(number: int, name: str, begun: Template, width: int) -> Text:
    names = min(NAMES, max(width // 2 - 3, 8))
    shown = " ".join(safe(line).strip() for line in begun.text.split("\n"))
    label = f"{number}" if number <= NUMBERED else " "
    return Text.assemble((label, "bold"), f"  {fit(name, names)}  ", (fit(shown, max(width - names - 5, 0)), "dim"))
