"""The import: files are named, their plan is shown line by line, the person decides, and one undoable step does it.

Promises that nothing is written before the person says so, and that a plan follows the journal while it is looked at.
What takes its time stands in `import_work`, how a line looks in `import_rows`.
"""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from networkjournal import importing
from networkjournal.errors import JournalError
from networkjournal.formats.decisions import Decision
from networkjournal.formats.item import Item, Verdict
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.import_plan import Planned, counted
from networkjournal.tui.screens.import_rows import Look, PlanRows, details, place_of
from networkjournal.tui.screens.import_work import Importing, doubtful_answers
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.confirm import Confirm
from networkjournal.tui.widgets.facts import Fact, fact_rows
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.path_input import PathInput, paths
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

SIDE_BY_SIDE = 100
"""From so many cells on the details stand beside the plan."""
ROW_ACTIONS = {"add": "add", "join": "join", "leave_out": "leave"}
"""What can be done with a row, as it is decided."""
EMPTY = N_(
    "Name a file or a folder above, or several: address books, calendars, journals, tables of other programs. "
    "You see first what would become of each record; nothing is written before you say so."
)


class ImportScreen(Importing):
    """The files, the plan, and the details of a line."""

    DEFAULT_CSS = """
    ImportScreen #files { height: 1; padding: 0 1; }
    ImportScreen #files Static { width: auto; margin: 0 1 0 0; }
    ImportScreen #told { height: auto; max-height: 2; padding: 0 1; }
    ImportScreen #books { height: 1fr; layout: vertical; }
    ImportScreen #plan { height: 3fr; }
    ImportScreen #details { height: 2fr; display: none; }
    ImportScreen.planned #details { display: block; }
    ImportScreen.wide #books { layout: horizontal; }
    ImportScreen.wide #plan { width: 3fr; height: 1fr; }
    ImportScreen.wide #details { width: 2fr; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "bring", N_("Import"), id="import.bring", tooltip=N_("Do what the plan says, as one change"),
                priority=True),
        Binding("n,insert", "add", N_("Another person"), id="import.add",
                tooltip=N_("This is another person: add them")),
        Binding("m,ctrl+k", "join", N_("The same"), id="import.join",
                tooltip=N_("This is the one you know: bring them up to date; of a text, take the one of the file")),
        Binding("minus,delete", "leave_out", N_("Leave out"), id="import.leave_out",
                tooltip=N_("Leave this record out, this time")),
        Binding("backspace", "take_back", N_("Undecided"), id="import.undecided",
                tooltip=N_("Take back what you decided about this record")),
        Binding("b,f4", "bulk", N_("Several"), id="import.bulk",
                tooltip=N_("Decide about all who may be someone you know, or about all that is shown")),
        Binding("s,f8", "narrow", N_("Show only"), id="import.narrow",
                tooltip=N_("Show only what is new, changed, doubtful … in turn, then all again")),
        Binding("c,f9", "columns", N_("Columns"), id="import.columns",
                tooltip=N_("Say anew which column of the table fills which field")),
        Binding("p,f6", "name", N_("Other files"), id="import.files", tooltip=N_("Name other files")),
        Binding("escape,q,f10", "leave", N_("Back"), id="import.leave", tooltip=N_("Back; nothing is written")),
    ]  # fmt: skip
    HERE = "import"
    KEYS = ("import.bring", "import.add", "import.join", "import.leave_out", "import.undecided", "rows.choose",
            "import.narrow", "import.bulk", "import.columns", "import.files", "everywhere.undo", "import.leave",
            "everywhere.help")  # fmt: skip

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """Nothing is read yet."""
        super().__init__(journal, clock)
        self.only: Verdict | None = None
        """The verdict that is shown; all for none."""
        self._offered: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The line for files, what there is, the plan, the line's details, the keys."""
        self._input = PathInput(placeholder=_("~/contacts.vcf   (Tab completes, Enter reads)"), id="path")
        self._plan = Rows(id="plan-rows", empty=_(EMPTY))
        self._details = Rows(id="details-rows")
        with Horizontal(id="files"):
            yield Static(_("Files"), markup=False)
            yield self._input
        yield Static("", id="told", markup=False)
        with Container(id="books"):
            yield Frame(self._plan, title=_("Import"), id="plan")
            yield Frame(self._details, title=_("Details"), id="details")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where files are named; another theme draws all anew."""
        self._input.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.draw())

    def on_resize(self, event: events.Resize) -> None:
        """On a wide screen the details stand beside the plan."""
        self.set_class(event.size.width >= SIDE_BY_SIDE, "wide")
        self.call_after_refresh(self.draw)

    def watch_revision(self) -> None:
        """What was written since may change what a record is taken for."""
        self.draw()
        self.follow()

    # naming files

    @on(Input.Submitted, "#path")
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        self._offered = ()
        if named := paths(event.value):
            self.only = None
            self.open_files(named)

    @on(PathInput.Offered)
    def _offer(self, event: PathInput.Offered) -> None:
        event.stop()
        self._offered = event.names
        self.draw()

    def begin(self) -> None:
        """See `Importing`."""
        self._plan.action_first()
        self._plan.focus()

    # drawing

    @property
    def shown(self) -> list[Planned]:
        """The lines that are to be seen."""
        return [line for line in self.lines if self.only in (None, line.item.verdict)]

    @property
    def current(self) -> Planned | None:
        """The line under the cursor."""
        rows = self._plan.source
        return rows.line(self._plan.key) if isinstance(rows, PlanRows) else None

    @property
    def _look(self) -> Look:
        return Look(self.files, self.decisions, self.veil, palette(self.app.theme_variables))

    def draw(self) -> None:
        """See `Importing`."""
        if bool(self.lines) is not self.has_class("planned"):
            self.set_class(bool(self.lines), "planned")
            self.call_after_refresh(self._draw_details)  # only then it is known how wide they are
        self._plan.show(PlanRows(self.shown, self._look) if self.lines else self._summary())
        self.query_one("#told", Static).update(self._counts())
        self._draw_details()
        self.show_keys()

    def _counts(self) -> Content:
        """How many records have which verdict, the ones that are shown marked; while a name is completed, the names."""
        if self._offered:
            return Content(safe("  ".join(map(self.veil.name, self._offered))))
        numbers = counted(self.lines)
        parts = [
            Content(f"▸{importing.verdict(code)} {numbers[code]:,}").stylize("bold")
            if code == self.only
            else Content(f"{importing.verdict(code)} {numbers[code]:,}")
            for code in importing.VERDICTS
            if numbers.get(code)
        ]
        if self.decisions:
            parts.append(Content(_("decided {n}").format(n=f"{len(self.decisions):,}")))
        return Content(" · ").join(parts)

    def _draw_details(self) -> None:
        line = self.current
        groups = details(line, self._look, self._called(line.item)) if line else []
        cells = self._details.scrollable_content_region.width
        if not cells:  # about so many as it will have, as long as it is not laid out
            cells = self.size.width * (2 if self.has_class("wide") else 5) // 5 - 4
        self._details.show(fact_rows(groups, max(cells - 2, 16), self._look.colours.dim, self.app.console))

    def _called(self, item: Item) -> str:
        """What the one is called whom a record is taken for."""
        place = place_of(item)
        try:
            return self.journal.books.contacts.get(place.id).name if place and place.kind == "contact" else ""
        except (KeyError, JournalError):  # forgotten meanwhile, or not there before another file is brought
            return ""

    def _summary(self) -> ListSource:
        """What was imported, and how to take it back."""
        if self.made is None:
            return ListSource()
        head, *told = (_("Imported."), *importing.brought(self.made, self.left))
        facts = [Fact("", Text(head, "bold"), ("head",), wide=True)]
        facts += [Fact("", Text(sentence), ("told", n), wide=True) for n, sentence in enumerate(told)]
        bad = map(self.bad, self.made.unreadable)
        facts += [Fact("", Text(safe(f"  {text}")), ("bad", n), wide=True) for n, text in enumerate(bad)]
        back = _("It is one change: u (Ctrl+Z) takes all of it back.")
        width = max(self._plan.scrollable_content_region.width - 2, 16)
        colours = palette(self.app.theme_variables)
        groups = [facts, [Fact("", Text(back), ("undo",), wide=True)]]
        return fact_rows(groups, width, colours.dim, self.app.console)

    @on(Rows.Highlighted, "#plan-rows")
    def _another_line(self, event: Rows.Highlighted) -> None:
        event.stop()
        self._draw_details()
        self.show_keys()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Open what the record is here, or may be."""
        event.stop()
        line = self.current
        place = place_of(line.item) if line else None
        if place is not None:
            self.open(place)
        elif line is not None:
            self._details.focus()

    # deciding

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are for what can be done with the plan, and with the row."""
        if not self.is_mounted or not hasattr(self, "_plan"):
            return super().check_action(action, parameters)
        line = self.current
        if action in ROW_ACTIONS and (line is None or ROW_ACTIONS[action] not in line.choices):
            return False
        if action == "take_back" and (line is None or line.line not in self.decisions):
            return False
        if (action in ("bring", "bulk", "narrow") and not self.lines) or (action == "name" and self.typing):
            return False
        if action == "columns" and not any(file.reading.headings for file in self.files):
            return False
        return super().check_action(action, parameters)

    def _decide(self, lines: Iterable[Planned], decision: Decision | None) -> None:
        for line in lines:
            if decision is None:
                self.decisions.pop(line.line, None)
            elif decision in line.choices:
                self.decisions[line.line] = decision
        self.draw()

    def _decide_here(self, decision: Decision | None) -> None:
        line = self.current
        if line is not None:
            self._decide((line,), decision)

    def action_add(self) -> None:
        """Another person."""
        self._decide_here("add")

    def action_join(self) -> None:
        """The one known."""
        self._decide_here("join")

    def action_leave_out(self) -> None:
        """Nothing of it."""
        self._decide_here("leave")

    def action_take_back(self) -> None:
        """Undecided again."""
        self._decide_here(None)

    @work(exclusive=True, group="import")
    async def action_bulk(self) -> None:
        """Decide about several at once."""
        doubtful = [line for line in self.lines if line.doubtful_person]
        options: list[Option[str]] = [*doubtful_answers()] if doubtful else []  # type: ignore[list-item]
        options = [option._replace(label=_("Doubtful: {what}").format(what=option.label)) for option in options]
        shown = importing.verdict(self.only) if self.only else ""
        options.append(Option("shown", _("Leave out all that is shown"), shown))
        options.append(Option("undecided", _("Take all decisions back")))
        answer = await self.app.push_screen_wait(Choice(_("Decide about several"), options))
        if answer == "shown":
            self._decide(self.shown, "leave")
        elif answer == "undecided":
            self._decide(self.lines, None)
        elif answer in ("add", "join", "leave"):
            self._decide(doubtful, answer)  # type: ignore[arg-type]

    def action_narrow(self) -> None:
        """Show the next verdict alone; after the last, all."""
        numbers = counted(self.lines)
        turn: list[Verdict | None] = [None, *(code for code in importing.VERDICTS if numbers.get(code))]
        self.only = turn[(turn.index(self.only) + 1) % len(turn)] if self.only in turn else None
        self.draw()

    def action_columns(self) -> None:
        """Ask about the columns of a table again."""
        line = self.current
        tables = [file for file in self.files if file.reading.headings]
        here = self.files[line.line.file] if line else tables[0]
        self.ask_again(here if here in tables else tables[0])

    # going

    def action_undo(self) -> None:
        """What was imported may be gone then."""
        self.made = None
        super().action_undo()
        self.draw()

    def action_name(self) -> None:
        """Name other files."""
        self._input.focus()

    @work(exclusive=True, group="import")
    async def action_leave(self) -> None:
        """Go back: from the line of files to the plan, from there to where one was."""
        if self.typing and (self.lines or self.made):
            self._plan.focus()
            return
        question = _("Leave without importing? What you decided is forgotten.")
        if not self.decisions or await self.app.push_screen_wait(Confirm(question)):
            self.dismiss(None)
