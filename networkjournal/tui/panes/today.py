"""Today: what is owed and awaited, whom to give something back, what waits in the inbox."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

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
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import ListSource, Rows

INBOX = "inbox"


class TodayPane(Pane):
    """The strip one looks at each morning."""

    TITLE = N_("Today")
    NAME = "today"
    EMPTY = N_("Nothing owed, nothing due. Declare what you will do: [ ] what due:fri")

    @dataclass
    class Opened(Message):
        """A line was chosen: a contact's page, an entry, or the inbox (both `None`)."""

        contact: int | None = None
        entry: int | None = None

    def source(self) -> ListSource:
        """Actions first, then people, then the inbox."""
        sheet = today(self.journal, self.clock())
        colours = self.colours
        items: list[tuple[Hashable, Text | partial[Text]]] = []
        for action in sheet.owed:
            late = action.overdue(sheet.day)
            items.append((("entry", action.entry, action.line), partial(self._action, action, "!" if late else "☐")))
        for action in sheet.awaited:
            items.append((("entry", action.entry, action.line), partial(self._action, action, "…")))
        for account in sheet.give_back:
            items.append((("contact", account.contact_id), Text(f"← {safe(account.name)}", no_wrap=True)))
            items.append((None, Text(f"  {_returned(account)}", colours.dim, no_wrap=True)))
        if sheet.more_to_give_back:
            more = ngettext("and {n} more", "and {n} more", sheet.more_to_give_back).format(n=sheet.more_to_give_back)
            items.append((None, Text(f"  {more}", colours.dim)))
        if sheet.waiting:
            waits = ngettext("inbox: {n} line waits", "inbox: {n} lines wait", sheet.waiting)
            items.append(((INBOX,), Text(f"? {waits.format(n=sheet.waiting)}", colours.waiting)))
        return ListSource(items)

    def _action(self, action: OpenAction, sign: str, width: int) -> Text:
        day = self.clock()
        due = wording.short_day(action.due, day) if action.due else ""
        words = fit(f"{sign} {safe(action.words)}", max(width - len(due) - 1, 6))
        return Text(words, self._tint(sign), no_wrap=True).append(f" {due}", self._tint(sign))

    def _tint(self, sign: str) -> Style:
        return {"!": self.colours.overdue, "…": self.colours.dim}.get(sign, Style.null())

    @on(Rows.Highlighted)
    def _highlighted(self, event: Rows.Highlighted) -> None:
        event.stop()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, tuple):
            what, *rest = event.key
            self.post_message(
                self.Opened(
                    contact=rest[0] if what == "contact" else None,
                    entry=rest[0] if what == "entry" else None,
                )
            )


def _returned(account: Account) -> str:
    """What was received and what was returned, in words."""
    received = ngettext("received once", "received {n}×", account.received_count).format(n=account.received_count)
    if not account.given_count:
        return _("{received}, gave nothing yet").format(received=received)
    given = ngettext("gave once", "gave {n}×", account.given_count).format(n=account.given_count)
    return _("{received}, {given}").format(received=received, given=given)
