"""Writing in the capture bar: completion, preview, saving. The part of a screen that has such a bar."""

from rich.text import Text
from textual import on

from networkjournal import wording
from networkjournal.capture.completion import typed_at
from networkjournal.i18n import _
from networkjournal.model.entry import Receipt
from networkjournal.tui.draft import DraftFile
from networkjournal.tui.screens.base import Answer, JournalScreen
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.capture_bar import CaptureBar, Completion

MOST = 8
"""So many completions are offered."""
COMPOSED = "compose"
"""The draft of the dialog in which one writes where there is no bar."""
LONGEST = 4000
"""A longer text, pasted in, is not read anew at each key; it is saved like any other."""


class Capturing(JournalScreen[Answer]):
    """A screen with a `CaptureBar`. What is typed is kept as a draft each second and saved by Enter."""

    draft: DraftFile

    @property
    def bar(self) -> CaptureBar:
        """The bar."""
        return self.query_one(CaptureBar)

    @on(CaptureBar.Edited)
    def _edited(self, event: CaptureBar.Edited) -> None:
        event.stop()
        event.bar.complete(self._completions(event.text, event.cursor))
        event.bar.preview(self._preview(event.text))

    def _completions(self, text: str, cursor: int) -> list[Completion]:
        mention = typed_at(text, cursor)
        if mention is None:
            return []
        found = self.journal.books.names.starting(mention.sign, mention.keys(), MOST)
        return [
            Completion(mention.start, cursor, mention.written(named.handle, text, cursor), named.handle, detail)
            for named, detail in found
            if mention.typed != named.handle
        ]

    def _preview(self, text: str) -> list[Text]:
        if not text.strip() or len(text) > LONGEST:
            return []
        day, words = self.journal.opening(text, self.clock())
        read = self.journal.preview(words, day)
        lines = [Text(day.isoformat(), "dim")] if day != self.clock() else []
        colours = palette(self.app.theme_variables)
        many = "\n" in words
        for number, sentence, waits in wording.preview(read):
            text_line = Text(f"{number}: " if many else "", "dim")
            lines.append(text_line.append(sentence, colours.waiting if waits else ""))
        if any(waits.reason == "unknown" for waits in read.waiting):
            lines.append(Text(_("Ctrl+N saves and makes the new contacts"), "dim"))
        return lines

    @on(CaptureBar.Captured)
    def _captured(self, event: CaptureBar.Captured) -> None:
        event.stop()
        self.save(event.text)

    def action_save_creating(self) -> None:
        """Save what is in the bar and make contacts of the names that nobody bears."""
        if self.bar.text.strip():
            self.save(self.bar.text, create=True)

    def save(self, text: str, *, create: bool = False) -> None:
        """Save a text as a new entry. Whatever goes wrong, the text stays in the bar."""
        if not text.strip():
            return
        with self.telling():
            day, words = self.journal.opening(text, self.clock())
            receipt = self.journal.capture(words, day, create=create)
            self.bar.clear()
            self.draft.keep("")
            sentence = wording.receipt(receipt.draft, receipt.created)
            self.say(sentence, "warning" if receipt.draft.waiting else "information")
            self.captured(receipt)

    def captured(self, receipt: Receipt) -> None:
        """An entry was saved and is seen at once; a screen may have something else to do then."""
        self.look()

    def keep_draft(self) -> None:
        """Keep what is typed, so that a closed window loses a second at most."""
        self.draft.keep(self.bar.text)

    def take_up_draft(self) -> None:
        """Put what was left unsaved into the bar again; nothing is saved unasked."""
        composed = DraftFile(self.journal.path, COMPOSED)
        left = "\n".join(filter(None, (self.draft.left(), composed.left())))
        if left:
            self.bar.text = left
            self.draft.keep(left)  # before the other file goes
            composed.keep("")
            self.say(_("What you had typed is here again; Enter saves it."))
