"""Contacts: every relationship with its state in words and in shape. Narrowed by a goal, and by what one types."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
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
from networkjournal.tui.veil import OPEN, Veil
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

    goal: reactive[int | None] = reactive(None, init=False)
    """Only people whom this goal has to do with."""
    typed: reactive[str] = reactive("", init=False)
    """What the filter holds."""
    sort: reactive[str] = reactive("balance", init=False)

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
        self._ordered: dict[str, list[Standing]] = {}
        """In each order that was asked for since."""

    def compose(self) -> ComposeResult:
        """The filter above the list: a line of its own, so that nothing jumps while one types."""
        yield self.filter
        yield self.rows

    def source(self) -> "People":
        """Those whom goal and filter leave, in the order wanted."""
        books = self.journal.books
        found = self._sorted()
        total = len(found)
        if self.goal is not None:
            wanted = set(books.goals.contacts(self.goal))
            found = [standing for standing in found if standing.contact_id in wanted]
        if self.typed.strip():
            named = books.names.narrowed("@", self.typed)
            found = [standing for standing in found if standing.contact_id in named]
        self.rows.empty = _("Nothing fits.") if total and not found else _(self.EMPTY)
        label, _key = SORTS[self.sort]
        count = f"{len(found)}/{total}" if len(found) != total else str(total)
        self.note = f"{count} · {_(label)}"
        return People(found, books.ledger.account, self.clock, self.colours, self.veil)

    def _sorted(self) -> list[Standing]:
        """Everybody in the order wanted: read once per revision and put in order once, not at each key."""
        if self._standings is None:
            self._standings = self.journal.books.ledger.standings()
            self._ordered.clear()
        if self.sort not in self._ordered:
            key = SORTS[self.sort][1]
            self._ordered[self.sort] = self._standings if key is None else sorted(self._standings, key=key)
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


class People:
    """The rows of the list: drawn when seen."""

    def __init__(
        self,
        standings: list[Standing],
        account: Callable[[int], Account],
        clock: Callable[[], Any],
        colours: Palette,
        veil: Veil = OPEN,
    ) -> None:
        """`standings` in the order to show; `account` reads one whole, when it is drawn."""
        self._standings, self._account = standings, account
        self._clock, self._colours, self._veil = clock, colours, veil
        self._places: dict[int, int] | None = None
        self._read: dict[int, Account] = {}

    def __len__(self) -> int:
        return len(self._standings)

    def key(self, i: int) -> int:
        """The contact's id."""
        return self._standings[i].contact_id

    def index(self, key: Hashable) -> int | None:
        """Where a contact stands; the table for it is made at the first question."""
        if self._places is None:
            self._places = {standing.contact_id: i for i, standing in enumerate(self._standings)}
        return self._places.get(key) if isinstance(key, int) else None

    def _seen(self, i: int) -> Account:
        contact = self.key(i)
        if contact not in self._read:
            self._read[contact] = self._account(contact)
        return self._read[contact]

    def draw(self, i: int, width: int) -> Text:
        """One relationship: name, organization where there is room, state in words and shape, net, days since.

        A question mark after the state says that it is too early to judge.
        """
        account, today, colours = self._seen(i), self._clock(), self._colours
        early = account.exchanges > 0 and account.early(today)
        state = wording.state(account.state) + ("?" if early else "")
        tint = {"given_more": colours.given, "received_more": colours.received}.get(account.state, colours.dim)
        net = "" if account.state == "none" else wording.net(account.net)
        tail = f"{net:>5} {right(wording.days(account.silent_days(today)), 5)}"
        bar = balance_bar(account.given, account.received, 9 if width >= 60 else 5, palette=colours)
        states = max(cell_len(wording.state(code)) for code in STATES) + 1
        room = width - bar.cell_len - cell_len(tail) - states - 3
        name = min(max(room, 6), 16) if room < 34 else min(room // 2, 24)
        text = Text(fit(self._veil.name(account.name), name), no_wrap=True)
        if room - name > 5:
            text.append(" " + fit(self._veil.name(account.organization), room - name - 1), colours.dim)
        text.append(" " + fit(state, states), colours.dim if early else tint)
        return text.append(" ").append_text(bar).append(" ").append(tail)


def right(text: str, cells: int) -> str:
    """A text at the right end of its column."""
    return " " * max(cells - cell_len(text), 0) + text
