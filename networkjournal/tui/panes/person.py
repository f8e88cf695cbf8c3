"""One person: everything the journal knows of them, each row with what is behind it."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from textual import on
from textual.message import Message
from textual.reactive import reactive

from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.reports.person import Person, person
from networkjournal.tui.panes.base import MINIMUM, Clock, Pane
from networkjournal.tui.panes.person_facts import Look, person_groups
from networkjournal.tui.widgets.facts import fact_key, fact_rows
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows


class PersonPane(Pane):
    """The facts about one person. Says what was chosen, and does not know what that opens."""

    TITLE = N_("Person")
    NAME = "person"

    caution: reactive[bool] = reactive(False, init=False)
    """Whether the caution note is shown; asked for each time the page is opened."""

    @dataclass
    class Chosen(Message):
        """Enter on a row: what is behind it is wanted. The key is one of `person_facts`."""

        key: tuple[Any, ...]

    def __init__(self, number: int, journal: Journal, clock: Clock, contact: int) -> None:
        """`contact` is whom the page is about."""
        super().__init__(number, journal, clock)
        self.contact = contact
        self.found: Person | None = None
        """Read once per revision; `None` before that, and where the contact is gone."""

    def source(self) -> ListSource:
        """Everything, drawn for the width there is."""
        if self.veil.on:  # not shown again unasked when the veil goes
            self.set_reactive(PersonPane.caution, False)
        if self.found is None:
            try:
                self.found = person(self.journal, self.contact, self.clock())
            except KeyError:  # forgotten meanwhile: the screen says so, and closes
                return ListSource()
        self.title = safe(self.veil.name(self.found.contact.name))
        self.note = _("archived") if self.found.contact.archived else ""
        width = max(self.rows.scrollable_content_region.width - 2, MINIMUM)
        groups = person_groups(self.found, Look(self.veil, self.colours, self.caution))
        return fact_rows(groups, width, self.colours.dim, self.app.console)

    @property
    def key(self) -> Hashable:
        """What the cursor is on."""
        return fact_key(self.rows.key)

    def watch_revision(self) -> None:
        """The journal has changed: the person is read anew."""
        self.found = None
        self.reload()

    def watch_caution(self) -> None:
        """The note was asked for, or put away again."""
        self.reload()

    def on_resize(self) -> None:
        """Values are as wide as the pane."""
        self.reload()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        key = fact_key(event.key)
        if isinstance(key, tuple):
            self.post_message(self.Chosen(key))
