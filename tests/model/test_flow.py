"""What flowed: shares of beginnings, and what exchanges cost."""

from datetime import date, timedelta

from networkjournal.model.budget import Spent
from networkjournal.model.flow import FlowPart, Relationship, gave_first, money, spent, times
from networkjournal.model.posting import Direction

TODAY = date(2026, 11, 23)


def relationship(first: Direction, days: int = 90, exchanges: int = 5) -> Relationship:
    return Relationship(1, "x", "X", 2000, 1000, 1, 1, first, TODAY - timedelta(days=days), exchanges)


def test_the_share_of_relationships_in_which_i_gave_first() -> None:
    found = gave_first([relationship("given"), relationship("received"), relationship("given")])
    assert (found.given, found.relationships, found.percent) == (2, 3, 67)
    assert gave_first([]).percent is None


def test_a_relationship_is_early_by_its_days_or_its_exchanges() -> None:
    assert relationship("given", days=29).early(TODAY) and relationship("given", exchanges=2).early(TODAY)
    assert not relationship("given", days=30, exchanges=3).early(TODAY)


def test_time_counts_both_ways_money_and_trust_only_when_given() -> None:
    parts = (
        FlowPart("given", "introduction", None, 2, 6000, 30),
        FlowPart("received", "referral", None, 3, 15000, 20),
        FlowPart("given", "money", "JPY", 1, 2000, 0, 15000),
        FlowPart("received", "help", "JPY", 1, 2000, 120, 9000),
        FlowPart("given", "gift", "EUR", 1, 1000, 0, 500),
    )
    assert spent(parts) == Spent(170, (("EUR", 500), ("JPY", 15000)), 2)
    assert money(parts) == (("EUR", 500), ("JPY", 24000))
    assert (times(parts), times(parts, "referral")) == (8, 3)
