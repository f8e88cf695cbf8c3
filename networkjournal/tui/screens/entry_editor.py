"""The editor of an entry: its text in full, and beside it what every marked line will post.

Promises that nothing is saved or lost unasked: leaving a changed text asks, a second program's change is not written
over silently, and a kill loses a second of typing at most.
"""

import os
from contextlib import suppress
from datetime import date
from typing import ClassVar, Self

from textual import events, on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from networkjournal import wording
from networkjournal.capture.dates import read_date
from networkjournal.capture.templates import Template, written
from networkjournal.editor import edit
from networkjournal.errors import ChangedElsewhere
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.entry import Entry, Receipt
from networkjournal.tui.draft import About, DraftFile, draft_of
from networkjournal.tui.farewell import undisturbed
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.differing import brought_together, whose_text
from networkjournal.tui.screens.writing import LONGEST, completions, new_names, said
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.confirm import Confirm
from networkjournal.tui.widgets.day_question import DayAnswer, DayQuestion
from networkjournal.tui.widgets.entry_text import EntryBox
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.posted_lines import PostedLines

BESIDE = 100
"""From so many columns on, what is posted stands beside the text, and not below it."""
PAUSE = 0.15
"""Seconds without a key after which a long text is read anew."""


class EntryEditor(JournalScreen[int | None]):
    """Dismissed with the id of the entry that was saved, or with None."""

    DEFAULT_CSS = """
    EntryEditor #editor { height: 1fr; layout: horizontal; }
    EntryEditor #written { width: 3fr; height: 1fr; padding: 0 1; }
    EntryEditor #posted { width: 2fr; height: 1fr; }
    EntryEditor.below #editor { layout: vertical; }
    EntryEditor.below #written { width: 1fr; height: 3fr; }
    EntryEditor.below #posted { width: 1fr; height: 2fr; min-height: 5; }
    EntryEditor #cover { display: none; height: 1fr; content-align: center middle; color: $dim; }
    EntryEditor.covered #editor { display: none; }
    EntryEditor.covered #cover { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save"), id="editor.save", priority=True,
                tooltip=N_("Save the entry; its marked lines are posted")),
        Binding("escape,f10", "leave", N_("Leave"), id="editor.leave",
                tooltip=N_("Leave the editor; a changed text is not lost without a question")),
        Binding("ctrl+n", "save(True)", N_("Save, new names too"), id="editor.create", priority=True,
                tooltip=N_("Save the entry and make contacts of unknown names")),
        Binding("f9", "templates", N_("Templates"), id="editor.templates", priority=True,
                tooltip=N_("Insert a template at the cursor")),
        Binding("f6", "date", N_("Day"), id="editor.day", priority=True, tooltip=N_("Change the day of the entry")),
        Binding("f8", "hand_over", N_("Own editor"), id="editor.external", priority=True,
                tooltip=N_("Go on in your own editor ($VISUAL or $EDITOR)")),
    ]  # fmt: skip
    KEYS = ("editor.save", "editor.leave", "editor.create", "editor.templates", "editor.day", "editor.external",
            "everywhere.help")  # fmt: skip

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        entry: Entry,
        *,
        template: Template | None = None,
        draft: DraftFile | None = None,
        line: int = 0,
    ) -> None:
        """`entry` has no id where it is a new one of its day; `line` is where one begins, its end without one."""
        super().__init__(journal, clock)
        self._base, self.day, self._template, self._start = entry, entry.day, template, line
        self.templates: tuple[str, ...] = ()
        self.draft = draft or draft_of(journal.path, entry.id, entry.day.isoformat())
        self.box = EntryBox(entry.text, placeholder=_("What happened?   -> @name info: what you gave"))
        self._posted = PostedLines(
            title=_("What this posts"),
            empty=_("Lines that begin with -> <- <> [ ] ! or = are posted. Here you see what becomes of them."),
            id="posted",
        )
        self._begun = self._read_text = self.box.text
        self._noticed: Entry | None = entry
        self._pause: Timer | None = None

    @classmethod
    def resumed(cls, journal: Journal, clock: Clock, draft: DraftFile) -> Self:
        """Go on with a draft that was left."""
        about = draft.about
        day = _day(about.base_day) or _day(about.day) or clock()
        return cls(journal, clock, Entry(about.entry, day, about.base), draft=draft)

    def compose(self) -> ComposeResult:
        """The text, what it posts, the keys; and what is shown in their place while others look on."""
        with Container(id="editor"):
            yield Frame(self.box, id="written")
            yield self._posted
        yield Static(Content(_("Hidden while others look on. F12 shows it again.")), id="cover")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where one was, or at the end."""
        if self.draft.text:
            self.box.text, self.templates = self.draft.text, self.draft.about.templates
            self.day = _day(self.draft.about.day) or self.day
            self.say(_("What you had typed is here again; Ctrl+S saves it."))
        self.box.go_to(self._start or self.box.text.count("\n") + 1)
        self._begin(self._template)
        self.box.focus()
        self._read()
        self._show_title()

    def on_unmount(self) -> None:
        """What is left here is found at the next start."""
        self.draft.release()

    def on_resize(self, event: events.Resize) -> None:
        """Beside or below."""
        self.set_class(event.size.width < BESIDE, "below")

    def watch_revision(self) -> None:
        """Names may have come or gone, and others may look on."""
        self.set_class(self.veil.on, "covered")
        if self.veil.on:
            self.set_focus(None)
        elif self.is_mounted and self.focused is None:
            self.box.focus()
        self._read()
        self._notice()

    def _notice(self) -> None:
        """Say once for each change that somebody else changed this entry."""
        if self._base.id:
            now = self.journal.books.entries.get(self._base.id)
            if now not in (self._noticed, self._base):
                self.say(_("This entry was just changed elsewhere. Saving asks which text is to stay."), "warning")
            self._noticed = now

    # what is written

    @property
    def changed(self) -> bool:
        """Whether there is anything that is not saved."""
        return written(self.box.text, self.templates) != self._begun or (
            self._base.id != 0 and self.day != self._base.day
        )

    @property
    def _title(self) -> str:
        day = wording.day(self.day)
        return day if self._base.id else _("{day} · new entry").format(day=day)

    def _show_title(self) -> None:
        frame = self.query_one("#written", Frame)
        frame.title, frame.note = self._title, _("not saved") if self.changed else ""

    @on(EntryBox.Edited)
    def _edited(self, event: EntryBox.Edited) -> None:
        """Completions are for what is typed; whoever only goes through the text has the arrows for that."""
        event.stop()
        typed = event.text != self._read_text
        event.box.complete(completions(self.journal, event.text, event.cursor, self.veil) if typed else ())
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        if typed and len(event.text) > LONGEST:
            self._pause = self.set_timer(PAUSE, self._read)
        elif typed:
            self._read()
        else:
            self._posted.mark(self.box.line)
        self._show_title()

    def _read(self) -> None:
        """Read the text as saving would."""
        text = self._read_text = self.box.text
        idle = {line.rstrip() for template in self.templates for line in template.split("\n")}
        lines = text.split("\n")
        with self.telling():
            read = self.journal.preview(text, self.day)
            rows = said(read, palette(self.app.theme_variables), self.veil)
            rows = [row for row in rows if row[0] > len(lines) or lines[row[0] - 1].rstrip() not in idle]
            self._posted.show(rows, new_names(read))
        self._posted.mark(self.box.line)

    # saving

    async def action_save(self, create: bool = False) -> None:
        """Save, and go back to where one was."""
        self.run_worker(self._save(create), exclusive=True, group="editor")

    async def _save(self, create: bool) -> None:
        text = written(self.box.text, self.templates)
        if not text.strip():
            self.say(_("Nothing is written yet."), "warning")
            return
        if self._base.id and not self.changed and not create:
            self._leave(self._base.id)
            return
        with self.telling():
            receipt = await self._written(text, create)
            if receipt is not None:
                told = wording.receipt(receipt.draft, receipt.created)
                self.say(told, "warning" if receipt.draft.waiting else "information")
                self._leave(receipt.entry.id if receipt.entry else None)

    async def _written(self, text: str, create: bool) -> Receipt | None:
        """Write the entry; `None` where the person would rather go on."""
        if self._base.id and self.journal.books.entries.get(self._base.id) is None:
            gone = _("This entry was removed meanwhile. Save the text as a new one?")
            if not await self.app.push_screen_wait(Confirm(gone)):
                return None
            self._base = Entry(0, self.day, "")
        while self._base.id:
            entry = Entry(self._base.id, self.day, text)
            try:
                return self.journal.edit_entry(entry, create=create, seen=self._base)
            except ChangedElsewhere as clash:
                if not await self._decided(clash):
                    return None
        return self.journal.capture(text, self.day, create=create)

    async def _decided(self, clash: ChangedElsewhere) -> bool:
        """Ask whose text is to stay; tells whether to write mine now. What is theirs, or both, is shown first."""
        side = await self.app.push_screen_wait(whose_text(clash, self.veil))
        if side is None:
            return False
        self._base = clash.theirs
        if side == "mine":
            return True
        together = brought_together(clash, side)
        self._begun = clash.theirs.text
        self.day = together.day
        self.box.put(together.text)
        if side == "theirs":
            self.say(_("The other text is here now. Ctrl+Z in it brings back yours."))
        else:
            self.say(_("Both are in the text now; Ctrl+S saves it."))
        self._read()
        self._show_title()
        return False

    def _leave(self, saved: int | None) -> None:
        self.draft.keep("")
        self.dismiss(saved)

    def action_leave(self) -> None:
        """Leave, after a question where something would be lost."""
        if self.changed:
            self.run_worker(self._ask_and_leave(), exclusive=True, group="editor")
        else:
            self._leave(None)

    async def _ask_and_leave(self) -> None:
        answers = (
            Option("go on", _("Go on writing")),
            Option("keep", _("Leave, and keep it as a draft")),
            Option("throw", _("Leave, and throw the changes away")),
        )
        answer = await self.app.push_screen_wait(Choice(_("This text is not saved."), answers))
        if answer == "keep":
            self.keep_draft()
            self.draft.release()
            self.say(_("Kept as a draft. It is here again when you come back to this entry."))
            self.dismiss(None)
        elif answer == "throw":
            self._leave(None)

    def keep_draft(self) -> None:
        """Keep what is typed and not saved."""
        text = self.box.text if self.changed else ""
        base = self._base
        self.draft.keep(text, About(base.id, self.day.isoformat(), base.text, base.day.isoformat(), self.templates))

    @on(EntryBox.Dismissed)
    def _dismissed(self, event: EntryBox.Dismissed) -> None:
        event.stop()
        self.action_leave()

    # templates, the day, another editor

    def action_templates(self) -> None:
        """Insert a template."""
        from networkjournal.tui.screens.templates import Templates  # only for those who ask

        self.app.push_screen(Templates(self.journal, getattr(self.app, "templates", {})), self._begin)

    def _begin(self, template: Template | None) -> None:
        if template is not None:
            self.templates += (template.text,)
            self.box.begin(*template)

    def action_date(self) -> None:
        """Ask for the day."""

        def take(answer: DayAnswer | None) -> None:
            if answer is not None and answer.day is not None:
                self.day = answer.day
                self._read()
                self._show_title()

        self.app.push_screen(
            DayQuestion(
                _("Which day is this entry of?"),
                lambda text: read_date(text, self.clock()),
                value=self.day.isoformat(),
            ),
            take,
        )

    def action_hand_over(self) -> None:
        """Hand the text to the person's own editor, and take it back."""
        self.keep_draft()
        with self.telling():
            try:
                with undisturbed(getattr(self.app, "end_from_outside", None)), self.app.suspend():
                    text = edit(self.box.text, os.environ, self.journal.path)
            except SuspendNotSupported:
                self.say(_("No other editor can be opened from here."), "warning")
            else:
                self.box.put(text.rstrip("\n"))


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None
