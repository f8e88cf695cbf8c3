"""Harmless text: no character that a terminal obeys is left, and nothing else is touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.harmless import harmless
from networkjournal.model.width import width

OBEYED = [
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *map(chr, range(0xD800, 0xE000)),
    *"\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
]
TEXTS = st.text(st.characters() | st.sampled_from(OBEYED))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, 日本語 [b]markup[/b] 😀", "plain, 日本語 [b]markup[/b] 😀"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x07c\x7f", "a␀b␇c␡"),
        ("\x9b2J", "�2J"),
        ("a\tb", "a b"),
        ("a\r\nb", "a␍ b"),
        ("\u202egnp.exe", "�gnp.exe"),
        ("a\u2028b\ud83d", "a�b�"),
        ("葛\U000e0100 \u3000👩\u200d👧", "葛\U000e0100 \u3000👩\u200d👧"),
    ],
)
def test_each_character_that_acts_is_shown_instead(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_newlines_stay_where_lines_are_wanted() -> None:
    assert harmless("a\n\x1bb\r\n", keep_newlines=True) == "a\n␛b␍\n"


def test_a_stand_in_takes_one_cell() -> None:
    """Columns are counted after this, so a stand-in must be as wide as it is counted."""
    assert [char for char in OBEYED if width(harmless(char)) != 1] == []


@given(TEXTS, st.booleans())
def test_nothing_that_a_terminal_obeys_is_left(text: str, keep_newlines: bool) -> None:
    """The length stays too, so that a highlight found in the text fits what is shown."""
    shown = harmless(text, keep_newlines)
    assert len(shown) == len(text)
    left = [char for char in shown if char in OBEYED or unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")]
    assert set(left) <= ({"\n"} if keep_newlines else set())
    shown.encode()
    assert harmless(shown, keep_newlines) == shown


@given(TEXTS)
def test_all_other_characters_stay(text: str) -> None:
    """What is shown stands for what is there."""
    assert all(now == was for now, was in zip(harmless(text), text, strict=True) if was not in OBEYED)
