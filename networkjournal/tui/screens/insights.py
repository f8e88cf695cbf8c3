"""The insights: what was learned, under its goals or under the people it has to do with, to reread."""

from collections.abc import Hashable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from networkjournal import account
from networkjournal.account_parts import Figure, Line
from networkjournal.i18n import N_, _, ngettext
from networkjournal.journal import Journal
from networkjournal.reports.insights import Insights, insights
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.account_rows import AccountRows, behind
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.places import Place
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows


class InsightsPage(Page[None]):
    """What was learned, on a page. Enter opens the entry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s,f8", "turn", N_("By goal or person"), id="insights.turn",
                tooltip=N_("List them under their goals, or under the people they have to do with")),
    ]  # fmt: skip
    KEYS = ("rows.choose", "insights.turn", "page.leave", "everywhere.help")
    EMPTY = N_("No insight yet. Write what you learned on a line of its own: ! what you know now")

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """It begins with the goals."""
        super().__init__(journal, clock)
        self.people = False
        self._made: Insights | None = None

    def title_now(self) -> str:
        """See `Page`."""
        return _("What you learned, by person") if self.people else _("What you learned, by goal")

    def source(self) -> ListSource:
        """The groups, the one with the newest insight first."""
        self.rows.empty = _(self.EMPTY)
        made = self._made = insights(self.journal)
        draw = AccountRows(self.width, self.colours, self.app.console)
        rows: list[tuple[Hashable, Text]] = []
        for place, group in enumerate(made.by_person if self.people else made.by_goal):
            if place:
                rows.append((None, Text()))
            about = _("About no one in particular") if self.people else _("About no goal in particular")
            title = self.veil.name(group.title) if self.people else group.title
            rows.append((None, Text(safe(title or about), "bold", no_wrap=True)))
            lines = [
                Line(one.on.isoformat(), (Figure(account.learned(one, self.veil), ("line", one.entry, one.line)),))
                for one in group.insights
            ]
            rows += draw.lines(lines, f"group-{place}")
        return ListSource(rows)

    def foot(self) -> Text:
        """How many there are, and how many older ones."""
        if self._made is None or not self._made.all:
            return Text()
        said = ngettext("{n} insight", "{n} insights", self._made.all).format(n=self._made.all)
        more = self._made.more
        return Text(f"{said} · " + ngettext("and {n} older", "and {n} older", more).format(n=more) if more else said)

    def chosen(self, event: Rows.Chosen) -> None:
        """Open the entry."""
        key = behind(event.key)
        if len(key) == 3 and isinstance(key[1], int):
            self.open(Place("entry", key[1]))

    def action_turn(self) -> None:
        """List them the other way."""
        self.people = not self.people
        self.fill()
        self.rows.action_first()
