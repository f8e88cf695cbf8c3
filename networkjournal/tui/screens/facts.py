"""What the pages of records have in common: fields, and the numbers behind them. Each noun's own file has its page.

One class per noun says what stands on its page. Every number opens its records, every name its own page.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import ClassVar

from rich.text import Text

from networkjournal.i18n import _
from networkjournal.journal import Journal
from networkjournal.model.exchange import Which
from networkjournal.model.posting import Sign
from networkjournal.reports import records
from networkjournal.reports.records import Records
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.facts import Fact, Group, fact_key, fact_rows
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

Number = tuple[str, Callable[[], Records]]
"""What is counted, and how to read it."""


class FactsPage(Page[None]):
    """A record on a page over the screen."""

    SIGN: ClassVar[Sign] = "#"
    """What mentions of such a record begin with, where there are any."""

    def __init__(self, journal: Journal, clock: Clock, record: int) -> None:
        """`record` is its id. Raises `KeyError` where there is no such record."""
        super().__init__(journal, clock)
        self.record = record
        self.check()

    def groups(self) -> Sequence[Group]:
        """What is known. Raises `KeyError` where the record is gone."""
        raise NotImplementedError

    def numbers(self) -> Sequence[Number]:
        """The records that have to do with it."""
        return ()

    def source(self) -> ListSource:
        """The fields, and below them the numbers that are not nothing."""
        self.check()
        counted = [
            Fact(what, Text(str(count)), ("number", place))
            for place, (what, read) in enumerate(self.numbers())
            if (count := read().length)
        ]
        groups = [*self.groups(), counted]
        return fact_rows(groups, self.width, self.colours.dim, self.app.console)

    def chosen(self, event: Rows.Chosen) -> None:
        """Open what is behind a row."""
        key = fact_key(event.key)
        if isinstance(key, Place):
            self.open(key)
        elif isinstance(key, tuple) and key[0] in ("field", "teach"):
            self.action_edit()
        elif isinstance(key, tuple) and key[0] == "number":
            what, read = self.numbers()[key[1]]
            title = self.title_now()
            self.app.push_screen(RecordList(self.journal, self.clock, lambda _veil: f"{title} · {what}", read))

    def action_edit(self) -> None:
        """Edit what the page is about."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise `KeyError` where the record is not there, or was removed."""
        if not self.journal.books.names.live(self.SIGN, self.record):
            raise KeyError(self.record)

    def said(self, name: str, label: str, text: str) -> Group:
        """A field in as many rows as it has lines; nothing where it is empty."""
        lines = [line for line in text.split("\n") if line.strip()]
        return [
            Fact("" if number else label, Text(safe(self.veil.words(line))), ("field", name, number))
            for number, line in enumerate(lines[:1] if self.veil.on else lines)
        ]

    def told(self, name: str, label: str, text: str | date | int | None) -> Group:
        """A figure, a day or a state, which tells of nobody."""
        shown = text.isoformat() if isinstance(text, date) else "" if text is None else str(text)
        return [Fact(label, Text(safe(shown)), ("field", name, 0))] if shown else []

    def exchanges(self, which: Which) -> Number:
        """The exchanges with something in common."""
        return _("Exchanges"), lambda: records.exchanges(self.journal, which)

    def entries(self, sign: Sign) -> Number:
        """The entries that mention it."""
        return _("Entries"), lambda: records.entries(self.journal, sign, self.record)

    def people(self, ids: Callable[[], Iterable[int]]) -> Number:
        """The contacts that it has to do with."""
        return _("People"), lambda: records.people(self.journal, ids())
