"""The review: its totals are the sums of the journal's lines, made by hand in `sample`."""

from collections.abc import Iterator
from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.budget import Budget, Spent
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal
from networkjournal.model.period import Period, period_of
from networkjournal.reports.review import Review, review
from tests.reports.sample import LINES, TODAY, Line, sample

WHOLE = Period("span", date(2026, 9, 1), TODAY)
PERIODS = [
    WHOLE,
    period_of("year", TODAY),
    period_of("quarter", TODAY),
    period_of("quarter", date(2026, 9, 1)),
    period_of("month", date(2026, 10, 1)),
    period_of("week", date(2026, 9, 8)),
    period_of("week", TODAY),
]
PERIOD = pytest.mark.parametrize("period", PERIODS, ids=lambda period: f"{period.kind}-{period.start}")


@pytest.fixture(scope="module")
def journal() -> Iterator[Journal]:
    with sample() as made:
        yield made


def within(period: Period) -> list[Line]:
    return [line for line in LINES if period.contains(date.fromisoformat(line.on))]


@PERIOD
def test_the_totals_are_the_sums_of_the_lines(journal: Journal, period: Period) -> None:
    found = review(journal, period, TODAY)
    for way, totals in (("given", found.given), ("received", found.received)):
        lines = [line for line in within(period) if line.way == way]
        assert totals.times == len(lines)
        assert totals.weight == 1000 * sum(line.weight for line in lines)
        assert totals.minutes == sum(line.minutes for line in lines)
        assert dict(totals.money).get("JPY", 0) == sum(line.yen for line in lines)


@PERIOD
def test_the_bars_add_up_to_the_totals_each_on_its_own_days(journal: Journal, period: Period) -> None:
    for one in review(journal, period, TODAY).stretches:
        lines = within(Period("span", one.start, one.end))
        assert one.given == 1000 * sum(line.weight for line in lines if line.way == "given")
        assert one.received == 1000 * sum(line.weight for line in lines if line.way == "received")
        assert one.given_times + one.received_times == len(lines)


@PERIOD
def test_relationships_and_who_gave_first_are_as_the_lines_say(journal: Journal, period: Period) -> None:
    found = review(journal, period, TODAY)
    first = {line.who: line for line in reversed(LINES)}
    people = {line.who for line in within(period)}
    assert {one.handle for one in found.relationships} == people
    for one in found.relationships:
        own = [line for line in within(period) if line.who == one.handle]
        assert one.given == 1000 * sum(line.weight for line in own if line.way == "given")
        assert one.received == 1000 * sum(line.weight for line in own if line.way == "received")
    assert found.gave_first == (sum(first[who].way == "given" for who in people), len(people))
    new = [who for who in people if period.contains(date.fromisoformat(first[who].on))]
    assert found.began == (sum(first[who].way == "given" for who in new), len(new))


@PERIOD
def test_social_capital_is_counted_from_the_lines_that_name_the_goal(journal: Journal, period: Period) -> None:
    first = {line.who: date.fromisoformat(line.on) for line in reversed(LINES)}
    found = {one.goal.handle if one.goal else "": one for one in review(journal, period, TODAY).capital}
    for goal in ("在宅", "学び", "アプリ", ""):
        lines = [line for line in within(period) if (goal in line.goals if goal else not line.goals)]
        one = found.get(goal)
        if one is None:
            assert not lines
            continue
        assert one.exchanges == len(lines)
        assert one.introductions == sum(line.kind == "introduction" for line in lines)
        assert one.referrals == sum(line.kind == "referral" for line in lines)
        if goal:
            assert one.met == len({line.who for line in lines if period.contains(first[line.who])})


def test_human_and_financial_capital_of_the_whole_sample(journal: Journal) -> None:
    """Read off the texts: six insights in five entries, four results, and two of them bring money for one goal."""
    found = {one.goal.handle if one.goal else "": one for one in review(journal, WHOLE, TODAY).capital}
    assert {goal: one.insights for goal, one in found.items()} == {"在宅": 3, "学び": 1, "アプリ": 0, "": 2}
    assert {goal: one.results for goal, one in found.items()} == {"在宅": 2, "学び": 2, "アプリ": 0, "": 0}
    assert (found["在宅"].gained, found["学び"].gained) == ((("JPY", 38000 + 42000),), ())
    assert {goal: one.strengths for goal, one in found.items()} == {"在宅": 2, "学び": 1, "アプリ": 0, "": 2}


def test_what_it_took_is_time_both_ways_money_given_and_events(journal: Journal) -> None:
    found = review(journal, WHOLE, TODAY)
    given = [line for line in LINES if line.way == "given"]
    assert found.spent == Spent(
        sum(line.minutes for line in LINES) + 120 + 180,
        (("JPY", sum(line.yen for line in given) + 3000 + 5000),),
        sum(line.kind in ("introduction", "referral") for line in given),
    )
    aimless = [line for line in LINES if not line.goals]
    assert found.aimless == Spent(
        sum(line.minutes for line in aimless) + 180, (("JPY", 2000 + 5000),), 1  # the mixer served no goal
    )


def test_events_stand_with_their_purpose_and_what_came_of_them(journal: Journal) -> None:
    care, mixer = review(journal, WHOLE, TODAY).events
    assert (care.event.handle, care.event.purpose[:2], care.exchanges, care.people) == ("ケア交流会", "夜間", 3, 3)
    assert (mixer.event.handle, mixer.event.purpose, mixer.exchanges, mixer.actions) == ("異業種交流会", "", 0, 0)


def test_actions_declared_and_what_came_of_them(journal: Journal) -> None:
    """Five were declared: strengths, night table, shift notes and dates were kept; the report is still open."""
    found = review(journal, WHOLE, TODAY)
    actions = found.actions
    assert (actions.declared, actions.kept, actions.open, actions.awaiting, actions.dropped) == (5, 4, 1, 0, 0)
    assert actions.overdue == 1 and "経過報告" in actions.shown[0].words
    assert found.done == 4
    october = review(journal, period_of("month", date(2026, 10, 1)), TODAY)
    assert (october.actions.declared, october.actions.kept, october.done) == (1, 1, 2)


def test_findings_stand_in_the_review(journal: Journal) -> None:
    codes = {(one.code, one.handle) for one in review(journal, WHOLE, TODAY).findings}
    assert {("no_purpose", "異業種交流会"), ("cards_only", "異業種交流会"), ("only_taking", "伊藤誠")} <= codes


def test_an_empty_week_says_so_and_asks_why(journal: Journal) -> None:
    found = review(journal, period_of("week", TODAY), TODAY)
    assert found.empty and found.questions[0].code == "nothing"


def test_a_line_for_two_goals_counts_for_both_and_once_in_the_whole() -> None:
    made = Journal.open(":memory:")
    made.add_goal(Goal("One", "one"))
    made.add_goal(Goal("Two", "two"))
    made.add_contact(Contact("Jane"))
    made.capture("-> @Jane help: x 1h #one #two\n<- @Jane info: y 20m #one\n-> @Jane time: z 10m", TODAY)
    found = review(made, period_of("week", TODAY), TODAY)
    assert [one.exchanges for one in found.capital] == [2, 1, 1]
    assert (found.spent.minutes, found.aimless.minutes) == (90, 10)
    made.set_budget(Budget("week", "two", minutes=30))
    use = review(made, period_of("week", TODAY), TODAY).budgets[0]
    assert (use.spent.minutes, use.over) == (60, True)
    made.remove_goal(made.books.goals.get(2))  # what was for it only is for nothing now
    again = review(made, period_of("week", TODAY), TODAY)
    assert [(one.goal and one.goal.handle, one.exchanges) for one in again.capital] == [("one", 2), (None, 1)]


def test_money_of_two_currencies_is_never_one_sum() -> None:
    made = Journal.open(":memory:")
    made.add_goal(Goal("Visits", "visits"))
    made.add_contact(Contact("Jane"))
    made.capture("= first ¥38,000 #visits\n= second $20.50 #visits\n-> @Jane gift: x ¥500\n-> @Jane gift: y €3", TODAY)
    found = review(made, period_of("week", TODAY), TODAY)
    assert found.capital[0].gained == (("JPY", 38000), ("USD", 2050))
    assert found.given.money == (("EUR", 300), ("JPY", 500))


def test_an_event_still_to_come_has_cost_nothing_yet() -> None:
    from networkjournal.model.event import Event

    made = Journal.open(":memory:")
    made.add_event(Event("Later", date(2026, 11, 28), purpose="x", cost=100, currency="JPY", minutes=60))
    found: Review = review(made, period_of("week", TODAY), TODAY)
    assert found.spent == Spent() and len(found.events) == 1
