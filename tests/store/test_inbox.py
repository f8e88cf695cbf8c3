"""The inbox: what waits, in the order it was written."""

from datetime import date

from networkjournal.journal import Journal
from tests.store.statements import scans

DAY = date(2026, 11, 20)


def test_a_waiting_line_is_given_with_its_place_and_text(journal: Journal) -> None:
    journal.capture("prose\n  - -> @だれか 情報: x", DAY)
    (line,) = journal.books.inbox.all()
    assert (line.entry, line.day, line.line, line.reason, line.name) == (1, DAY, 2, "unknown", "だれか")
    assert line.text == "  - -> @だれか 情報: x"
    assert line.text[line.at] == "@"
    assert journal.books.inbox.get(line.number) == line


def test_the_oldest_entry_comes_first_and_then_line_by_line(journal: Journal) -> None:
    journal.capture("-> @a 情報: x\n-> @b と @c 情報: y", DAY)
    journal.capture("-> @d 情報: earlier", date(2026, 1, 1))
    assert [line.name for line in journal.books.inbox.all()] == ["d", "a", "b", "c"]
    assert journal.books.inbox.count() == 4


def test_what_is_settled_or_removed_waits_no_more(journal: Journal) -> None:
    journal.capture("-> @a 情報: x", DAY)
    journal.capture("-> @b 情報: x", DAY)
    journal.settle(journal.inbox()[0].number, "田中")
    journal.remove_entry(2)
    assert journal.books.inbox.all() == ()
    assert journal.books.inbox.count() == 0


def test_a_number_that_never_was_gives_nothing(journal: Journal) -> None:
    assert journal.books.inbox.get(1) is None


def test_one_line_is_looked_up_by_its_number(journal: Journal) -> None:
    assert scans(journal.books.connection, lambda: journal.books.inbox.get(1)) == []
