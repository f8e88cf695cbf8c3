"""The sample journal's exchanges, read off its texts by hand: what every sum of a review is compared with.

Kept apart from the program on purpose. A line that names nobody as counterparty yet, or an ambiguous one, is not here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from networkjournal import demo
from networkjournal.journal import Journal

TODAY = date(2026, 11, 23)


class Line(NamedTuple):
    """One exchange as it stands in a text."""

    on: str
    way: str
    who: str
    kind: str
    weight: int
    minutes: int = 0
    yen: int = 0
    goals: tuple[str, ...] = ()


LINES = (
    Line("2026-09-08", "given", "田中太郎", "information", 1, 30, 0, ("在宅",)),
    Line("2026-09-08", "received", "鈴木花子", "information", 1, 20, 0, ("学び",)),
    Line("2026-09-08", "given", "山本剛", "introduction", 2),
    Line("2026-09-10", "received", "伊藤誠", "introduction", 3, 0, 0, ("在宅",)),
    Line("2026-09-10", "received", "伊藤誠", "referral", 5, 0, 0, ("在宅",)),
    Line("2026-09-11", "given", "田中太郎", "help", 2, 60, 0, ("在宅",)),
    Line("2026-09-15", "received", "鈴木花子", "introduction", 3, 0, 0, ("在宅",)),
    Line("2026-09-18", "given", "渡辺由美", "time", 1, 90, 0, ("在宅",)),
    Line("2026-09-18", "received", "渡辺由美", "information", 1, 0, 0, ("学び",)),
    Line("2026-09-24", "received", "田中太郎", "referral", 5, 0, 0, ("在宅",)),
    Line("2026-09-28", "given", "山本剛", "time", 1, 60),
    Line("2026-10-03", "given", "Anna_Miller", "information", 1, 45, 0, ("学び",)),
    Line("2026-10-03", "received", "Anna_Miller", "feedback", 2, 30, 0, ("アプリ",)),
    Line("2026-10-06", "given", "Anna_Miller", "introduction", 3, 0, 0, ("アプリ",)),
    Line("2026-10-06", "given", "田中太郎", "introduction", 3, 0, 0, ("アプリ",)),
    Line("2026-10-10", "received", "高橋美咲", "help", 2, 120, 15000, ("在宅",)),
    Line("2026-10-10", "given", "高橋美咲", "money", 2, 0, 15000, ("在宅",)),
    Line("2026-10-15", "received", "加藤恵", "introduction", 3, 0, 0, ("在宅",)),
    Line("2026-10-16", "given", "加藤恵", "help", 2, 120, 0, ("在宅",)),
    Line("2026-10-21", "received", "鈴木花子", "feedback", 2, 15, 0, ("学び",)),
    Line("2026-11-09", "received", "伊藤誠", "information", 1, 20, 0, ("学び",)),
    Line("2026-11-09", "given", "鈴木花子", "gift", 1, 0, 2000),
    Line("2026-11-14", "given", "中村大輔", "time", 1, 90),
    Line("2026-11-14", "given", "中村大輔", "information", 1),
    Line("2026-11-20", "received", "田中太郎", "feedback", 2, 30, 0, ("アプリ",)),
)


@contextmanager
def sample() -> Iterator[Journal]:
    """The sample journal in memory."""
    journal = Journal.open(":memory:")
    demo.make(journal, "ja")
    try:
        yield journal
    finally:
        journal.close()
