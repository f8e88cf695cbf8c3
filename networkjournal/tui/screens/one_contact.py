"""What every screen about one contact has: the contact, and an end when there is nobody any more.

Promises to close by itself, and to say why, when its person is merged into another, removed or forgotten, here or in
another program; but not to tell those who did it themselves on this very screen.
"""

from networkjournal.errors import Invalid
from networkjournal.i18n import _
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.places import Place, screen_of


class OneContact(JournalScreen[None]):
    """A screen about one contact."""

    def __init__(self, journal: Journal, clock: Clock, contact_id: int) -> None:
        """Raises `KeyError` where there is no such contact."""
        super().__init__(journal, clock)
        self.contact_id = journal.books.contacts.get(contact_id).id
        self.asking = False
        """Whether a page above this one may merge or forget the contact; whoever asked goes on from there."""
        self._leaving = False
        """Whether the screen closes already: it can be dismissed only once."""

    @property
    def contact(self) -> Contact:
        """The contact as it is in the file. Raises `Invalid` where it was forgotten since the last look."""
        try:
            return self.journal.books.contacts.get(self.contact_id)
        except KeyError:
            raise Invalid("contact", "", "gone") from None

    def unveiled(self) -> bool:
        """Whether names may be shown; says so where they may not, for a form or a plan would show them."""
        if self.veil.on:
            self.say(_("Names are hidden now; V shows them again."), "warning")
        return not self.veil.on

    def on_screen_resume(self) -> None:
        """Whoever this page is about may have gone while another screen stood above it."""
        self.call_after_refresh(self.close_if_gone)

    def close_if_gone(self) -> None:
        """Say why there is nobody here any more, and go. Only the screen on top can; the others wait until they are."""
        contacts = self.journal.books.contacts
        if self._leaving or self.asking or not self.is_current or contacts.live(self.contact_id):
            return
        into = contacts.merged_into(self.contact_id)
        if into is None:
            self.say(_("This contact is no longer in the journal."), "warning")
        else:
            other = self.veil.name(contacts.get(into).name)
            self.say(_("This contact was merged into {name}.").format(name=other))
        self.leave()

    def leave(self) -> None:
        """Go back, soon: the timer that looks each second is waited for when its screen goes, and may be who calls."""
        if not self._leaving:
            self._leaving = True
            self.call_later(self._go)

    def _go(self) -> None:
        if self.is_current:  # or else it would be another screen that went
            self.dismiss(None)
        else:
            self._leaving = False

    def replace(self, contact: int) -> None:
        """Show another contact in place of this one."""
        if not self._leaving:
            self._leaving = True
            self.app.switch_screen(screen_of(Place("contact", contact), self.journal, self.clock))
