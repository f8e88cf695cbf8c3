"""Dates as people type them, in English and Japanese, relative to a base day (capture language, Dates).

Promises a day or None, never an error and never a guess: a phrase that names no day of the calendar (2/30, a weekday
that contradicts its date) is not read at all. Refuses to find dates in running text: `match_date` is asked about one
place, behind a prefix or at the start of an entry. Refuses a clock: the base is always handed in.

Decisions where the capture language is silent:
- `last fri` and `next fri` are the Friday of last week and of next week, weeks running from Monday to Sunday, because
  先週金曜 and 来週金曜 can mean nothing else and both languages must answer alike.
- 29 Feb without a year is the next (or latest) year that has one.
- Months and years later or earlier end on the last day where the day is missing: a month after 31 Jan is 28 Feb.
- A single weekday kanji counts unless kanji or katakana follow: 金にやる is a Friday, 金額 and 金メダル are words.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from networkjournal.lean import Literal
from networkjournal.model.width import narrow

Toward = Literal["coming", "latest"]
"""Which one a day without its year or week is: the coming (the base counts) or the latest one (the base counts too)."""

_Form = tuple[str, Callable[[re.Match[str], date, Toward], date]]
"""A pattern, and what reads its match; ValueError or OverflowError where there is no such day."""

_LONGEST = 64
"""No phrase with what must not follow it is longer, so huge texts are not looked through."""

# A date in Latin letters or digits ends where no word, no range (11/27-28) and no further number (11/27.5) goes on.
_END = r"(?![0-9a-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]|[-_/'’][0-9a-z]|[.,][0-9])"

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    "(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    "|sun(?:day)?)"
)
_WEEKDAY_KANJI = "月火水木金土日"
_WEEKS = {"last": -1, "this": 0, "next": 1, "先々週": -2, "先週": -1, "今週": 0, "来週": 1, "再来週": 2}
_ERAS = {
    "令": 2018,
    "平": 1988,
    "昭": 1925,
    "大": 1911,
    "明": 1867,
    "r": 2018,
    "h": 1988,
    "s": 1925,
    "t": 1911,
    "m": 1867,
}
_DAYS = {
    "today": 0, "今日": 0, "本日": 0, "きょう": 0,
    "tomorrow": 1, "明日": 1, "あした": 1, "あす": 1,
    "yesterday": -1, "昨日": -1, "きのう": -1,
    "day after tomorrow": 2, "明後日": 2, "あさって": 2,
    "day before yesterday": -2, "一昨日": -2, "おととい": -2,
}  # fmt: skip


def match_date(text: str, start: int, base: date, toward: Toward) -> tuple[int, date] | None:
    """The longest date phrase that begins exactly at `start`: the offset behind it, and its day; None if there is none.

    `base` is the day that "yesterday" is counted from; `toward` decides for days without a week or a year.
    """
    window = narrow(text[start : start + _LONGEST]) if start >= 0 else ""
    found = _longest(window, _forms(window))
    if found is None:
        return None
    match, read = found
    try:
        day = read(match, base, toward)
    except (ValueError, OverflowError):
        return None
    return start + match.end(), day


def read_date(text: str, base: date, toward: Toward = "latest") -> date | None:
    """The day that the whole text names (white space around it aside), or None."""
    stripped = text.strip()
    found = match_date(stripped, 0, base, toward)
    return found[1] if found and found[0] == len(stripped) else None


def _forms(window: str) -> tuple[_Form, ...]:
    """The forms that may begin so. Patterns cost most when they are compiled, so only those are."""
    first = window[:1]
    if not first.isascii():
        return _JAPANESE_FORMS
    if first.isdigit():
        return _WHOLE_FORMS if window[4:5] in tuple("-/.年") else _DIGIT_FORMS
    word = window[: next((at for at, char in enumerate(window) if not char.isalpha() or char > "z"), None)].lower()
    if word[:3] in _WEEKDAY_NAMES:
        return (
            _WEEKDAY_FORMS
            if not any(map(window.__contains__, "0123456789"))
            else _WEEKDAY_FORMS + _WEEKDAY_BEFORE_FORMS
        )
    if word[:3] in _MONTH_NAMES:
        return _MONTH_FORMS
    return _FIRST_WORDS.get(word, ())


def _longest(window: str, forms: tuple[_Form, ...]) -> tuple[re.Match[str], Callable[..., date]] | None:
    # Compiling the large classes of the Japanese forms takes ten times as long when case is ignored.
    flags = re.ASCII | (re.IGNORECASE if window[:1].isascii() else 0)
    matches = [(match, read) for pattern, read in forms if (match := re.match(pattern, window, flags))]
    return max(matches, key=lambda pair: pair[0].end(), default=None)


def _named_day(match: re.Match[str], base: date, _toward: Toward) -> date:
    return base + timedelta(_DAYS[match["word"].lower()])


def _calendar_day(match: re.Match[str], base: date, toward: Toward) -> date:
    groups = match.groupdict()
    name = groups.get("name")
    month = _MONTH_NAMES.index(name[:3].lower()) + 1 if name else int(groups["month"])
    day = int(groups["day"])
    if groups.get("era"):
        year = _ERAS[groups["era"][0].lower()] + (1 if groups["year"] == "元" else int(groups["year"]))
        found = date(year, month, day)
    elif groups.get("year"):
        found = date(int(groups["year"]), month, day)
    else:
        found = _in_some_year(month, day, base, toward)
    if groups.get("weekday") and found.weekday() != _weekday_number(groups["weekday"]):
        raise ValueError
    return found


def _in_some_year(month: int, day: int, base: date, toward: Toward) -> date:
    step = 1 if toward == "coming" else -1
    # Eight years: 29 Feb is that rare around 1900.
    for year in range(base.year, base.year + 9 * step, step):
        if day == 29 and month == 2 and (year % 4 or (year % 100 == 0 and year % 400)):
            continue
        found = date(year, month, day)
        if (found - base).days * step >= 0:
            return found
    raise ValueError


def _weekday_number(name: str) -> int:
    return _WEEKDAY_KANJI.find(name[0]) if name[0] in _WEEKDAY_KANJI else _WEEKDAY_NAMES.index(name[:3].lower())


def _weekday_day(match: re.Match[str], base: date, toward: Toward) -> date:
    number = _weekday_number(match["weekday"])
    if match["week"]:
        return base + timedelta(7 * _WEEKS[match["week"].lower()] + number - base.weekday())
    if toward == "coming":
        return base + timedelta((number - base.weekday()) % 7)
    return base - timedelta((base.weekday() - number) % 7)


def _distant_day(match: re.Match[str], base: date, _toward: Toward) -> date:
    count = int(match["count"]) if match["count"].isdigit() else 1
    if match["way"].lower() in ("ago", "前"):
        count = -count
    unit = match["unit"].lower()
    if unit in ("day", "日"):
        return base + timedelta(count)
    if unit in ("week", "週", "週間"):
        return base + timedelta(7 * count)
    return _months_later(base, count * (12 if unit in ("year", "年") else 1))


def _months_later(base: date, months: int) -> date:
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month]
    return date(year, month + 1, min(base.day, longest))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_M, _D, _Y = "(?P<month>[0-9]{1,2})", "(?P<day>[0-9]{1,2})", "(?P<year>[0-9]{4})"
_ORDINAL = "(?:st|nd|rd|th)?"
# A year behind a day and month; in 27 Nov 3000円 there is an amount instead.
_YEAR_BEHIND = r"(?:\.?,? {1,2}" + _Y + "(?![円分時人万])" + _END + ")?" + _END
_DAY_FIRST = _D + _ORDINAL + "(?: of)? {0,2}" + _MONTH + _YEAR_BEHIND
_MONTH_FIRST = _MONTH + r"\.? {0,2}" + _D + _ORDINAL + _YEAR_BEHIND
_ISO = _Y + "(?P<mark>[-/.])" + _M + "(?P=mark)" + _D + _END
_SLASHED = _M + "/" + _D + _END
_KANJI_DAY = _M + "月 ?" + _D + "日"
_ERA = "(?P<era>令和|平成|昭和|大正|明治|[rhstm])(?P<year>元|[0-9]{1,2})"
_ERA_FORMS: tuple[_Form, ...] = (
    (_ERA + "年 ?" + _KANJI_DAY, _calendar_day),
    (_ERA + "(?P<mark>[-/.])" + _M + "(?P=mark)" + _D + _END, _calendar_day),
)
_WHOLE_FORMS: tuple[_Form, ...] = (
    (_ISO, _calendar_day),
    (_Y + "年 ?" + _KANJI_DAY, _calendar_day),
)
_AGO = "(?P<unit>day|week|month|year)s? {1,2}(?P<way>ago)" + _END
_DIGIT_FORMS: tuple[_Form, ...] = (
    (_SLASHED, _calendar_day),
    (_KANJI_DAY, _calendar_day),
    (_DAY_FIRST, _calendar_day),
    ("(?P<count>[0-9]{1,5}) ?(?P<unit>日|週間?|[かヶカヵケ箇]月|年)(?P<way>前(?!後)|後)", _distant_day),
    ("(?P<count>[0-9]{1,5}) {1,2}" + _AGO, _distant_day),
)
_WEEKDAY_FORMS: tuple[_Form, ...] = (("(?:(?P<week>last|this|next) {1,2})?" + _WEEKDAY + _END, _weekday_day),)
_WEEKDAY_BEFORE_FORMS: tuple[_Form, ...] = tuple(
    (_WEEKDAY + r"\.?,? {1,2}" + form, _calendar_day) for form in (_DAY_FIRST, _MONTH_FIRST, _SLASHED, _ISO)
)
_MONTH_FORMS: tuple[_Form, ...] = ((_MONTH_FIRST, _calendar_day),)
_NAMED_FORMS: tuple[_Form, ...] = (
    ("(?:the {1,2})?(?P<word>" + _any_of(filter(str.isascii, _DAYS)) + ")" + _END, _named_day),
)
_FIRST_WORDS: dict[str, tuple[_Form, ...]] = {
    **dict.fromkeys(("today", "tomorrow", "yesterday", "the", "day"), _NAMED_FORMS),
    **dict.fromkeys(("last", "this", "next"), _WEEKDAY_FORMS),
    **dict.fromkeys(("a", "an", "one"), (("(?P<count>an?|one) {1,2}" + _AGO, _distant_day),)),
    **dict.fromkeys("rhstm", _ERA_FORMS),
    "in": (
        ("(?P<way>in) {1,2}(?P<count>[0-9]{1,5}|an?|one) {1,2}(?P<unit>day|week|month|year)s?" + _END, _distant_day),
    ),
}
_JAPANESE_FORMS: tuple[_Form, ...] = (
    ("(?P<word>" + _any_of(word for word in _DAYS if not word.isascii()) + ")", _named_day),
    (
        "(?:(?P<week>" + _any_of(word for word in _WEEKS if not word.isascii()) + ")の?)?(?P<weekday>[月火水木金土日])"
        "(?:曜日?|(?![々〆\u30a1-\u30fa\u30fc\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]))",
        _weekday_day,
    ),
    *_ERA_FORMS,
)
