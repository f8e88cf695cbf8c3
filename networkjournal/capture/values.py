"""Values in a marked line: weight, time, money and the prefixed dates (capture language, Exchange lines).

Promises spans into the very text it was given, in order and apart from one another, and never an error; what is not
surely a value stays words. Refuses to know what a line posts: the caller says which values it wants and which places
mentions have taken.

Where the capture language is silent, what a person plainly wrote is not cut in half: 2時間半 is 150 minutes, 1.5h is
90, 3万円 is 30,000 yen, while a clock time (3時30分), a range (20-30m), a rate (¥5,000/月) or a fraction (30分の1) is
words. Zero is no value. White space may stand behind the colon of a due or done date, nowhere else inside a value.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import cache
from unicodedata import category

from networkjournal.capture.dates import Toward, match_date
from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.folding import is_japanese
from networkjournal.model.width import narrow

What = Literal["weight", "minutes", "money", "on", "due", "done"]


class Value(NamedTuple):
    """One value, and where it stands."""

    what: What
    start: int
    end: int
    number: int
    """Weight in thousandths, time in minutes, money in minor units; 0 for a date."""
    currency: str = ""
    """The ISO 4217 code of money."""
    day: date | None = None
    """Set for `on`, `due` and `done`."""


class Found(NamedTuple):
    """What a line holds. All spans of the three together are disjoint, each field in the order of the text."""

    values: tuple[Value, ...]
    """At most one of each sort: the first."""
    repeated: tuple[Value, ...]
    """Second ones, which stay words."""
    unread: tuple[tuple[int, int], ...]
    """Prefixes such as `due:` with what follows them, where that is no date."""


MOST_MINUTES = 100_000
MOST_MONEY = 10**15
"""In minor units. Beyond these a number is a slip of the finger, or not meant as a value at all."""

_DATES: dict[str, tuple[What, Toward]] = {
    "on": ("on", "latest"),
    "due": ("due", "coming"),
    "done": ("done", "latest"),
    "期限": ("due", "coming"),
    "〆": ("due", "coming"),
}

# What must not stand beside a value: in the pattern as far as ASCII goes, the rest in `_apart`, because compiling
# character classes of that size takes longer than all the rest of an `add`. So does ignoring case.
_BEFORE = r"(?<![0-9A-Za-z_*$@#%&+=/\\.~-])(?<![0-9][,:時ー])"
_AFTER = r"(?![0-9A-Za-z_*$%=/\\~-]|[.,:ー][0-9])"
_SIGNS = frozenset("¥€£〜‐‑–−")
_INTEGER = "(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})"
_HOUR, _MINUTE = "(?:[Hh](?:[Rr][Ss]?)?|時間(?!目))", "(?:[Mm](?:[Ii][Nn][Ss]?)?|分(?!の[0-9]))"
_NUMBERS: tuple[tuple[str, str], ...] = (
    ("*", r"\*(?P<weight>[0-9]{1,3}(?:\.[0-9]{1,3})?)"),
    ("hH間", rf"(?P<hours>[0-9]{{1,5}}){_HOUR}(?:(?P<half>半)|(?P<rest>[0-9]{{1,3}}){_MINUTE})?"),
    ("hH間", rf"(?P<decimal>[0-9]{{1,5}}\.[0-9]{{1,2}}){_HOUR}"),
    ("mM分", rf"(?P<minutes>[0-9]{{1,6}}){_MINUTE}"),
    ("$€", rf"(?P<sign>[$€])(?P<amount>{_INTEGER}(?:\.[0-9]{{1,2}})?)"),
    ("¥", rf"¥(?P<yen>{_INTEGER})円?"),
    ("円", rf"(?<![十百千万億兆])(?P<yen_before>{_INTEGER})円"),
    ("円", rf"(?P<ten_thousands>{_INTEGER}(?:\.[0-9]{{1,4}})?)万(?P<ones>[0-9]{{1,4}})?円"),
)
"""What a number may be, each with characters of which one must stand in the line: compiling all takes 6 ms."""
_PREFIX = "(?P<prefix>[Oo][Nn]|[Dd][Uu][Ee]|[Dd][Oo][Nn][Ee]|期限):|(?P<bare>〆):?"
# What an unread prefix is shown with: a Latin word, or a word without digits (in on:先月30分 the 30分 is apart).
_UNREAD = r"(?:[0-9A-Za-z/.+-]{1,24}|[^\s0-9*¥$€、。，．,;()「」『』]{1,24})?"


def find_values(text: str, base: date, wanted: Collection[str], taken: Sequence[tuple[int, int]] = ()) -> Found:
    """Give the values of the `wanted` sorts in one line; `base` is the day its dates are relative to.

    A value that touches one of the `taken` spans (mentions, the mark) is not one. Full-width forms count the same.
    """
    values: dict[What, Value] = {}
    repeated: list[Value] = []
    unread: list[tuple[int, int]] = []
    for value in _read(narrow(text), base, wanted, sorted(taken)):
        if value.number == 0 and value.day is None:
            unread.append((value.start, value.end))
        elif value.what in values:
            repeated.append(value)
        else:
            values[value.what] = value
    return Found(tuple(values.values()), tuple(repeated), tuple(unread))


def _read(plain: str, base: date, wanted: Collection[str], taken: list[tuple[int, int]]) -> Iterator[Value]:
    pattern = _pattern(plain)
    here = passed = 0
    while match := pattern and _compiled(pattern).search(plain, here):
        while passed < len(taken) and taken[passed][1] <= match.start():
            passed += 1
        limit, resume = taken[passed] if passed < len(taken) else (len(plain), len(plain))
        dated = match.lastgroup in ("prefix", "bare")
        if limit < match.end():
            here = resume
        elif not _apart(plain, match.start(), len(plain) if dated else match.end()):
            here = match.start() + 1
        else:
            value = _date(plain, match, base, limit) if dated else _number(match)
            here = match.end()
            if value is not None and value.what in wanted:
                yield value
                here = value.end


def _pattern(plain: str) -> str:
    """The pattern of the values that there may be in a line; empty for most lines, which need none at all."""
    digits = any(map(plain.__contains__, "0123456789"))
    numbers = "|".join(form for signs, form in _NUMBERS if digits and any(map(plain.__contains__, signs)))
    lower = plain.lower() if ":" in plain else ""
    prefix = _PREFIX if "〆" in plain or any(f"{word}:" in lower for word in _DATES) else ""
    either = "|".join(filter(None, (numbers and f"(?:{numbers}){_AFTER}", prefix)))
    return either and f"{_BEFORE}(?:{either})"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _apart(plain: str, start: int, end: int) -> bool:
    """Whether neither neighbour of the span (if there is one) is a sign or a letter that is not Japanese."""
    neighbours = plain[max(start - 1, 0) : start] + plain[end : end + 1]
    return not any(char in _SIGNS or _foreign(char) for char in neighbours)


def _foreign(char: str) -> bool:
    # ① and the like open a list rather than a word.
    return category(char)[0] in "LM" and not is_japanese(char) and char not in "\u3099\u309a"


def _date(plain: str, match: re.Match[str], base: date, limit: int) -> Value | None:
    """A prefixed date, without a day where there is none to read; None where the prefix is just a word."""
    what, toward = _DATES[match[0].removesuffix(":").lower()]
    start = match.end()
    if what != "on":
        start += len(plain[start : start + 2]) - len(plain[start : start + 2].lstrip(" "))
    found = match_date(plain, start, base, toward)
    bare = match[0] == "〆"
    # 〆日 is the day of the month on which an account closes.
    if found is not None and found[0] <= limit and not (bare and plain[start : found[0]] == "日"):
        return Value(what, match.start(), found[0], 0, "", found[1])
    tail = plain[match.end() : match.end() + 1]
    if bare or (what != "due" and not tail.strip()):
        return None
    shown = _compiled(_UNREAD).match(plain, match.end())
    return Value(what, match.start(), min(shown.end() if shown else match.end(), limit), 0)


def _number(match: re.Match[str]) -> Value | None:
    """A weight, a time or an amount of money; None where it is zero or beyond the bounds."""
    groups = match.groupdict()
    what, number, currency = _READERS[next(name for name in _READERS if groups.get(name))](match)
    most = {"weight": 100_000, "minutes": MOST_MINUTES}.get(what, MOST_MONEY - 1)
    return Value(what, *match.span(), number, currency) if 0 < number <= most else None


def _scaled(digits: str, places: int) -> int:
    """The number times ten to the power of `places`, exactly; it has no more decimals than that."""
    whole, _, part = digits.replace(",", "").partition(".")
    return int(whole + part.ljust(places, "0"))


def _hours(match: re.Match[str]) -> tuple[What, int, str]:
    return "minutes", int(match["hours"]) * 60 + (30 if match["half"] else int(match["rest"] or 0)), ""


def _decimal_hours(match: re.Match[str]) -> tuple[What, int, str]:
    minutes, rest = divmod(_scaled(match["decimal"], 2) * 60, 100)
    return "minutes", 0 if rest else minutes, ""


_READERS: dict[str, Callable[[re.Match[str]], tuple[What, int, str]]] = {
    "weight": lambda match: ("weight", _scaled(match["weight"], 3), ""),
    "hours": _hours,
    "decimal": _decimal_hours,
    "minutes": lambda match: ("minutes", int(match["minutes"]), ""),
    "amount": lambda match: ("money", _scaled(match["amount"], 2), "USD" if match["sign"] == "$" else "EUR"),
    "yen": lambda match: ("money", _scaled(match["yen"], 0), "JPY"),
    "yen_before": lambda match: ("money", _scaled(match["yen_before"], 0), "JPY"),
    "ten_thousands": lambda match: ("money", _scaled(match["ten_thousands"], 4) + int(match["ones"] or 0), "JPY"),
}
