"""Width: columns of Japanese, emoji and plain text line up on the command line just as in the interface."""

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from networkjournal.model.width import clip, narrow, pad, width

PROBES = [
    "", "abc", "tab\there", "\x1b[1m", "田中 太郎", "ﾀﾅｶ", "ﾀﾞｲ", "か\u3099", "ダイ", "𠮷野", "葛\U000e0100飾",
    "㋿", "é", "e\u0301", "…", "→", "─│▕", "★", "①", "😀", "👩\u200d👩\u200d👧", "👍🏽", "❤\ufe0f", "❤", "☎\ufe0f",
    "1\ufe0f\u20e3", "🇯🇵", "🇯🇵🇫🇷", "🇯", "한국어", "\u1112\u1161\u11ab", "한\u200b국", "￥５，０００", "a\u00adb",
    "नमस्ते", "ไทย", "עברית", "𝒳", "\ud800", "🏳\ufe0f\u200d🌈", "\u200d漢", "漢\u200d", "\ufe0fa", "a\ufe0f",
    "㈱さくら", "☀\ufe0f\ufe0f", "䷀", "☰", "\x00a",
]  # fmt: skip
DRAWN = st.characters().filter(lambda char: category(char) != "Cn")
PIECES = st.sampled_from("aあ漢ｱ\u3099\u0301\u200d\ufe0f❤☀👩👧🇯🇵🏽1\u20e3 …ㅎ")
TEXTS = st.text(PIECES | DRAWN, max_size=30)


@pytest.mark.parametrize("text", PROBES)
def test_widths_agree_with_the_interface(text: str) -> None:
    assert width(text) == cell_len(text)


@given(TEXTS)
def test_any_text_is_as_wide_as_the_interface_draws_it(text: str) -> None:
    """The two front ends share tables and exports; a column must not shift between them."""
    assert width(text) == cell_len(text)


def test_every_character_python_knows_is_as_wide_as_the_interface_draws_it() -> None:
    """Tables have odd corners, so all are tried; characters Python does not know differ between Unicode versions."""
    known = (chr(code) for code in range(sys.maxunicode + 1) if category(chr(code)) not in ("Cn", "Co", "Cs"))
    assert [hex(ord(char)) for char in known if width(char) != cell_len(char)] == []


def test_a_sign_in_emoji_style_is_wide() -> None:
    """The selector widens just the signs that have two styles."""
    known = [chr(code) for code in range(sys.maxunicode + 1) if category(chr(code)) not in ("Cn", "Co", "Cs")]
    differing = [char for char in known if width(char + "\ufe0f") != cell_len(char + "\ufe0f")]
    assert differing == []


@pytest.mark.parametrize(
    ("text", "cells", "clipped"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("ab cd", 4, "ab…"),
        ("田中太郎", 8, "田中太郎"),
        ("田中太郎", 7, "田中太…"),
        ("田中太郎", 6, "田中…"),
        ("田中", 1, "…"),
        ("田中", 0, ""),
        ("abc", -1, ""),
        ("か\u3099き\u3099", 3, "か\u3099…"),
        ("👩\u200d👩\u200d👧👧", 3, "👩\u200d👩\u200d👧…"),
        ("👩\u200d👩\u200d👧👧", 2, "…"),
        ("🇯🇵🇫🇷", 3, "🇯🇵…"),
        ("🇯🇵🇫🇷", 2, "…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_a_clipped_text_says_so_and_cuts_nothing_in_half(text: str, cells: int, clipped: str) -> None:
    assert clip(text, cells) == clipped


@given(TEXTS, st.integers(-1, 40))
def test_a_clipped_text_fits(text: str, cells: int) -> None:
    """And it is cut only where it must be."""
    clipped = clip(text, cells)
    assert width(clipped) <= max(cells, 0)
    assert (clipped == text) == (width(text) <= cells) or cells <= 0 or text.endswith("…")


@given(TEXTS.filter(lambda text: not text.endswith("\u200d")), st.integers(-1, 40), st.booleans())
def test_a_padded_text_fills_its_column(text: str, cells: int, right: bool) -> None:
    """Wider texts stay whole: cutting is `clip`'s."""
    padded = pad(text, cells, right)
    assert width(padded) == max(width(text), cells)
    assert padded.endswith(text) if right else padded.startswith(text)


@given(TEXTS)
def test_narrowing_keeps_every_offset(text: str) -> None:
    """Values are found in the narrowed text and cut from the original."""
    assert len(narrow(text)) == len(text)


def test_full_width_ascii_is_narrowed_and_nothing_else() -> None:
    """Kana have rules of their own (folding); here only signs, letters and digits count the same."""
    assert narrow("＊１．５：　￥Ａｚ～／ｱアー") == "*1.5: ¥Az~/ｱアー"
