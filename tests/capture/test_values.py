"""Values: each documented form is read where it stands alone, and inside words it is words."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from networkjournal.capture.values import MOST_MINUTES, MOST_MONEY, Found, Value, find_values
from networkjournal.model.width import narrow

MONDAY = date(2026, 11, 23)
ALL = frozenset({"weight", "minutes", "money", "on", "due", "done"})
BITS = """* ＊ ¥ ￥ $ € 0 3 30 ５ 1,000 000 . , : ： m h min 分 時間 半 時 万 円 on: due: done: 期限： 〆 fri 金
昨日 11/27 3日前 @ # - ~ 〜 ー / の 、 a 田 x"""
LINES = st.text(max_size=30) | st.lists(st.sampled_from([*BITS.split(), " ", "\u3000"]), max_size=12).map("".join)
PLACES = st.integers(-2, 30)


def find(text: str) -> Found:
    """All sorts, on a Monday."""
    return find_values(text, MONDAY, ALL)


def only(text: str) -> tuple[str, int, str]:
    """The one value of the text."""
    (value,) = find(text).values
    return value.what, value.number, value.currency


def words(text: str) -> bool:
    """Whether the text holds no value and no failed one."""
    return find(text) == ((), (), ())


@pytest.mark.parametrize(
    ("typed", "thousandths"),
    [("*3", 3000), ("＊3", 3000), ("*0.5", 500), ("＊１．５", 1500), ("*100", 100_000), ("*0.125", 125), ("*03", 3000)],
)
def test_weights(typed: str, thousandths: int) -> None:
    assert only(typed) == ("weight", thousandths, "")


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30m", 30),
        ("30min", 30),
        ("30mins", 30),
        ("30M", 30),
        ("30分", 30),
        ("３０分", 30),
        ("2h", 120),
        ("2hrs", 120),
        ("2時間", 120),
        ("1h30m", 90),
        ("1時間30分", 90),
        ("１時間３０分", 90),
        ("2時間半", 150),
        ("1.5h", 90),
        ("1.5時間", 90),
        ("100000m", 100_000),
    ],
)
def test_times(typed: str, minutes: int) -> None:
    assert only(typed) == ("minutes", minutes, "")


@pytest.mark.parametrize(
    ("typed", "number", "currency"),
    [
        ("¥5,000", 5000, "JPY"),
        ("￥5000", 5000, "JPY"),
        ("￥５，０００", 5000, "JPY"),
        ("¥5000円", 5000, "JPY"),
        ("5000円", 5000, "JPY"),
        ("1,234,567円", 1234567, "JPY"),
        ("3万円", 30_000, "JPY"),
        ("1.5万円", 15_000, "JPY"),
        ("3万5000円", 35_000, "JPY"),
        ("$20", 2000, "USD"),
        ("$20.50", 2050, "USD"),
        ("$20.5", 2050, "USD"),
        ("$1,234.50", 123450, "USD"),
        ("＄20", 2000, "USD"),
        ("€15", 1500, "EUR"),
        ("€0.05", 5, "EUR"),
        ("¥999999999999999", 10**15 - 1, "JPY"),
    ],
)
def test_money(typed: str, number: int, currency: str) -> None:
    """Always whole minor units: the yen has none below it."""
    assert only(typed) == ("money", number, currency)


@pytest.mark.parametrize(
    ("typed", "what", "day"),
    [
        ("on:2026-11-20", "on", "2026-11-20"),
        ("on:yesterday", "on", "2026-11-22"),
        ("on:昨日", "on", "2026-11-22"),
        ("on：昨日", "on", "2026-11-22"),
        ("on:fri", "on", "2026-11-20"),
        ("On:3 days ago", "on", "2026-11-20"),
        ("due:fri", "due", "2026-11-27"),
        ("due:11/20", "due", "2027-11-20"),
        ("due: fri", "due", "2026-11-27"),
        ("due:in 2 weeks", "due", "2026-12-07"),
        ("期限:金", "due", "2026-11-27"),
        ("期限：　来週の金曜", "due", "2026-12-04"),
        ("〆11/27", "due", "2026-11-27"),
        ("〆：11月27日", "due", "2026-11-27"),
        ("〆金曜", "due", "2026-11-27"),
        ("〆日曜", "due", "2026-11-29"),
        ("done:fri", "done", "2026-11-20"),
        ("done:11/20", "done", "2026-11-20"),
    ],
)
def test_prefixed_dates(typed: str, what: str, day: str) -> None:
    """A due date looks ahead, the others look back."""
    assert find(typed) == ((Value(what, 0, len(typed), 0, "", date.fromisoformat(day)),), (), ())  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["*3", "30m", "1時間30分", "¥5,000", "5000円", "$20.50", "on:2026-11-20", "due:fri"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        (" ", " "),
        ("　", "　"),
        ("相談に", "かけた"),
        ("、", "。"),
        ("（", "）"),
        ("(", ")"),
        ("info: ", ", then"),
        ("①", "."),
    ],
)
def test_a_value_stands_between_spaces_japanese_and_punctuation(typed: str, before: str, after: str) -> None:
    (value,) = find(before + typed + after).values
    assert (value.start, value.end) == (len(before), len(before) + len(typed))


@pytest.mark.parametrize(
    "text",
    [
        "a30m", "30mx", "é30m", "30mé", "ж30m", "x_30m", "30m_", "30meters", "130m5", "5km", "3hours", "30 m",
        "-30m", "20-30m", "20〜30分", "20ー30分", "30m-40m", "30分〜40分", "～30分", "1,30m", "10:30m", "1.30m",
        "30m.5", "3時30分", "１０時３０分", "+30m", "/30m", "30m/2", "30分の1", "2時間目", "0m", "0h0m", "100001m",
        "9999999m", "1.33h", "30%", "2*3", "**3", "*3*", "*3x", "* 3", "*0", "*0.0", "*101", "*0.1234", "*1000",
        "*.5", "*3-4", "a*3", "*3,5", "¥0", "$0", "0円", "$0.00", "US$20", "$20x", "$20.505", "$20.50.1", "¥5,00",
        "¥50,0000", "¥5000.50", "¥ 5000", "¥5000/月", "3千円", "5億3000円", "1.23456万円", "¥1000000000000000",
        "¥" + "9" * 5000, "9" * 5000 + "円", "9" * 5000 + "m", "*" + "1" * 5000, "5000 円", "3000〜5000円", "$20-30",
        "%20円", "#5円", "Boston:fri", "moveon:fri", "overdue:fri", "season:", "on: fri", "done: all of it", "on:",
        "〆切", "〆", "〆日は11/27", "締切:fri", "期限", "due", "on 3 days ago",
    ],
)  # fmt: skip
def test_inside_words_and_doubtful_forms_are_words(text: str) -> None:
    """What is not surely a value is never posted as one."""
    assert words(text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("due:someday", (0, 11)),
        ("x due:2/30まで", (2, 10)),
        ("due:", (0, 4)),
        ("due: pay", (0, 4)),
        ("on:来週あたり、30分", (0, 8)),
        ("on:先月30分", (0, 5)),
        ("期限：Thu 27 Nov 2026", (0, 6)),
        ("done:金額", (0, 7)),
        ("due:30m", (0, 7)),
    ],
)
def test_a_prefix_without_a_date_is_reported(text: str, span: tuple[int, int]) -> None:
    """The preview says so; a date that silently did nothing would be missed until it is too late."""
    assert find(text).unread == (span,)


def test_what_follows_an_unread_prefix_is_still_read() -> None:
    assert [value.number for value in find("on:来週あたり、30分と5000円").values] == [30, 5000]


def test_second_values_of_a_sort_stay_words() -> None:
    """Each value counts at most once; the preview names the others."""
    found = find("30m *2 20分 ¥500 $3 *4 on:fri on:thu")
    assert [(value.what, value.number) for value in found.values] == [
        ("minutes", 30),
        ("weight", 2000),
        ("money", 500),
        ("on", 0),
    ]
    assert [value.start for value in found.repeated] == [7, 16, 19, 29]


def test_only_wanted_sorts_are_found() -> None:
    """An action line knows due dates, not weights: `*3` in it is words, and no second one is reported."""
    text = "*3 30m due:fri *4 on:nonsense"
    assert [value.what for value in find_values(text, MONDAY, {"due"}).values] == ["due"]
    assert find_values(text, MONDAY, {"due"})[1:] == ((), ())
    assert find_values(text, MONDAY, frozenset()) == ((), (), ())


def test_mentions_are_not_looked_into() -> None:
    """A contact may be called 30m or 5000円."""
    text = "@[30m] 20m @5000円 due:@fri"
    found = find_values(text, MONDAY, ALL, [(22, 26), (0, 6), (11, 17)])
    assert [(value.what, value.number) for value in found.values] == [("minutes", 20)]
    assert found.unread == ((18, 22),)


def test_a_value_may_stand_right_after_a_japanese_name() -> None:
    assert [value.number for value in find_values("@田中30分", MONDAY, ALL, [(0, 3)]).values] == [30]
    assert find_values("@anna30m", MONDAY, ALL, [(0, 5)]).values == ()


@given(
    LINES, st.frozensets(st.sampled_from(sorted(ALL))), st.lists(st.tuples(st.integers(-2, 30), st.integers(-2, 30)))
)
@example("30m 30m *1*1 on:fri〆金", ALL, [(0, 0), (5, 3), (4, 9)])
def test_found_spans_are_apart_and_in_order(text: str, wanted: frozenset[str], taken: list[tuple[int, int]]) -> None:
    """Whatever is typed: no error, no overlap, nothing unwanted, nothing inside a mention."""
    found = find_values(text, MONDAY, wanted, taken)
    spans = [value[1:3] for value in (*found.values, *found.repeated)] + list(found.unread)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    ordered = sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(ordered))
    assert all(end <= first or last <= start or last <= first for start, end in spans for first, last in taken)
    for several in (found.values, found.repeated):
        assert list(several) == sorted(several, key=lambda value: value.start)
        assert {value.what for value in several} <= wanted
    assert len({value.what for value in found.values}) == len(found.values)
    for value in found.values:
        assert (value.day is None) == (value.number > 0) and value.number <= max(MOST_MINUTES, MOST_MONEY)
        assert (value.what == "money") == (value.currency != "")


@given(LINES)
def test_full_width_forms_count_the_same(text: str) -> None:
    assert find(text) == find(narrow(text))
