"""Folding: what people do not type alike must compare alike, and nothing else may."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.folding import (
    fold,
    growing_keys,
    is_cjk_name,
    is_japanese,
    is_latin_word,
    name_key,
    name_keys,
)

TRICKY = st.text(
    st.characters() | st.sampled_from("aZ _-‐‑－ー'’　かガがハヴゝヽヶ々\u3099\u309aﾀﾞｰ゛゜ßİ\u0345\u200d\ufe0f")
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TANAKA", "tanaka"),
        ("ＡＢＣ１２", "abc12"),
        ("ﾀﾅｶ", "たなか"),
        ("ﾀﾞｲ", "だい"),
        ("タナカ", "たなか"),
        ("ヴィラ", "ゔぃら"),
        ("サヽキ", "さゝき"),
        ("か\u3099", "が"),
        ("ワ\u3099", "ヷ"),
        ("㈱さくら", "(株)さくら"),
        ("a　\t b\n", "a b"),
        ("Straße", "STRASSE"),
        ("葛\U000e0100飾", "葛飾"),
        ("a\u200bb", "ab"),
    ],
)
def test_search_ignores_case_width_kana_and_spaces(one: str, other: str) -> None:
    """A search finds a text however either was typed."""
    assert fold(one) == fold(other)


def test_search_keeps_what_tells_words_apart() -> None:
    """Sound marks, the long mark, spaces inside and hyphens carry meaning in a search."""
    assert len({fold(text) for text in ("かき", "がき", "かーき", "か き", "か-き")}) == 5


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Anna_Miller", "annamiller"),
        ("Anna Miller", "anna miller"),
        ("  Anna   Miller ", "anna miller"),
        ("Smith-Jones", "smithjones"),
        ("Smith\u2011Jones", "smithjones"),
        ("Smith\u2010Jones", "smithjones"),
        ("田中　太郎", "田中太郎"),
        ("田中 Taro Maria", "田中taro maria"),
        ("ＴＡＮＡＫＡ－ｋ", "tanakak"),
        ("タロー", "たろー"),
        ("ﾀﾛｰ", "たろー"),
        ("O’Brien", "o'brien"),
        ("O'Brien", "o'brien"),
        ("a - b", "a b"),
        ("_", ""),
        ("", ""),
    ],
)
def test_names_compare_by_key(name: str, key: str) -> None:
    """Case, width, kana, `_`, hyphens and spaces next to Japanese do not tell names apart; the long mark does."""
    assert name_key(name) == key


def test_a_known_name_is_found_with_and_without_its_space() -> None:
    """`@annamiller` and `@Anna Miller` both name her, and nothing is stored under an empty key."""
    assert name_keys("Anna Miller") == {"anna miller", "annamiller"}
    assert name_keys("田中 太郎") == {"田中太郎"}
    assert name_keys(" - ") == frozenset()


@given(TRICKY)
def test_folding_twice_changes_nothing(text: str) -> None:
    """Stored keys are compared with keys of keys; a second folding must not move them."""
    assert fold(fold(text)) == fold(text)
    assert name_key(name_key(text)) == name_key(text)
    for key in name_keys(text):
        assert key.strip() == key != ""


def test_every_character_folds_stably() -> None:
    """The special cases of Unicode's tables are few and odd, so all of them are tried."""
    for code in range(sys.maxunicode + 1):
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)


def test_japanese_characters_are_told_from_punctuation_and_latin() -> None:
    """A boundary between words depends on it."""
    assert all(map(is_japanese, "あンー々〆ヶ漢㐀𠮷ｱｰﾞ"))
    assert not any(map(is_japanese, "aＡ1１、。「」・　（￥@é゛ㅎ😀"))
    assert is_cjk_name("Mr. 田中") and not is_cjk_name("Müller") and not is_cjk_name("")


def test_latin_letters_and_digits_make_words() -> None:
    """`@tan` is not `@tanaka`, nor `@tanäka`; Japanese or a sign ends the word."""
    assert all(map(is_latin_word, "aZ09éßœğễＡｚ５ﬁ\u0301"))
    assert not any(map(is_latin_word, "_-' ×÷あ金ー、@ж"))


@given(TRICKY | st.text("田中タロウたろう Anna_-　：ー・\u3099\u309aﾞ'"))
def test_keys_that_grow_are_those_of_each_beginning(text: str) -> None:
    assert list(growing_keys(text)) == [name_key(text[:end]) for end in range(1, len(text) + 1)]


def test_characters_that_never_join_are_themselves_wherever_they_stand() -> None:
    """The quick way must say of every character and pair what the whole text says."""
    chars = [chr(code) for code in (*range(0x80), *range(0x3000, 0x3100), *range(0x4E00, 0xA000, 97), 0xFF1A)]
    for text in (*chars, *(one + "か" + other for one in chars[:0x180:3] for other in chars[1:0x180:5])):
        assert list(growing_keys(text)) == [name_key(text[:end]) for end in range(1, len(text) + 1)]
