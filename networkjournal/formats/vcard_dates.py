"""Birthdays: how vCard writes them, and how the contact holds them.

Promises that a day no calendar has, or anything that is no day, stays the words that stood there; refuses to read dates
as people type them.
"""

import re
from datetime import date

from networkjournal.formats.vcard_property import Property
from networkjournal.formats.vcard_text import one_line, unescape

_DAY = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:(?P<month>[0-9]{2})(?P<day>[0-9]{2})|[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2}))"
    r"(?:[T ].*)?",
    re.DOTALL,
)
_YEARLESS = re.compile(r"--([0-9]{2})-?([0-9]{2})(?:T.*)?", re.DOTALL)
_NO_YEAR = "1604"
"""The leap year by which Apple marks a birthday without one, and says so in X-APPLE-OMIT-YEAR."""


def birthday_of(prop: Property) -> str:
    """`YYYY-MM-DD`, `--MM-DD`, or the words of the property. A time of day is left out."""
    words = one_line(unescape(prop.value))
    if "text" in prop.words("VALUE"):
        return words
    if not words.strip("0-/."):
        return ""  # what a program writes where it knows no day
    if short := _YEARLESS.fullmatch(words):
        return _day("", short[1], short[2]) or words
    found = _DAY.fullmatch(words)
    if not found:
        return words
    omitted = {_NO_YEAR, "0000", *prop.words("X-APPLE-OMIT-YEAR")}
    year = "" if found["year"] in omitted else found["year"]
    return _day(year, found["month"] or found["m"], found["day"] or found["d"]) or words


def birthday_line(birthday: str, version: str) -> tuple[str, str] | None:
    """Parameters and value of BDAY for a day; None when `birthday` is words, which the caller writes as text."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", birthday):
        year, month, day = birthday.split("-")
        if _day(year, month, day) != birthday or year == _NO_YEAR:
            return None
        return "", birthday.replace("-", "") if version == "4.0" else birthday
    found = re.fullmatch(r"--([0-9]{2})-([0-9]{2})", birthday)
    if not found or not _day("", found[1], found[2]):
        return None
    if version == "4.0":
        return "", f"--{found[1]}{found[2]}"
    return f";X-APPLE-OMIT-YEAR={_NO_YEAR}", _NO_YEAR + birthday[1:]


def _day(year: str, month: str, day: str) -> str:
    """The day in the contact's form; "" when there is no such day. Without a year the 29th of February is one."""
    try:
        known = date(int(year or _NO_YEAR), int(month), int(day)).isoformat()
    except ValueError:
        return ""
    return known if year else "-" + known[4:]
