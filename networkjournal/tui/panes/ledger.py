"""The ledger of the contact chosen: the balance in words, then line by line, the newest first."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

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
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import ListSource, Rows

ROOMY = 64
"""From so many cells on, a line has a column for time and money, and the year."""


class LedgerPane(Pane):
    """One account's register."""

    TITLE = N_("Ledger")
    NAME = "ledger"
    EMPTY = N_("What passes between you stands here. Write it with a: -> @name info: what you gave")

    contact: reactive[int | None] = reactive(None, init=False)

    @dataclass
    class Opened(Message):
        """A line was chosen: the entry it was posted from is wanted."""

        entry: int

    def source(self) -> ListSource:
        """The balance in a sentence, and the lines below it."""
        if self.contact is None:
            self.title = _(self.TITLE)
            return ListSource()
        ledger = self.journal.books.ledger
        account = ledger.account(self.contact)
        self.title = f"{_(self.TITLE)} · {safe(account.name)}"
        lines = ledger.register(self.contact)
        if not lines:
            return ListSource()
        sentence = wording.balance(account, self.clock())
        items: list[tuple[Hashable, Text | partial[Text]]] = [
            (None, line) for line in self.wrapped(Text(sentence, "italic"))
        ]
        newest = list(enumerate(lines))
        kinds = min(max(cell_len(wording.kind(line.kind or "")) for line in lines), 12)
        items += [
            ((line.entry, line.line, n), partial(_drawn, line, self.colours, kinds)) for n, line in reversed(newest)
        ]
        return ListSource(items)

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


def _drawn(line: RegisterLine, colours: Palette, kinds: int, width: int) -> Text:
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
    kind = fit(wording.kind(line.kind or ""), kinds)
    head = f"{day} "
    room = width - cell_len(f"{head}→ {kind} {tail}")
    words = fit(line.words if roomy else " ".join(filter(None, (line.words, spent))), max(room, 4))
    style = "" if line.counts else colours.dim
    text = Text(head, style, no_wrap=True)
    text.append(wording.direction(line.direction), tint if line.counts else colours.dim)
    return text.append(f" {kind} {words}", style).append(tail, style)
