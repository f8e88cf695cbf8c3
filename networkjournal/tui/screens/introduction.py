"""What I say of myself: a text composed for somebody or somewhere, changed by hand, with its seconds and versions.

Promises that nothing written by hand is lost unasked, and that a version is never written over: keeping makes another.
"""

from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from networkjournal import capital
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.speech import LENGTHS, seconds
from networkjournal.reports.introduction import Missing, material
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.confirm import Confirm
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.rows import ListSource, Rows
from networkjournal.tui.widgets.text_input import TextInput

USUAL = 30


class Whom(NamedTuple):
    """For what a text is composed; nothing of it said means the first open goal."""

    goal: Goal | None = None
    persona: Persona | None = None
    event: Event | None = None


class IntroductionScreen(JournalScreen[None]):
    """The text above, its versions below."""

    DEFAULT_CSS = """
    IntroductionScreen { layout: vertical; }
    IntroductionScreen #said { height: 3fr; padding: 0 1; }
    IntroductionScreen #said TextInput, IntroductionScreen #said TextInput:focus {
        height: 1fr; background: $background;
    }
    IntroductionScreen #speaking { height: auto; max-height: 4; padding: 0; }
    IntroductionScreen #versions { height: 2fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", N_("Keep"), id="introduction.keep", tooltip=N_("Keep this text as a version"),
                priority=True),
        Binding("c,f8", "copy", N_("Copy"), id="introduction.copy",
                tooltip=N_("Copy to the clipboard: this text, or the version under the cursor")),
        Binding("s,f6", "length", N_("Length"), id="introduction.length",
                priority=True,  # a text has its own F6
                tooltip=N_("Compose it for 15, 30 or 60 seconds, one after the other")),
        Binding("w,f9", "whom", N_("For whom"), id="introduction.whom",
                tooltip=N_("Compose it for a goal, for somebody you want to meet, or for an event")),
        Binding("r,f4", "compose_anew", N_("Anew"), id="introduction.anew",
                tooltip=N_("Compose it once more from what is noted now")),
        Binding("minus,delete", "remove", N_("Remove"), id="introduction.remove",
                tooltip=N_("Take the version under the cursor out of the list; this can be undone")),
        Binding("escape,f10", "leave", N_("Back"), id="introduction.leave", priority=True,
                tooltip=N_("Back to where you came from; a text that is not kept is not lost without a question")),
    ]  # fmt: skip
    HERE = "introduce"
    KEYS = ("introduction.keep", "introduction.copy", "introduction.length", "introduction.whom", "introduction.anew",
            "introduction.remove", "introduction.leave", "everywhere.help")  # fmt: skip

    def __init__(self, journal: Journal, clock: Clock, whom: Whom | None = None, version: int = 0) -> None:
        """`whom` is for what one begins, with this version where there is one."""
        super().__init__(journal, clock)
        self.whom, self.limit = whom or Whom(), USUAL
        self.box = TextInput(placeholder=_("What do you say of yourself?"))
        self.versions = Rows(empty=_("Versions that you keep stand here, the newest first. Ctrl+S keeps the text."))
        self._version = version
        self._missing: tuple[Missing, ...] = ()
        self._begun = ""
        """The text as it was composed or taken; what differs from it was written by hand."""

    def compose(self) -> ComposeResult:
        """The text and its seconds, the versions, the keys."""
        with Frame(id="said"):
            yield self.box
            yield Static("", id="speaking", markup=False)
        with Frame(title=_("Versions"), id="versions"):
            yield self.versions
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with a text, in it."""
        self._compose_text()
        if self._version:
            self._take_version(self._version)
        self.box.focus()

    def watch_revision(self) -> None:
        """The versions follow the journal; the text is one's own by now."""
        kept = list(self.journal.books.self_introductions.all())
        self.versions.show(ListSource([(one.id, self._drawn(one)) for one in kept]))
        self._tell()

    def _drawn(self, one: SelfIntroduction) -> Text:
        colours = palette(self.app.theme_variables)
        made_for = self.veil.words(capital.made_for(self.journal, one))
        line = Text(f"{one.on.isoformat()}  {fit(capital.lasts(one.seconds), 5)} ", colours.dim, no_wrap=True)
        if made_for:
            line.append(fit(made_for, 20) + "  ", colours.dim)
        return line.append(safe(self.veil.words(one.text.replace("\n", " "))), "not dim")

    # the text

    @property
    def written_by_hand(self) -> bool:
        """Whether the text is another one than was composed, taken or kept."""
        return self.box.text.strip() not in ("", self._begun.strip())

    def _compose_text(self) -> None:
        """Compose the text for whom it is now."""
        with self.telling():
            made = capital.introduction(material(self.journal, self.clock(), *self.whom), self.limit)
            self._missing = made.missing
            self._take(made.text)

    def _take(self, text: str) -> None:
        self._begun = text
        self.box.put(text)
        self.box.cover(self.veil.on)
        self._tell()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._tell()

    def _tell(self) -> None:
        """How long it takes, for whom it is, and what it cannot say."""
        if not self.is_mounted:
            return
        frame = self.query_one("#said", Frame)
        frame.title = " · ".join(filter(None, (_("Self-introduction"), self._for_whom(), capital.lasts(self.limit))))
        frame.note = _("not kept") if self.written_by_hand else ""
        takes, colours = seconds(self.box.text), palette(self.app.theme_variables)
        line = Text(capital.takes(takes), "bold")
        if takes > self.limit:
            line.append("  " + _("{n} too many").format(n=takes - self.limit), colours.overdue)
        lines = [line, *(Text(capital.missing(code), colours.waiting) for code in self._missing)]
        if not self.box.text.strip():
            lines[0] = Text(_("There is nothing to say yet: put a strength, an offer or a goal into words first."))
        self.query_one("#speaking", Static).update(Content("\n").join(Content.from_rich_text(each) for each in lines))

    def _for_whom(self) -> str:
        goal, persona, event = self.whom
        if persona is not None:
            return self.veil.words(persona.who)
        return event.title if event is not None else goal.title if goal is not None else ""

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Versions are removed from their list only."""
        if action == "remove" and not self.versions.has_focus:
            return False
        return super().check_action(action, parameters)

    def action_keep(self) -> None:
        """Keep the text as a version."""
        text = self.box.text.strip()
        if not text:
            self.say(_("Nothing is written yet."), "warning")
            return
        goal, persona, event = self.whom
        with self.telling():
            made = SelfIntroduction(
                text, self.limit, goal.handle if goal else "", persona.id if persona else None,
                event.handle if event else "", self.clock(),
            )  # fmt: skip
            kept = self.journal.keep_self_introduction(made)
            self._begun = self.box.text
            self.say(_("Kept as a version, {seconds}.").format(seconds=capital.takes(seconds(text))))
            self.look()
            self.call_after_refresh(self.versions.select, kept.id)

    def action_copy(self) -> None:
        """Copy the text, or the version under the cursor."""
        text = self.box.text.strip()
        if self.versions.has_focus and isinstance(self.versions.key, int):
            text = self.journal.books.self_introductions.get(self.versions.key).text
        if text:
            self.app.copy_to_clipboard(text)
            said = _("Copied to the clipboard, {seconds}; Alt+C empties it.")
            self.say(said.format(seconds=capital.takes(seconds(text))))

    @work(exclusive=True, group="introduction")
    async def action_length(self) -> None:
        """Compose it for the next length."""
        if await self._may_go():
            self.limit = LENGTHS[(LENGTHS.index(self.limit) + 1) % len(LENGTHS)]
            self._compose_text()

    @work(exclusive=True, group="introduction")
    async def action_compose_anew(self) -> None:
        """Compose it once more."""
        if await self._may_go():
            self._compose_text()

    @work(exclusive=True, group="introduction")
    async def action_whom(self) -> None:
        """Choose for whom it is."""
        if self.veil.on:
            self.say(_("Names are hidden now; V shows them again."), "warning")
            return
        wanted = self._wanted()
        options = [Option(place, label, detail) for place, (label, detail, _whom) in enumerate(wanted)]
        question = Choice(_("For whom, or where?"), options, filtered=len(options) > MANY)
        answer = await self.app.push_screen_wait(question)
        if answer is not None and await self._may_go():
            self.whom = wanted[answer][2]
            self._compose_text()

    def _wanted(self) -> list[tuple[str, str, Whom]]:
        """Everything one can speak for."""
        books = self.journal.books
        found = [(persona.who, f"#{persona.goal}", Whom(persona=persona)) for persona in books.personas.all()]
        found += [(goal.title, _("goal"), Whom(goal)) for goal in books.goals.all() if goal.state == "open"]
        found += [(event.title, event.on.isoformat(), Whom(event=event)) for event in books.events.all()]
        return found

    async def _may_go(self) -> bool:
        """Whether the text may be replaced: where it was changed by hand, that is asked."""
        if not self.written_by_hand:
            return True
        question = Confirm(_("What you changed is not kept. Throw it away?"), default=False)
        gone: bool = await self.app.push_screen_wait(question)
        return gone

    @on(Rows.Chosen)
    async def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, int):
            self._take_version(event.key)

    @work(exclusive=True, group="introduction")
    async def _take_version(self, number: int) -> None:
        """Go on from a version."""
        if not await self._may_go():
            return
        with self.telling():
            try:
                kept = self.journal.books.self_introductions.get(number)
            except KeyError:  # removed meanwhile
                return
            if kept.seconds in LENGTHS:
                self.limit = kept.seconds
            self._missing = ()
            self._take(kept.text)
            self.box.focus()

    def action_remove(self) -> None:
        """Take a version out of the list."""
        with self.telling():
            if isinstance(self.versions.key, int):
                kept = self.journal.books.self_introductions.get(self.versions.key)
                self.journal.remove_self_introduction(kept)
                self.say(_("Removed the version of {date}; u brings it back.").format(date=kept.on.isoformat()))
        self.look()

    def action_leave(self) -> None:
        """Go back, after a question where something would be lost."""
        self._go_back()

    @work(exclusive=True, group="introduction")
    async def _go_back(self) -> None:
        if await self._may_go():
            self.dismiss(None)


MANY = 8
"""From so many choices on one types to narrow them."""
