"""Texts fitted to their place, measured as the terminal shows them."""

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from networkjournal.tui.widgets.plain import clip, fit, wrap

CONSOLE = Console(file=io.StringIO(), width=80)
TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("a あア漢👨👩\u200d\u0301\x1b[]\t\n\u202e"), st.characters()), max_size=40
)


@given(TEXTS, st.integers(0, 30))
def test_a_fitted_text_has_its_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(TEXTS, st.integers(0, 30))
def test_a_clipped_line_has_its_width(text: str, width: int) -> None:
    strip = clip(Text(text, style="red"), width, CONSOLE)
    assert strip.cell_length == width
    assert sum(cell_len(segment.text) for segment in strip) == width
    assert not any(mark in strip.text for mark in "\x1b\n\t\u202e")


def test_what_is_cut_says_so_in_its_own_style() -> None:
    strip = clip(Text.assemble("ab", ("漢字漢字", "red")), 6, CONSOLE)
    assert strip.text == "ab漢 …"[:3] + "…" or strip.text.endswith("…")
    assert list(strip)[-1].style == Style(color="red")


def test_a_text_of_one_piece_keeps_its_style() -> None:
    assert [segment.style for segment in clip(Text("waits", style="red"), 5, CONSOLE)] == [Style(color="red")]


@given(TEXTS, st.integers(2, 30))
def test_wrapped_lines_fit(text: str, width: int) -> None:
    assert all(line.cell_len <= width for line in wrap(text, width, CONSOLE))


def test_wrapping_loses_no_word() -> None:
    assert " ".join(line.plain for line in wrap("one two three", 7, CONSOLE)) == "one two three"


@given(TEXTS.filter(lambda text: "\t" not in text), st.integers(2, 30))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    def bare(plain: str) -> str:
        return "".join(plain.split())

    assert bare("".join(line.plain for line in wrap(text, width, CONSOLE))) == bare(Text(text).plain)


def test_japanese_fills_its_line_and_begins_none_with_a_closing_mark() -> None:
    lines = [line.plain for line in wrap("伊藤 誠さんに紹介してもらい、返していません。", 16, CONSOLE)]
    assert lines == ["伊藤 誠さんに紹", "介してもらい、返", "していません。"]
    assert [line.plain for line in wrap("返していません。", 14, CONSOLE)] == ["返していませ", "ん。"]


def test_a_wrapped_text_keeps_its_colours() -> None:
    first, second = wrap(Text.assemble("紹介", ("の沈黙", "red")), 6, CONSOLE)
    assert (first.plain, second.plain) == ("紹介の", "沈黙")
    assert [span.style for span in second.spans] == ["red"]
