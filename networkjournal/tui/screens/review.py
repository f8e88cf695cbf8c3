"""The review: a period's account, calm and readable, with its plots; every figure opens its records.

Promises that the account is made once per revision and period, and that answers are saved only if one says so.
"""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from networkjournal import account
from networkjournal.capture.answers import Answer, answers_text
from networkjournal.complaint import error as complaint
from networkjournal.errors import Invalid
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.account import MARKS, Question
from networkjournal.model.period import Period, PeriodKind, period_of
from networkjournal.reports.review import Review, review
from networkjournal.tui.panes.base import MINIMUM, Clock
from networkjournal.tui.screens.account_rows import AccountRows, behind
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.behind import Behinds, Listed
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.theme import palette
from networkjournal.tui.widgets.form import Field, Form
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.rows import ListSource, Rows
from networkjournal.wording import receipt

KINDS: Mapping[str, PeriodKind] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}


class ReviewScreen(JournalScreen[None]):
    """A period's account."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,alt+1", "period('week')", N_("Week"), id="review.week", tooltip=N_("The week around this day")),
        Binding("m,alt+2", "period('month')", N_("Month"), id="review.month", tooltip=N_("The month around this day")),
        Binding("q,alt+3", "period('quarter')", N_("Quarter"), id="review.quarter",
                tooltip=N_("The quarter around this day")),
        Binding("y,alt+4", "period('year')", N_("Year"), id="review.year", tooltip=N_("The year around this day")),
        Binding("left,left_square_bracket", "move(-1)", N_("Before"), id="review.before",
                tooltip=N_("The period before this one")),
        Binding("right,right_square_bracket", "move(1)", N_("After"), id="review.after",
                tooltip=N_("The period after this one")),
        Binding("t,f9", "today", N_("Today"), id="review.today", tooltip=N_("Back to the period with today in it")),
        Binding("e,f6", "answer", N_("Answer"), id="review.answer",
                tooltip=N_("Answer the questions; the answers become an entry of today")),
        Binding("p,f8", "page", N_("Page"), id="review.page",
                tooltip=N_("Write this review as a page for a browser or a printer")),
        Binding("b,f4", "budgets", N_("Budgets"), id="review.budgets",
                tooltip=N_("What your goals may take, and what they took")),
        Binding("l,alt+l", "insights", N_("Insights"), id="review.insights",
                tooltip=N_("What you learned, by goal and by person")),
        Binding("escape,f10", "leave", N_("Back"), id="review.leave", tooltip=N_("Back to where you were")),
    ]  # fmt: skip
    HERE = "review"
    KEYS = ("review.week", "review.month", "review.quarter", "review.year", "review.before", "review.after",
            "review.answer", "review.page", "review.budgets", "review.insights", "review.leave",
            "everywhere.help")  # fmt: skip

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """It begins with this week; on its first day, when little can have happened in it, with the one before."""
        super().__init__(journal, clock)
        week = period_of("week", clock())
        self.period: Period = week.before() if week.start == clock() else week
        self._around: date = clock()
        """The day around which another kind of period is taken."""
        self.made: Review | None = None
        """Read once per revision and period."""

    def compose(self) -> ComposeResult:
        """One list and the keys."""
        self._rows = Rows(empty=_("Nothing is written about these days."))
        self._frame = Frame(self._rows, title=_("Review"))
        yield self._frame
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list; another theme draws it anew."""
        self._rows.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._draw())

    def watch_revision(self) -> None:
        """The journal has changed: the account is made anew."""
        self.made = None
        self._draw()

    def on_resize(self) -> None:
        """Plots are as wide as the screen."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        with self.telling():
            if self.made is None:
                self.made = review(self.journal, self.period, self.clock())
            cells = self._rows.scrollable_content_region.width or self.app.size.width - 3  # not laid out yet
            width = max(cells - 2, MINIMUM)
            rows = AccountRows(width, palette(self.app.theme_variables), self.app.console)
            self._frame.title = f"{_('Review')} · {account.title(self.period)}"
            self._rows.show(ListSource(rows.rows(account.sections(self.made, self.veil))))

    def _show(self, period: Period) -> None:
        self.period, self.made = period, None
        self._draw()
        self._rows.action_first()
        self._rows.scroll_to(y=0, animate=False, force=True)

    def action_period(self, kind: str) -> None:
        """Show the week, month, quarter or year around the day that one looks at."""
        self._show(period_of(KINDS[kind], self._around))

    def action_move(self, step: int) -> None:
        """Show the period before or after."""
        period = self.period.before() if step < 0 else self.period.after()
        self._around = self.clock() if period.contains(self.clock()) else period.start
        self._show(period)

    def action_today(self) -> None:
        """Show the period with today in it."""
        self._around = self.clock()
        kind = "week" if self.period.kind == "span" else self.period.kind
        self._show(period_of(kind, self._around))

    # what is behind a figure

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        key = behind(event.key)
        if self.made is None or not key:
            return
        if key[0] == "question":
            self._ask(str(key[1]))
            return
        found = Behinds(self.journal, self.made).of(key)
        if isinstance(found, Place):
            self.open(found)
        elif isinstance(found, Listed):
            title = f"{found.title} · {account.title(self.period)}"
            self.app.push_screen(RecordList(self.journal, self.clock, lambda _veil: title, found.read))

    # answering

    def action_answer(self) -> None:
        """Answer the questions."""
        self._ask("")

    def _ask(self, first: str) -> None:
        if self.made is None:
            return
        asked = self.made.questions
        fields = [Field(one.code, account.question(one), multiline=True, hint=account.hint(one)) for one in asked]
        form = Form(_("Answers"), fields, focus=first, stacked=True)
        self.app.push_screen(form, lambda values: self._answered(asked, values))

    def _answered(self, asked: tuple[Question, ...], values: dict[str, str] | None) -> None:
        if values is None:
            return
        answers = (Answer(account.question(one), values[one.code], MARKS.get(one.code, "")) for one in asked)
        text = answers_text(account.heading(self.period), answers)
        if not text:
            self.say(_("Nothing was answered, and nothing saved."))
            return
        with self.telling():
            given = self.journal.capture(text, self.clock())
            self.say(receipt(given.draft))
        self.look()

    # the page

    def action_page(self) -> None:
        """Ask where to write the page."""
        period = self.period
        name = f"review-{period.start.isoformat()}-{period.kind}.html"
        fields = [Field("file", _("File"), f"~/{name}", required=True, hint=_("where to write it"))]
        form = Form(_("A page for a browser or a printer"), fields)
        self.app.push_screen(form, self._write)

    def _write(self, values: dict[str, str] | None) -> None:
        if values is None or self.made is None:
            return
        from networkjournal.review_page import write_review  # only where a page is wanted

        try:
            path = write_review(values["file"].strip(), self.made, self.veil)
        except Invalid as refused:
            taken = refused.reason == "occupied"
            other = _("Another file is there; nothing was written. Give the page another name.")
            self.say(other if taken else complaint(refused), "warning" if taken else "error")
        else:
            self.say(_("Written, for your eyes alone: {path}").format(path=path))

    # other places

    def action_budgets(self) -> None:
        """Show the budgets."""
        self.open(Place("budgets"))

    def action_insights(self) -> None:
        """Show what was learned."""
        self.open(Place("insights"))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
