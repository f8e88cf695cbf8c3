"""Printing: tables line up, nothing harms a terminal, and JSON is one document."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.cli.output import Out, Painted, json_text, table, wrapped
from networkjournal.model.width import width

ROWS = (("鈴木 花子", "received", "-5"), ("Anna Miller", "even", "12"), ("", "none", "0"))
CELLS = st.text(st.characters(codec="utf-8"), max_size=12)


def test_columns_line_up_in_cells_not_in_characters() -> None:
    assert table(ROWS, "llr").splitlines() == [
        "鈴木 花子    received  -5",
        "Anna Miller  even      12",
        "             none       0",
    ]


def test_no_line_ends_with_spaces_and_missing_cells_are_empty() -> None:
    assert table((("a", "long one"), ("b",), ()), "ll", heads=("X", "Y")) == "X  Y\na  long one\nb\n\n"


def test_the_widest_column_gives_way_on_a_narrow_terminal() -> None:
    rows = (("短い", "とても長い説明がここに立っています", "1200"), ("x", "y", "3"))
    lines = table(rows, "llr", 24).splitlines()
    assert max(map(width, lines)) <= 24
    assert re.fullmatch("短い  とても.*… +1200", lines[0])


def test_figures_are_never_cut() -> None:
    assert "123456789" in table((("name of someone", "123456789"),), "lr", 5)


def test_a_cell_is_one_line_and_holds_no_control_character() -> None:
    shown = table((("a\nb\x1b[31m\x07", "c"),), "ll")
    assert shown.count("\n") == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


def test_colours_are_outside_of_what_is_measured() -> None:
    row = ((Painted("ab", "wrong"), "c"), ("abcd", "d"))
    assert table(row, "ll", colour=True) == "\x1b[31mab\x1b[0m    c\nabcd  d\n"
    assert table(row, "ll") == "ab    c\nabcd  d\n"


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5), st.integers(40, 120))
def test_any_table_keeps_to_the_line_and_has_a_line_for_each_row(rows: list[list[str]], cells: int) -> None:
    lines = table(rows, "lll", cells).split("\n")
    assert len(lines) == len(rows) + 1
    assert all(width(line) <= cells for line in lines)


def test_a_paragraph_breaks_at_spaces_in_english() -> None:
    assert wrapped("Print the same facts as JSON, for a program.", 20) == [
        "Print the same facts",
        "as JSON, for a",
        "program.",
    ]


def test_a_paragraph_breaks_between_japanese_characters_but_not_before_a_closing_mark() -> None:
    assert wrapped("日誌を開く。次へ「進む」。", 10) == ["日誌を開", "く。次へ", "「進む」。"]


def test_newlines_and_long_words_stay() -> None:
    assert wrapped("a\n\nverylongword b", 4) == ["a", "", "verylongword", "b"]


@given(st.text(st.sampled_from("aい。「」 、かx"), max_size=40), st.integers(4, 20))
def test_wrapping_loses_nothing_but_spaces(text: str, cells: int) -> None:
    assert "".join(wrapped(text, cells)).replace(" ", "") == text.replace(" ", "")


def test_json_is_one_document_in_plain_characters() -> None:
    assert json_text({"on": date(2026, 11, 20), "name": "田中"}) == '{\n  "on": "2026-11-20",\n  "name": "田中"\n}\n'


def test_json_cannot_harm_a_terminal_or_break_a_line() -> None:
    text = "\x1b[2J\x07\x7f\x9b\u2028\u2029\u202e\u2066\u200f\ud800"
    shown = json_text([text])
    assert shown.isascii()
    assert json.loads(shown) == [text]


@given(st.recursive(st.one_of(st.none(), st.booleans(), st.integers(), st.text()), lambda inner: st.lists(inner)))
def test_json_says_what_it_was_given(value: object) -> None:
    shown = json_text(value)
    assert json.loads(shown) == value
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", shown)


def test_json_refuses_what_is_no_json() -> None:
    with pytest.raises(ValueError, match="nan"):
        json_text(float("nan"))
    with pytest.raises(TypeError):
        json_text({"x": object()})


def test_nothing_is_printed_before_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    out = Out({})
    out.line("one ", Painted("two", "given"))
    out.message("told\x1b at once")
    before = capsys.readouterr()
    assert before.out == ""
    assert "\x1b" not in before.err and before.err.startswith("told")
    out.flush()
    out.flush()
    assert capsys.readouterr() == ("one two\n", "")


def test_a_document_is_printed_to_the_letter(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """An export is for a program: its line ends and control characters are its own."""
    out = Out({})
    out.document("BEGIN:VCARD\r\nN:\x1b田中\r\n")
    out.flush()
    assert capfdbinary.readouterr().out == "BEGIN:VCARD\r\nN:\x1b田中\r\n".encode()


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_whose_owner_wants_them(
    environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Out(environment).colour is False
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert Out(environment).colour is coloured
