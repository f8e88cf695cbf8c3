"""Which line is posted as what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.capture.marks import lines
from networkjournal.model.width import narrow


def mark(text: str) -> str:
    """The mark of a one-line text."""
    return next(lines(text)).mark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-> @田中", "given"),
        ("→ @田中", "given"),
        ("－＞ @田中", "given"),
        ("<- @田中", "received"),
        ("←@田中", "received"),
        ("<> @田中", "settlement"),
        ("[ ] 送る", "open"),
        ("［ ］ 送る", "open"),
        ("［　］ 送る", "open"),
        ("[x] 送った", "done"),
        ("[X] 送った", "done"),
        ("[<] 返事", "awaiting"),
        ("[-] やめた", "dropped"),
        ("! 学んだ", "insight"),
        ("！ 学んだ", "insight"),
        ("!　学んだ", "insight"),
        ("= 契約", "result"),
        ("＝　契約", "result"),
        ("  - -> @田中", "given"),
        ("* [ ] 送る", "open"),
        ("・<- @田中", "received"),
        ("・ ! 学んだ", "insight"),
    ],
)
def test_a_mark_counts_in_every_form_and_after_one_bullet(text: str, expected: str) -> None:
    assert expected == mark(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("![画像](a.png)", "an image has no space after the sign"),
        ("!すごい", "an exclamation is no mark without a space"),
        ("== 見出し", "two signs are no mark"),
        ("=x", "a formula"),
        ("[x](https://example.org)", "a Markdown link"),
        ("[x]: https://example.org", "a link's definition"),
        ("--> see", "an arrow of another length"),
        ("<-- see", "an arrow of another length"),
        ("- - -> @田中", "only one bullet is taken off"),
        ("今日は -> @田中", "a mark stands at the start"),
        ("[ ]", "an empty box says nothing"),
        ("!  ", "an exclamation alone says nothing"),
        ("", "an empty line"),
    ],
)
def test_what_only_looks_like_a_mark_is_prose(text: str, reason: str) -> None:
    assert mark(text) == "prose", reason


def test_nothing_in_a_code_block_is_a_mark_and_an_unclosed_one_lasts() -> None:
    read = list(lines("```\n-> @田中\n```\n-> @田中\n- ```sh\n! 学び"))

    assert [line.mark for line in read] == ["prose", "prose", "prose", "given", "prose", "prose"]
    assert [line.fenced for line in read] == [True, True, True, False, True, True]


@given(st.text())
def test_lines_keep_every_character_in_its_place(text: str) -> None:
    read = list(lines(text))

    assert text == "\n".join(line.text for line in read)
    assert all(0 <= line.start <= len(line.text) for line in read)
    assert len(narrow(text)) == len(text)
