"""The budgets: what each goal may take in its period, what it took so far, and what went to no goal."""

from collections.abc import Hashable
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from networkjournal import account_budgets as sentences
from networkjournal.i18n import N_, _
from networkjournal.model.budget import Budget
from networkjournal.model.period import Period
from networkjournal.reports.budgets import Budgets, budgets
from networkjournal.tui.screens.account_rows import AccountRows, behind
from networkjournal.tui.screens.behind import spent_on
from networkjournal.tui.screens.budget_form import budget_faults, budget_fields, budget_from
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.form import Form
from networkjournal.tui.widgets.rows import ListSource, Rows


class BudgetsPage(Page[None]):
    """The budgets on a page. Enter on one changes it, on what was spent opens its records."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert", "new", N_("New"), id="budgets.new", tooltip=N_("Set what a goal may take")),
        Binding("e,f6", "edit", N_("Edit"), id="budgets.edit", tooltip=N_("Change the budget under the cursor")),
        Binding("minus,delete", "remove", N_("Remove"), id="budgets.remove",
                tooltip=N_("Let there be no such budget; this can be undone")),
    ]  # fmt: skip
    KEYS = ("budgets.new", "budgets.edit", "budgets.remove", "rows.choose", "everywhere.undo", "page.leave",
            "everywhere.help")  # fmt: skip
    EMPTY = N_("No budgets yet. Time, knowledge and trust are limited: n says what a goal may take.")

    _made = Budgets((), ())

    def title_now(self) -> str:
        """See `Page`."""
        return _("Budgets")

    def source(self) -> ListSource:
        """Each budget with its measures; below them what went to no goal."""
        self.rows.empty = _(self.EMPTY)
        made = self._made = budgets(self.journal, self.clock(), self.clock())
        draw = AccountRows(self.width, self.colours, self.app.console)
        rows: list[tuple[Hashable, Text]] = []
        for use in made.uses:
            rows += [*draw.lines(sentences.use_lines(use), f"budget-{use.budget.id}"), (None, Text())]
        for one in made.unaimed:
            rows += draw.lines(sentences.unaimed_lines(*one), f"unaimed-{one.period.kind}")
        return ListSource(rows)

    def chosen(self, event: Rows.Chosen) -> None:
        """Change a budget, or list what it went into."""
        match behind(event.key):
            case ("budget", _number):
                self.action_edit()
            case ("spent", str(what), goal, date() as start, date() as end):
                found = spent_on(self.journal, what, goal, Period("span", start, end), self.clock())
                self.app.push_screen(RecordList(self.journal, self.clock, lambda _veil: found.title, found.read))

    def _under_cursor(self) -> Budget | None:
        key = self.rows.key
        code = key[0] if isinstance(key, tuple) else ""
        return next((use.budget for use in self._made.uses if code == f"budget-{use.budget.id}"), None)

    def action_new(self) -> None:
        """Set another budget."""
        self._ask(Budget("month"))

    def action_edit(self) -> None:
        """Change the budget under the cursor."""
        budget = self._under_cursor()
        if budget is not None:
            self._ask(budget)

    def _ask(self, budget: Budget) -> None:
        goals = [goal for goal in self.journal.books.goals.all() if goal.state == "open" or goal.handle == budget.goal]
        form = Form(_("What may it take?"), budget_fields(budget, goals), budget_faults, focus="time")
        self.app.push_screen(form, lambda values: self._save(budget, values))

    def _save(self, old: Budget, values: dict[str, str] | None) -> None:
        """Write it; where goal or period are others now, the old one goes."""
        if values is None:
            return
        with self.telling(), self.journal.step("budget_set", values["goal"]):
            new = self.journal.set_budget(budget_from(values))
            if old.id and new.id != old.id:
                self.journal.remove_budget(old)
        self.look()

    def action_remove(self) -> None:
        """Take the budget under the cursor away: at once, for undo brings it back."""
        budget = self._under_cursor()
        if budget is None:
            return
        with self.telling():
            self.journal.remove_budget(budget)
            self.say(_("Removed {name}; u brings it back.").format(name=sentences.name(budget)))
        self.look()
