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
from networkjournal.model.balance import STATES, Account, order
from networkjournal.tui.panes.base import Pane
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.balance_bar import balance_bar
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import fit
from networkjournal.tui.widgets.rows import Rows

SORTS: Mapping[str, tuple[str, Callable[[Account], Any] | None]] = {
    "balance": (N_("by balance"), order),
    "name": (N_("by name"), None),
    "silent": (N_("longest silent first"), lambda a: a.last_on.toordinal() if a.last_on else 10**7),
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
        self._accounts: list[Account] | None = None
        """Read once per revision, not at each key."""

    def compose(self) -> ComposeResult:
        """The filter above the list: a line of its own, so that nothing jumps while one types."""
        yield self.filter
        yield self.rows

    def source(self) -> "People":
        """Those whom goal and filter leave, in the order wanted."""
        books = self.journal.books
        if self._accounts is None:
            self._accounts = list(books.ledger.accounts())
        accounts = list(self._accounts)
        total = len(accounts)
        if self.goal is not None:
            wanted = set(books.goals.contacts(self.goal))
            accounts = [account for account in accounts if account.contact_id in wanted]
        if self.typed.strip():
            found = books.names.narrowed("@", self.typed)
            accounts = [account for account in accounts if account.contact_id in found]
        self.rows.empty = _("Nothing fits.") if total and not accounts else _(self.EMPTY)
        label, key = SORTS[self.sort]
        if key is not None:
            accounts.sort(key=key)
        count = f"{len(accounts)}/{total}" if len(accounts) != total else str(total)
        self.note = f"{count} · {_(label)}"
        return People(accounts, self.clock, self.colours, self.veil)

    def watch_revision(self) -> None:
        """The journal has changed: the accounts are read anew."""
        self._accounts = None
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

    def __init__(self, accounts: list[Account], clock: Callable[[], Any], colours: Palette, veil: Veil = OPEN) -> None:
        """`accounts` in the order to show."""
        self._accounts, self._clock, self._colours, self._veil = accounts, clock, colours, veil
        self._places: dict[int, int] | None = None

    def __len__(self) -> int:
        return len(self._accounts)

    def key(self, i: int) -> int:
        """The contact's id."""
        return self._accounts[i].contact_id

    def index(self, key: Hashable) -> int | None:
        """Where a contact stands; the table for it is made at the first question."""
        if self._places is None:
            self._places = {account.contact_id: i for i, account in enumerate(self._accounts)}
        return self._places.get(key) if isinstance(key, int) else None

    def draw(self, i: int, width: int) -> Text:
        """One relationship: name, organization where there is room, state in words and shape, net, days since.

        A question mark after the state says that it is too early to judge.
        """
        account, today, colours = self._accounts[i], self._clock(), self._colours
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
