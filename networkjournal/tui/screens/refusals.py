"""What I decided not to pursue, the latest first: a list that saves deciding it again."""

from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.refusal import Refusal
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.own_editing import OwnEditing
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.places import Place
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows


class RefusalsPage(OwnEditing, Page[None]):
    """The list over the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert", "new", N_("New"), id="refusals.new", tooltip=N_("Note something you will not go after")),
        Binding("e,f6", "edit", N_("Edit"), id="refusals.edit", tooltip=N_("Edit what the cursor is on")),
        Binding("minus,delete", "remove", N_("Remove"), id="refusals.remove",
                tooltip=N_("Take it out of the list: it is open again; this can be undone")),
    ]  # fmt: skip
    HERE = "refusals"
    KEYS = ("refusals.new", "rows.choose", "refusals.edit", "refusals.remove", "page.leave", "everywhere.help")
    EMPTY = N_("What costs time and trust and leads nowhere? Decide it once, and note why. n notes it.")

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """Nothing is read until the page is shown."""
        super().__init__(journal, clock)
        self.rows.empty = _(self.EMPTY)

    def title_now(self) -> str:
        """See `Page`."""
        return _("Not pursued")

    def source(self) -> ListSource:
        """See `Page`."""
        found = list(self.journal.books.refusals.all())
        return ListSource([(Place("refusal", refusal.id), self._drawn(refusal)) for refusal in found])

    def _drawn(self, refusal: Refusal) -> Text:
        line = Text(f"{refusal.on.isoformat()}  ", self.colours.dim, no_wrap=True)
        line.append(safe(self.veil.words(refusal.what)), "not dim")
        more = [self.veil.words(refusal.why.replace("\n", " / "))]
        if refusal.contact:
            more.append("@" + self.veil.name(refusal.contact))
        return line.append("".join(f"  {safe(part)}" for part in more if part), self.colours.dim)

    def foot(self) -> Text:
        """How many there are."""
        count = len(self.rows.source)
        return Text(_("{n} in all").format(n=count)) if count else Text()

    def chosen(self, event: Rows.Chosen) -> None:
        """Open its page."""
        if isinstance(event.key, Place):
            self.open(event.key)

    def action_new(self) -> None:
        """Note another."""
        self.edit_own(Place("refusal"))

    def action_edit(self) -> None:
        """Edit the one under the cursor."""
        if isinstance(self.rows.key, Place):
            self.edit_own(self.rows.key)

    def action_remove(self) -> None:
        """Remove the one under the cursor."""
        if isinstance(self.rows.key, Place):
            self.remove_own(self.rows.key)

    def edited(self, pane: int, record: int) -> None:
        """Show what was saved, with the cursor on it."""
        self.look()
        self.call_after_refresh(self.rows.select, Place("refusal", record))
