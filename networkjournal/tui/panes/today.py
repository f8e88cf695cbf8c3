"""Today: what is owed and awaited, whom to give something back, what waits in the inbox."""

from collections.abc import Hashable
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import on
from textual.message import Message

from networkjournal import wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import Account
from networkjournal.reports.today import today
from networkjournal.tui.panes.base import Pane
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

INBOX = "inbox"


class TodayPane(Pane):
    """The strip one looks at each morning."""

    TITLE = N_("Today")
    NAME = "today"
    WAITS = True
    EMPTY = N_("Nothing is owed and nothing is due. What will you do for somebody next? a writes it: [ ] what due:fri")

    @dataclass
    class Opened(Message):
        """A line was chosen: a contact's page, an entry, or the inbox (both `None`)."""

        contact: int | None = None
        entry: int | None = None

    def source(self) -> ListSource:
        """Actions first, then people, then the inbox."""
        sheet = today(self.journal, self.clock())
        colours = self.colours
        items: list[tuple[Hashable, Text]] = []
        for action in (*sheet.owed, *sheet.awaited):
            key = ("action", action.entry, action.line)
            first, *more = self._action(action)
            items += [(key, first), *((None, line) for line in more)]
        for account in sheet.give_back:
            name = safe(self.veil.name(account.name))
            items.append((("contact", account.contact_id), Text(f"← {name}", no_wrap=True)))
            items += [(None, line) for line in self.wrapped(Text(_returned(account), colours.dim), "  ")]
        if sheet.more_to_give_back:
            others = ngettext("and {n} more", "and {n} more", sheet.more_to_give_back)
            items.append((None, Text(f"  {others.format(n=sheet.more_to_give_back)}", colours.dim)))
        if sheet.waiting:
            waits = ngettext("inbox: {n} line waits", "inbox: {n} lines wait", sheet.waiting)
            items.append(((INBOX,), Text(f"? {waits.format(n=sheet.waiting)}", colours.waiting)))
        return ListSource(items)

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
                )
            )


def _returned(account: Account) -> str:
    """What was received and what was returned, in words."""
    received = ngettext("received once", "received {n}×", account.received_count).format(n=account.received_count)
    if not account.given_count:
        return _("{received}, gave nothing yet").format(received=received)
    given = ngettext("gave once", "gave {n}×", account.given_count).format(n=account.given_count)
    return _("{received}, {given}").format(received=received, given=given)
