"""Forgetting a contact: what it comes to, in plain words, and a name typed by hand before anything is done.

Promises that no single key forgets anybody. It cannot be undone, so it is not made easy. Looking through everything and
taking someone out of it are done beside the program, by a connection of their own, so that it never stands still.
"""

import os
from asyncio import to_thread
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import ClassVar, TypeVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from networkjournal import leavings, previews
from networkjournal.i18n import N_, _, ngettext
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.folding import fold
from networkjournal.model.forgetting import Forgetting
from networkjournal.paths import backup_folder
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.one_contact import OneContact
from networkjournal.tui.screens.page import Page
from networkjournal.tui.widgets.confirm import Confirm
from networkjournal.tui.widgets.facts import Fact, fact_rows
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource

Outcome = TypeVar("Outcome")

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
        page = ForgetPage(self.journal, self.clock, self.contact_id)
        forgotten = await self.app.push_screen_wait(page)
        if forgotten and page.holding:
            await self._offer_to_remove(page.holding)
        self.asking = False
        if forgotten:
            self.leave()
        else:
            self.look()
            self.close_if_gone()

    async def _offer_to_remove(self, copies: tuple[str, ...]) -> None:
        """Ask whether copies that know them still are to go, too."""
        question = ngettext(
            "{n} copy of the file knows them still, or cannot be looked into. Remove it, too?",
            "{n} copies of the file know them still, or cannot be looked into. Remove them, too?",
            len(copies),
        ).format(n=len(copies))
        details = (*copies, _("A new backup is taken first."))
        if not await self.app.push_screen_wait(Confirm(question, details, default=False)):
            return
        path = self.journal.path
        with self.telling():
            removed = await to_thread(leavings.remove, path, backups_of(path), copies, datetime.now())
            gone = len(removed.gone)
            self.say(ngettext("{n} copy was removed.", "{n} copies were removed.", gone).format(n=gone))
            if removed.left:
                left = ", ".join(removed.left)
                self.say(_("These could not be removed: {files}").format(files=safe(left)), "warning")


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
        self._known = leavings.Known((), ())
        self._busy = ""
        """What is being done beside the program; empty for nothing."""
        self.holding: tuple[str, ...] = ()
        """The copies of the file that know them still, once they are forgotten."""
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
        version = self._contact and self.journal.version
        if (self._planned is None or self._planned[0] != version) and not self._busy:
            self._busy = _("Looking through everything …")
            self._plan(version)
        if self._busy or self._planned is None:
            return self._rows_of([Fact("", Text(self._busy), ("said", 0), wide=True)])
        return self._rows_of(forget_facts(self._planned[1]))

    def _rows_of(self, facts: Iterable[Fact]) -> ListSource:
        return fact_rows([list(facts)], self.width, self.colours.dim, self.app.console)

    def fill(self) -> None:
        """Show what there is; while they are taken out, nothing is asked of a contact who may be gone already."""
        if self._input.disabled:
            self.rows.show(self._rows_of([Fact("", Text(self._busy), ("said", 0), wide=True)]))
        else:
            super().fill()

    @work(exclusive=True, group="plan")
    async def _plan(self, version: tuple[int, int]) -> None:
        """Look through everything, beside the program."""
        with self.telling():
            self._planned = version, await self._beside(self._planned_by)
        self._busy = ""
        self.fill()

    async def _beside(self, work: Callable[[Journal], Outcome]) -> Outcome:
        """Do something long with a connection of its own; at once for a journal that is nowhere but here."""
        if self.journal.path == ":memory:":
            return work(self.journal)

        def done() -> Outcome:
            with another(self.journal) as journal:
                return work(journal)

        return await to_thread(done)

    def _planned_by(self, journal: Journal) -> Forgetting:
        return journal.forget_plan(journal.books.contacts.get(self._whom))

    def _forgotten_by(self, journal: Journal) -> Forgetting:
        contact = journal.books.contacts.get(self._whom)
        self._known = leavings.known(journal, contact)
        done = journal.forget_contact(contact)
        if journal.path != ":memory:":
            self.holding = leavings.holding(journal.path, backups_of(journal.path), self._known)
        return done

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
            self._forget()

    @work(exclusive=True, group="forget")
    async def _forget(self) -> None:
        """Forget them, beside the program; nothing else can be done on this page meanwhile."""
        self._busy, self._input.disabled = _("Taking them out of everything …"), True
        self.fill()
        with self.telling():
            await self._beside(self._forgotten_by)
            self._going = True
        if self._going:
            self.say(_("Forgotten. It cannot be undone."))
            self.dismiss(True)
            return
        self._busy, self._input.disabled = "", False
        self.fill()

    def action_leave(self) -> None:
        """Close the page; not while somebody is taken out."""
        if not self._input.disabled:
            super().action_leave()


def forget_facts(plan: Forgetting) -> Iterator[Fact]:
    """The warning, the plan in sentences, and what stays."""
    warning = _(
        "This takes the person out of the file: out of the contacts, every text, the balance and the history. "
        "It cannot be undone, not even with undo."
    )
    elsewhere = _("Backups are looked through afterwards. What you exported or shared is not touched.")
    for number, sentence in enumerate((warning, *previews.forgetting(plan), elsewhere)):
        yield Fact("", Text(safe(sentence)), ("said", number), wide=True)


@contextmanager
def another(journal: Journal) -> Iterator[Journal]:
    """The same file, by a connection of its own, for another thread."""
    opened = Journal.open(journal.path, journal.settings)
    opened.source = journal.source
    try:
        yield opened
    finally:
        opened.close()


def backups_of(path: str) -> str:
    """Where the backups of a journal lie."""
    return backup_folder(os.environ, path)
