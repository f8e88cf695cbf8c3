"""Today: what is owed and awaited, whom to be in touch with, events before and after, what waits in the inbox."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text
from textual import on
from textual.message import Message

from networkjournal import wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.action import OpenAction
from networkjournal.model.event import Event
from networkjournal.tui.panes.base import Pane
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

if TYPE_CHECKING:
    from networkjournal.reports.suggest import Suggestion
    from networkjournal.reports.today import Someone, Today

INBOX = "inbox"


class TodayPane(Pane):
    """The strip one looks at each morning."""

    TITLE = N_("Today")
    NAME = "today"
    WAITS = True
    EMPTY = N_("Nothing is owed and nothing is due. What will you do for somebody next? a writes it: [ ] what due:fri")

    @dataclass
    class Opened(Message):
        """A line was chosen: a contact's page, an entry, an event, or the inbox (all `None`)."""

        contact: int | None = None
        entry: int | None = None
        event: int | None = None

    def source(self) -> ListSource:
        """Actions first, then what wants a review, then people, then what is ahead, then the inbox."""
        from networkjournal.reports.today import today, with_gifts  # 10 ms with what they ask, once all is painted

        sheet = with_gifts(self.journal, today(self.journal, self.clock()))
        items: list[tuple[Hashable, Text]] = []
        for action in (*sheet.owed, *sheet.awaited):
            key = ("action", action.entry, action.line)
            first, *more = self._action(action)
            items += [(key, first), *((None, line) for line in more)]
        items += self._events(sheet.to_review, _("to review"), self.colours.waiting)
        items += self._more(sheet.unreviewed - len(sheet.to_review))
        for someone in sheet.people:
            items += self._someone(someone, sheet)
        items += self._more(sheet.more_people)
        items += self._events(sheet.to_prepare, _("to prepare"), Style.null())
        if sheet.waiting:
            waits = ngettext("inbox: {n} line waits", "inbox: {n} lines wait", sheet.waiting)
            items.append(((INBOX,), Text(f"? {waits.format(n=sheet.waiting)}", self.colours.waiting)))
        return ListSource(items)

    def _someone(self, someone: "Someone", sheet: "Today") -> list[tuple[Hashable, Text]]:
        """Whom to be in touch with, why now, and what could be given unless something speaks against it."""
        from networkjournal.mirror import why_now  # as above

        name = safe(self.veil.name(someone.account.name))
        sign = "←" if "give_back" in someone.why else "~"
        why = self.wrapped(Text(why_now(someone, sheet.day), self.colours.dim), "  ")
        head = Text(f"{sign} {name}", no_wrap=True)
        gift = someone.gift
        what = [] if gift is None or gift.mind else self.wrapped(Text(self._given(gift)), "  → ")
        return [(("contact", someone.account.contact_id), head), *((None, line) for line in (*why, *what))]

    def _given(self, gift: "Suggestion") -> str:
        from networkjournal import purpose  # as above

        return safe(self.veil.words(purpose.given(gift)) if gift.other else purpose.given(gift))

    def _events(self, events: Iterable[Event], what: str, style: Style) -> list[tuple[Hashable, Text]]:
        """Events with what they want; one to review stays until it was."""
        items: list[tuple[Hashable, Text]] = []
        for event in events:
            day = wording.short_day(event.on, self.clock())
            first, *more = self.wrapped(Text(f"{safe(event.title)} {day} · {what}", style), "% ")
            items += [(("event", event.id), first), *((None, line) for line in more)]
        return items

    def _more(self, count: int) -> list[tuple[Hashable, Text]]:
        if count <= 0:
            return []
        more = ngettext("and {n} more", "and {n} more", count).format(n=count)
        return [(None, Text(f"  {more}", self.colours.dim))]

    def _action(self, action: OpenAction) -> list[Text]:
        """An action: what is overdue has a sign of its own, what is awaited another."""
        day, colours = self.clock(), self.colours
        sign, style = ("…", colours.dim) if action.state == "awaiting" else ("☐", Style.null())
        if action.overdue(day):
            sign, style = "!", colours.overdue
        due = f" {wording.short_day(action.due, day)}" if action.due else ""
        return self.wrapped(Text(f"{safe(self.veil.words(action.words))}{due}", style), f"{sign} ")

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, tuple):
            what, *rest = event.key
            self.post_message(
                self.Opened(
                    contact=rest[0] if what == "contact" else None,
                    entry=rest[0] if what == "action" else None,
                    event=rest[0] if what == "event" else None,
                )
            )
