"""Tokens: whatever one looks for is found by the tokens it wants, and none can be split by SQLite."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.folding import fold
from networkjournal.model.tokens import LONGEST, Wanted, tokens, wanted, within_word

JAPANESE = st.text(st.sampled_from("訪問看護の加算たなかーゝ々〆ヶあいう髙𠮷葛\U00031350"), min_size=1, max_size=24)
ANYTHING = st.text(st.characters(codec="utf-8"), max_size=60)


def leads(text: str, token: Wanted) -> bool:
    """Whether the tokens of a text have one that is wanted."""
    known = tokens(text)
    return token.token in known or (token.prefix and any(each.startswith(token.token) for each in known))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("訪問看護", {"訪問", "問看", "看護", "護"}),
        ("訪", {"訪"}),
        ("plan the trip", {"plan", "the", "trip"}),
        ("iphoneを買う。12件", {"iphone", "を買", "買う", "う", "12", "件"}),
        ("訪問、看護", {"訪問", "問", "看護", "護"}),
        ("t@example.org", {"t", "example", "org"}),
        ("müller-lüdenscheidt", {"müller", "lüdenscheidt"}),
        ("🎉", {"🎉"}),
        ("-> [x] \x00\x1b[1m", {"x", "1m"}),
        ("", set()),
    ],
)
def test_latin_words_are_whole_and_all_else_is_in_pairs(text: str, expected: set[str]) -> None:
    assert tokens(text) == expected


@given(JAPANESE, st.data())
def test_a_piece_of_a_japanese_text_wants_only_what_the_text_has(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    assert list(wanted(piece))
    assert all(leads(text, token) for token in wanted(piece))


@given(ANYTHING, st.data())
def test_a_piece_that_begins_no_word_in_the_middle_wants_only_what_the_text_has(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded)))
    piece = folded[start : data.draw(st.integers(start, len(folded)))]
    if not within_word(folded, start):
        assert all(leads(folded, token) for token in wanted(piece))


@given(ANYTHING)
def test_no_token_can_be_split_by_sqlite(text: str) -> None:
    """Its `ascii` tokenizer parts at every ASCII character but letters and digits, and lowers capitals."""
    for token in tokens(fold(text)):
        assert token
        assert all(ord(char) > 127 or (char.isalnum() and char == char.lower()) for char in token)


def test_an_endless_word_is_kept_by_its_beginning() -> None:
    assert tokens("a" * 100_000) == {"a" * LONGEST}
    assert list(wanted("a" * 100_000)) == [Wanted("a" * LONGEST)]
