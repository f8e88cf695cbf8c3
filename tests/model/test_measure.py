"""What a measure counts, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.measure import counted, kanji_number, read_measure


@pytest.mark.parametrize(
    ("text", "target", "unit", "thing"),
    [
        ("新規契約 12件", 12, "件", ["新規", "契約"]),
        ("新規契約を十二件", 12, "件", ["新規", "契約"]),
        ("１２件", 12, "件", []),
        ("12 new contracts", 12, "new contracts", ["contracts"]),
        ("Twelve new contracts by 2027", 12, "new contracts", ["contracts"]),
        ("contracts: 12", 12, "", ["contracts"]),
        ("5 partners for the app", 5, "partners", ["partners"]),
        ("紹介 二十三件", 23, "件", ["紹介"]),
        ("半年で新規12件", 12, "件", ["新規"]),
        ("1,000人に会う", 1000, "人", []),
    ],
)
def test_so_many_of_a_thing_can_be_counted(text: str, target: int, unit: str, thing: list[str]) -> None:
    measure = read_measure(text)
    assert measure is not None
    assert (measure.target, measure.unit, [word.shown for word in measure.thing]) == (target, unit, thing)


@pytest.mark.parametrize(
    "text",
    ["", "12", "売上 100万円", "¥500,000", "50%", "30 minutes a day", "three meetings a week", "月2件の契約", "毎月3件",
     "週に1回会う", "3件以下", "自己紹介を30秒で", "2027年までに", "from 10 to 20 contracts", "Level 3", "be known"],
)  # fmt: skip
def test_what_is_not_surely_a_count_is_none(text: str) -> None:
    assert read_measure(text) is None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("新規契約 一件 #在宅 @伊藤誠", 1), ("契約 2件", 2), ("二件の新規契約", 2), ("契約がまとまった", 1),
        ("契約 ３件", 3), ("三社と話して契約", 1), ("強みを十個、言葉にできた", 0), ("契約更新 三件", 0),
        ("解約 一件", 0), ("契約 0件", 0),
    ],
)  # fmt: skip
def test_a_line_counts_as_much_as_it_says(words: str, count: int) -> None:
    measure = read_measure("新規契約 12件")
    assert measure is not None and counted(measure, words) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("one new contract #visits", 1), ("2 contracts", 2), ("two more contracts", 2), ("a contract", 1),
        ("after 3 meetings a new contract", 1), ("contract lost", 0), ("a good meeting", 0),
    ],
)  # fmt: skip
def test_an_english_line_too(words: str, count: int) -> None:
    measure = read_measure("12 new contracts")
    assert measure is not None and counted(measure, words) == count


def test_a_counter_alone_counts_only_lines_that_use_it() -> None:
    measure = read_measure("12件")
    assert measure is not None
    assert [counted(measure, words) for words in ("契約 二件", "言葉にできた", "3個")] == [2, 0, 0]


@pytest.mark.parametrize(
    ("text", "number"), [("十", 10), ("二十三", 23), ("百五", 105), ("一〇", 10), ("千二百", 1200)]
)
def test_kanji_numerals(text: str, number: int) -> None:
    assert kanji_number(text) == number


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_read_and_nothing_counts_below_nothing(text: str, words: str) -> None:
    measure = read_measure(text)
    if measure is not None:
        assert measure.target > 0 and counted(measure, words) >= 0
