"""What every screen has: the journal, the day, one way to say what went wrong, and the ways to the other places.

A screen looks at the journal's version each second and after whatever it writes; everything bound to `revision` then
draws itself anew. Nobody refreshes anything by hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import ClassVar, Literal, TypeVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, TextArea

from networkjournal.complaint import error as complaint
from networkjournal.errors import JournalError
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.posting import Direction
from networkjournal.steps import done_again, names_people, step_name, taken_back
from networkjournal.store.history import Step
from networkjournal.tui.keys import named_keys
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.places import Place, screen_of
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.completing_text import Completing
from networkjournal.tui.widgets.covered import Covered
from networkjournal.tui.widgets.key_line import Key, KeyLine
from networkjournal.tui.widgets.title_line import TitleLine
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs

Answer = TypeVar("Answer")
MANY = 1000
"""Records from which on taking them back is no matter of a moment."""
VEIL = ("everywhere.veil",)


class JournalScreen(WholeGlyphs, Screen[Answer]):
    """A screen over an open journal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority, so that what is typed right after such a key is not taken for keys of the list.
        Binding("a,f2", "write", N_("Write"), id="everywhere.write", tooltip=N_("Write an entry"), priority=True),
        Binding("f,f3", "find", N_("Find"), id="everywhere.find", tooltip=N_("Find anything that was ever written"),
                priority=True),
        Binding("d,f5", "days", N_("Journal"), id="everywhere.days", tooltip=N_("The calendar and its entries")),
        Binding("i,f7", "inbox", N_("Inbox"), id="everywhere.inbox", tooltip=N_("Settle the lines that wait")),
        Binding("S,alt+s", "suggestions", N_("Suggestions"), id="everywhere.suggestions",
                tooltip=N_("What you could give, to whom, and why")),
        Binding("M,alt+m", "me", N_("Me"), id="everywhere.me", tooltip=N_("What you bring, offer and need")),
        Binding("H,ctrl+g", "history", N_("History"), id="everywhere.history",
                tooltip=N_("What was changed, step by step")),
        Binding("E,alt+e", "events", N_("Events"), id="everywhere.events",
                tooltip=N_("What is planned, what wants a review, what is past")),
        Binding("R,alt+r", "review", N_("Review"), id="everywhere.review",
                tooltip=N_("What a week, month, quarter or year held, and what came of it")),
        Binding("I,alt+i", "import", N_("Import"), id="everywhere.import",
                tooltip=N_("Bring people, events and entries from files of other programs")),
        Binding("D,alt+d", "duplicates", N_("Duplicates"), id="everywhere.duplicates",
                tooltip=N_("Who may be in the journal twice, and why")),
        Binding("u,ctrl+z", "undo", N_("Undo"), id="everywhere.undo", tooltip=N_("Take back the last change")),
        Binding("U,ctrl+y", "redo", N_("Redo"), id="everywhere.redo", tooltip=N_("Do again what was taken back")),
    ]  # fmt: skip

    HERE: ClassVar[str] = ""
    """The action that leads to this screen: it does nothing here ("inbox")."""
    KEYS: ClassVar[tuple[str, ...]] = ()
    """The ids of the bindings that the last line names, in its order; help and the way back stay longest."""

    revision: reactive[tuple[int, int] | None] = reactive(None, init=False, repaint=False)
    """The journal's version; panes are bound to it."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """`clock` tells the day."""
        super().__init__()
        self.journal, self.clock = journal, clock
        self._day = clock()

    def on_mount(self) -> None:
        """Look each second for what another program wrote, and keep what is being typed."""
        self.look()
        self.set_interval(1, self._each_second)
        if hasattr(self.app, "veil"):
            self.watch(self.app, "veil", self._veiled, init=False)
        self.show_keys()

    def _each_second(self) -> None:
        self.look()
        self.keep_draft()

    def look(self) -> None:
        """See whether the journal, or the day, is another one by now. Called after each write, too."""
        with self.telling():
            today = self.clock()
            if today != self._day:
                self._day = today
                self.draw_anew()
            self.revision = self.journal.version

    def _veiled(self) -> None:
        """The veil went on or off: what is drawn, what is half typed, and what was said must follow at once."""
        self.draw_anew()
        self.show_keys()
        for field in self.query("LineInput, TextInput"):
            if isinstance(field, Covered):
                field.cover(self.veil.on)
        for box in self.query(Completing):
            box.ask_again()

    def draw_anew(self) -> None:
        """Let everything that is bound to the revision draw itself again, though the journal is the same."""
        self.mutate_reactive(JournalScreen.revision)

    def on_screen_resume(self) -> None:
        """What was changed on the screen above is seen at once."""
        self.look()

    def keep_draft(self) -> None:
        """Keep what is typed and not saved yet; a screen on which one writes says how."""

    @property
    def veil(self) -> Veil:
        """Whether names and notes are to be hidden from onlookers."""
        veil = getattr(self.app, "veil", OPEN)
        return veil if isinstance(veil, Veil) else OPEN

    @property
    def title_note(self) -> str:
        """What the title line says before anything else: that names are hidden, or that this is the demo."""
        return _("names hidden") if self.veil.on else str(getattr(self.app, "note", ""))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Say an error of the journal's in a toast instead of failing; what was begun is taken back already."""
        try:
            yield
        except JournalError as error:
            self.say(complaint(error), severity="error")

    def say(
        self, sentence: str, severity: Literal["information", "warning", "error"] = "information", title: str = ""
    ) -> None:
        """Show a sentence for a few seconds."""
        self.app.notify(sentence, title=title, severity=severity, markup=False)

    def open(self, place: Place) -> None:
        """Go to another place, on top of this one."""
        with self.telling():
            self.app.push_screen(screen_of(place, self.journal, self.clock))

    @property
    def typing(self) -> bool:
        """Whether someone types: a text field has the focus."""
        return isinstance(self.focused, Input | TextArea)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While someone types, undoing is the text's; and no screen is opened on itself."""
        if action == self.HERE or (action in ("undo", "redo") and self.typing):
            return False
        return super().check_action(action, parameters)

    # keys

    def key_line(self) -> list[Key]:
        """What the last line names: the `KEYS` of what has the focus, or of what it stands in, or of this screen."""
        nodes = [*(self.focused or self).ancestors_with_self]
        keys = named_keys(nodes, next((ids for node in nodes if (ids := getattr(node, "KEYS", ()))), self.KEYS))
        if self.veil.on and not self.query(TitleLine):  # where there is one, it says so
            veil = [key._replace(description=_("names hidden"), keep=True) for key in named_keys(nodes, VEIL)]
            return [*veil, *keys]
        return keys

    def show_keys(self) -> None:
        """Let the last line name the keys of what has the focus now."""
        for line in self.query(KeyLine):
            if self.KEYS:
                line.show(self.key_line())

    def _on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.show_keys()

    @on(KeyLine.Pressed)
    async def _key_pressed(self, event: KeyLine.Pressed) -> None:
        """A key of the line acts on whatever of what has the focus knows the action."""
        event.stop()
        name = event.action.partition("(")[0]
        nodes = (self.focused or self).ancestors_with_self
        await self.app.run_action(event.action, next((n for n in nodes if hasattr(n, f"action_{name}")), self))

    @on(TitleLine.Pressed)
    def _title_pressed(self, event: TitleLine.Pressed) -> None:
        """The inbox, or the records behind a number."""
        event.stop()
        if event.part == "inbox":
            self.action_inbox()
        elif event.part in ("given", "received"):
            from networkjournal.reports.records import latest  # only for those who ask
            from networkjournal.tui.screens.records import RecordList  # a screen like this one: it builds on this file

            direction: Direction = "given" if event.part == "given" else "received"
            title = _("All that was given") if direction == "given" else _("All that was received")
            read = partial(latest, self.journal, direction)
            self.app.push_screen(RecordList(self.journal, self.clock, lambda _veil: title, read))

    def action_write(self) -> None:
        """Write an entry without leaving this screen; one with a capture bar goes there instead."""
        self.compose_entry()

    def compose_entry(self, text: str = "", title: str = "") -> None:
        """Have an entry written in a dialog that begins with this text; nothing is posted unasked."""
        from networkjournal.tui.screens.compose import Compose  # a screen like this one: it builds on this file

        self.app.push_screen(Compose(self.journal, self.clock, text, title))

    def action_find(self) -> None:
        """Find anything."""
        self.open(Place("find"))

    def action_days(self) -> None:
        """Show the journal, today."""
        self.open(Place("day"))

    def action_me(self) -> None:
        """Show what one brings."""
        self.open(Place("me"))

    def action_inbox(self) -> None:
        """Show what waits."""
        self.open(Place("inbox"))

    def action_suggestions(self) -> None:
        """Show what could be given."""
        self.open(Place("suggestions"))

    def action_events(self) -> None:
        """Show the events."""
        self.open(Place("events"))

    def action_history(self) -> None:
        """Show what was changed."""
        self.open(Place("history"))

    def action_review(self) -> None:
        """Show the review of this week."""
        self.open(Place("review"))

    def action_import(self) -> None:
        """Bring something from files."""
        self.open(Place("import"))

    def action_duplicates(self) -> None:
        """Show who may be there twice."""
        self.open(Place("duplicates"))

    def action_undo(self) -> None:
        """Take back the last change."""
        with self.telling():
            history = self.journal.books.history
            if (last := history.to_undo()) is not None and history.touched(last.id, MANY) == MANY:
                self._undo_much()
                return
            self._undone(self.journal.undo())

    def _undone(self, step: Step | None) -> None:
        self.say(self.named(step), title=_("Taken back")) if step else self.say(taken_back(None))
        self.look()

    @work(exclusive=True, group="undo")
    async def _undo_much(self) -> None:
        """Take back thousands of records in a thread."""
        from networkjournal.tui.screens.working import Done, Working  # only for those who take much back

        def undo(_told: object) -> Step | None:
            with self.journal.beside() as other:
                return other.undo()

        done: Done[Step | None] | None = await self.app.push_screen_wait(Working(_("Taking back"), undo))
        with self.telling():
            if done and done.trouble:
                raise done.trouble
            self._undone(done and done.value)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        with self.telling():
            step = self.journal.redo()
            self.say(self.named(step), title=_("Done again")) if step else self.say(done_again(None))
        self.look()

    def named(self, step: Step) -> str:
        """A step in words; whom it names is hidden from onlookers."""
        hidden = "\t".join(map(self.veil.name, step.subject.split("\t")))
        return step_name(step._replace(subject=hidden) if names_people(step) else step)
