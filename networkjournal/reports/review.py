"""The review of a period: what was given and received, what it served, what came of it, and what to ask oneself.

Promises sums alone where there may be thousands; the records behind each are read where they are listed.
"""

from collections.abc import Mapping
from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.account import Actions, Capital, EventAccount, Learned, Question, Shown, questions
from networkjournal.model.budget import Spent, Use
from networkjournal.model.event import Event
from networkjournal.model.finding import Finding
from networkjournal.model.flow import GaveFirst, Relationship, gave_first, times
from networkjournal.model.flow import money as money_of
from networkjournal.model.goal import Goal
from networkjournal.model.period import Period
from networkjournal.model.stretch import Stretch, stretches
from networkjournal.reports.budgets import uses_in
from networkjournal.reports.findings import findings
from networkjournal.reports.spending import Spending
from networkjournal.store.flows import Flows
from networkjournal.store.spans import Spans

MOST = 12
"""So many insights, results and actions are shown, the latest; how many there are is always said."""
FRUITLESS = 3
"""After so many exchanges for a goal one may ask what came of them."""
LONG = 28
"""In so many days something may have come of them."""

Money = tuple[tuple[str, int], ...]


class Totals(NamedTuple):
    """What passed in one direction."""

    times: int
    weight: int
    minutes: int
    money: Money


class Review(NamedTuple):
    """A period's account."""

    period: Period
    today: date
    stretches: tuple[Stretch, ...]
    given: Totals
    received: Totals
    relationships: tuple[Relationship, ...]
    """Those with an exchange in the period, the most active first."""
    gave_first: GaveFirst
    """Of these."""
    began: GaveFirst
    """Of those whose first exchange lies in the period."""
    capital: tuple[Capital, ...]
    """By goal, those that are open or that anything flowed to; last, without one, what named no goal."""
    events: tuple[EventAccount, ...]
    """The earliest first."""
    budgets: tuple[Use, ...]
    spent: Spent
    aimless: Spent
    """What of it went to no goal."""
    findings: tuple[Finding, ...]
    actions: Actions
    done: int
    """Actions kept in the period, whenever they were declared."""
    insights: tuple[Learned, ...]
    insight_count: int
    results: tuple[Learned, ...]
    result_count: int
    questions: tuple[Question, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing was written about the period at all."""
        counted = (self.given.times, self.received.times, self.insight_count, self.result_count, self.actions.declared)
        return not any(counted) and not self.events and not self.done


def review(journal: Journal, period: Period, today: date) -> Review:
    """Make the account of a period, as it looks on `today`."""
    flows, spans = Flows(journal.books.connection), Spans(journal.books.connection)
    spending = Spending(journal, period, today)
    relationships = flows.relationships(period)
    made = Review(
        period,
        today,
        stretches(period, spending.days),
        _totals(spending, given=True),
        _totals(spending, given=False),
        relationships,
        gave_first(relationships),
        gave_first(one for one in relationships if period.contains(one.first_on)),
        _capital(journal, period, spending),
        tuple(_event(flows, spans, event) for event in reversed(_events(journal, period))),
        uses_in(journal, period, spending, today),
        spending.whole,
        spending.aimless,
        findings(journal, today, period),
        _actions(spans, period, today),
        spans.done(period),
        spans.learned("insight", period, MOST),
        spans.count("insight", period),
        spans.learned("result", period, MOST),
        spans.count("result", period),
        (),
    )
    return made._replace(questions=questions(shown(made)))


def shown(made: Review) -> Shown:
    """What of a review questions hang on."""
    unpurposed = [one.event.title for one in made.events if not one.event.purpose and one.event.on <= made.today]
    fruitless = [
        one.goal.title
        for one in made.capital
        if one.goal and one.goal.state == "open" and one.exchanges >= FRUITLESS and not one.results
    ]
    over = [use.budget.goal for use in made.budgets if use.over]
    titles = {one.goal.handle: one.goal.title for one in made.capital if one.goal}
    return Shown(
        made.given.weight,
        made.received.weight,
        made.insight_count,
        made.actions.overdue,
        next(iter(unpurposed), ""),
        next(iter(fruitless), "") if made.period.days >= LONG else "",
        titles.get(over[0], over[0]) if over else None,
        2 * made.aimless.minutes > made.spent.minutes,
    )


def _totals(spending: Spending, *, given: bool) -> Totals:
    place = 0 if given else 1
    sums = [sum(column) for column in zip(*(day[1:] for day in spending.days), strict=True)] or [0] * 6
    weight, count, minutes = sums[place], sums[2 + place], sums[4 + place]
    return Totals(count, weight, minutes, money_of(spending.valued, "given" if given else "received"))


def _capital(journal: Journal, period: Period, spending: Spending) -> tuple[Capital, ...]:
    flows, spans = Flows(journal.books.connection), Spans(journal.books.connection)
    goals = {goal.id: goal for goal in journal.books.goals.all()}
    insights = _known(spans.insights_by_goal(period), goals)
    strengths = _known(spans.strengths_by_goal(period), goals)
    counts, gains = _gained(spans, period, goals)
    met = flows.met_by_goals(period)
    found = []
    for number, goal in (*goals.items(), (None, None)):
        parts = spending.parts(number)
        people = frozenset().union(*met.values()) if number is None else met.get(number, ())
        made = Capital(
            goal, insights.get(number, 0), strengths.get(number, 0), len(people),
            times(parts), times(parts, "introduction"), times(parts, "referral"),
            counts.get(number, 0), tuple(sorted(gains.get(number, {}).items())),
        )  # fmt: skip
        found.append(made)
    # What names no goal is what is left of everything when what names one is taken away.
    aimed = found.pop()
    whole = sum(day.given_times + day.received_times for day in spending.days)
    found.append(
        aimed._replace(
            met=flows.met(period) - aimed.met,
            exchanges=whole - aimed.exchanges,
            introductions=times(spending.valued, "introduction") - aimed.introductions,
            referrals=times(spending.valued, "referral") - aimed.referrals,
        )
    )
    return tuple(one for one in found if one or (one.goal is not None and one.goal.state == "open"))


def _known(counts: Mapping[int | None, int], goals: Mapping[int, Goal]) -> dict[int | None, int]:
    """The counts by live goals; what is about a goal that was removed is about none."""
    found: dict[int | None, int] = {}
    for goal, count in counts.items():
        key = goal if goal in goals else None
        found[key] = found.get(key, 0) + count
    return found


def _gained(
    spans: Spans, period: Period, goals: Mapping[int, Goal]
) -> tuple[dict[int | None, int], dict[int | None, dict[str, int]]]:
    """How many results each goal had, and their money by currency."""
    counts: dict[int | None, int] = {}
    gains: dict[int | None, dict[str, int]] = {}
    for goal, currency, count, money in spans.gained(period):
        key = goal if goal in goals else None
        counts[key] = counts.get(key, 0) + count
        if currency is not None:
            own = gains.setdefault(key, {})
            own[currency] = own.get(currency, 0) + money
    return counts, gains


def _events(journal: Journal, period: Period) -> list[Event]:
    return [event for event in journal.books.events.all() if period.contains(event.on)]


def _event(flows: Flows, spans: Spans, event: Event) -> EventAccount:
    exchanges, people = flows.at_event(event.id)
    return EventAccount(event, exchanges, spans.actions_at(event.id), people)


def _actions(spans: Spans, period: Period, today: date) -> Actions:
    states, overdue = spans.declared_states(period, today)
    return Actions(
        sum(states.values()),
        states.get("done", 0),
        states.get("dropped", 0),
        states.get("open", 0),
        states.get("awaiting", 0),
        overdue,
        spans.declared(period, MOST),
    )
