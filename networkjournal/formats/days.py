"""Days as programs export them, in figures or with the name of the month.

Promises no guess: where day and month could be either, or there is no such day, the words stay words.
"""

import re
from datetime import date

_MONTHS = {name: at for at, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
                                               "nov", "dec"), 1)}  # fmt: skip
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})日?(?:[T ].*)?", re.DOTALL)
_YEAR_LAST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?: .*)?", re.DOTALL)
_NAMED = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]{3})[a-z]*\.?,?[ -]([0-9]{4})")
_NAMED_FIRST = re.compile(r"([A-Za-z]{3})[a-z]*\.? ([0-9]{1,2}),? ([0-9]{4})")
_YEARLESS = re.compile(r"--([0-9]{2})-?([0-9]{2})")
_LONGEST = 40
_LEAP = 2000


def day_of(words: str) -> date | None:
    """The one day that the words can mean."""
    words = words.strip()
    if len(words) > _LONGEST:
        return None
    if found := _YEAR_FIRST.fullmatch(words):
        return _day(found[1], found[2], found[3])
    if found := _NAMED.fullmatch(words):
        return _day(found[3], str(_MONTHS.get(found[2].lower(), 0)), found[1])
    if found := _NAMED_FIRST.fullmatch(words):
        return _day(found[3], str(_MONTHS.get(found[1].lower(), 0)), found[2])
    if found := _YEAR_LAST.fullmatch(words):
        ways = {_day(found[3], found[1], found[2]), _day(found[3], found[2], found[1])} - {None}
        return ways.pop() if len(ways) == 1 else None
    return None


def birthday(words: str) -> str:
    """A birthday as a contact holds it: `YYYY-MM-DD`, `--MM-DD`, or the words; "" for what stands for no day."""
    words = words.strip()
    if not words.strip("0/-. "):
        return ""
    if found := _YEARLESS.fullmatch(words):
        return f"--{found[1]}-{found[2]}" if _day(str(_LEAP), found[1], found[2]) else words
    known = day_of(words)
    return known.isoformat() if known else words


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
