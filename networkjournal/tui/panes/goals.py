"""Goals: what it is all for. The one under the cursor narrows the contacts to the people it has to do with."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.message import Message

from networkjournal.i18n import N_, _, ngettext
from networkjournal.tui.panes.base import Pane
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

if TYPE_CHECKING:
    from networkjournal.model.goal import GoalSum
    from networkjournal.model.measure import Progress

EVERYBODY = 0
"""The key of the row that narrows nothing."""


class GoalsPane(Pane):
    """The goals, each with what its records count up to."""

    TITLE = N_("Goals")
    NAME = "goals"
    WAITS = True
    EMPTY = N_("Connections are a means. What do you want to achieve? Press n to say it.")

    @dataclass
    class Picked(Message):
        """The cursor came to stand on a goal; `None` for everybody."""

        goal: int | None

    class Opened(Message):
        """Enter on a goal: its people are wanted."""

    def source(self) -> ListSource:
        """Everybody on top, then each goal with its counts below."""
        from networkjournal.reports.progress import progress  # 10 ms, once the first screen is painted

        books = self.journal.books
        sums = [books.goals.sums(goal) for goal in books.goals.all()]
        if not sums:
            return ListSource()
        items: list[tuple[Hashable, Text]] = [(EVERYBODY, Text(_("Everybody")))]
        for found in sums:
            style = "strike" if found.goal.state == "dropped" else ""
            title, *more = self.wrapped(Text(safe(found.goal.title), style)) or [Text()]
            items.append((found.goal.id, title))
            counts = Text(_counts(found, progress(self.journal, found.goal)), self.colours.dim)
            items += [(None, line) for line in (*more, *self.wrapped(counts))]
        return ListSource(items)

    @on(Rows.Highlighted)
    def _highlighted(self, event: Rows.Highlighted) -> None:
        event.stop()
        self.post_message(self.Picked(event.key if isinstance(event.key, int) and event.key else None))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.post_message(self.Opened())

    def widen(self) -> None:
        """Go back to everybody."""
        self.rows.select(EVERYBODY)


def _counts(found: "GoalSum", counted: "Progress | None") -> str:
    from networkjournal.purpose import far as so_far  # as above

    far = so_far(counted) if counted else ""
    people = ngettext("{n} person", "{n} people", found.people).format(n=found.people)
    exchanges = ngettext("{n} exchange", "{n} exchanges", found.exchanges).format(n=found.exchanges)
    by = _("by {date}").format(date=found.goal.by.isoformat()) if found.goal.by else ""
    return " · ".join(filter(None, (far, people, exchanges, by)))
