"""The ledger of the contact chosen: the balance in words, then line by line, the newest first."""

from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.message import Message
from textual.reactive import reactive

from networkjournal import wording
from networkjournal.i18n import N_, _
from networkjournal.model.register import RegisterLine
from networkjournal.tui.panes.base import Pane
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.paged import PAGE, Paged
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import ListSource, Rows, RowSource

ROOMY = 64
"""From so many cells on, a line has a column for time and money, and the year."""
TIGHT = 36
"""Below so many cells the kind is cut short, so that the balance is not."""


class LedgerPane(Pane):
    """One account's register."""

    TITLE = N_("Ledger")
    NAME = "ledger"
    EMPTY = N_("Give first: what passes between you stands here. a writes it: -> @name info: what you gave")

    contact: reactive[int | None] = reactive(None, init=False, repaint=False)

    @dataclass
    class Opened(Message):
        """A line was chosen: the entry it was posted from is wanted."""

        entry: int

    def source(self) -> RowSource:
        """The balance in a sentence, and the lines below it, which are read as they come into sight."""
        if self.contact is None:
            self.title = _(self.TITLE)
            return ListSource()
        ledger, contact = self.journal.books.ledger, self.contact
        try:
            account = ledger.account(contact)
        except KeyError:  # forgotten meanwhile
            return ListSource()
        self.title = f"{_(self.TITLE)} · {safe(self.veil.name(account.name))}"
        first = ledger.page(contact, 0, PAGE)
        kinds = min(max((cell_len(wording.kind(line.kind or "")) for line in first), default=0), 12)
        look = LineLook(self.veil, self.colours, kinds)
        return Paged(
            ledger.length(contact),
            lambda skip, most: first if skip == 0 else ledger.page(contact, skip, most),
            lambda line: (line.entry, line.line),
            lambda line, width: _drawn(line, look, width),
            find=lambda key: ledger.place(contact, *key) if isinstance(key, tuple) else None,
            head=self.wrapped(Text(wording.balance(account, self.clock()))),
        )

    def watch_contact(self) -> None:
        """Another contact was chosen."""
        self.reload()
        self.rows.action_first()

    def on_resize(self) -> None:
        """The sentence on top is as wide as the pane."""
        self.reload()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, tuple):
            self.post_message(self.Opened(event.key[0]))


class LineLook(NamedTuple):
    """How a line of a register is drawn."""

    veil: Veil
    colours: Palette
    kinds: int
    """Cells for the kind."""


def _drawn(line: RegisterLine, look: LineLook, width: int) -> Text:
    colours = look.colours
    if line.direction is None:
        return Text(fit(f"{line.on.isoformat()} = {_('even from here')}", width), colours.dim)
    tint = colours.given if line.direction == "given" else colours.received
    minutes = "" if line.minutes is None else wording.minutes(line.minutes)
    money = "" if line.money is None else wording.money(line.money, line.currency or "")
    spent = " ".join(filter(None, (minutes, money)))
    roomy = width >= ROOMY
    day = line.on.isoformat() if roomy else f"{line.on:%m-%d}"
    tail = f" {wording.weight(line.weight):>4} {wording.net(line.running):>5}"
    if roomy:
        tail = f" {fit(spent, 8)}{tail}"
    kind = fit(wording.kind(line.kind or ""), look.kinds if width >= TIGHT else min(look.kinds, 6))
    said = look.veil.words(line.words)
    head = f"{day} "
    room = width - cell_len(f"{head}→ {kind} {tail}")
    words = fit(said if roomy else " ".join(filter(None, (said, spent))), max(room, 4))
    style = "" if line.counts else colours.dim
    text = Text(head, style, no_wrap=True)
    text.append(wording.direction(line.direction), tint if line.counts else colours.dim)
    return text.append(f" {kind} {words}", style).append(tail, style)
