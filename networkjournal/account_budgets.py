"""What is said of budgets: what was spent, what is left, what is over, and what went to no goal."""

from networkjournal import wording
from networkjournal.account_parts import Figure, Line, Section, money, share
from networkjournal.i18n import _, ngettext
from networkjournal.model.budget import Budget, Measure, Spent, Use
from networkjournal.model.period import Period
from networkjournal.reports.review import Review


def name(budget: Budget) -> str:
    """What a budget is for, and for how long."""
    goal = f"#{budget.goal}" if budget.goal else _("Everything")
    return _("{goal}, each {period}").format(goal=goal, period=wording.period(budget.period))


def amount(measure: Measure, number: int) -> str:
    """So much of what a measure counts."""
    if measure.what == "time":
        return wording.minutes(number)
    if measure.what == "money":
        return wording.money(number, measure.currency or "")
    return str(number)


def resource(measure: Measure) -> str:
    """What is limited."""
    return {"time": _("Time"), "money": _("Money"), "trust": _("Vouched for")}[measure.what]


def standing(measure: Measure) -> str:
    """What is left, or how much it is over."""
    if measure.over:
        return _("{amount} over").format(amount=amount(measure, -measure.left))
    return _("{amount} left").format(amount=amount(measure, measure.left)) if measure.left else _("just spent")


def measured(measure: Measure) -> str:
    """One thing that is limited, in words: `5h of 10h`."""
    return _("{spent} of {limit}").format(spent=amount(measure, measure.spent), limit=amount(measure, measure.limit))


def spending(spent: Spent) -> str:
    """What was spent, in one text; empty for nothing."""
    parts = [wording.minutes(spent.minutes)] if spent.minutes else []
    parts += money(spent.money)
    if spent.trust:
        parts.append(ngettext("vouched for {n}", "vouched for {n}", spent.trust).format(n=spent.trust))
    return _(", ").join(parts)


def use_lines(use: Use) -> tuple[Line, ...]:
    """A budget with its measures, one below the other."""
    key = ("budget", use.budget.id)
    head = Line("", (Figure(name(use.budget), key, "heading"), Figure(_days(use.period), key, "faint")))
    return (head, *(_measure(measure, use) for measure in use.measures))


def _measure(measure: Measure, use: Use) -> Line:
    goal = use.budget.goal
    key = ("spent", measure.what, goal, use.period.start, use.period.end)
    said = Figure(measured(measure), key)
    left = Figure(standing(measure), key, "attention" if measure.over else "")
    return Line(resource(measure), (said, left), share(min(measure.spent, measure.limit), measure.limit))


def unaimed_line(period: Period, spent: Spent, aimless: Spent) -> Line:
    """What went to no goal, as a part of everything."""
    days = (period.start, period.end)
    if not spent:
        return Line(_("To no goal"), (Figure(_("nothing was spent"), meaning="faint"),))
    figures = (
        Figure(spending(aimless) or _("none of it"), ("spent", "", None, *days)),
        Figure(_("of {all} in all").format(all=spending(spent)), ("spent", "", "", *days), "faint"),
    )
    return Line(_("To no goal"), figures, share(aimless.minutes, spent.minutes))


def unaimed_lines(period: Period, spent: Spent, aimless: Spent) -> tuple[Line, ...]:
    """The same under its period."""
    head = Line("", (Figure(wording.period(period.kind), meaning="heading"), Figure(_days(period), meaning="faint")))
    return head, unaimed_line(period, spent, aimless)


def budget_section(made: Review) -> Section:
    """What the period took, beside what it was meant to take."""
    lines = [line for use in made.budgets for line in use_lines(use)]
    if made.spent:
        lines.append(unaimed_line(made.period, made.spent, made.aimless))
    return Section("budgets", _("What it took"), tuple(lines))


def _days(period: Period) -> str:
    return _("{start} – {end}").format(start=period.start.isoformat(), end=period.end.isoformat())
