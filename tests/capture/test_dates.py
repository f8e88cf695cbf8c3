"""Dates as typed: each documented form is read in its sense, and what names no day of the calendar is left as words."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from networkjournal.capture.dates import Toward, match_date, read_date

MONDAY = date(2026, 11, 23)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BITS = """0 1 2 9 27 11 2026 29 99999 / - . : , 年 月 日 前 後 週 週間 か月 の 金 曜 令和 元 R st of １ ２ ／
last next this in ago a days weeks months years mon fri nov feb day after tomorrow 今日 先週 来週 明後日"""
PHRASES = st.text(max_size=30) | st.lists(st.sampled_from([*BITS.split(), " ", "\u3000"]), max_size=9).map("".join)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(1896, 2, 29), date(2026, 1, 31)])


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("2026-11-27", "2026-11-27"),
        ("2026-1-5", "2026-01-05"),
        ("2026/11/27", "2026-11-27"),
        ("2026.11.27", "2026-11-27"),
        ("２０２６－１１－２７", "2026-11-27"),
        ("2026年11月27日", "2026-11-27"),
        ("２０２６年１月５日", "2026-01-05"),
        ("令和8年11月27日", "2026-11-27"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("R8.11.27", "2026-11-27"),
        ("r8/11/27", "2026-11-27"),
        ("S39.10.10", "1964-10-10"),
        ("27 Nov 2026", "2026-11-27"),
        ("27 november 2026", "2026-11-27"),
        ("27th of Nov. 2026", "2026-11-27"),
        ("Nov 27, 2026", "2026-11-27"),
        ("November 27, 2026", "2026-11-27"),
        ("Fri 27 Nov 2026", "2026-11-27"),
        ("Friday, November 27, 2026", "2026-11-27"),
        ("today", "2026-11-23"),
        ("TODAY", "2026-11-23"),
        ("今日", "2026-11-23"),
        ("本日", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("昨日", "2026-11-22"),
        ("きのう", "2026-11-22"),
        ("tomorrow", "2026-11-24"),
        ("明日", "2026-11-24"),
        ("あした", "2026-11-24"),
        ("おととい", "2026-11-21"),
        ("一昨日", "2026-11-21"),
        ("the day before yesterday", "2026-11-21"),
        ("明後日", "2026-11-25"),
        ("あさって", "2026-11-25"),
        ("day after tomorrow", "2026-11-25"),
        ("last fri", "2026-11-20"),
        ("先週金曜", "2026-11-20"),
        ("先週の金曜日", "2026-11-20"),
        ("先週金", "2026-11-20"),
        ("this fri", "2026-11-27"),
        ("今週金曜", "2026-11-27"),
        ("next fri", "2026-12-04"),
        ("Next  Friday", "2026-12-04"),
        ("来週金曜", "2026-12-04"),
        ("来週の金曜", "2026-12-04"),
        ("再来週の月曜", "2026-12-07"),
        ("先々週月曜日", "2026-11-09"),
        ("3 days ago", "2026-11-20"),
        ("a week ago", "2026-11-16"),
        ("3日前", "2026-11-20"),
        ("３日前", "2026-11-20"),
        ("3日後", "2026-11-26"),
        ("in 2 weeks", "2026-12-07"),
        ("in a month", "2026-12-23"),
        ("2週間後", "2026-12-07"),
        ("2週間前", "2026-11-09"),
        ("1か月後", "2026-12-23"),
        ("1ヶ月前", "2026-10-23"),
        ("1 year ago", "2025-11-23"),
        ("2年後", "2028-11-23"),
        ("　今日 ", "2026-11-23"),
    ],
)
def test_a_phrase_that_names_one_day_reads_alike_in_both_directions(phrase: str, day: str) -> None:
    """Only days without a week or a year depend on what they are read for."""
    assert read_date(phrase, MONDAY, "coming") == read_date(phrase, MONDAY, "latest") == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("phrase", "coming", "latest"),
    [
        ("fri", "2026-11-27", "2026-11-20"),
        ("Friday", "2026-11-27", "2026-11-20"),
        ("金", "2026-11-27", "2026-11-20"),
        ("金曜", "2026-11-27", "2026-11-20"),
        ("金曜日", "2026-11-27", "2026-11-20"),
        ("mon", "2026-11-23", "2026-11-23"),
        ("月曜", "2026-11-23", "2026-11-23"),
        ("sun", "2026-11-29", "2026-11-22"),
        ("日", "2026-11-29", "2026-11-22"),
        ("11/27", "2026-11-27", "2025-11-27"),
        ("１１／２７", "2026-11-27", "2025-11-27"),
        ("11月27日", "2026-11-27", "2025-11-27"),
        ("27 Nov", "2026-11-27", "2025-11-27"),
        ("Nov 27th", "2026-11-27", "2025-11-27"),
        ("11/23", "2026-11-23", "2026-11-23"),
        ("1/5", "2027-01-05", "2026-01-05"),
        ("2/29", "2028-02-29", "2024-02-29"),
        ("29 Feb", "2028-02-29", "2024-02-29"),
    ],
)
def test_a_bare_day_is_the_coming_or_the_latest_one(phrase: str, coming: str, latest: str) -> None:
    """`due:fri` looks ahead and `on:fri` looks back, and the base's own day counts for both."""
    assert read_date(phrase, MONDAY, "coming") == date.fromisoformat(coming)
    assert read_date(phrase, MONDAY, "latest") == date.fromisoformat(latest)


@pytest.mark.parametrize("phrase", ["last", "next"])
@pytest.mark.parametrize("offset", range(7))
def test_last_and_next_weekday_mean_the_same_in_both_languages(phrase: str, offset: int) -> None:
    """The capture language lists them as one form, so they must agree on every day of the week."""
    base = MONDAY + timedelta(offset)
    japanese = {"last": "先週", "next": "来週"}[phrase]
    for name, kanji in zip(WEEKDAYS, "月火水木金土日", strict=True):
        assert read_date(f"{phrase} {name}", base) == read_date(f"{japanese}{kanji}曜", base) is not None


def test_months_and_years_end_on_the_months_last_day() -> None:
    """31 January has no counterpart in February; nobody means the 3rd of March."""
    assert read_date("1か月後", date(2026, 1, 31)) == date(2026, 2, 28)
    assert read_date("in 1 month", date(2028, 1, 31)) == date(2028, 2, 29)
    assert read_date("1 year ago", date(2028, 2, 29)) == date(2027, 2, 28)
    assert read_date("3 months ago", date(2026, 1, 31)) == date(2025, 10, 31)


@pytest.mark.parametrize(
    "phrase",
    [
        "", " ", "2026-02-30", "2/30", "13/1", "0/5", "30 Feb", "Feb 29, 2026", "0000-01-01", "99999年後",
        "in 99999 years", "11/27/2026", "11/271", "2026-11-27-1", "11/27-28", "1.5", "27", "3日", "3日前後",
        "friend", "fri-day", "money", "mon_1", "next month", "next week", "last", "tomorrows", "today's", "nov", "may",
        "金額", "金曜額", "日本", "土日", "金メダル", "月々", "日々", "来週", "Thu 27 Nov 2026", "令和8年", "R8.11/27",
        "３日ago", "on", "fri sat", "①月1日", "٣/٤",
    ],
)  # fmt: skip
def test_what_names_no_day_is_not_read(phrase: str) -> None:
    """A date that is silently wrong is worse than one the preview calls unread."""
    assert read_date(phrase, MONDAY) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("fri 報告", "fri"),
        ("friまで", "fri"),
        ("金にやる", "金"),
        ("金、電話", "金"),
        ("金曜会議", "金曜"),
        ("11/27(金)", "11/27"),
        ("11/27. Then", "11/27"),
        ("11/20: met", "11/20"),
        ("11月27日までに", "11月27日"),
        ("27 Nov 3000円", "27 Nov"),
        ("27 Nov. Then", "27 Nov"),
        ("27 Nov 2026に", "27 Nov 2026"),
        ("fri 3 people", "fri"),
        ("3日前に会った", "3日前"),
        ("昨日： 田中さんと", "昨日"),
        ("来週の金曜日に", "来週の金曜日"),
        ("明後日まで", "明後日"),
    ],
)
def test_the_longest_phrase_is_taken_and_no_more(text: str, phrase: str) -> None:
    """What follows a date stays words, character for character."""
    found = match_date("due:" + text, 4, MONDAY, "coming")
    assert found == (4 + len(phrase), read_date(phrase, MONDAY, "coming"))
    assert found[1] is not None


def test_a_date_begins_exactly_where_it_is_asked_for() -> None:
    """The caller stands behind a prefix; a date further on belongs to the words."""
    assert match_date("xx fri", 2, MONDAY, "coming") is None
    assert match_date("xx fri", -3, MONDAY, "coming") is None
    assert match_date("fri", 99, MONDAY, "coming") is None
    assert match_date("fri" + "x" * 10**6, 0, MONDAY, "coming") is None


@given(PHRASES, DAYS, st.sampled_from(["coming", "latest"]))
@example("9999年後", date.max, "coming")
@example("2/29", date.max, "coming")
@example("2/29", date.min, "latest")
@example("last mon", date.min, "latest")
def test_reading_never_raises(text: str, base: date, toward: Toward) -> None:
    """Every keystroke of the preview is read, at every place of the calendar."""
    for start in range(min(len(text), 12) + 1):
        found = match_date(text, start, base, toward)
        assert found is None or start < found[0] <= len(text)


@given(st.dates(), st.dates())
def test_iso_dates_are_read_back(day: date, base: date) -> None:
    """Dates are written back in ISO form, so saving a text again must not move them."""
    assert read_date(day.isoformat(), base) == day


@given(st.dates(date(20, 1, 1), date(9980, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_bare_day_is_within_a_year_of_its_base(base: date, month: int, day: int) -> None:
    """The next or latest one is the nearest in its direction."""
    coming, latest = (read_date(f"{month}/{day}", base, toward) for toward in ("coming", "latest"))
    assert coming is not None and latest is not None
    assert base <= coming <= base + timedelta(365) and base - timedelta(365) <= latest <= base
