"""The entries that mention one person, the newest first, each with the line that names them."""

from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.message import Message

from networkjournal.i18n import N_
from networkjournal.journal import Journal
from networkjournal.model.entry import Entry
from networkjournal.tui.panes.base import Clock, Pane
from networkjournal.tui.widgets.paged import Paged
from networkjournal.tui.widgets.plain import fit
from networkjournal.tui.widgets.rows import Rows


class MentionsPane(Pane):
    """Entries by one name. Read as they come into sight: there may be thousands."""

    TITLE = N_("Entries")
    NAME = "mentions"
    EMPTY = N_("Entries that mention them stand here. a writes one.")

    @dataclass
    class Opened(Message):
        """An entry was chosen."""

        entry: int

    def __init__(self, number: int, journal: Journal, clock: Clock, contact: int) -> None:
        """`contact` is who is mentioned."""
        super().__init__(number, journal, clock)
        self.contact = contact

    def source(self) -> Paged[Entry]:
        """The entries, a page at a time."""
        book, contact = self.journal.books.entries, self.contact
        count = book.count_with("@", contact)
        handle = self.journal.books.ledger.account(contact).handle if count else ""
        self.note = str(count) if count else ""
        return Paged(
            count,
            lambda skip, most: book.page_with("@", contact, skip, most),
            lambda entry: entry.id,
            lambda entry, width: self._drawn(entry, handle, width),
        )

    def _drawn(self, entry: Entry, handle: str, width: int) -> Text:
        head = Text(no_wrap=True).append(f"{entry.day.isoformat()} ", self.colours.dim)
        words = self.veil.words(telling(entry.text, f"@{handle}"))
        return head.append(fit(words, max(width - head.cell_len, 4)))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, int):
            self.post_message(self.Opened(event.key))


def telling(text: str, name: str = "") -> str:
    """The line of an entry that tells what it is about: the first that holds a name, or else the first with words."""
    lines = [line for line in text.split("\n") if line.strip()]
    return next((line for line in lines if name and name in line), lines[0] if lines else "").strip()
