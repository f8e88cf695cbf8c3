"""One entry to read: its text, and under every marked line what it posted or why it waits. Editing is one key away."""

from collections.abc import Mapping
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from networkjournal import wording
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.entry import Entry
from networkjournal.tui.panes.base import Clock, Pane
from networkjournal.tui.panes.day import entry_items, entry_of
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.entry_editor import EntryEditor
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows


class EntryPane(Pane):
    """The entry, line by line."""

    TITLE = N_("Entry")
    NAME = "entry"

    entry: reactive[Entry | None] = reactive(None, init=False)

    def source(self) -> ListSource:
        """Each line with what became of it."""
        entry = self.journal.books.entries.get(self.entry.id) if self.entry else None
        if entry is None:
            return ListSource()
        self.title = wording.day(entry.day)
        return ListSource([*entry_items(entry, self._posted(entry), self.colours, self.veil, self.wrapped)])

    def _posted(self, entry: Entry) -> Mapping[int, list[Text]]:
        posted, waiting = self.journal.posted(entry.id)
        colours = self.colours
        said: dict[int, list[Text]] = {}
        sentences = [(item.line, wording.posting(item, entry.day), colours.dim) for item in posted]
        sentences += [(item.line, wording.waiting(item), colours.waiting) for item in waiting]
        for line, sentence, style in sentences:
            said.setdefault(line, []).append(Text(safe(self.veil.words(sentence)), style))
        return said

    def on_resize(self) -> None:
        """Lines are as wide as the pane."""
        self.reload()


class EntrySheet(JournalScreen[None]):
    """An entry, to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,f6", "edit", N_("Edit"), id="sheet.edit", tooltip=N_("Edit this entry, at this line")),
        Binding("escape,q,f10", "leave", N_("Back"), id="sheet.leave", tooltip=N_("Back to where you came from")),
    ]  # fmt: skip
    KEYS = ("sheet.edit", "everywhere.days", "everywhere.undo", "sheet.leave", "everywhere.help")

    def __init__(self, journal: Journal, clock: Clock, entry: Entry) -> None:
        """`entry` as it is now; a change of it shows by itself."""
        super().__init__(journal, clock)
        self.entry = entry
        self.pane = EntryPane(None, journal, clock)
        self.pane.set_reactive(EntryPane.entry, entry)

    def compose(self) -> ComposeResult:
        """The entry and the keys."""
        yield self.pane.data_bind(JournalScreen.revision)
        yield KeyLine()

    def on_mount(self) -> None:
        """Keys scroll at once."""
        self.pane.focus_rows()

    def watch_revision(self) -> None:
        """Whoever removes the entry leaves nothing to read."""
        self._close_if_gone()

    def on_screen_resume(self) -> None:
        """It may have been removed while another screen stood above."""
        self.call_after_refresh(self._close_if_gone)

    def _close_if_gone(self) -> None:
        if self.is_current and self.journal.books.entries.get(self.entry.id) is None:
            self.say(_("This entry is no longer in the journal."), "warning")
            self.dismiss(None)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Edit the entry at the line under the cursor."""
        found = entry_of(self.pane.rows.key)
        with self.telling():
            entry = self.journal.entry(self.entry.id)
            line = found[1] if found else 0
            self.app.push_screen(EntryEditor(self.journal, self.clock, entry, line=line), lambda _saved: self.look())

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
