"""Forgetting a contact: what it comes to, in plain words, and a name typed by hand before anything is done.

Promises that no single key forgets anybody. It cannot be undone, so it is not made easy.
"""

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from networkjournal import previews
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.folding import fold
from networkjournal.model.forgetting import Forgetting
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.one_contact import OneContact
from networkjournal.tui.screens.page import Page
from networkjournal.tui.widgets.facts import Fact, fact_rows
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource

WORDS = ("forget", "忘れる")
"""What may be typed instead of the handle, in either language: a handle can be hard to type."""


class Forgetful(OneContact):
    """A screen about one contact, from which it is forgotten."""

    @work(exclusive=True, group="forget")
    async def action_forget(self) -> None:
        """Show what forgetting comes to, and forget where that is confirmed by hand."""
        if not self.unveiled():
            return
        self.asking = True
        forgotten = await self.app.push_screen_wait(ForgetPage(self.journal, self.clock, self.contact_id))
        self.asking = False
        if forgotten:
            self.leave()
        else:
            self.look()
            self.close_if_gone()


class ForgetPage(Page[bool | None]):
    """The warning. What is typed below it decides. Dismissed with True where the contact was forgotten."""

    DEFAULT_CSS = """
    ForgetPage #page { border: heavy $overdue; height: 22; max-height: 96%; }
    ForgetPage LineInput { margin: 0 1; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f10", "leave", N_("Leave"), id="forget.leave", tooltip=N_("Forget nobody"), priority=True),
        Binding("up", "row(-1)", N_("Up"), id="forget.up", show=False, tooltip=N_("To the row above")),
        Binding("down", "row(1)", N_("Down"), id="forget.down", show=False, tooltip=N_("To the row below")),
    ]
    KEYS = ("forget.leave",)

    def __init__(self, journal: Journal, clock: Clock, contact: int) -> None:
        """Whom it is about, by id."""
        super().__init__(journal, clock)
        self._whom = contact
        self._planned: tuple[tuple[int, int], Forgetting] | None = None
        self._input = LineInput(placeholder=_("the handle, or the word: forget"))

    @property
    def _contact(self) -> Contact:
        if not self.journal.books.contacts.live(self._whom):
            raise KeyError(self._whom)
        return self.journal.books.contacts.get(self._whom)

    def compose(self) -> ComposeResult:
        """The plan, and below it the place to type."""
        with Frame(id="page"):
            yield self.rows
            yield Static("", id="foot", markup=False)
            yield self._input
            yield KeyLine()

    @property
    def first(self) -> Widget:
        """Typing goes into the answer."""
        return self._input

    def title_now(self) -> str:
        """See `Page`."""
        return _("Forget {name}").format(name=self.veil.name(self._contact.name))

    def gone(self) -> str:
        """See `Page`."""
        return _("This contact is no longer in the journal.")

    def source(self) -> ListSource:
        """What would be done, counted."""
        contact, version = self._contact, self.journal.version
        if self._planned is None or self._planned[0] != version:  # it reads every text: not again for each resize
            self._planned = version, self.journal.forget_plan(contact)
        facts = list(forget_facts(self._planned[1]))
        return fact_rows([facts], self.width, self.colours.dim, self.app.console)

    def foot(self) -> Text:
        """What to type."""
        sentence = _("Type {handle} (or: forget) and press Enter to forget them for good.")
        return Text(sentence.format(handle=safe(self.veil.name(self._contact.handle))), "bold")

    def action_row(self, step: int) -> None:
        """Read on while the focus is where one types."""
        self.rows.action_move(step)

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        event.stop()
        with self.telling():
            try:
                contact = self._contact
            except KeyError:
                self.fill()
                return
            if fold(event.value.strip().lstrip("@＠")) not in {fold(word) for word in (*WORDS, contact.handle)}:
                self.say(_("Nothing was done: that is neither the handle nor the word."), "warning")
                return
            self.journal.forget_contact(contact)
            self.say(_("Forgotten. It cannot be undone."))
            self.dismiss(True)


def forget_facts(plan: Forgetting) -> Iterator[Fact]:
    """The warning, the plan in sentences, and what stays."""
    warning = _(
        "This takes the person out of the file: out of the contacts, every text, the balance and the history. "
        "It cannot be undone, not even with undo."
    )
    elsewhere = _("Backups, and what you exported or shared, are not touched.")
    for number, sentence in enumerate((warning, *previews.forgetting(plan), elsewhere)):
        yield Fact("", Text(safe(sentence)), ("said", number), wide=True)
