"""The records behind a number, as a page: whoever shows a sum can be asked what it is the sum of."""

from collections.abc import Callable

from rich.text import Text

from networkjournal import wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.journal import Journal
from networkjournal.reports.records import Record, Records
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.record_rows import RecordLook, drawn, kinds_width, place_of, record_key
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.paged import PAGE, Paged
from networkjournal.tui.widgets.rows import Rows

Title = Callable[[Veil], str]
"""A title that may hold a name, made anew when the veil goes on or off."""


class RecordList(Page[None]):
    """Exchanges, entries, lines, people or events, with their sum. Enter opens the one under the cursor."""

    EMPTY = N_("Nothing is here any more.")

    def __init__(self, journal: Journal, clock: Clock, title: Title, read: Callable[[], Records]) -> None:
        """`read` is asked again whenever the journal has changed; the functions of `reports.records` make one."""
        super().__init__(journal, clock)
        self._title, self._records_now = title, read
        self._records = Records(0, lambda _skip, _most: ())
        self.rows.empty = _(self.EMPTY)

    def title_now(self) -> str:
        """See `Page`."""
        return self._title(self.veil)

    def source(self) -> Paged[Record]:
        """The records as they are now."""
        found = self._records = self._records_now()
        first = found.read(0, PAGE)
        look = RecordLook(self.veil, self.colours, kinds_width(first), found.alone)
        return Paged(found.length, found.read, record_key, lambda record, width: drawn(record, look, width))

    def foot(self) -> Text:
        """What they add up to, and how many more there are."""
        found = self._records
        parts = []
        if found.sums is not None:
            parts.append(ngettext("{n} exchange", "{n} exchanges", found.length).format(n=found.length))
            parts += _sums(found)
        elif found.length:
            parts.append(_("{n} in all").format(n=found.length))
        if found.more:
            parts.append(ngettext("and {n} older", "and {n} older", found.more).format(n=found.more))
        return Text(" · ".join(parts))

    def chosen(self, event: Rows.Chosen) -> None:
        """Open the entry, the person or the event."""
        source = self.rows.source
        if isinstance(source, Paged):
            place = source.index(event.key)
            record = None if place is None else source.record(place)
            if record is not None:
                self.open(place_of(record))


def _sums(found: Records) -> list[str]:
    if found.sums is None:
        return []
    parts = []
    given, received = found.sums.of("given"), found.sums.of("received")
    if given.times:
        parts.append(_("given {n}").format(n=wording.weight(given.weight)))
    if received.times:
        parts.append(_("received {n}").format(n=wording.weight(received.weight)))
    if found.sums.minutes:
        parts.append(wording.minutes(found.sums.minutes))
    return [*parts, *(wording.money(amount, currency) for currency, amount in found.sums.money)]
