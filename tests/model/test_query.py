"""What is typed to find something: words, phrases in quotes, and where a text has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.query import LONGEST, Term, plain_words, read_query


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


def test_names_are_looked_up_without_quotes() -> None:
    assert plain_words('“田中 太郎” "') == "田中 太郎"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_whatever_is_typed_can_be_read(typed: str) -> None:
    for term in read_query(typed):
        assert term and term == term.strip() and '"' not in term
        assert term.where(term) == 0


def test_only_the_beginning_of_a_pasted_book_is_read() -> None:
    assert sum(map(len, read_query("あ" * 1_000_000))) == LONGEST
