"""Which backups are worth keeping: many of the last days, fewer the further back. Pure: moments in, moments out."""

from collections.abc import Iterable
from datetime import datetime, timedelta

HOURS = 24
"""Of the last day, all are kept."""
DAYS, WEEKS, MONTHS = 14, 8, 12
"""After it one for each of so many days, weeks and months; and one for each year before them."""


def worth_keeping(taken: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Give the moments whose backups stay: the newest of each hour-, day-, week-, month- or year-long stretch.

    The newest of all always stays, however old, and so does one from the future (a clock that was wrong).
    """
    moments = sorted(taken, reverse=True)
    kept: dict[tuple[str, int, int], datetime] = {}
    for moment in moments:
        kept.setdefault(_stretch(moment, now), moment)
    return frozenset([*moments[:1], *kept.values()])


def _stretch(moment: datetime, now: datetime) -> tuple[str, int, int]:
    """What a backup stands for: itself, or its day, week, month or year."""
    age = now - moment
    if age < timedelta(hours=HOURS):
        return ("moment", moment.toordinal(), moment.hour * 3600 + moment.minute * 60 + moment.second)
    if age < timedelta(days=DAYS):
        return ("day", moment.toordinal(), 0)
    if age < timedelta(weeks=WEEKS):
        return ("week", *moment.isocalendar()[:2])
    if age < timedelta(days=MONTHS * 31):
        return ("month", moment.year, moment.month)
    return ("year", moment.year, 0)
