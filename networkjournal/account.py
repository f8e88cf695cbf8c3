"""The account of a period as sections that every surface shows alike: headings, lines of figures, plots.

Promises that whatever tells of people goes through the mask that is handed in, and that every figure says, by its key,
which records are behind it. Refuses to print, to draw, and to speak of what anybody owes.
"""

from collections.abc import Iterator
from datetime import date

from networkjournal import wording
from networkjournal.account_parts import (
    OPEN,
    Figure,
    Line,
    Mask,
    Section,
    money,
    share,
    short,
    summed,
)
from networkjournal.i18n import _, ngettext
from networkjournal.model.account import Actions, Capital, EventAccount, Learned, Question
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import state
from networkjournal.model.period import Period
from networkjournal.model.plot import Bar, Point
from networkjournal.model.stretch import Stretch, stretch_kind
from networkjournal.reports.review import Review, Totals

LETTERED = 12
"""So many relationships are named beside the plot, those with the most."""


def title(period: Period) -> str:
    """What a period is called."""
    match period.kind:
        case "week":
            year, week, _weekday = period.start.isocalendar()
            return _("Week {week} of {year}, {start} – {end}").format(
                week=week, year=year, start=period.start.isoformat(), end=short(period.end, period.start)
            )
        case "month":
            return _("Month {month} of {year}").format(month=period.start.month, year=period.start.year)
        case "quarter":
            return _("Quarter {n} of {year}").format(n=(period.start.month + 2) // 3, year=period.start.year)
        case "year":
            return _("Year {year}").format(year=period.start.year)
        case _:
            return _("{start} – {end}").format(start=period.start.isoformat(), end=period.end.isoformat())


def sections(made: Review, mask: Mask = OPEN) -> tuple[Section, ...]:
    """The whole account in its order; what has nothing to say is left out."""
    from networkjournal.account_budgets import budget_section
    from networkjournal.account_findings import finding_section

    found = (
        _opening(made),
        _over_time(made),
        _relationships(made, mask),
        _capital(made),
        _events(made, mask),
        budget_section(made),
        finding_section(made.findings, mask),
        _actions(made, mask),
        _learned("results", _("Results"), made.results, made.result_count, mask),
        _learned("insights", _("What you learned"), made.insights, made.insight_count, mask),
        _questions(made),
    )
    return tuple(section for section in found if section.lines or section.plot)


def _opening(made: Review) -> Section:
    """In words first, then in sums."""
    if made.empty:
        return Section("opening", "", (Line("", (Figure(_("Nothing is written about these days.")),)),))
    given, received = made.given, made.received
    said = {
        "given_more": _("You gave more than you received."),
        "received_more": _("You received more than you gave."),
        "even": _("What you gave and what you received is even."),
        "none": _("Nothing passed between you and anybody."),
    }[state(given.weight, received.weight, given.times + received.times)]
    lines = [Line("", (Figure(said, meaning="heading"),))]
    for label, totals, key in ((_("Given"), given, "given"), (_("Received"), received, "received")):
        lines.append(Line(label, (Figure(_totals(totals), (key,), "given" if key == "given" else "received"),)))
    return Section("opening", "", tuple(lines))


def _totals(totals: Totals) -> str:
    if not totals.times:
        return _("nothing in these days")
    return summed(totals.weight, totals.times, totals.minutes, totals.money)


def _over_time(made: Review) -> Section:
    if not made.given.times and not made.received.times:
        return Section("over_time", "")
    bars = tuple(
        Bar(_stretch(made.period, one), one.given, one.received, (_amount(one.given), _amount(one.received)))
        for one in made.stretches
    )
    keys = tuple(("days", one.start, one.end) for one in made.stretches)
    return Section("over_time", _("Given and received over time"), plot=bars, keys=keys)


def _amount(thousandths: int) -> str:
    return wording.weight(thousandths) if thousandths else "·"


def _stretch(period: Period, one: Stretch) -> str:
    """What a part of a period is called, short."""
    kind = stretch_kind(period)
    if kind == "day":
        return wording.day(one.start)
    if kind == "week":
        return f"{short(one.start, period.start)}–{short(one.end, period.start)}"
    return f"{one.start:%Y-%m}" if kind == "month" else str(one.start.year)


def _relationships(made: Review, mask: Mask) -> Section:
    if not made.relationships:
        return Section("relationships", "")
    first, began = made.gave_first, made.began
    said = ngettext("In {n} of {all} relationship you gave first.", "In {n} of {all} relationships you gave first.",
                    first.relationships)  # fmt: skip
    new = ngettext("In {n} of the {all} that began in these days you gave first.",
                   "In {n} of the {all} that began in these days you gave first.", began.relationships)  # fmt: skip
    lines = [
        Line("", (Figure(words.format(n=n, all=whole), (key,)),), share(n, whole))
        for words, (n, whole), key in ((said, first, "first"), (new, began, "began"))
        if whole
    ]
    points = tuple(Point(mask.name(one.name), one.given, one.received) for one in made.relationships)
    keys = tuple(("contact", one.contact_id) for one in made.relationships)
    notes = tuple(_("early") if one.early(made.today) else "" for one in made.relationships[:LETTERED])
    return Section("relationships", _("Relationships, given against received"), tuple(lines), points, keys, notes)


def legend(point: Point, note: str = "") -> str:
    """Who a letter of the plot is, with the figures."""
    said = _("{name}: given {given}, received {received}").format(
        name=point.name, given=wording.weight(point.given), received=wording.weight(point.received)
    )
    return _("{said} ({note})").format(said=said, note=note) if note else said


def _capital(made: Review) -> Section:
    if made.empty:
        return Section("capital", "")
    lines = [line for one in made.capital for line in _flowed(one)]
    return Section("capital", _("What flowed towards your goals"), tuple(lines))


def _flowed(one: Capital) -> Iterator[Line]:
    goal = one.goal
    number = goal.id if goal else 0
    name = goal.title if goal else _("No goal named")
    yield Line("", (Figure(name, ("goal", number) if goal else (), "heading"),))
    if not one:
        yield Line("", (Figure(_("nothing yet"), meaning="faint"),))
        return
    human = [
        (one.insights, ngettext("{n} insight", "{n} insights", one.insights), "insights"),
        (one.strengths, ngettext("a strength named in {n} entry", "strengths named in {n} entries", one.strengths),
         "strengths"),
    ]  # fmt: skip
    social = [
        (one.met, ngettext("{n} person newly met", "{n} people newly met", one.met), "met"),
        (one.exchanges, ngettext("{n} exchange", "{n} exchanges", one.exchanges), "exchanges"),
        (one.introductions, ngettext("{n} introduction", "{n} introductions", one.introductions), "introductions"),
        (one.referrals, ngettext("{n} referral", "{n} referrals", one.referrals), "referrals"),
    ]
    for label, counted in ((_("Human"), human), (_("Social"), social)):
        figures = tuple(Figure(said.format(n=count), (what, number)) for count, said, what in counted if count)
        if figures:
            yield Line(label, figures)
    if one.results:
        said = ngettext("{n} result", "{n} results", one.results).format(n=one.results)
        gained = tuple(Figure(amount, ("results", number)) for amount in money(one.gained))
        yield Line(_("Financial"), (*gained, Figure(said, ("results", number))))


def _events(made: Review, mask: Mask) -> Section:
    lines = [line for one in made.events for line in _event(one, made.today, mask)]
    return Section("events", _("Events: why you went, and what came of it"), tuple(lines))


def _event(one: EventAccount, today: date, mask: Mask) -> Iterator[Line]:
    event = one.event
    key = ("event", event.id)
    yield Line("", (Figure(event.title, key, "heading"), Figure(event.on.isoformat(), key, "faint")))
    if event.purpose:
        yield Line(_("Purpose"), (Figure(mask.words(event.purpose), key),))
    else:
        yield Line(_("Purpose"), (Figure(_("none was set"), key, "attention"),))
    if event.phase(today) == "planned":
        yield Line(_("Outcome"), (Figure(_("still to come"), key, "faint"),))
        return
    figures = [Figure(mask.words(event.outcome), key)] if event.outcome else []
    if event.phase(today) == "to_review":
        figures.append(Figure(_("not reviewed yet"), key, "attention"))
    if event.verdict:
        figures.append(Figure(wording.verdict(event.verdict), key))
    counted = (
        (event.cards, ngettext("{n} card", "{n} cards", event.cards or 0), key),
        (event.talks, ngettext("{n} good talk", "{n} good talks", event.talks or 0), key),
        (one.exchanges, ngettext("{n} exchange", "{n} exchanges", one.exchanges), ("at", event.id)),
        (one.actions, ngettext("{n} action", "{n} actions", one.actions), key),
    )
    figures += [Figure(said.format(n=count), where) for count, said, where in counted if count is not None]
    yield Line(_("Outcome"), tuple(figures))


def _actions(made: Review, mask: Mask) -> Section:
    found = made.actions
    lines = []
    if found.declared:
        lines.append(Line("", tuple(_stands(found))))
    if made.done > found.kept:
        said = ngettext("{n} kept in these days, whenever it was declared",
                        "{n} kept in these days, whenever they were declared", made.done)  # fmt: skip
        lines.append(Line("", (Figure(said.format(n=made.done), ("done",)),)))
    lines += [_action(action, made.today, mask) for action in found.shown]
    return Section("actions", _("What you declared, and what came of it"), tuple(lines))


def _stands(found: Actions) -> Iterator[Figure]:
    counted = (
        (found.declared, ngettext("{n} declared", "{n} declared", found.declared), "declared"),
        (found.kept, ngettext("{n} kept", "{n} kept", found.kept), "done"),
        (found.open, ngettext("{n} still open", "{n} still open", found.open), "open"),
        (found.awaiting, ngettext("{n} awaited", "{n} awaited", found.awaiting), "awaiting"),
        (found.dropped, ngettext("{n} dropped", "{n} dropped", found.dropped), "dropped"),
        (found.overdue, ngettext("{n} past its day", "{n} past their day", found.overdue), "overdue"),
    )
    for count, said, what in counted:
        if count:
            yield Figure(said.format(n=count), ("actions", what), "attention" if what == "overdue" else "")


def _action(action: OpenAction, today: date, mask: Mask) -> Line:
    sign = {"open": "☐", "awaiting": "…", "done": "✓", "dropped": "–"}[action.state]
    late = action.overdue(today)
    parts = [f"{'!' if late else sign} {mask.words(action.words)}"]
    if action.state in ("open", "awaiting") and action.due:
        parts.append(_("due {date}").format(date=action.due.isoformat()))
    else:
        parts.append(wording.action_state(action.state))
    return Line("", (Figure("  ".join(parts), ("action", action.entry, action.line), "attention" if late else ""),))


def _learned(code: str, heading: str, found: tuple[Learned, ...], count: int, mask: Mask) -> Section:
    lines = [Line(one.on.isoformat(), (Figure(learned(one, mask), ("line", one.entry, one.line)),)) for one in found]
    if count > len(found):
        more = count - len(found)
        said = ngettext("and {n} older", "and {n} older", more).format(n=more)
        lines.append(Line("", (Figure(said, (code, None), "faint"),)))
    return Section(code, heading, tuple(lines))


def learned(one: Learned, mask: Mask = OPEN) -> str:
    """An insight or a result in one line, with the goals that it is about."""
    parts = [mask.words(one.words)]
    if one.money is not None:
        parts.append(wording.money(one.money, one.currency or ""))
    parts += [f"#{goal.handle}" for goal in one.goals if f"#{goal.handle}" not in one.words]
    return "  ".join(parts)


def question(asked: Question) -> str:
    """A question in words."""
    about = asked.about
    match asked.code:
        case "nothing":
            return _("What kept you from giving and meeting, and is that as you want it?")
        case "no_purpose":
            return _("You went to “{event}” without a purpose: what would have been one?").format(event=about)
        case "give_back":
            return _("You received more than you gave: what could you give, and to whom first?")
        case "stood_in_way":
            return _("What stood in the way of what you declared and did not do yet?")
        case "over" if about:
            return _("“{goal}” took more than you meant it to: what will you leave out?").format(goal=about)
        case "over":
            return _("All this took more than you meant it to: what will you leave out?")
        case "no_goal":
            return _("Most of your time went to no goal: what was it for?")
        case "came_of":
            return _("Much passed for “{goal}”: what has come of it, or what is missing still?").format(goal=about)
        case "learned":
            return _("What do you know now that you did not know before?")
        case _:
            return _("What is the one thing you will do next?")


def hint(asked: Question) -> str:
    """What becomes of an answer."""
    if asked.code == "learned":
        return _("kept as an insight")
    return _("kept as an action") if asked.code == "next" else _("kept in the journal")


def heading(period: Period) -> str:
    """The first line of the entry that answers make."""
    return _("Review: {period}").format(period=title(period))


def _questions(made: Review) -> Section:
    lines = [Line(f"{number}", (Figure(question(asked), ("question", asked.code)),))
             for number, asked in enumerate(made.questions, start=1)]  # fmt: skip
    return Section("questions", _("To ask yourself"), tuple(lines))
