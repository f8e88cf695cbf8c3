"""Who may be in the journal twice: the pairs with their reasons, both side by side, and the ways to settle it.

Promises that nobody is merged without a look at what would become of them, and that a pair that was said to be two
people is not shown again, until that is undone.
"""

from collections.abc import Hashable, Iterator
from functools import partial
from itertools import zip_longest
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from networkjournal import importing
from networkjournal.formats.several import Told
from networkjournal.formats.three_way import FIELDS
from networkjournal.i18n import N_, _, ngettext
from networkjournal.journal import Journal
from networkjournal.model.contact import CAUTIONS, Contact
from networkjournal.model.duplicates import Pair
from networkjournal.reports.duplicates import pairs
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.merging import MergePage
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.working import Working
from networkjournal.tui.theme import palette
from networkjournal.tui.veil import DOTS
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import fit, safe, wrap
from networkjournal.tui.widgets.rows import ListSource, Rows

SHOWN = ("name", "handle", *(field for field in FIELDS if field != "name"))
NARROWEST = 8


class Settling(JournalScreen[Any]):
    """A screen from which a pair is merged or told apart."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m,ctrl+k", "merge", N_("Merge"), id="duplicates.merge",
                tooltip=N_("See what merging the two would do, and do it")),
        Binding("minus,delete", "part", N_("Two people"), id="duplicates.part",
                tooltip=N_("They are not the same; do not ask again")),
    ]  # fmt: skip

    asking = False
    """Whether a page above this one may merge the two."""

    @property
    def pair(self) -> Pair | None:
        """The two it is about."""
        raise NotImplementedError

    def settled(self) -> None:
        """The pair is no question any more."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """These keys are for a pair."""
        if action in ("merge", "part") and self.is_mounted and self.pair is None:
            return False
        return super().check_action(action, parameters)

    @work(exclusive=True, group="settle")
    async def action_merge(self) -> None:
        """Show what merging does; the one whom more is said of stays, unless another is asked for there."""
        pair = self.pair
        if pair is None:
            return
        if self.veil.on:
            self.say(_("Names are hidden now; V shows them again."), "warning")
            return
        account = self.journal.books.ledger.account
        counts = [account(who.id).exchanges for who in (pair.one, pair.other)]
        kept, gone = (pair.other, pair.one) if counts[1] > counts[0] else (pair.one, pair.other)
        self.asking = True
        made = await self.app.push_screen_wait(MergePage(self.journal, self.clock, kept.id, gone.id))
        self.asking = False
        if made is not None:
            self.settled()
        self.look()

    def action_part(self) -> None:
        """Remember that they are two."""
        pair = self.pair
        if pair is None:
            return
        with self.telling():
            self.journal.part(pair.one, pair.other)
            self.say(_("Noted as two people; u takes it back."))
            self.settled()
        self.look()


class DuplicatesScreen(Settling):
    """The pairs, the surest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f10", "leave", N_("Back"), id="duplicates.leave", tooltip=N_("Back to where you were")),
    ]
    HERE = "duplicates"
    KEYS = ("rows.choose", "duplicates.merge", "duplicates.part", "everywhere.undo", "duplicates.leave",
            "everywhere.help")  # fmt: skip

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """Nobody is compared yet."""
        super().__init__(journal, clock)
        self._pairs: dict[tuple[int, int], Pair] = {}
        self._asked: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        """One list and the keys."""
        self._rows = Rows()
        self._frame = Frame(self._rows, title=_("Duplicates"))
        yield self._frame
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list; another theme draws it anew."""
        self._rows.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._draw())

    def watch_revision(self) -> None:
        """Compare anew: somebody was merged, added or told apart."""
        self._draw()
        self._follow()

    def on_screen_resume(self) -> None:
        """What was changed on the screen above is compared now."""
        super().on_screen_resume()
        self._follow()

    def _follow(self) -> None:
        if self.app.screen is self and self._asked != self.journal.version:
            self._asked = self.journal.version
            self._compare()

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        task = partial(_pairs, self.journal)
        done = await self.app.push_screen_wait(Working(_("Comparing"), task, importing.progress))
        if done is None:
            self.dismiss(None)
            return
        with self.telling():
            if done.trouble:
                raise done.trouble
        self._pairs = {(pair.one.id, pair.other.id): pair for pair in done.value or ()}
        self._rows.empty = _("Nobody seems to be there twice.")
        self._draw()

    def _draw(self) -> None:
        count = len(self._pairs)
        self._frame.note = ngettext("{n} pair", "{n} pairs", count).format(n=count) if count else ""
        self._rows.show(ListSource([(key, partial(self._row, pair)) for key, pair in self._pairs.items()]))
        self.show_keys()

    def _row(self, pair: Pair, width: int) -> Text:
        """Both with what tells them apart, and why."""
        why = importing.likeness(pair.reasons)
        room = max((width - min(cell_len(why), width * 2 // 5) - 5) // 2, NARROWEST)
        one, other = (fit(self._named(who), room) for who in (pair.one, pair.other))
        colours = palette(self.app.theme_variables)
        text = Text(f"{one} = {other}  ", no_wrap=True)
        return text.append(fit(why, max(width - text.cell_len, 0)), colours.dim)

    def _named(self, who: Contact) -> str:
        return " ".join(filter(None, (self.veil.name(who.name), self.veil.name(who.organization))))

    @property
    def pair(self) -> Pair | None:
        """The pair under the cursor."""
        key: Hashable = self._rows.key
        return self._pairs.get(key) if isinstance(key, tuple) else None

    @on(Rows.Highlighted)
    def _another(self) -> None:
        self.show_keys()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if self.pair is not None:
            self.app.push_screen(ComparePage(self.journal, self.clock, self.pair))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _pairs(journal: Journal, _told: Told) -> tuple[Pair, ...]:
    with journal.beside() as other:
        return pairs(other)


class ComparePage(Page[None], Settling):
    """Both side by side; what only one of them has, or both have otherwise, is bold."""

    KEYS = ("duplicates.merge", "duplicates.part", "rows.choose", "page.leave", "everywhere.help")

    def __init__(self, journal: Journal, clock: Clock, pair: Pair) -> None:
        """The two, and why they may be one."""
        super().__init__(journal, clock)
        self._pair = pair

    @property
    def pair(self) -> Pair | None:
        """See `Settling`."""
        return self._pair

    def settled(self) -> None:
        """The page has nothing more to ask."""
        if not self._going:
            self._going = True
            self.call_later(self.action_leave)

    def fill(self) -> None:
        """Nobody is missed here who was just merged from here."""
        if not self.asking and not self._going:
            super().fill()

    def title_now(self) -> str:
        """See `Page`."""
        return _("Are they one person?")

    def gone(self) -> str:
        """See `Page`."""
        return _("One of the two is no longer in the journal.")

    def foot(self) -> Text:
        """Why they may be."""
        return Text(importing.likeness(self._pair.reasons))

    def source(self) -> ListSource:
        """A row a field: what the one says, what the other says."""
        contacts = self.journal.books.contacts
        for who in (self._pair.one, self._pair.other):
            if not contacts.live(who.id):
                raise KeyError(who.id)
        one, other = (contacts.get(who.id) for who in (self._pair.one, self._pair.other))
        return ListSource([*self._lines(one, other)])

    def _lines(self, one: Contact, other: Contact) -> Iterator[tuple[Hashable, Text]]:
        fields = [field for field in SHOWN if getattr(one, field) or getattr(other, field)]
        labels = {field: importing.field(field) for field in fields}
        column = min(max(map(cell_len, labels.values()), default=0), 14)
        room = max((self.width - column - 4) // 2, NARROWEST)
        for field in fields:
            told = [self._told(who, field) for who in (one, other)]
            style = "" if told[0] == told[1] else "bold"
            sides = [wrap(text, room, self.app.console) or [Text()] for text in told]
            for number, (left, right) in enumerate(zip_longest(*sides)):
                head = fit(labels[field] if number == 0 else "", column)
                line = Text(no_wrap=True).append(f"{head}  ", self.colours.dim)
                line.append(fit(left.plain if left else "", room), style).append("  ")
                line.append(fit(right.plain if right else "", room), style)
                yield (field if number == 0 else None), line
        for who in (one, other):
            open_it = _("Open {name}").format(name=self.veil.name(who.name))
            yield Place("contact", who.id), Text(safe(open_it), self.colours.dim)

    def _told(self, who: Contact, field: str) -> str:
        value = safe(importing.value(getattr(who, field)))
        if field in CAUTIONS:
            return DOTS if value else ""
        return self.veil.words(value)

    def chosen(self, event: Rows.Chosen) -> None:
        """Open one of the two."""
        if isinstance(event.key, Place):
            self.open(event.key)
