"""The page of budgets: set by a form, changed, removed, and what was spent one key away."""

from networkjournal.journal import Journal
from networkjournal.model.budget import Budget
from networkjournal.tui.screens.account_rows import behind
from networkjournal.tui.screens.budget_form import budget_faults, budget_fields, budget_from
from networkjournal.tui.screens.budgets import BudgetsPage
from networkjournal.tui.screens.records import RecordList
from tests.tui.desk import TODAY, desk, journal
from tests.tui.snapshot import screen_text


def budgets(opened: Journal) -> list[tuple[str, str, int | None]]:
    return [(one.goal, one.period, one.minutes) for one in opened.books.budgets.all()]


async def test_one_is_set_changed_and_removed_and_each_can_be_undone() -> None:
    async with desk() as at:
        await at.press("R", "b")
        assert at.shows(BudgetsPage) and "No budgets yet" in screen_text(at.app)
        await at.press("n", *"1h30m", "ctrl+s")
        await at.pilot.pause()
        assert budgets(at.app.journal) == [("", "month", 90)]
        assert "Everything, each month" in screen_text(at.app)

        await at.press("e", "up", "right", "ctrl+s")  # another period: the old one goes, in the same step
        await at.pilot.pause()
        assert budgets(at.app.journal) == [("", "quarter", 90)]
        await at.press("u")
        assert budgets(at.app.journal) == [("", "month", 90)]

        await at.press("minus")
        assert budgets(at.app.journal) == []


async def test_what_was_spent_opens_its_records() -> None:
    opened = journal()
    opened.capture("-> @田中太郎 情報: 本 30m #在宅", TODAY)
    opened.set_budget(Budget("month", "在宅", minutes=60))
    async with desk(opened) as at:
        await at.press("R", "b")
        page = at.app.screen
        assert isinstance(page, BudgetsPage)
        source = page.rows.source
        row = next(source.key(n) for n in range(len(source)) if behind(source.key(n))[:2] == ("spent", "time"))
        page.rows.select(row)
        await at.press("enter")
        assert at.shows(RecordList)
        assert "1 exchange · given 1 · 30m" in screen_text(at.app)


def test_the_form_gives_back_what_it_was_filled_with() -> None:
    budget = Budget("week", "在宅", 90, 5000, "JPY", 2)
    values = {field.name: field.value for field in budget_fields(budget, ())}
    assert budget_faults(values) == {} and budget_from(values) == budget


def test_what_cannot_be_meant_is_told_at_its_field() -> None:
    values = {"goal": "", "period": "week", "time": "soon", "money": "5000", "trust": "two"}
    assert set(budget_faults(values)) == {"time", "money", "trust"}
    assert set(budget_faults(values | {"time": "", "money": " ", "trust": ""})) == {"time"}
    assert budget_faults(values | {"time": "１.5", "money": "￥5,000", "trust": "２"}) == {}
