"""The book of exchanges: any part of them, the newest first, and what it adds up to."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.event import Event
from networkjournal.model.exchange import Part, Sums, Which, summed
from networkjournal.model.goal import Goal
from networkjournal.model.strength import Strength

TANAKA, SUZUKI = 1, 2


@pytest.fixture(autouse=True)
def lines(journal: Journal) -> None:
    """Two people, a goal, an event, a strength, and money in two currencies."""
    journal.add_goal(Goal("在宅"))
    journal.add_event(Event("交流会", date(2026, 9, 1), purpose="会う"))
    journal.add_strength(Strength("現場経験"))
    journal.capture(
        "%交流会 に行った\n-> @田中 情報: 本 20m #在宅 +現場経験\n<- @田中 紹介: @鈴木 さん", date(2026, 9, 1)
    )
    journal.capture("-> @田中 @鈴木 お金: ¥1,000", date(2026, 9, 2))
    journal.capture("<- @田中 お金: $5 #在宅", date(2026, 9, 3))


def words(journal: Journal, which: Which) -> list[str]:
    return [passed.words for passed in journal.books.exchanges.page(which, 0, 50)]


@pytest.mark.parametrize(
    ("which", "count"),
    [
        (Which(), 5),
        (Which(contact=TANAKA), 4),
        (Which(contact=TANAKA, direction="given"), 2),
        (Which(contact=TANAKA, after=date(2026, 9, 1)), 2),
        (Which(goal=1), 2),
        (Which(goal=1, contact=TANAKA, direction="received"), 1),
        (Which(goal=1, contact=SUZUKI), 0),
        (Which(event=1), 2),
        (Which(strength=1), 1),
        (Which(third=SUZUKI), 1),
        (Which(goal=1, strength=1), 1),
    ],
)
def test_the_page_and_the_sums_speak_of_the_same_exchanges(journal: Journal, which: Which, count: int) -> None:
    page = journal.books.exchanges.page(which, 0, 50)
    sums = journal.books.exchanges.sums(which)

    assert len(page) == sums.times == count
    assert set(summed(page).parts) == set(sums.parts)


def test_a_page_begins_where_the_one_before_it_ended(journal: Journal) -> None:
    book = journal.books.exchanges
    whole = book.page(Which(), 0, 50)

    assert [passed.on for passed in whole] == sorted((passed.on for passed in whole), reverse=True)
    assert book.page(Which(), 0, 2) + book.page(Which(), 2, 2) + book.page(Which(), 4, 2) == whole


def test_an_exchange_says_with_whom_it_was(journal: Journal) -> None:
    (passed,) = journal.books.exchanges.page(Which(third=SUZUKI), 0, 9)

    assert (passed.contact.handle, passed.name, passed.direction) == ("田中太郎", "田中 太郎", "received")


def test_money_is_summed_by_currency(journal: Journal) -> None:
    sums = journal.books.exchanges.sums(Which(contact=TANAKA))

    assert sums.money == (("JPY", 500), ("USD", 500))
    assert sums.of("given").money == (("JPY", 500),)
    assert (sums.of("given").times, sums.of("given").weight, sums.of("given").minutes) == (2, 3000, 20)


def test_the_latest_are_those_that_count_in_the_totals(journal: Journal) -> None:
    """What is settled is no part of the title's figures, so it is no part of the list behind them either."""
    journal.capture("<> @鈴木", date(2026, 10, 1))
    book = journal.books.exchanges

    given = book.latest("given", 500)

    assert {passed.contact.id for passed in given} == {TANAKA}
    assert len(given) == book.counting("given") == 2
    assert summed(given).weight == journal.books.ledger.totals()[0]


def test_those_with_a_removed_contact_are_no_part_of_the_latest(journal: Journal) -> None:
    journal.remove_contact(journal.find_contact("田中"))

    assert {passed.contact.id for passed in journal.books.exchanges.latest("given", 5)} == {SUZUKI}
    assert journal.books.exchanges.latest("received", 5) == ()
    assert journal.books.exchanges.counting("received") == 0


def test_nothing_adds_up_to_nothing() -> None:
    assert (Sums().times, Sums().weight, Sums().money) == (0, 0, ())
    assert Sums((Part("given", None, 1, 1000, 0, 0),)).of("received") == Sums()


def test_exchanges_of_days_of_kinds_without_a_goal_and_with_money(journal: Journal) -> None:
    first, second = date(2026, 9, 1), date(2026, 9, 2)
    assert len(words(journal, Which(since=second))) == 3
    assert words(journal, Which(until=first)) == words(journal, Which(since=first, until=first))
    assert len(words(journal, Which(until=first))) == 2
    assert words(journal, Which(kinds=("introduction", "gift"))) == ["@鈴木花子 さん"]
    assert len(words(journal, Which(aimless=True))) == 3
    assert len(words(journal, Which(paid=True))) == 3
    journal.remove_goal(journal.books.goals.get(1))
    assert len(words(journal, Which(aimless=True))) == 5
