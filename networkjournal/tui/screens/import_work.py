"""What an import does besides being looked at: reading files, planning, and carrying the plan out, each in a thread.

Promises that nothing is written before the person said what becomes of what only they can know. Draws nothing.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual import work

from networkjournal import importing
from networkjournal.errors import Invalid, JournalError
from networkjournal.formats import columns_of
from networkjournal.formats.asked import Columns
from networkjournal.formats.decisions import Decision, Line
from networkjournal.formats.item import Item, Plan
from networkjournal.formats.several import Told
from networkjournal.i18n import _, ngettext
from networkjournal.journal import Journal
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.import_columns import ColumnsDialog
from networkjournal.tui.screens.import_plan import File, Lines, carry_out, plan, read, undecided, writes
from networkjournal.tui.screens.working import Done, Working
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.confirm import Confirm

R = TypeVar("R")
NAMED = 5
"""So many of what cannot be read are named in the question about them."""


class Importing(JournalScreen[None]):
    """A screen with the plan of an import. Who shows it says `planned` and `draw`."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """Nothing is read yet."""
        super().__init__(journal, clock)
        self.files: tuple[File, ...] = ()
        self.lines: Lines = ()
        self.decisions: dict[Line, Decision] = {}
        self.made: Plan | None = None
        """What was done last."""
        self.left = 0
        """How many records the person had left out of it."""
        self._columns: dict[str, Columns] = {}
        """What was said of the columns of a file, by its path."""
        self._seen = journal.version
        self._busy = False

    def draw(self) -> None:
        """Show everything as it is now."""
        raise NotImplementedError

    def begin(self) -> None:
        """A plan has just been made of files: begin at its first line."""
        raise NotImplementedError

    def complain(self, trouble: JournalError) -> None:
        """Say what went wrong."""
        with self.telling():
            raise trouble

    async def worked(self, title: str, task: Callable[[Told], R]) -> Done[R] | None:
        """Have a task done in a thread; None where it was stopped."""
        self._busy = True
        try:
            return await self.app.push_screen_wait(Working(title, task, importing.progress))
        finally:
            self._busy = False

    # reading and planning

    @work(exclusive=True, group="import")
    async def open_files(self, named: tuple[str, ...]) -> None:
        """Read the files, asking for columns where they are not known, and plan."""
        self.files, self.lines, self.made = (), (), None  # what is not named any more is not to be imported
        self.decisions.clear()
        self.draw()
        found: list[File] = []
        for path in named:
            file = await self._read(path)
            if file is None:
                return
            found.append(file)
        self.files = tuple(found)
        if await self._make_plan():
            self.begin()
        elif self.files:
            self.say(_("There is nothing in it that could be imported."), "warning")

    async def _read(self, path: str) -> File | None:
        while True:
            said = self._columns.get(path, ())
            done = await self.worked(_("Reading"), partial(read, self.journal, path, self.clock(), said))
            if done is None:
                return None
            if done.trouble is None:
                return done.value
            if not isinstance(done.trouble, Invalid) or done.trouble.reason != "unmapped":
                self.complain(done.trouble)
                return None
            if not await self._ask_columns(path):
                return None

    async def _ask_columns(self, path: str, said: Columns = ()) -> bool:
        """Ask which column fills which field; tells whether somebody said so."""
        try:
            columns = columns_of(path)
        except JournalError as trouble:
            self.complain(trouble)
            return False
        answer = await self.app.push_screen_wait(ColumnsDialog(columns, said))
        if answer is not None:
            self._columns[path] = answer
        return answer is not None

    @work(exclusive=True, group="import")
    async def ask_again(self, file: File) -> None:
        """Ask about the columns of a table anew, and read all files again."""
        if await self._ask_columns(file.path, file.reading.columns):
            self.open_files(tuple(one.path for one in self.files))

    @work(exclusive=True, group="import")
    async def compare(self) -> None:
        """Make the plan anew: the journal has changed. Decisions stay with their lines."""
        await self._make_plan()

    async def _make_plan(self) -> bool:
        """Compare, and tell whether there is anything to show."""
        done = await self.worked(_("Comparing"), partial(plan, self.journal, self.files))
        self._seen = self.journal.version
        self.lines = (done and done.value) or ()
        if done is None or done.trouble:
            self.files = ()
        if done and done.trouble:
            self.complain(done.trouble)
        self.draw()
        return bool(self.lines)

    def follow(self) -> None:
        """Plan anew where the journal is not the one that was compared with."""
        on_top = self.app.screen is self
        if self.lines and on_top and not self._busy and self.journal.version != self._seen:
            self.compare()

    # carrying it out

    @work(exclusive=True, group="import")
    async def action_bring(self) -> None:
        """Do what the plan says, once everything is said that only the person knows."""
        if not self.lines or not await self._read_enough() or not await self._all_decided():
            return
        if not writes(self.lines, self.decisions):
            self.say(_("There is nothing to import: what can be read is here already."))
            return
        left = sum(decision == "leave" for decision in self.decisions.values())
        done = await self.worked(_("Importing"), partial(carry_out, self.journal, self.files, dict(self.decisions)))
        if done is None:
            self.say(_("Stopped: nothing was imported."))
        elif done.trouble:
            self.complain(done.trouble)
        else:
            self.made, self.left, self.lines = done.value, left, ()
            self.decisions.clear()
        self.look()
        self.draw()

    async def _read_enough(self) -> bool:
        """Whether the others are wanted although some cannot be read."""
        bad = [line.item for line in self.lines if line.item.verdict == "unreadable"]
        if not bad:
            return True
        question = ngettext(
            "{n} record cannot be read. Import the others?", "{n} records cannot be read. Import the others?", len(bad)
        )
        details = [self.bad(item) for item in bad[:NAMED]] + ["…"] * (len(bad) > NAMED)
        return await self.app.push_screen_wait(Confirm(question.format(n=len(bad)), details))

    def bad(self, item: Item) -> str:
        """What cannot be read, and why."""
        return f"{self.veil.name(importing.where(item.where))}: {importing.reason(item.name)}"

    async def _all_decided(self) -> bool:
        """Ask once about all who may be somebody, where it was not said of each."""
        open_lines = undecided(self.lines, self.decisions)
        if not open_lines:
            return True
        question = ngettext(
            "{n} may be someone you know. What becomes of them?", "{n} may be people you know. What becomes of them?",
            len(open_lines),
        )  # fmt: skip
        answer = await self.app.push_screen_wait(Choice(question.format(n=len(open_lines)), doubtful_answers()))
        if answer is None:
            return False
        self.decisions.update(dict.fromkeys(open_lines, answer))
        self.draw()
        return True


def doubtful_answers() -> tuple[Option[Decision], ...]:
    """What can become of those who may be someone one knows."""
    return (
        Option("add", _("Others"), _("they are added as other people")),
        Option("join", _("The same"), _("each is taken for the one it may be")),
        Option("leave", _("Left out"), _("nothing of them is written, this time")),
    )
