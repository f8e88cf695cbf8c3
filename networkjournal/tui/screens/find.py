"""Find: one line to type in, and below it everything that has the words, as one types. Enter opens the place.

Promises that what matched is seen at any width, and that coming back from a place one stands where one was. The input
keeps the focus: the arrows move in the list from there.
"""

from collections.abc import Callable, Hashable
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from networkjournal import complaint, labels
from networkjournal.errors import Invalid, NotFound
from networkjournal.i18n import N_, _
from networkjournal.model.snippet import Snippet, shortened
from networkjournal.reports.find import Found, Hit, find
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.places import Place
from networkjournal.tui.theme import Palette, palette
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import ListSource, Rows

MOST = 50
MATCH = "bold underline"
"""How what matched is drawn: seen without colours, too."""
TEACHES = N_(
    "Type what you remember: a name in kanji, kana or romaji, a word of a note or an entry, a goal, an event, "
    'a phone number. Several words narrow; "…" keeps words together. '
    "who:suzuki goal:clinic event:meetup kind:insight from:2026-11 to:2026 narrow, too."
)
NOTHING = N_("Nothing is found. Fewer words, or the beginning of one, find more.")


class FindScreen(JournalScreen[None]):
    """Everything, by its words."""

    DEFAULT_CSS = """
    FindScreen LineInput { margin: 0 1; }
    FindScreen Rows { margin-top: 1; }
    FindScreen Rows .rows--cursor { background: $cursor; }
    FindScreen Rows:ansi .rows--cursor { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Open"), id="find.open", tooltip=N_("Open the place under the cursor")),
        Binding("down", "move(1)", N_("Down"), id="find.down", tooltip=N_("To what was found next")),
        Binding("up", "move(-1)", N_("Up"), id="find.up", tooltip=N_("To what was found before")),
        Binding("pagedown", "page(1)", N_("Page down"), id="find.page_down", tooltip=N_("A page down")),
        Binding("pageup", "page(-1)", N_("Page up"), id="find.page_up", tooltip=N_("A page up")),
        Binding("f6", "best", N_("Best first"), id="find.best", tooltip=N_("The best entries first, or the newest")),
        Binding("escape,f10", "leave", N_("Back"), id="find.leave", tooltip=N_("Back to where you were")),
    ]
    HERE = "find"
    KEYS = ("find.open", "find.down", "find.page_down", "find.best", "find.leave", "everywhere.help")

    def compose(self) -> ComposeResult:
        """The line, what is found, the keys."""
        self._best = False
        self._line = LineInput(placeholder=_("A name, a word, a number"))
        self._rows = Rows(empty=_(TEACHES))
        self._rows.can_focus = False
        self._frame = Frame(self._line, self._rows, title=_("Find"))
        yield self._frame
        yield KeyLine()

    def on_mount(self) -> None:
        """Type at once; another theme draws the list anew."""
        self._line.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._search())

    def on_click(self) -> None:
        """A click in the list leaves the typing where it was."""
        self._line.focus()

    def watch_revision(self) -> None:
        """What was found may be another now."""
        self._search()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search()
        self._rows.action_first()

    def _search(self) -> None:
        with self.telling():
            asked = bool(self._line.value.strip())
            found, self._rows.empty = self._found(_(NOTHING) if asked else _(TEACHES))
            best = _("best first") if self._best else ""
            self._frame.note = " · ".join(filter(None, (best, f"{len(found.hits)}{'+' * found.more}" * asked)))
            self._rows.show(ListSource(found_rows(found, self.veil, palette(self.app.theme_variables))))

    def _found(self, empty: str) -> tuple[Found, str]:
        """What is found, and what to say where that is nothing: a filter may mean nothing yet, while one types it."""
        try:
            return find(self.journal, self._line.value, MOST, self.clock(), best=self._best), empty
        except (NotFound, Invalid) as problem:
            return Found((), False), complaint.error(problem)

    def action_best(self) -> None:
        """Put the entries in which the words stand closest first, or the newest again."""
        self._best = not self._best
        self._search()
        self._rows.action_first()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Open what the cursor is on; find stays below it."""
        self._rows.action_choose()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, Place):
            self.open(event.key)

    def action_move(self, step: int) -> None:
        """Move the cursor in the list."""
        self._rows.action_move(step)

    def action_page(self, direction: int) -> None:
        """Move the cursor by what is seen."""
        self._rows.action_page(direction)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def found_rows(found: Found, veil: Veil, colours: Palette) -> list[tuple[Hashable, Text | Callable[[int], Text]]]:
    """The rows of what was found: each kind under its name, the best first."""
    rows: list[tuple[Hashable, Text | Callable[[int], Text]]] = []
    for kind, hits in found.groups:
        rows.append((None, Text(labels.kind(kind), colours.dim)))
        rows += [(Place(hit.kind, hit.id), _drawn(hit, veil, colours)) for hit in hits]
    return rows


def _drawn(hit: Hit, veil: Veil, colours: Palette) -> Callable[[int], Text]:
    return lambda width: hit_line(hit, width, veil, colours)


def hit_line(hit: Hit, width: int, veil: Veil, colours: Palette) -> Text:
    """One place found, in so many cells: its name, and beside it what matched; of an entry its day and the piece."""
    line = Text("  ", no_wrap=True)
    if hit.day is not None:
        line.append(f"{hit.day.isoformat()}  ", colours.dim)
    room = width - line.cell_len
    if hit.kind == "entry":
        return line.append_text(_piece(hit, room, veil))
    column = min(max(room // 3, 12), 24)
    if hit.by_title:
        title = _piece(hit, room, veil)
        title.pad_right(max(column - title.cell_len, 0))
        return line.append_text(title).append(f"  {safe(veil.name(hit.detail))}" if hit.detail else "", colours.dim)
    name = veil.name(hit.title) if hit.kind in ("contact", "refusal", "introduction") else hit.title
    label = labels.field(hit.field)
    line.append(f"{fit(name, column)}  ").append(label, colours.dim)
    return line.append("  ").append_text(_piece(hit, room - column - cell_len(label) - 4, veil))


def _piece(hit: Hit, cells: int, veil: Veil) -> Text:
    """What matched, with so much around it as there is room for; dots where it is of people and the veil is on."""
    of_people = hit.kind in ("contact", "entry", "refusal", "introduction") or not hit.by_title
    if veil.on and of_people and (hit.match or hit.after):
        return Text(veil.words(hit.match or hit.after))
    before, match, after = shortened(Snippet(hit.before, hit.match, hit.after), max(cells, 1))
    return Text(safe(before)).append(safe(match), MATCH).append(safe(after))
