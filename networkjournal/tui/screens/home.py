"""Home: goals, contacts and the ledger, linked by selection, with the day and the capture bar. The screen that writes.

Choosing a goal narrows the contacts, a contact fills the ledger. Every pane is bound to `revision`, which is the
journal's version: what changes it, here or in another program, shows by itself.
"""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widget import Widget

from networkjournal import wording
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal
from networkjournal.tui.draft import DraftFile
from networkjournal.tui.panes import PANES
from networkjournal.tui.panes.base import Clock, Pane
from networkjournal.tui.panes.contacts import ContactsPane
from networkjournal.tui.panes.goals import GoalsPane
from networkjournal.tui.panes.ledger import LedgerPane
from networkjournal.tui.panes.today import TodayPane
from networkjournal.tui.screens.acting import Acting
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.capturing import Capturing
from networkjournal.tui.screens.editing import EVENTS
from networkjournal.tui.screens.gathering import Gathering
from networkjournal.tui.screens.places import Place
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.capture_bar import CaptureBar, CaptureText
from networkjournal.tui.widgets.key_line import Key, KeyLine
from networkjournal.tui.widgets.title_line import Title, TitleLine


class Home(Acting[None], Gathering, Capturing[None]):
    """What one opens to."""

    DEFAULT_CSS = """
    Home { layout: vertical; }
    Home #books { height: 1fr; }
    Home #left { width: 32%; min-width: 26; max-width: 46; }
    Home #right { width: 1fr; }
    Home #goals { height: 1fr; }
    Home #today { height: 1fr; }
    Home #contacts { height: 3fr; }
    Home #ledger { height: 2fr; }
    Home.narrow #left { display: none; }
    Home.narrow.left #left { display: block; width: 1fr; max-width: 100%; }
    Home.narrow.left #right { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority, so that what is typed right after it is not taken for keys of the list.
        Binding("slash,ctrl+l", "narrow", N_("Narrow"), id="home.narrow", tooltip=N_("Narrow the contacts"),
                priority=True),
        Binding("n,insert", "new", N_("New"), id="home.new", tooltip=N_("A new contact, or a new goal in that pane")),
        Binding("e,f6", "edit", N_("Edit"), id="home.edit", tooltip=N_("Edit the contact or goal under the cursor")),
        Binding("b,f4", "brief", N_("Brief"), id="home.brief", tooltip=N_("The sheet to read before meeting them")),
        Binding("o,alt+o", "goal_page", N_("Goal"), id="home.goal",
                tooltip=N_("The page of the goal under the cursor: how far you have come, and who fits")),
        Binding("s,f8", "sort", N_("Order"), id="home.sort", tooltip=N_("The next order of the contacts")),
        Binding("t,f9", "templates", N_("Templates"), id="home.templates",
                tooltip=N_("Begin an entry from a template")),
        Binding("ctrl+n", "save_creating", N_("Save, new names too"), id="home.create",
                tooltip=N_("Save what is in the bar and make contacts of unknown names"), priority=True),
        Binding("1,alt+1", "pane(1)", N_("Goals"), id="home.goals", tooltip=N_("Go to the goals")),
        Binding("2,alt+2", "pane(2)", N_("Contacts"), id="home.contacts", tooltip=N_("Go to the contacts")),
        Binding("3,alt+3", "pane(3)", N_("Ledger"), id="home.ledger", tooltip=N_("Go to the ledger")),
        Binding("4,alt+4", "pane(4)", N_("Today"), id="home.today", tooltip=N_("Go to what the day asks for")),
        Binding("escape", "widen", N_("Everybody"), id="home.widen", tooltip=N_("Show everybody again")),
        Binding("q", "app.quit", N_("Quit"), id="home.quit", tooltip=N_("Leave the program")),
    ]  # fmt: skip
    KEYS = ("everywhere.write", "home.narrow", "everywhere.find", "home.brief", "home.new", "home.edit",
            "everywhere.days", "everywhere.inbox", "everywhere.undo", "everywhere.suggestions", "everywhere.events",
            "everywhere.me", "everywhere.review", "everywhere.help")  # fmt: skip

    goal: reactive[int | None] = reactive(None, init=False, repaint=False)
    contact: reactive[int | None] = reactive(None, init=False, repaint=False)

    def __init__(self, journal: Journal, clock: Clock, note: str = "") -> None:
        """`note` stands in the title line: that this is the demo, say."""
        super().__init__(journal, clock)
        self.note = note
        self.draft = DraftFile(journal.path)
        self.panes: tuple[Pane, ...] = tuple(pane(number, journal, clock) for number, pane in enumerate(PANES, start=1))

    def compose(self) -> ComposeResult:
        """The title, two columns of panes, the bar, the keys."""
        goals, contacts, ledger, today = (pane.data_bind(JournalScreen.revision) for pane in self.panes)
        yield TitleLine()
        with Horizontal(id="books"):
            with Vertical(id="left"):
                yield goals
                yield today
            with Vertical(id="right"):
                yield contacts.data_bind(Home.goal)
                yield ledger.data_bind(Home.contact)
        yield CaptureBar()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the contacts, and with what was left unsaved."""
        self.panes[1].focus_rows()
        self.take_up_draft()
        self.call_after_refresh(self.ask_for_review)

    def watch_revision(self) -> None:
        """The totals in the title line follow the journal; the panes follow by themselves."""
        given, received = self.journal.books.ledger.totals()
        waiting = self.journal.books.inbox.count()
        day, note = wording.day(self.clock()), self.title_note
        title = Title("networkjournal", day, given / 1000, received / 1000, waiting, note)
        self.query_one(TitleLine).show(title)
        written = self.journal.books.entries.any()
        self.bar.invite(
            _("Write the day: -> @name info: what you gave   (a or F2)")
            if written
            else _("Whom did you meet last?  <- @name info: what you learned")
        )

    def edited(self, pane: int, record: int) -> None:
        """A saved contact or goal is seen at once, and chosen."""
        self.look()
        if pane != EVENTS:
            self.call_after_refresh(self.panes[pane - 1].rows.select, record)

    def on_resize(self, event: events.Resize) -> None:
        """Below 72 columns one side is shown at a time."""
        self.set_class(event.size.width < 72, "narrow")

    # selections

    @on(GoalsPane.Picked)
    def _goal_picked(self, event: GoalsPane.Picked) -> None:
        self.goal = event.goal

    @on(GoalsPane.Opened)
    def _goal_opened(self) -> None:
        self.action_pane(2)

    @on(ContactsPane.Picked)
    def _contact_picked(self, event: ContactsPane.Picked) -> None:
        self.contact = event.contact

    @on(ContactsPane.Opened)
    def _contact_opened(self, event: ContactsPane.Opened) -> None:
        self.open(Place("contact", event.contact))

    @on(LedgerPane.Opened)
    def _line_opened(self, event: LedgerPane.Opened) -> None:
        self._show_entry(event.entry)

    @on(TodayPane.Opened)
    def _day_opened(self, event: TodayPane.Opened) -> None:
        if event.entry is not None:
            self._show_entry(event.entry)
        elif event.contact is not None:
            self.open(Place("contact", event.contact))
        elif event.event is not None:
            self.open(Place("event", event.event))
        else:
            self.action_inbox()

    def _show_entry(self, entry: int) -> None:
        self.open(Place("entry", entry))

    # the bar

    @on(CaptureBar.Dismissed)
    def _left_bar(self, event: CaptureBar.Dismissed) -> None:
        event.stop()
        self.action_pane(2)

    def action_write(self) -> None:
        """Go to the capture bar: at once, so that what is typed right after the key is not lost."""
        self.set_focus(self.query_one(CaptureText))

    # actions

    def key_line(self) -> list[Key]:
        """The panes' numbers come first."""
        return ([] if self.typing else [Key("1-4", _("panes"))]) + super().key_line()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """New names are made where one writes them."""
        if action == "save_creating" and not isinstance(self.focused, CaptureText):
            return False
        return super().check_action(action, parameters)

    def action_pane(self, number: int) -> None:
        """Go to a pane."""
        self.set_class(number in (1, 4), "left")
        self.panes[number - 1].focus_rows()

    def action_narrow(self) -> None:
        """Go to the filter of the contacts."""
        self.set_class(False, "left")
        self.set_focus(self.query_one(ContactsPane).filter)

    def action_widen(self) -> None:
        """Take the goal and the filter away."""
        self.query_one(ContactsPane).filter.value = ""
        self.query_one(GoalsPane).widen()
        self.goal = None

    def action_sort(self) -> None:
        """Show the contacts in the next order."""
        self.query_one(ContactsPane).next_sort()

    def action_brief(self) -> None:
        """Show the brief of the contact chosen."""
        if self.contact is None:
            return
        from networkjournal.reports.brief import brief_of  # only for those who ask
        from networkjournal.tui.screens.brief import brief_lines
        from networkjournal.tui.screens.sheet import Sheet

        with self.telling():
            sheet = brief_of(self.journal, self.journal.books.contacts.get(self.contact), self.clock())
            colours = palette(self.app.theme_variables)
            self.app.push_screen(Sheet(_("Brief"), lambda: brief_lines(sheet, colours, self.veil)))

    def action_goal_page(self) -> None:
        """Open the goal under the cursor."""
        goal = self.query_one(GoalsPane).rows.key
        if isinstance(goal, int) and goal:
            self.open(Place("goal", goal))

    def action_new(self) -> None:
        """A new goal in the pane of goals, a new contact anywhere else."""
        if self._in(GoalsPane):
            self.edit_goal(Goal(""))
        else:
            self.edit_contact(Contact(""))

    def action_edit(self) -> None:
        """Edit what the cursor is on."""
        goal = self.query_one(GoalsPane).rows.key
        if self._in(GoalsPane) and isinstance(goal, int) and goal:
            self.edit_goal(self.journal.books.goals.get(goal))
        elif not self._in(GoalsPane) and self.contact is not None:
            self.edit_contact(self.journal.books.contacts.get(self.contact))

    def _in(self, kind: type[Widget]) -> bool:
        return self.focused is not None and any(isinstance(widget, kind) for widget in self.focused.ancestors)
