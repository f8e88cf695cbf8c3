"""Rows read a page at a time: what is not seen is not read, and what cannot be read is blank."""

from collections.abc import Sequence

from rich.text import Text

from networkjournal.errors import FileTrouble
from networkjournal.tui.widgets.paged import PAGE, SEARCHED, Paged
from networkjournal.tui.widgets.rows import Rows
from tests.tui.widgets.stage import Stage


class Shelf:
    """Numbers, counted from 0, that say which pages were asked for."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[int] = []

    def read(self, skip: int, most: int) -> Sequence[int]:
        """A page of them."""
        self.asked.append(skip)
        return range(skip, min(skip + most, self.count))

    def paged(self, **more: object) -> Paged[int]:
        """Them as rows."""
        return Paged(self.count, self.read, lambda n: n, lambda n, _width: Text(f"row {n}"), **more)  # type: ignore[arg-type]


async def test_only_what_comes_into_sight_is_read() -> None:
    shelf = Shelf(100_000)
    rows = Rows(shelf.paged())
    async with Stage(rows).run_test() as pilot:
        await pilot.pause()
        assert set(shelf.asked) == {0}
        rows.focus()
        await pilot.press("end")
        assert rows.key == 99_999
        assert set(shelf.asked) <= {0, 99_968 - PAGE, 99_968}, "the last page, and the one above it if it is seen"


def test_a_page_is_read_once() -> None:
    shelf = Shelf(1000)
    source = shelf.paged()
    assert [source.key(i) for i in range(PAGE * 2)] == list(range(PAGE * 2))
    assert shelf.asked == [0, PAGE]


def test_the_lines_above_are_passed_by_and_shift_the_rest() -> None:
    source = Shelf(3).paged(head=[Text("a sum"), Text("in two lines")])
    assert [source.key(i) for i in range(len(source))] == [None, None, 0, 1, 2]
    assert source.index(1) == 3
    assert source.draw(0, 9).plain == "a sum"
    assert source.draw(4, 9).plain == "row 2"


def test_nothing_has_no_lines_above_either() -> None:
    """So that an empty list can say what it is for."""
    assert len(Shelf(0).paged(head=[Text("a sum")])) == 0


def test_a_key_is_found_where_it_is_said_to_be_or_among_the_first() -> None:
    assert Shelf(5000).paged().index(SEARCHED - 1) == SEARCHED - 1
    assert Shelf(5000).paged().index(SEARCHED) is None
    assert Shelf(5000).paged(find=lambda key: key).index(4000) == 4000
    assert Shelf(5000).paged(find=lambda key: key).index(5000) is None
    assert Shelf(5000).paged(find=lambda _key: None).index(3) is None


def test_what_cannot_be_read_is_blank_and_asked_for_again() -> None:
    trouble = [True]

    def read(skip: int, most: int) -> Sequence[int]:
        if trouble:
            raise FileTrouble("journal.db", "locked")
        return range(skip, skip + most)

    source: Paged[int] = Paged(9, read, lambda n: n, lambda n, _width: Text(str(n)))
    assert source.draw(4, 9).plain == ""
    assert source.key(4) == ("unread", 4)
    trouble.clear()
    assert source.key(4) == 4


def test_a_record_that_is_gone_is_a_blank_row() -> None:
    source = Paged(9, lambda _skip, _most: [0], lambda n: n, lambda n, _width: Text(str(n)))
    assert source.record(5) is None
    assert source.draw(5, 9).plain == ""
