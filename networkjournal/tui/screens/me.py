"""Me: what I bring, what I can give at once, what I need, and what is missing; and the way to what I say of myself.

Every row opens its page. What is written here is written through forms, and taken back by undo.
"""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from networkjournal import wording
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.reports import records
from networkjournal.reports.capital import given_of
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.panes.own import ENTRIES, AsksPane, GapsPane, OffersPane, OwnPane, StrengthsPane
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.own_editing import OWN, OwnEditing
from networkjournal.tui.screens.places import Kind, Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.key_line import Key, KeyLine
from networkjournal.tui.widgets.title_line import Title, TitleLine

NARROW = 72
"""Below so many columns one pane is shown at a time."""
NEW: tuple[Kind, ...] = ("strength", "offer", "ask")
"""What is made in each pane; in the last nothing is."""


class MeScreen(OwnEditing):
    """Human capital at one glance."""

    DEFAULT_CSS = """
    MeScreen { layout: vertical; }
    MeScreen #books { height: 1fr; }
    MeScreen #left, MeScreen #right { width: 1fr; }
    MeScreen #strengths, MeScreen #offers { height: 3fr; }
    MeScreen #gaps, MeScreen #asks { height: 2fr; }
    MeScreen.narrow #right { display: none; }
    MeScreen.narrow.right #right { display: block; }
    MeScreen.narrow.right #left { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert", "new", N_("New"), id="me.new", tooltip=N_("Note a strength, an offer or an ask")),
        Binding("e,f6", "edit", N_("Edit"), id="me.edit", tooltip=N_("Edit what the cursor is on")),
        Binding("minus,delete", "remove", N_("Remove"), id="me.remove",
                tooltip=N_("Take what the cursor is on out of the lists; this can be undone")),
        Binding("t,f9", "introduce", N_("Say it"), id="me.introduce",
                tooltip=N_("What to say of yourself in 15, 30 or 60 seconds")),
        Binding("x,ctrl+x", "refusals", N_("Not pursued"), id="me.refusals",
                tooltip=N_("What you decided not to pursue")),
        Binding("1,alt+1", "pane(1)", N_("Strengths"), id="me.strengths", tooltip=N_("Go to your strengths")),
        Binding("2,alt+2", "pane(2)", N_("Offers"), id="me.offers", tooltip=N_("Go to what you can give")),
        Binding("3,alt+3", "pane(3)", N_("Asks"), id="me.asks", tooltip=N_("Go to what you need")),
        Binding("4,alt+4", "pane(4)", N_("What is missing"), id="me.gaps", tooltip=N_("Go to what is missing")),
        Binding("escape,q,f10", "leave", N_("Back"), id="me.leave", tooltip=N_("Back to where you came from")),
    ]  # fmt: skip
    HERE = "me"
    KEYS = ("me.new", "me.edit", "me.introduce", "me.refusals", "me.remove", "everywhere.undo", "me.leave",
            "everywhere.help")  # fmt: skip

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """Nothing is read until the screen is shown."""
        super().__init__(journal, clock)
        kinds = (StrengthsPane, OffersPane, AsksPane, GapsPane)
        self.panes: tuple[OwnPane, ...] = tuple(kind(n, journal, clock) for n, kind in enumerate(kinds, start=1))

    def compose(self) -> ComposeResult:
        """What I bring beside what I give and need, what is missing below; the keys."""
        strengths, offers, asks, gaps = (pane.data_bind(JournalScreen.revision) for pane in self.panes)
        yield TitleLine()
        with Horizontal(id="books"):
            with Vertical(id="left"):
                yield strengths
                yield gaps
            with Vertical(id="right"):
                yield offers
                yield asks
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the strengths."""
        self.panes[0].focus_rows()

    def watch_revision(self) -> None:
        """The totals in the title line follow the journal; the panes follow by themselves."""
        given, received = self.journal.books.ledger.totals()
        waiting = self.journal.books.inbox.count()
        day, note = wording.day(self.clock()), self.title_note
        title = Title("networkjournal", day, given / 1000, received / 1000, waiting, note)
        self.query_one(TitleLine).show(title)

    def on_resize(self, event: events.Resize) -> None:
        """One column at a time where there is no room for two."""
        self.set_class(event.size.width < NARROW, "narrow")

    def key_line(self) -> list[Key]:
        """The panes' numbers come first."""
        return [Key("1-4", _("panes")), *super().key_line()]

    @property
    def pane(self) -> OwnPane:
        """The pane in which one is."""
        return next((pane for pane in self.panes if pane.has_focus_within), self.panes[0])

    @on(OwnPane.Opened)
    def _opened(self, event: OwnPane.Opened) -> None:
        """The page of a record, or what is behind a number."""
        event.stop()
        if isinstance(event.key, Place):
            self.open(event.key)
        elif isinstance(event.key, tuple):
            self._list(*event.key)

    def _list(self, number: str, record: int) -> None:
        """The records behind a number."""
        journal = self.journal

        def read() -> records.Records:
            if number == ENTRIES:
                return records.entries(journal, "+", record)
            return records.these(given_of(journal, journal.books.offers.get(record)))

        books = journal.books
        title = books.strengths.get(record).title if number == ENTRIES else books.offers.get(record).what
        self.app.push_screen(RecordList(journal, self.clock, lambda _veil: title, read))

    def action_pane(self, number: int) -> None:
        """Go to a pane."""
        self.set_class(number in (2, 3), "right")
        self.panes[number - 1].focus_rows()

    def action_new(self) -> None:
        """Note what the pane lists."""
        number = self.panes.index(self.pane)
        self.edit_own(Place(NEW[number] if number < len(NEW) else NEW[0]))

    def action_edit(self) -> None:
        """Edit what the cursor is on; a goal that nothing serves is gone to instead."""
        place = self.pane.place
        if place is not None and place.kind in OWN:
            self.edit_own(place)
        elif place is not None:
            self.open(place)

    def action_remove(self) -> None:
        """Remove what the cursor is on, but never from among what is missing: there one would lose it by a slip."""
        place = self.pane.place
        if place is not None and self.pane is not self.panes[3]:
            self.remove_own(place)

    def edited(self, pane: int, record: int) -> None:
        """Show what was saved, with the cursor on it."""
        self.look()
        if pane <= len(NEW):
            self.action_pane(pane)
            self.call_after_refresh(self.panes[pane - 1].rows.select, Place(NEW[pane - 1], record))

    def action_introduce(self) -> None:
        """Go to what one says of oneself."""
        self.open(Place("introduction"))

    def action_refusals(self) -> None:
        """Go to what one does not pursue."""
        self.open(Place("refusals"))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
