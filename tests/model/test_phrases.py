"""Names in plain prose: found however they are spelled, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.phrases import Phrases, phrase_key

NAMES = ("鈴木 花子", "スズキ ハナコ", "Jane_Smith", "jane@example.jp", "090-1234-5678", "はな", "Ann", "am", "恵")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("昨日鈴木花子さんと", "昨日…さんと"),
        ("鈴木　花子と、鈴木 花子", "…と、…"),
        ("すずきはなこ / ｽｽﾞｷ ﾊﾅｺ", "… / …"),
        ("Jane Smith, JANE-SMITH and janesmith's", "…, … and …'s"),
        ("JaneSmithson, Mary-Jane Smith", "JaneSmithson, Mary-…"),
        ("mail JANE@EXAMPLE.JP now", "mail … now"),
        ("xjane@example.jp", "xjane@example.jp"),
        ("tel 09012345678 or 090 1234 5678", "tel … or …"),
        ("1090-1234-5678", "1090-1234-5678"),
        ("はなさんの話、はなし、花、おはな", "…さんの話、はなし、花、おはな"),
        ("I am Ann, ann and Annual", "I am …, ann and Annual"),
        ("知恵と恵", "知恵と恵"),
        ("鈴木\n花子", "鈴木\n花子"),
        ("", ""),
    ],
)
def test_names_become_an_ellipsis(text: str, left: str) -> None:
    assert Phrases(NAMES).blanked(text) == left


def test_longer_names_of_others_are_left_whole() -> None:
    phrases = Phrases(("田中 太郎", "田中"), ("田中太郎丸", "大田中太郎", "田中 一"))
    assert phrases.blanked("田中太郎丸と大田中太郎と田中太郎と田中一と田中") == "田中太郎丸と大田中太郎と…と田中一と…"


def test_a_name_that_someone_else_bears_is_not_touched() -> None:
    assert Phrases(("鈴木 花子",), ("鈴木花子",)).blanked("鈴木花子") == "鈴木花子"


def test_no_names_find_nothing() -> None:
    assert Phrases(()).blanked("鈴木花子") == "鈴木花子"
    assert not Phrases(("恵",)).near("恵")


@given(st.text(), st.lists(st.text(min_size=2), max_size=4), st.lists(st.text(), max_size=3))
def test_spans_lie_in_the_line_in_order_and_say_a_name(line: str, names: list[str], others: list[str]) -> None:
    keys = set(map(phrase_key, names))
    last = 0
    for start, end in Phrases(names, others).spans(line):
        assert last <= start < end <= len(line)
        assert phrase_key(line[start:end]) in keys
        last = end


@given(st.text(), st.sampled_from(["鈴木 花子", "Jane Smith", "スズキ ハナコ"]), st.text())
def test_a_name_between_spaces_is_always_found(before: str, name: str, after: str) -> None:
    text = f"{before} {name} {after}".replace("\n", " ")
    assert name not in Phrases((name,)).blanked(text)
