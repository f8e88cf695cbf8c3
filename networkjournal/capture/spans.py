"""Spans of days as people type them: `30d`, `6w`, `3 months`, `2週間`, `半年`; a bare number is days.

Promises whole days, at least one, or None. A month is 30 days and a year 365: as exact as "how often" is meant.
"""

from networkjournal.model.width import narrow

MOST_DAYS = 3660
"""Ten years and a little: longer than that nobody plans to be silent."""
_UNITS = {
    **dict.fromkeys(("", "d", "day", "days", "日", "日間", "日ごと", "日おき"), 1),
    **dict.fromkeys(("w", "wk", "week", "weeks", "週", "週間"), 7),
    **dict.fromkeys(("mo", "month", "months", "か月", "ヶ月", "カ月", "ケ月", "ヵ月", "箇月", "月", "か月間"), 30),
    **dict.fromkeys(("y", "yr", "year", "years", "年", "年間"), 365),
}
_WORDS = {
    "daily": 1, "weekly": 7, "monthly": 30, "quarterly": 90, "yearly": 365,
    "毎日": 1, "毎週": 7, "隔週": 14, "毎月": 30, "四半期": 90, "半年": 182, "毎年": 365, "一年": 365,
}  # fmt: skip


def read_span(text: str) -> int | None:
    """The days that a text says; `None` where it says none, or too many."""
    plain = "".join(narrow(text).lower().split())
    plain = plain.removeprefix("every")
    if plain in _WORDS:
        return _WORDS[plain]
    unit = plain.lstrip("0123456789")
    number = plain[: len(plain) - len(unit)]
    if not number or len(number) > 5 or unit not in _UNITS:
        return None
    days = int(number) * _UNITS[unit]
    return days if 1 <= days <= MOST_DAYS else None
