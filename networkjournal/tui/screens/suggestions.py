"""Suggestions: what could be given to whom, and why, the best first. Enter opens the person; a key begins the line.

Promises that nothing is written unasked, that "not this" is remembered and can be undone, and that what was left out
is counted. What speaks against giving something stands beside it.
"""

from collections.abc import Hashable, Iterator
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from networkjournal import purpose
from networkjournal.i18n import N_, _
from networkjournal.reports.suggest import Suggested, Suggestion, suggest
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.places import Place
from networkjournal.tui.theme import Palette, palette
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import safe, wrap
from networkjournal.tui.widgets.rows import ListSource, Rows

SIGNS = {"offer": "→ ", "introduction": "⇄ ", "return": "↩ "}
NARROWEST = 16
EMPTY = N_(
    "Nothing to suggest now. Suggestions are made of your offers and of what people need: note a need on a contact, "
    "an offer with whom it is for, and give first."
)


class SuggestionsScreen(JournalScreen[None]):
    """What could be given."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,ctrl+w", "give", N_("Write it"), id="suggestions.give",
                tooltip=N_("Begin the line that says you gave it")),
        Binding("minus,delete", "set_aside", N_("Not this"), id="suggestions.not",
                tooltip=N_("Do not suggest this again; undo brings it back")),
        Binding("escape,q,f10", "leave", N_("Back"), id="suggestions.leave", tooltip=N_("Back to where you were")),
    ]  # fmt: skip
    HERE = "suggestions"
    KEYS = ("rows.choose", "suggestions.give", "suggestions.not", "everywhere.undo", "suggestions.leave",
            "everywhere.help")  # fmt: skip

    def compose(self) -> ComposeResult:
        """One list and the keys."""
        self._rows = Rows(empty=_(EMPTY))
        self._frame = Frame(self._rows, title=_("Suggestions"))
        yield self._frame
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list; another theme draws it anew."""
        self._found: Suggested | None = None
        self._rows.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._draw())

    def watch_revision(self) -> None:
        """Suggest anew: something was written, or set aside."""
        with self.telling():
            self._found = suggest(self.journal, self.clock())
        self._draw()

    def on_resize(self, _event: events.Resize) -> None:
        """Sentences are as wide as the list."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self._found is not None:
            self._rows.show(ListSource([*self._lines(self._found, palette(self.app.theme_variables))]))

    def _lines(self, found: Suggested, colours: Palette) -> Iterator[tuple[Hashable, Text]]:
        for number, item in enumerate(found.suggestions):
            if number:
                yield None, Text()
            shown = veiled(item, self.veil)
            first, *more = self._wrapped(purpose.what(shown), SIGNS[item.kind])
            yield item.key, first
            yield from ((None, line) for line in more)
            yield from self._below(purpose.because(shown, self.clock()), colours.dim)
            for minded in shown.mind:
                yield from self._below(purpose.mind(minded, shown.name), colours.waiting)
        if left := purpose.left_out(found.left_out):
            yield None, Text()
            yield from self._below(left, colours.dim, "")

    def _below(self, sentence: str, style: object, sign: str = "  ") -> Iterator[tuple[Hashable, Text]]:
        for line in self._wrapped(sentence, sign):
            line.style = style  # type: ignore[assignment]  # a colour of the palette
            yield None, line

    def _wrapped(self, sentence: str, sign: str) -> list[Text]:
        cells = self._rows.scrollable_content_region.width or self.app.size.width - 3  # not laid out yet
        room = max(cells - 2 - cell_len(sign), NARROWEST)
        lines = wrap(safe(sentence), room, self.app.console) or [Text()]
        return [Text(" " * cell_len(sign) if n else sign).append_text(line) for n, line in enumerate(lines)]

    @property
    def _item(self) -> Suggestion | None:
        """The suggestion under the cursor."""
        suggestions = self._found.suggestions if self._found else ()
        return next((item for item in suggestions if item.key == self._rows.key), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """These keys are for a suggestion."""
        if action in ("give", "set_aside") and self.is_mounted and self._item is None:
            return False
        return super().check_action(action, parameters)

    @on(Rows.Highlighted)
    def _another_row(self) -> None:
        self.show_keys()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if self._item is not None:
            self.open(Place("contact", self._item.contact.id))

    def action_give(self) -> None:
        """Begin the line that notes it as given; it is saved only if the person says so."""
        if self.veil.on:  # the line is full of names
            self.say(_("Names are hidden now; V shows them again."), "warning")
        elif self._item is not None:
            self.compose_entry(purpose.line(self._item), _("Note what you gave"))

    def action_set_aside(self) -> None:
        """Remember that this is not wanted."""
        item = self._item
        if item is None:
            return
        with self.telling():
            self.journal.dismiss(item.key, purpose.what(item))
            self.say(_("Not suggested again; u brings it back."))
        self.look()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def veiled(item: Suggestion, veil: Veil) -> Suggestion:
    """A suggestion as an onlooker may see it. An offer's words are one's own and stay."""
    if not veil.on:
        return item
    what = item.what if item.kind == "offer" else veil.name(item.what)
    because = tuple(why._replace(words=veil.words(why.words), line=veil.words(why.line)) for why in item.because)
    received = item.received and item.received._replace(words=veil.words(item.received.words))
    mind = tuple(minded._replace(words=veil.words(minded.words)) for minded in item.mind)
    return item._replace(name=veil.name(item.name), what=what, because=because, received=received, mind=mind)
