"""Actions as they stand: the latest line that speaks of one tells."""

from datetime import date, timedelta

from networkjournal.journal import Journal
from networkjournal.model.posting import Named
from tests.store.statements import plans, scans

DAY = date(2026, 11, 20)


def write(journal: Journal, *texts: str) -> None:
    for n, text in enumerate(texts):
        journal.capture(text, DAY + timedelta(days=n))


def standing(journal: Journal) -> list[str]:
    return [action.words for action in journal.books.actions.standing()]


def test_an_action_is_given_whole(journal: Journal) -> None:
    write(journal, "[ ] @田中 に @鈴木 の資料 due:2026-12-01")
    (action,) = journal.books.actions.standing()
    assert (action.entry, action.line, action.state, action.declared) == (1, 1, "open", DAY)
    assert action.due == date(2026, 12, 1)
    assert action.contacts == (Named(1, "田中太郎"), Named(2, "鈴木花子"))


def test_what_is_done_or_dropped_later_stands_no_more(journal: Journal) -> None:
    """Nobody searches for the line that declared it: the same words, marked done, are enough."""
    write(journal, "[ ] send the notes\n[ ] call\n[<] answer", "[x] Send  the NOTES\n[-] call", "[x] answer")
    assert standing(journal) == []


def test_the_last_line_of_the_same_day_and_entry_tells(journal: Journal) -> None:
    write(journal, "[ ] call\n[x] call\n[ ] call")
    assert [(action.line, action.state) for action in journal.books.actions.standing()] == [(3, "open")]


def test_declaring_it_again_opens_it_again(journal: Journal) -> None:
    write(journal, "[ ] call", "[x] call", "[<] call")
    assert [(action.entry, action.state) for action in journal.books.actions.standing()] == [(3, "awaiting")]


def test_a_line_written_down_later_for_an_earlier_day_does_not_undo_it(journal: Journal) -> None:
    """It is the day of the entry that tells, not the moment of typing."""
    journal.capture("[x] call", DAY)
    journal.capture("[ ] call", DAY - timedelta(days=3))
    assert standing(journal) == []


def test_promises_to_two_people_stay_two(journal: Journal) -> None:
    write(journal, "[ ] call @田中\n[ ] call @鈴木", "[x] call @田中")
    assert standing(journal) == ["call @鈴木花子"]


def test_what_is_due_first_comes_first_and_what_never_is_last(journal: Journal) -> None:
    write(journal, "[ ] some day\n[ ] later due:2026-12-24\n[ ] soon due:2026-11-25")
    assert standing(journal) == ["soon", "later", "some day"]


def test_one_persons_actions_are_those_that_name_them(journal: Journal) -> None:
    write(journal, "[ ] @田中 a\n[ ] @鈴木 b\n@田中 prose\n[<] @田中 c")
    assert [action.state for action in journal.books.actions.standing(1)] == ["open", "awaiting"]
    assert journal.books.actions.standing(3) == ()


def test_a_removed_entry_takes_its_word_back(journal: Journal) -> None:
    write(journal, "[ ] call", "[x] call")
    journal.remove_entry(2)
    assert standing(journal) == ["call"]


def test_what_is_done_and_dropped_is_kept_with_its_day_the_latest_first(journal: Journal) -> None:
    write(journal, "[ ] a\n[x] b\n[-] c", "[x] a done:2026-12-24", "[ ] c")
    assert [(a.words, a.state, a.done) for a in journal.books.actions.closed()] == [
        ("a", "done", date(2026, 12, 24)),
        ("b", "done", DAY),
    ]


def test_an_action_is_found_at_its_latest_line_and_at_no_other(journal: Journal) -> None:
    write(journal, "[ ] call\nprose", "[x] call")
    at = journal.books.actions.at
    found = at(2, 1)
    assert found is not None and found.state == "done"
    assert at(1, 1) is at(1, 2) is at(9, 9) is None


def test_what_stands_is_found_by_its_indexes(journal: Journal) -> None:
    """Thousands are done, a dozen are open: only the open ones are read, and for each the lines of its own words."""
    for contact in (None, 1):
        steps = plans(journal.books.connection, lambda: journal.books.actions.standing(contact))  # noqa: B023 - run at once
        assert [step for step in steps if "actions_open" in step]
        assert [step for step in steps if "actions_by_key" in step]
        assert scans(journal.books.connection, lambda: journal.books.actions.standing(contact)) == []  # noqa: B023
