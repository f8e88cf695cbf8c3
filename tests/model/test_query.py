"""What is typed to find something: words, phrases in quotes, and where a text has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.query import LONGEST, Asked, Filter, FilterKey, Term, in_one_word, read_asked, read_query


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("訪問　加算", ("訪問", "加算")),
        ("Home  HOME", ("home",)),
        ('"Home  Care" x', ("home care", "x")),
        ("“home care”", ("home care",)),
        ("＂home care＂", ("home care",)),
        ('"home ca', ("home ca",)),
        ('a"b c"d', ("a", "b c", "d")),
        ("ﾀﾅｶ", ("たなか",)),
        ('""', ()),
        (" \u3000\n", ()),
        ("plan* 訪問＊ *", ("plan", "訪問", "*")),
    ],
)
def test_words_are_parted_by_spaces_and_phrases_kept_by_quotes(typed: str, terms: tuple[str, ...]) -> None:
    assert read_query(typed) == terms


@pytest.mark.parametrize(
    ("term", "text", "at"),
    [
        ("plan", "the plan", 4),
        ("pla", "the plan", 4),
        ("lan", "the plan", -1),
        ("an", "plan an", 5),
        ("問看", "訪問看護", 1),
        ("ex", "t@example", 2),
        ("12", "2012年の12件", 6),
        ("!", "a!", 1),
    ],
)
def test_latin_begins_a_word_and_japanese_stands_anywhere(term: str, text: str, at: int) -> None:
    assert Term(term).where(text) == at


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("who:田中", [("who", "田中")]),
        ("誰：田中 夜間", [("who", "田中")]),
        ('WHO:"田中 太郎" 夜間', [("who", "田中 太郎")]),
        ('goal:“home care', [("goal", "home care")]),
        ("目的:在宅 会:交流会", [("goal", "在宅"), ("event", "交流会")]),
        ("kind:insight 種類:紹介", [("kind", "insight"), ("kind", "紹介")]),
        ("from:2026-11 まで:昨日", [("from", "2026-11"), ("to", "昨日")]),
        ("who:田中 who:田中", [("who", "田中")]),
        ("who: 田中 who:", []),
        ('who: "田中"', []),
        ('"who:田中"', []),
        ("https://who:80 whom:田中 :", []),
    ],
)
def test_a_filter_takes_the_word_or_phrase_behind_its_colon(typed: str, filters: list[tuple[FilterKey, str]]) -> None:
    assert list(read_asked(typed).filters) == [Filter(key, value) for key, value in filters]


def test_what_is_typed_besides_filters_are_words() -> None:
    assert read_asked('夜間 who:"田中 太郎" "home care" x') == Asked(
        (Term("夜間"), Term("home care"), Term("x")), (Filter("who", "田中 太郎"),), "夜間 home care x"
    )
    assert read_query('who: "田中"') == ("田中",)


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("who:田中 太郎", 'who:"田中 太郎"'),
        ("who:田中", "who:田中"),
        ("田中 太郎", "田中 太郎"),
        ('who:"a b"', 'who:"a b"'),
    ],
)
def test_what_a_shell_kept_together_stays_one_value(word: str, typed: str) -> None:
    assert in_one_word(word) == typed


def test_names_are_looked_up_without_quotes() -> None:
    assert read_asked('who:鈴木 “田中 太郎” "').name == "田中 太郎"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_whatever_is_typed_can_be_read(typed: str) -> None:
    for term in read_query(typed):
        assert term and term == term.strip() and '"' not in term
        assert term.where(term) == 0


def test_only_the_beginning_of_a_pasted_book_is_read() -> None:
    assert sum(map(len, read_query("あ" * 1_000_000))) == LONGEST
