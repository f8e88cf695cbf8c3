"""The page of one contact: everything about them, their register, and the entries that mention them.

Every number and name on it can be stood on and opened. The page follows the journal, and closes by itself when its
person is merged into another or forgotten, here or in another program.
"""

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from networkjournal import wording
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.exchange import Which
from networkjournal.model.refusal import Refusal
from networkjournal.reports import records
from networkjournal.tui.panes.base import Clock, Pane
from networkjournal.tui.panes.ledger import LedgerPane
from networkjournal.tui.panes.mentions import MentionsPane
from networkjournal.tui.panes.person import PersonPane
from networkjournal.tui.screens.acting import Acting
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.brief import brief_lines
from networkjournal.tui.screens.cadencing import Cadencing
from networkjournal.tui.screens.evidence import open_finding
from networkjournal.tui.screens.forgetting import Forgetful
from networkjournal.tui.screens.merging import Merging
from networkjournal.tui.screens.own_editing import OwnEditing
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.screens.sheet import Sheet
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.key_line import Key, KeyLine
from networkjournal.tui.widgets.title_line import Title, TitleLine

NARROW = 72
"""Below so many columns one pane is shown at a time."""


class ContactScreen(Acting[None], OwnEditing, Cadencing, Merging, Forgetful):
    """Everything about one person on one page."""

    DEFAULT_CSS = """
    ContactScreen #books { height: 1fr; }
    ContactScreen #person { width: 6fr; height: 1fr; }
    ContactScreen #right { width: 5fr; }
    ContactScreen #ledger, ContactScreen #mentions { height: 1fr; }
    ContactScreen.narrow #right { display: none; }
    ContactScreen.narrow.right #right { display: block; }
    ContactScreen.narrow.right #person { display: none; }
    ContactScreen.narrow.ledger #mentions { display: none; }
    ContactScreen.narrow.mentions #ledger { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,f6", "edit", N_("Edit"), id="contact.edit", tooltip=N_("Edit this contact")),
        Binding("b,f4", "brief", N_("Brief"), id="contact.brief", tooltip=N_("The sheet to read before meeting them")),
        Binding("c,ctrl+u", "caution", N_("Caution"), id="contact.caution",
                tooltip=N_("Show the note on what to be careful of, or put it away")),
        Binding("t,f8", "cadence", N_("How often"), id="contact.cadence",
                tooltip=N_("How often to be in touch, and until when silence is all right")),
        Binding("Z,f9", "quiet", N_("Quiet"), id="contact.quiet",
                tooltip=N_("Let their silence be all right for two weeks, or mind it again")),
        Binding("m,ctrl+k", "merge", N_("Merge"), id="contact.merge",
                tooltip=N_("Make one contact of two records of one person")),
        Binding("n,insert", "refuse", N_("Not pursued"), id="contact.refuse",
                tooltip=N_("Note something that you will not pursue with them")),
        Binding("A,ctrl+a", "archive", N_("Archive"), id="contact.archive",
                tooltip=N_("Leave them out of the lists, or bring them back")),
        Binding("X,ctrl+delete", "forget", N_("Forget"), id="contact.forget",
                tooltip=N_("Take them out of the file for good")),
        Binding("1,alt+1", "pane(1)", N_("Person"), id="contact.person", tooltip=N_("Go to what is known of them")),
        Binding("2,alt+2", "pane(2)", N_("Ledger"), id="contact.ledger", tooltip=N_("Go to their register")),
        Binding("3,alt+3", "pane(3)", N_("Entries"), id="contact.entries",
                tooltip=N_("Go to the entries that mention them")),
        Binding("escape,q,f10", "leave", N_("Back"), id="contact.leave", tooltip=N_("Back to where you came from")),
    ]  # fmt: skip
    KEYS = ("everywhere.write", "contact.edit", "contact.brief", "contact.cadence", "contact.caution", "contact.refuse",
            "contact.merge", "contact.archive", "everywhere.undo", "contact.leave", "everywhere.help")  # fmt: skip

    def __init__(self, journal: Journal, clock: Clock, contact_id: int) -> None:
        """Raises `KeyError` where there is no such contact."""
        super().__init__(journal, clock, contact_id)
        self.person = PersonPane(1, journal, clock, contact_id)
        self.ledger = LedgerPane(2, journal, clock)
        self.mentions = MentionsPane(3, journal, clock, contact_id)
        self.panes: tuple[Pane, ...] = (self.person, self.ledger, self.mentions)

    def compose(self) -> ComposeResult:
        """The title; the person beside what passed and what was written; the keys."""
        person, ledger, mentions = (pane.data_bind(JournalScreen.revision) for pane in self.panes)
        yield TitleLine()
        with Horizontal(id="books"):
            yield person
            with Vertical(id="right"):
                yield ledger
                yield mentions
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the person."""
        self.ledger.contact = self.contact_id
        self.action_pane(1)

    def watch_revision(self) -> None:
        """The totals in the title line follow the journal, and a page about nobody closes."""
        given, received = self.journal.books.ledger.totals()
        waiting = self.journal.books.inbox.count()
        day, note = wording.day(self.clock()), self.title_note
        title = Title("networkjournal", day, given / 1000, received / 1000, waiting, note)
        self.query_one(TitleLine).show(title)
        self.close_if_gone()

    # panes

    def on_resize(self, event: events.Resize) -> None:
        """One pane at a time where there is no room for two."""
        self.set_class(event.size.width < NARROW, "narrow")

    def action_pane(self, number: int) -> None:
        """Go to a pane."""
        self.set_class(number > 1, "right")
        self.set_class(number == 2, "ledger")
        self.set_class(number == 3, "mentions")
        self.panes[number - 1].focus_rows()

    def key_line(self) -> list[Key]:
        """The panes' numbers come first."""
        return [Key("1-3", _("panes")), *super().key_line()]

    # what is behind a row

    @on(LedgerPane.Opened)
    def _line_opened(self, event: LedgerPane.Opened) -> None:
        self.open(Place("entry", event.entry))

    @on(MentionsPane.Opened)
    def _entry_opened(self, event: MentionsPane.Opened) -> None:
        self.open(Place("entry", event.entry))

    @on(PersonPane.Chosen)
    def _fact_chosen(self, event: PersonPane.Chosen) -> None:
        match event.key:
            case ("field", str(name), _number):
                self.edit(name)
            case ("contact" | "persona" | "event" | "refusal" as kind, int(record), *_):
                self.open(Place(kind, record))
            case ("action", int(entry), _line):
                self.open(Place("entry", entry))
            case ("goal", int(goal)):
                self._open_goal(goal)
            case ("teach",):
                self.action_edit()
            case ("archived",):
                self.action_archive()
            case ("caution",):
                self.action_caution()
            case ("cadence",):
                self.action_cadence()
            case ("finding", str(code)):
                self._open_finding(code)
            case ("last",):
                self.open(Place("entry", self.journal.books.ledger.latest(self.contact_id, 1)[0][0]))
            case (str(number),):
                self._open_records(number)

    def _open_finding(self, code: str) -> None:
        """The records behind what stands out."""
        found = self.person.found
        for finding in found.brief.findings if found is not None else ():
            if finding.code == code:
                open_finding(self, finding)

    def _open_goal(self, goal: int) -> None:
        """The exchanges with this person that are about a goal, or the goal where there are none."""
        which = Which(contact=self.contact_id, goal=goal)
        if self.journal.books.exchanges.page(which, 0, 1):
            found = self.journal.books.goals.get(goal)
            self._list(found.title, lambda: records.exchanges(self.journal, which))
        else:
            self.open(Place("goal", goal))

    def _open_records(self, number: str) -> None:
        journal, contact = self.journal, self.contact_id
        if number in ("given", "received", "all", "ever", "third"):
            self._list(*self._exchanges(number))
        elif number == "entries":
            self._list(_("Entries"), lambda: records.entries(journal, "@", contact))
        elif number == "insights":
            self._list(_("Insights"), lambda: records.lines(journal, "insight", "@", contact))
        elif number == "results":
            self._list(_("Results"), lambda: records.lines(journal, "result", "@", contact))
        elif number == "kept":
            self._list(_("Kept"), lambda: records.lines(journal, "kept", "@", contact))

    def _exchanges(self, number: str) -> tuple[str, Any]:
        journal, contact = self.journal, self.contact_id

        def read() -> records.Records:
            """What counts is asked anew: a settlement may have come meanwhile."""
            after = None if number == "ever" else journal.books.ledger.account(contact).settled_on
            which = Which(third=contact) if number == "third" else Which(contact=contact, after=after)
            if number == "given":
                which = which._replace(direction="given")
            elif number == "received":
                which = which._replace(direction="received")
            return records.exchanges(journal, which)

        titles = {"given": _("Given"), "received": _("Received"), "third": _("Named in")}
        return titles.get(number, _("Exchanges")), read

    def _list(self, what: str, read: Any) -> None:  # noqa: ANN401 - as `RecordList` has it
        journal, contact = self.journal, self.contact_id

        def title(veil: Any) -> str:  # noqa: ANN401
            return f"{veil.name(journal.books.contacts.get(contact).name)} · {what}"

        self.app.push_screen(RecordList(self.journal, self.clock, title, read))

    # actions

    def action_write(self) -> None:
        """Write an entry that begins with them."""
        with self.telling():
            self.compose_entry("" if self.veil.on else f"-> @{self.contact.handle} ")

    def edit(self, field: str = "") -> None:
        """Show the form, beginning in a field."""
        with self.telling():
            if self.unveiled():
                self.edit_contact(self.contact, field)

    def edited(self, pane: int, record: int) -> None:
        """What was saved is seen at once."""
        self.look()

    def action_edit(self) -> None:
        """Edit the contact."""
        self.edit()

    def action_brief(self) -> None:
        """Show the brief."""
        if self.person.found is not None:
            lines = brief_lines(self.person.found.brief, palette(self.app.theme_variables), self.veil)
            self.app.push_screen(Sheet(_("Brief"), lines))

    def action_caution(self) -> None:
        """Show the caution note, or put it away."""
        if self.unveiled():
            self.person.caution = not self.person.caution

    def action_refuse(self) -> None:
        """Note something that one will not pursue with them."""
        with self.telling():
            if self.unveiled():
                self.edit_refusal(Refusal("", self.clock(), contact=self.contact.handle))

    def action_archive(self) -> None:
        """Leave them out of the lists, or bring them back: at once, for undo takes it back."""
        with self.telling():
            contact = self.journal.archive_contact(self.contact, not self.contact.archived)
            name = self.veil.name(contact.name)
            said = _("Archived {name}; u takes it back.") if contact.archived else _("{name} is in the lists again.")
            self.say(said.format(name=name))
        self.look()

    def action_leave(self) -> None:
        """Go back."""
        self.leave()
