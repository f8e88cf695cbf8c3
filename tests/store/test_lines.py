"""The book of lines: what was learned, what came of it, what was kept."""

from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.goal import Goal

TANAKA, SUZUKI = 1, 2


def test_lines_are_those_that_name_the_record(journal: Journal) -> None:
    journal.add_goal(Goal("在宅"))
    journal.capture("! @田中 は夜に強い #在宅\n! 別の話\n= @田中 から契約 一件 #在宅", date(2026, 9, 1))
    journal.capture("! @田中 は朝にも強い", date(2026, 9, 2))
    book = journal.books.lines

    assert [(line.on.day, line.line) for line in book.page("insight", "@", TANAKA, 0, 9)] == [(2, 1), (1, 1)]
    assert book.page("insight", "@", TANAKA, 1, 9)[0].words.startswith("@田中太郎 は夜に")
    assert book.count("insight", "@", TANAKA) == 2
    assert book.count("result", "#", 1) == book.count("insight", "#", 1) == 1
    assert book.count("insight", "@", SUZUKI) == 0


def test_kept_is_what_was_done_and_not_taken_up_again(journal: Journal) -> None:
    """The latest line tells: an action that was done and then declared anew is not kept yet."""
    journal.capture("[ ] @田中 に送る\n[ ] @田中 に電話する\n[x] @鈴木 に送る", date(2026, 9, 1))
    journal.capture("[x] @田中 に送る\n[x] @田中 に電話する", date(2026, 9, 2))
    journal.capture("[ ] @田中 に電話する", date(2026, 9, 3))

    kept = journal.books.lines.page("kept", "@", TANAKA, 0, 9)

    assert [line.words for line in kept] == ["@田中太郎 に送る"]
    assert journal.books.lines.count("kept", "@", TANAKA) == 1
