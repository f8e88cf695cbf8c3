"""Tables: where the headings stand, what parts the cells, what cannot be a row."""

import pytest

from networkjournal.formats.records import BadRecord
from networkjournal.formats.table import MOST_COLUMNS, Row, headings_of, recognise, table_of

HEADINGS = frozenset({"name", "mail"})


def known(headings: frozenset[str]) -> bool:
    return headings >= HEADINGS


def rows(text: str) -> list[list[str] | str]:
    """The cells of each row, or why they cannot be had."""
    table = table_of(text.encode(), known)
    assert table is not None
    return [row.cells if isinstance(row, Row) else row.reason for row in table.rows]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_a_table_is_read_however_it_is_written(sign: str, end: str, encoding: str) -> None:
    lines = ("Name{0}Mail", "田中{0}t@x", '"a {0} ""b"""{0}"two\nlines"')
    data = end.join(line.format(sign) for line in lines).encode(encoding)
    assert recognise(data, known)
    table = table_of(data, known)
    assert table is not None
    found = [row.cells for row in table.rows if isinstance(row, Row)]
    assert found == [["田中", "t@x"], [f'a {sign} "b"', "two\nlines"]]


def test_headings_are_found_below_other_lines_in_any_order_and_width() -> None:
    assert recognise("Notes:\n\n\"A long, long text\"\nＭail,Other,NAME \n".encode(), known)
    assert not recognise(b"x\n" * 40 + b"name,mail\n", known)


def test_empty_rows_and_repeated_headings_are_left_out() -> None:
    assert rows("name,mail\n\n,,\na,b\nname,mail\nc,d\n") == [["a", "b"], ["c", "d"]]


def test_a_quote_that_nothing_closes_spoils_its_row_and_is_told() -> None:
    assert rows('name,mail\na,b\n"c,d\ne,f\n') == [["a", "b"], "truncated"]


def test_a_lonely_quote_in_a_cell_is_a_sign_like_any_other() -> None:
    assert rows('name,mail\n5" pipe,b\n') == [['5" pipe', "b"]]


def test_a_row_of_a_million_cells_and_a_cell_of_a_million_signs_are_told() -> None:
    assert rows("name,mail\n" + "," * 1_000_000 + "\na,b\n") == ["misshapen", ["a", "b"]]
    assert rows("name,mail\n" + "x" * 1_000_000 + "\na,b\n") == ["too_large", ["a", "b"]]


def test_headings_of_a_million_columns_are_none() -> None:
    data = ("name,mail" + "," * MOST_COLUMNS).encode()
    assert not recognise(data, known) and table_of(data, known) is None


def test_the_place_of_a_row_is_told_as_a_spreadsheet_and_as_an_editor_count() -> None:
    table = table_of(b'name,mail\n"two\nlines",x\na,b\n', known)
    assert table is not None
    assert [row.where for row in table.rows if not isinstance(row, BadRecord)] == ["row 2, line 3", "row 3, line 4"]


def test_the_headings_of_an_unknown_table_are_its_widest_first_row() -> None:
    assert headings_of("名前;メール;趣味\nA;b;c\n".encode("cp932")) == ("名前", "メール", "趣味")
    assert headings_of(b"") == ()
