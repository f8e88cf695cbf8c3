"""How one record stands in a list: an exchange, an entry, a posted line, a person, an event; and where it leads.

Promises columns by display width, and that what tells of people goes through the veil.
"""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from networkjournal import wording
from networkjournal.model.balance import Account
from networkjournal.model.entry import Entry
from networkjournal.model.event import Event
from networkjournal.model.exchange import Passed
from networkjournal.model.line import PostedLine
from networkjournal.reports.records import Record
from networkjournal.tui.panes.mentions import telling
from networkjournal.tui.screens.places import Place
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.plain import fit, safe

ROOMY = 64
"""From so many cells on there is a column for time and money."""


class RecordLook(NamedTuple):
    """How the rows of a list are drawn."""

    veil: Veil
    colours: Palette
    kinds: int = 12
    """Cells for the kind of an exchange."""
    alone: bool = False
    """Without a column for the person."""


def record_key(record: Record) -> Hashable:
    """What a record's row stands for."""
    if isinstance(record, Passed):
        return ("exchange", record.entry, record.line, record.contact.id)
    if isinstance(record, PostedLine):
        return ("line", record.entry, record.line)
    return place_of(record)


def place_of(record: Record) -> Place:
    """Where a record leads: to its entry, its person or its event."""
    if isinstance(record, Passed | PostedLine):
        return Place("entry", record.entry)
    if isinstance(record, Entry):
        return Place("entry", record.id)
    if isinstance(record, Account):
        return Place("contact", record.contact_id)
    return Place("event", record.id)


def kinds_width(records: Iterable[Record]) -> int:
    """Cells for the kinds of these exchanges."""
    kinds = [cell_len(wording.kind(record.kind)) for record in records if isinstance(record, Passed)]
    return min(max(kinds, default=0), 12)


def drawn(record: Record, look: RecordLook, width: int) -> Text:
    """A record as one row of `width` cells."""
    if isinstance(record, Passed):
        return _exchange(record, look, width)
    if isinstance(record, Account):
        return _person(record, look, width)
    if isinstance(record, Event):
        return Text(f"{record.on.isoformat()} {safe(record.title)}", no_wrap=True)
    words = record.text if isinstance(record, Entry) else record.words
    day = record.day if isinstance(record, Entry) else record.on
    head = Text(no_wrap=True).append(f"{day.isoformat()} ", look.colours.dim)
    return head.append(fit(look.veil.words(telling(words)), width - head.cell_len))


def _exchange(record: Passed, look: RecordLook, width: int) -> Text:
    tint = look.colours.given if record.direction == "given" else look.colours.received
    minutes = "" if record.minutes is None else wording.minutes(record.minutes)
    money = "" if record.money is None else wording.money(record.money, record.currency or "")
    spent = " ".join(filter(None, (minutes, money)))
    roomy = width >= ROOMY
    who = 0 if look.alone else min(16, width // 4)
    tail = f" {fit(spent, 11) if roomy else ''} {wording.weight(record.weight):>4}"
    text = Text(f"{record.on.isoformat() if roomy else f'{record.on:%m-%d}'} ", no_wrap=True)
    text.append(wording.direction(record.direction), tint).append(" ")
    if who:
        text.append(fit(look.veil.name(record.name), who)).append(" ")
    text.append(fit(wording.kind(record.kind), look.kinds)).append(" ")
    words = look.veil.words(record.words)
    words = words if roomy else " ".join(filter(None, (words, spent)))
    return text.append(fit(words, max(width - text.cell_len - cell_len(tail), 4))).append(tail)


def _person(record: Account, look: RecordLook, width: int) -> Text:
    tints = {"given_more": look.colours.given, "received_more": look.colours.received}
    state = wording.state(record.state)
    net = "" if record.state == "none" else wording.net(record.net)
    room = max(width - 21, 8)
    name = min(max(room // 2, 8), 24)
    text = Text(fit(look.veil.name(record.name), name), no_wrap=True)
    if room - name > 6:
        text.append(" " + fit(look.veil.name(record.organization), room - name - 1), look.colours.dim)
    return text.append(" " + fit(state, 14), tints.get(record.state, Style.null())).append(f" {net:>5}")
