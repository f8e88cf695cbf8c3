"""Contacts: every relationship with its state in words and in shape. Narrowed by a goal, and by what one types."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from networkjournal import wording
from networkjournal.i18n import N_, _
from networkjournal.model.balance import STATES, Account, Standing, order
from networkjournal.tui.panes.base import Pane
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.balance_bar import balance_bar
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import fit
from networkjournal.tui.widgets.rows import Rows

SORTS: Mapping[str, tuple[str, Callable[[Standing], Any] | None]] = {
    "balance": (N_("by balance"), order),
    "name": (N_("by name"), None),
    "silent": (N_("longest silent first"), lambda standing: standing.last_on or "~"),
}
"""Orders, in the turn in which the key goes through them; the accounts come ordered by name."""


Look = tuple[Palette, Veil, date]
"""What every row is drawn with: colours, what is hidden, and the day."""
KEPT = 1_000
"""So many rows are kept as they were drawn."""


class Filter(LineInput):
    """What narrows the list; the arrows move in the list below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("To the list"), id="filter.done", show=False,
                tooltip=N_("Go to the list; what was typed stays")),
        Binding("down", "pane('down')", N_("Down"), id="filter.down", show=False, tooltip=N_("To the row below")),
        Binding("up", "pane('up')", N_("Up"), id="filter.up", show=False, tooltip=N_("To the row above")),
        Binding("escape", "pane('clear')", N_("Everyone again"), id="filter.clear", show=False,
                tooltip=N_("Empty the filter and go to the list")),
    ]  # fmt: skip
    KEYS = ("filter.done", "filter.clear", "filter.down", "everywhere.write", "everywhere.help")

    @dataclass
    class Commanded(Message):
        """A key for the list was pressed in the filter."""

        command: str

    def action_pane(self, command: str) -> None:
        """Hand the key to the pane."""
        self.post_message(self.Commanded(command))


class ContactsPane(Pane):
    """The list of contacts. The one under the cursor is shown in the ledger."""

    DEFAULT_CSS = "ContactsPane Filter { height: 1; margin: 0 1; }"
    TITLE = N_("Contacts")
    NAME = "contacts"
    EMPTY = N_("Nobody here yet. Whom did you meet? n notes them; so does @name in an entry, saved with Ctrl+N.")

    goal: reactive[int | None] = reactive(None, init=False, repaint=False)
    """Only people whom this goal has to do with."""
    typed: reactive[str] = reactive("", init=False, repaint=False)
    """What the filter holds."""
    sort: reactive[str] = reactive("balance", init=False, repaint=False)

    @dataclass
    class Picked(Message):
        """The cursor came to stand on a contact; `None` where there is none."""

        contact: int | None

    @dataclass
    class Opened(Message):
        """A contact was chosen."""

        contact: int

    def __init__(self, *args: Any) -> None:  # noqa: ANN401 - as every pane's
        """As every pane's."""
        super().__init__(*args)
        self.filter = Filter(placeholder=_("/ narrows by name, reading or romaji"), id="contacts-filter")
        self._standings: list[Standing] | None = None
        """By name, as read for this revision."""
        self._ordered: dict[str, Ordered] = {}
        """In each order that was asked for since."""
        self._drawn: dict[tuple[int, int], Text] = {}
        """Rows as they were drawn, by contact and width: what is seen again at the next key is not drawn again."""
        self._look: Look | None = None

    def compose(self) -> ComposeResult:
        """The filter above the list: a line of its own, so that nothing jumps while one types."""
        yield self.filter
        yield self.rows

    def source(self) -> "People":
        """Those whom goal and filter leave, in the order wanted."""
        books = self.journal.books
        everybody = self._sorted()
        found, total = everybody.contacts, len(everybody.contacts)
        wanted = None if self.goal is None else frozenset(books.goals.contacts(self.goal))
        if self.typed.strip():
            named = books.names.narrowed("@", self.typed)
            wanted = named if wanted is None else wanted & named
        if wanted is not None:
            found = everybody.only(wanted)
        self.rows.empty = _("Nothing fits.") if total and not found else _(self.EMPTY)
        label, _key = SORTS[self.sort]
        count = f"{len(found)}/{total}" if len(found) != total else str(total)
        self.note = f"{count} · {_(label)}"
        look = (self.colours, self.veil, self.clock())
        if look != self._look:
            self._look = look
            self._drawn.clear()
        return People(found, everybody.places, books.ledger.account, look, self._drawn)

    def _sorted(self) -> "Ordered":
        """Everybody in the order wanted: read once per revision and put in order once, not at each key."""
        if self._standings is None:
            self._standings = self.journal.books.ledger.standings()
            self._ordered.clear()
            self._drawn.clear()
        if self.sort not in self._ordered:
            key = SORTS[self.sort][1]
            self._ordered[self.sort] = Ordered(self._standings if key is None else sorted(self._standings, key=key))
        return self._ordered[self.sort]

    def watch_revision(self) -> None:
        """The journal has changed: the accounts are read anew."""
        self._standings = None
        self.reload()

    def watch_goal(self) -> None:
        """Another goal was chosen."""
        self.reload()

    def watch_typed(self) -> None:
        """Something was typed."""
        self.reload()

    def watch_sort(self) -> None:
        """Another order was asked for."""
        self.reload()

    def next_sort(self) -> None:
        """Go on to the next order."""
        names = list(SORTS)
        self.sort = names[(names.index(self.sort) + 1) % len(names)]

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.typed = event.value

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.rows.focus()

    @on(Filter.Commanded)
    def _commanded(self, event: Filter.Commanded) -> None:
        event.stop()
        if event.command == "clear":
            self.filter.value = ""
            self.rows.focus()
        else:
            self.rows.action_move(1 if event.command == "down" else -1)

    @on(Rows.Highlighted)
    def _highlighted(self, event: Rows.Highlighted) -> None:
        event.stop()
        self.post_message(self.Picked(event.key if isinstance(event.key, int) else None))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, int):
            self.post_message(self.Opened(event.key))


class Ordered:
    """Everybody in one order."""

    def __init__(self, standings: list[Standing]) -> None:
        """`standings` in that order."""
        self._standings = standings
        self.contacts = [standing.contact_id for standing in standings]
        self.places = {contact: place for place, contact in enumerate(self.contacts)}

    def only(self, wanted: frozenset[int]) -> list[int]:
        """Those of `wanted` who are there, in this order; looks at nobody else."""
        places = self.places
        found = sorted(places[contact] for contact in wanted if contact in places)
        return [self.contacts[place] for place in found]


class People:
    """The rows of the list: drawn when seen."""

    def __init__(
        self,
        contacts: list[int],
        places: Mapping[int, int],
        account: Callable[[int], Account],
        look: Look,
        drawn: dict[tuple[int, int], Text],
    ) -> None:
        """`contacts` in the order that `places` has them; `account` reads one whole; `drawn` keeps rows once drawn."""
        self._contacts, self._places, self._account = contacts, places, account
        self._look, self._drawn = look, drawn

    def __len__(self) -> int:
        return len(self._contacts)

    def key(self, i: int) -> int:
        """The contact's id."""
        return self._contacts[i]

    def index(self, key: Hashable) -> int | None:
        """Where a contact stands."""
        place = self._places.get(key) if isinstance(key, int) else None
        if place is None:
            return None
        found = bisect_left(self._contacts, place, key=self._places.__getitem__)
        return found if found < len(self._contacts) and self._contacts[found] == key else None

    def draw(self, i: int, width: int) -> Text:
        """One relationship, in so many cells."""
        key = (self.key(i), width)
        if key not in self._drawn:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            self._drawn[key] = _row(self._account(key[0]), width, *self._look)
        return self._drawn[key]


def _row(account: Account, width: int, colours: Palette, veil: Veil, today: date) -> Text:
    """One relationship: name, organization where there is room, state in words and shape, net, days since.

    A question mark after the state says that it is too early to judge.
    """
    early = account.exchanges > 0 and account.early(today)
    state = wording.state(account.state) + ("?" if early else "")
    tint = {"given_more": colours.given, "received_more": colours.received}.get(account.state, colours.dim)
    net = "" if account.state == "none" else wording.net(account.net)
    tail = f"{net:>5} {right(wording.days(account.silent_days(today)), 5)}"
    bar = balance_bar(account.given, account.received, 9 if width >= 60 else 5, palette=colours)
    states = max(cell_len(wording.state(code)) for code in STATES) + 1
    room = width - bar.cell_len - cell_len(tail) - states - 3
    name = min(max(room, 6), 16) if room < 34 else min(room // 2, 24)
    text = Text(fit(veil.name(account.name), name), no_wrap=True)
    if room - name > 5:
        text.append(" " + fit(veil.name(account.organization), room - name - 1), colours.dim)
    text.append(" " + fit(state, states), colours.dim if early else tint)
    return text.append(" ").append_text(bar).append(" ").append(tail)


def right(text: str, cells: int) -> str:
    """A text at the right end of its column."""
    return " " * max(cells - cell_len(text), 0) + text
