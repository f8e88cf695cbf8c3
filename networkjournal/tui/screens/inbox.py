"""The inbox: each waiting line with its reason. Enter settles it: by choosing who is meant, or making the contact."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from networkjournal import wording
from networkjournal.errors import JournalError
from networkjournal.i18n import N_, _
from networkjournal.model.folding import name_key
from networkjournal.model.inbox import InboxLine
from networkjournal.model.name import romaji_keys
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

MAKE = "\0make"
"""The answer that makes a contact; no handle can be this."""


class InboxScreen(JournalScreen[None]):
    """The lines that wait."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f10", "leave", N_("Back"), id="inbox.leave", tooltip=N_("Back to the panes")),
    ]
    HERE = "inbox"
    KEYS = ("rows.choose", "everywhere.undo", "inbox.leave", "everywhere.help")

    def compose(self) -> ComposeResult:
        """One list and the keys."""
        self._rows = Rows(
            empty=_("Nothing waits. A line that names nobody known, or several, stays here until Enter settles it.")
        )
        yield Frame(self._rows, title=_("Inbox"))
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self._rows.focus()

    def watch_revision(self) -> None:
        """Show what waits now."""
        colours = palette(self.app.theme_variables)
        items: list[tuple[Hashable, Text]] = []
        for line in self.journal.inbox():
            items.append((line.number, Text(f"{line.day.isoformat()}  {safe(self.veil.words(line.text.strip()))}")))
            names = (line.name, *line.candidates)
            reason = self.veil.hide(wording.reason(line.reason, line.name, line.candidates), names)
            items.append((None, Text(f"            {safe(reason)}", colours.waiting)))
        self._rows.show(ListSource(items))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        line = next((line for line in self.journal.inbox() if line.number == event.key), None)
        if line is not None:
            self._settle(line)

    @work(exclusive=True, group="settle")
    async def _settle(self, line: InboxLine) -> None:
        name = self.veil.name(line.name)
        question = _("Who is {name}?").format(name=name) if line.name else _("With whom?")
        answer = await self.app.push_screen_wait(
            Choice(question, self._options(line), find=lambda typed: self._found(line, typed))
        )
        if answer is None:
            return
        with self.telling():
            receipt = self.journal.settle(line.number, None if answer == MAKE else answer)
            self.say(self.veil.hide(wording.receipt(receipt.draft, receipt.created), receipt.created))
        self.look()

    def _options(self, line: InboxLine) -> Sequence[Option[str]]:
        options = [self._option(handle) for handle in line.candidates]
        if line.reason == "unknown":
            options.append(Option(MAKE, _("New contact: {name}").format(name=self.veil.name(line.name))))
        if not options:
            accounts = self.journal.books.ledger.accounts()
            options = [self._person(account.handle, account.name, account.organization) for account in accounts]
        return options

    def _option(self, handle: str) -> Option[str]:
        try:
            contact = self.journal.find_contact(handle)
        except JournalError:  # a goal, an event or a strength may be meant as well
            return self._person(handle, handle, "")
        return self._person(handle, contact.name, " ".join(filter(None, (contact.organization, contact.title))))

    def _person(self, handle: str, name: str, detail: str) -> Option[str]:
        return Option(handle, self.veil.name(name), self.veil.name(detail))

    def _found(self, line: InboxLine, typed: str) -> Sequence[Option[str]]:
        keys = (name_key(typed), *sorted(romaji_keys(typed)))
        found = self.journal.books.names.starting(line.sign, keys, 50)
        options = [self._person(named.handle, named.handle, detail) for named, detail in found]
        if line.reason == "unknown":
            options.append(Option(MAKE, _("New contact: {name}").format(name=self.veil.name(line.name))))
        return options

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
