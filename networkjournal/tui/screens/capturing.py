"""Writing in the capture bar: completion, preview, saving. The part of a screen that has such a bar."""

import os
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on

from networkjournal import wording
from networkjournal.editor import discard, left
from networkjournal.i18n import _
from networkjournal.model.entry import Receipt
from networkjournal.tui.draft import EDITED, About, DraftFile, drafts_left
from networkjournal.tui.screens.base import Answer, JournalScreen
from networkjournal.tui.screens.writing import LONGEST, completions, new_names, said
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.capture_bar import CaptureBar

if TYPE_CHECKING:
    from networkjournal.capture.templates import Template

COMPOSED = "compose"
"""The draft of the dialog in which one writes where there is no bar."""


class Capturing(JournalScreen[Answer]):
    """A screen with a `CaptureBar`. What is typed is kept as a draft each second and saved by Enter."""

    draft: DraftFile
    offering = False
    """Whether completions are offered."""
    templates: tuple[str, ...] = ()
    """What was inserted into the text: lines of it that are left as they were are not saved."""

    @property
    def bar(self) -> CaptureBar:
        """The bar."""
        return self.query_one(CaptureBar)

    @on(CaptureBar.Edited)
    def _edited(self, event: CaptureBar.Edited) -> None:
        event.stop()
        found = completions(self.journal, event.text, event.cursor, self.veil)
        event.bar.complete(found)
        if bool(found) != self.offering:
            self.offering = bool(found)
            self.show_keys()  # Tab completes now, or no more
        event.bar.preview(self._preview(event.text))

    def _preview(self, text: str) -> list[Text]:
        if not text.strip() or len(text) > LONGEST:
            return []
        day, words = self.journal.opening(text, self.clock())
        read = self.journal.preview(words, day)
        lines = [Text(day.isoformat(), "dim")] if day != self.clock() else []
        many = "\n" in words
        for number, sentence in said(read, palette(self.app.theme_variables), self.veil):
            lines.append(Text(f"{number}: " if many else "", "dim").append_text(sentence))
        return [*lines, Text(new_names(read), "dim")] if new_names(read) else lines

    @on(CaptureBar.Captured)
    def _captured(self, event: CaptureBar.Captured) -> None:
        event.stop()
        self.save(event.text)

    def action_save_creating(self) -> None:
        """Save what is in the bar and make contacts of the names that nobody bears."""
        if self.bar.text.strip():
            self.save(self.bar.text, create=True)

    def save(self, text: str, *, create: bool = False) -> None:
        """Save a text as a new entry. Whatever goes wrong, it stays in the bar, and so does what was typed since."""
        from networkjournal.capture.templates import written  # for whoever writes

        typed = text
        text = written(text, self.templates)
        if not text.strip():
            return
        with self.telling():
            day, words = self.journal.opening(text, self.clock())
            receipt = self.journal.capture(words, day, create=create)
            since = self.bar.text.removeprefix(typed)  # one burst of keys may bring more than the Enter
            self.bar.clear()
            self.templates = ()
            if since:
                self.bar.text = since
            self.draft.keep(since)
            sentence = self.veil.hide(wording.receipt(receipt.draft, receipt.created), receipt.created)
            self.say(sentence, "warning" if receipt.draft.waiting else "information")
            self.captured(receipt)

    def captured(self, receipt: Receipt) -> None:
        """An entry was saved and is seen at once; a screen may have something else to do then."""
        self.look()

    def action_templates(self) -> None:
        """Begin an entry from a template."""
        from networkjournal.tui.screens.templates import Templates  # only for those who ask

        self.app.push_screen(Templates(self.journal, getattr(self.app, "templates", {})), self._begin)

    def _begin(self, chosen: "Template | None") -> None:
        if chosen is not None:
            self.templates += (chosen.text,)
            self.bar.begin(*chosen)
            self.bar.focus()

    # drafts

    def keep_draft(self) -> None:
        """Keep what is typed, so that a closed window loses a second at most."""
        self.draft.keep(self.bar.text, About(templates=self.templates))

    def on_unmount(self) -> None:
        """What is left here is found at the next start."""
        self.draft.release()

    def _take_over_edited(self) -> None:
        """Make drafts of what a kill has left in one's own editor: they are offered, and lie nowhere else any more."""
        for one in left(os.environ, self.journal.path):
            draft = DraftFile(self.journal.path, EDITED)
            draft.keep(one.text, About(day=self.clock().isoformat()))
            if draft.text:  # it is on the disk
                discard(one)
            draft.release()

    def take_up_draft(self) -> None:
        """Put what was left unsaved into the bar again, and offer the editor's; nothing is saved unasked."""
        left = [self.draft.left()]
        others = [*drafts_left(self.journal.path, ""), *drafts_left(self.journal.path, COMPOSED)]
        left += [other.left() for other in others]
        if any(left):
            self.bar.text = "\n".join(filter(None, left))
            self.templates = tuple(text for draft in (self.draft, *others) for text in draft.about.templates)
            self.keep_draft()  # before the other files go
            for other in others:
                other.keep("")
            self.say(_("What you had typed is here again; Enter saves it."))
        self._take_over_edited()
        edited = drafts_left(self.journal.path, EDITED)
        if edited:
            from networkjournal.tui.screens.leftover import offer  # only where there is one

            self.run_worker(offer(self, edited), exclusive=True, group="drafts")
