"""Plots in characters: exact widths, shapes that tell without colours, and a letter for whoever is named."""

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.bars import share
from networkjournal.model.plot import Bar, Point, Row, bar_rows, fitted, head_row, scatter_rows
from networkjournal.model.width import width

AMOUNTS = st.integers(0, 10**7)
LABELS = st.sampled_from(["2026-10", "11-02–11-08", "十月の第一週", "", "Mon 2026-11-23"])
BARS = st.lists(st.builds(Bar, LABELS, AMOUNTS, AMOUNTS, st.tuples(st.just("12"), st.just("7.5"))), max_size=12)
POINTS = st.lists(st.builds(Point, st.just("田中 太郎"), AMOUNTS, AMOUNTS), max_size=40)


def text(row: Row) -> str:
    return "".join(piece.text for piece in row)


@given(BARS, st.integers(20, 160))
def test_every_row_of_bars_has_just_the_cells_asked_for(bars: list[Bar], cells: int) -> None:
    rows = [head_row(bars, cells, "受けた", "与えた"), *bar_rows(bars, cells)]
    assert {width(text(row)) for row in rows} == {cells}


def test_more_given_is_longer_to_the_right_more_received_to_the_left() -> None:
    given_more, received_more, nothing = bar_rows([Bar("a", 3000, 1000), Bar("b", 1000, 2000), Bar("c", 0, 0)], 40)
    for row, right, left in ((given_more, 3, 1), (received_more, 1, 2)):
        bars = {piece.meaning: piece.text for piece in row if "█" in piece.text or "▌" in piece.text}
        assert (bars["given"].count("█") > bars["received"].count("█")) == (right > left)
        assert bars["received"].startswith(" ") or left == 3
    assert not set("█▌▐") & set(text(nothing))


@given(POINTS, st.integers(20, 120), st.integers(4, 20))
def test_every_row_of_a_scatter_has_just_the_cells_asked_for(points: list[Point], cells: int, height: int) -> None:
    rows, known = scatter_rows(points, cells, height, "与えた", "受けた")
    assert {width(text(row)) for row in rows} == {cells}
    assert len(rows) == height + 3
    for one in known:
        assert points[one.place] == one.point
    shown = "".join(text(row) for row in rows[1:-2])
    assert all(shown.count(one.letter) == 1 for one in known)


def test_who_received_more_lies_below_the_diagonal_and_who_gave_more_above_it() -> None:
    points = [Point("given", 9000, 0), Point("received", 0, 9000), Point("even", 9000, 9000)]
    rows, known = scatter_rows(points, 40, 10, "given", "received")
    lines = [text(row) for row in rows]
    assert [one.letter for one in known] == ["a", "b", "c"]
    assert lines[1].startswith("│a") and lines[1].rstrip().endswith("c")
    assert lines[10].rstrip().endswith("b")
    meanings = {piece.text.strip(): piece.meaning for row in rows for piece in row}
    assert (meanings["a"], meanings["b"], meanings["c"]) == ("given", "received", "")


def test_several_at_one_place_are_told_from_one() -> None:
    points = [Point(str(n), 5000, 1000) for n in range(3)] + [Point("x", 9000, 9000)]
    rows, _known = scatter_rows(points, 40, 10, "given", "received", lettered=0)
    shown = "".join(text(row) for row in rows)
    assert (shown.count("●"), shown.count("•")) == (1, 1)


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 40))
def test_a_share_is_full_only_where_it_is_all_and_empty_only_where_it_is_nothing(
    part: int, whole: int, cells: int
) -> None:
    bar = share(part, whole, cells)
    assert len(bar) == cells
    if cells > 1 and whole and part <= whole:
        assert ("░" in bar) == (part < whole)
        assert ("█" in bar) == (part > 0)


def test_a_row_is_cut_where_a_wide_character_would_stick_out() -> None:
    from networkjournal.model.plot import Piece

    assert width(text(fitted((Piece("田中太郎"),), 5))) == 5
    assert text(fitted((Piece("ab"),), 4)) == "ab  "
