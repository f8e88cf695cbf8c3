"""Snippets: what is shown stands in the text as it was written, with the match in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.folding import fold
from networkjournal.model.snippet import LONGEST, Snippet, beginning, ending, shortened, snippet
from networkjournal.model.width import width


@pytest.mark.parametrize(
    ("line", "typed", "match"),
    [
        ("  さくら訪問看護", "訪問", "訪問"),
        ("PLAN the Trip", "the", "the"),
        ("ﾀﾅｶ ﾀﾛｳ", "たなか", "ﾀﾅｶ"),
        ("ｶﾞｲﾄﾞの話", "がいど", "ｶﾞｲﾄﾞ"),
        ("か\u3099いと\u3099の話", "がいど", "か\u3099いと\u3099"),
        ("距離は５㌔だ", "きろ", "㌔"),
        ("Straße 5", "strasse", "Straße"),
        ("a\u3000\u3000 b\tc", "b", "b"),
        ("葛\U000e0100城さん", "城", "城"),
        ("Cafe\u0301 x", "café", "Cafe\u0301"),
    ],
)
def test_the_match_is_what_was_written(line: str, typed: str, match: str) -> None:
    folded = fold(line)
    at = folded.index(fold(typed))
    found = snippet(line, folded, at, at + len(fold(typed)), 200)
    assert found.match == match
    assert "".join(found) == line.strip()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=80), st.data())
def test_any_match_folds_to_what_was_found(line: str, data: st.DataObject) -> None:
    """The match may be a little more than was found, where one character is written for several, but not less."""
    folded = fold(line)
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    end = data.draw(st.integers(start + 1, len(folded)))
    if folded[start] != " " != folded[end - 1]:
        found = snippet(line, folded, start, end, 1000)
        assert fold("".join(found)) == folded
        assert found.match


@given(st.text(max_size=60), st.text(min_size=1, max_size=60), st.text(max_size=60), st.integers(1, 80))
def test_a_snippet_fits_and_keeps_the_match_in_sight(before: str, match: str, after: str, cells: int) -> None:
    found = shortened(Snippet(before, match, after), cells)
    assert sum(map(width, found)) <= cells
    assert found.match


def test_what_was_left_out_is_marked() -> None:
    found = shortened(Snippet("あ" * 50, "訪問", "い" * 50), 24)
    assert found.before.startswith("…あ") and found.after.endswith("い…") and found.match == "訪問"
    assert (beginning("short", 10), ending("short", 10)) == ("short", "short")
    assert (beginning("long enough", 5), ending("long enough", 5)) == ("long…", "…ough")


def test_a_huge_line_costs_no_search_for_places() -> None:
    """Each place would be a folding of half the line; its folded form tells as much."""
    line = "㌔" * LONGEST + "訪問"
    folded = fold(line)
    at = folded.index("訪問")
    assert snippet(line, folded, at, at + 2).match == "訪問"
