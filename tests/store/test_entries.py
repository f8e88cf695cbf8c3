"""The book of entries: the texts, in the order of days, found by what they mention and what they posted."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.journal import Journal, clean
from networkjournal.model.entry import DayMarks, Entry
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal
from networkjournal.model.strength import Strength
from tests.store.statements import plans, rows, scans

DAY = date(2026, 11, 20)


def write(journal: Journal, *texts: str) -> None:
    """One entry a day."""
    for n, text in enumerate(texts):
        journal.capture(text, DAY + timedelta(days=n))


@given(st.text(min_size=1).filter(lambda text: clean(text).strip()))
def test_any_text_comes_back(text: str) -> None:
    """No name is known here, so nothing is written in another form: each character is kept."""
    journal = Journal.open(":memory:")
    saved = journal.capture(f"```\n{text}", DAY).entry
    assert saved is not None
    assert journal.books.entries.get(saved.id) == Entry(saved.id, DAY, clean(f"```\n{text}"))
    journal.close()


def test_a_removed_entry_is_only_marked(journal: Journal) -> None:
    write(journal, "one", "two")
    journal.remove_entry(1)
    book = journal.books.entries
    assert book.get(1) is None
    assert [entry.id for entry in book.all()] == [entry.id for entry in book.some([1, 2])] == [2]
    assert [entry.id for entry in book.listed()] == [2]
    assert book.count() == 1
    assert len(rows(journal, "entries")) == 2


def test_the_list_is_oldest_first_whenever_it_was_written(journal: Journal) -> None:
    journal.capture("later", DAY)
    journal.capture("earlier", date(2020, 1, 1))
    journal.capture("later, second", DAY)
    assert [entry.text for entry in journal.books.entries.listed()] == ["earlier", "later", "later, second"]


def test_both_days_of_a_span_belong_to_it(journal: Journal) -> None:
    write(journal, "one", "two", "three", "four")
    found = journal.books.entries.listed(DAY + timedelta(days=1), DAY + timedelta(days=2))
    assert [entry.text for entry in found] == ["two", "three"]
    assert [entry.text for entry in journal.books.entries.listed(end=DAY)] == ["one"]


def test_the_list_can_be_asked_for_what_was_posted(journal: Journal) -> None:
    write(journal, "-> @田中 情報: a", "! b", "= c", "[ ] d", "e", "-> who")
    listed = journal.books.entries.listed
    found = {kind: [entry.id for entry in listed(posted=kind)] for kind in ("exchange", "insight", "result", "action")}
    assert found == {"exchange": [1], "insight": [2], "result": [3], "action": [4]}


def test_the_list_can_be_asked_for_what_is_mentioned_anywhere(journal: Journal) -> None:
    journal.add_goal(Goal("訪問"))
    journal.add_event(Event("交流会", DAY))
    journal.add_strength(Strength("現場"))
    write(journal, "@田中 と話した", "-> @鈴木 紹介: @田中 さん", "#訪問 %交流会", "-> @鈴木 help: x +現場", "other")
    listed = journal.books.entries.listed
    asked = {
        mention: [entry.id for entry in listed(mentioned=[mention])]
        for mention in (("@", 1), ("@", 2), ("#", 1), ("%", 1), ("+", 1))
    }
    assert asked == {("@", 1): [1, 2], ("@", 2): [2, 4], ("#", 1): [3], ("%", 1): [3], ("+", 1): [4]}
    assert [entry.id for entry in listed(mentioned=[("@", 1), ("@", 2)])] == [2]
    assert [entry.id for entry in listed(DAY + timedelta(days=1), posted="exchange", mentioned=[("@", 2)])] == [2, 4]


def test_the_newest_entries_with_someone_come_first(journal: Journal) -> None:
    write(journal, "@田中 one", "@田中 two", "other", "@田中 three")
    assert [entry.id for entry in journal.books.entries.latest_with(1, 2)] == [4, 2]


def test_all_gives_each_entry_once_while_they_are_changed(journal: Journal) -> None:
    """Reposting goes through thousands of entries and writes into those it has passed."""
    write(journal, *(f"entry {n}" for n in range(1_100)))
    seen = []
    with journal.step("repost"):
        for entry in journal.books.entries.all():
            seen.append(entry.id)
            journal.books.entries.change(entry._replace(text=entry.text + "!", day=DAY))
    assert seen == list(range(1, 1_101))


def test_some_takes_any_number(journal: Journal) -> None:
    write(journal, "one", "two")
    assert [entry.id for entry in journal.books.entries.some(range(5_000, 0, -1))] == [1, 2]


def test_entries_by_day_are_found_by_their_index(journal: Journal) -> None:
    listed = journal.books.entries.listed
    for look_up in (lambda: listed(DAY, DAY), lambda: listed(DAY), lambda: listed(end=DAY)):
        steps = plans(journal.books.connection, look_up)
        assert [step for step in steps if step.startswith("SEARCH entries USING INDEX entries_by_day")]
        assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step]


def test_no_look_up_of_entries_reads_a_whole_table(journal: Journal) -> None:
    book = journal.books.entries
    for look_up in (
        lambda: book.get(1),
        lambda: list(book.some([1, 2])),
        lambda: list(book.all()),
        lambda: book.latest_with(1, 3),
        lambda: book.mentioning("@", 1),
        lambda: book.listed(DAY, DAY, "exchange", [("@", 1), ("#", 1)]),
    ):
        assert scans(journal.books.connection, look_up) == []


def test_reading_a_whole_table_would_be_seen(journal: Journal) -> None:
    """The claims about plans hang on this."""
    connection = journal.books.connection
    assert scans(connection, lambda: connection.execute("select * from entries where text = 'x'").fetchall())


def test_a_day_is_marked_by_what_was_written_on_it_and_by_what_passed_on_it(journal: Journal) -> None:
    """An exchange counts on its own day, which need not be the entry's."""
    journal.capture("-> @田中 情報: a\n<- @鈴木 助言: b\n-> @鈴木 情報: c on:2026-11-18", DAY)
    journal.capture("plain", DAY)
    assert journal.books.entries.marks(date(2026, 1, 1), date(2026, 12, 31)) == {
        DAY: DayMarks(2, 1, 1),
        date(2026, 11, 18): DayMarks(0, 1, 0),
    }
    assert journal.books.entries.marks(date(2026, 11, 19), date(2026, 11, 19)) == {}
    journal.remove_entry(1)
    assert journal.books.entries.marks(DAY, DAY) == {DAY: DayMarks(1)}


def test_the_entries_of_some_days_come_by_day(journal: Journal) -> None:
    for text, day in (("c", DAY), ("a", DAY - timedelta(365)), ("d", DAY), ("other", DAY - timedelta(1))):
        journal.capture(text, day)
    journal.remove_entry(1)
    assert [entry.text for entry in journal.books.entries.on(DAY)] == ["d"]
    assert [entry.text for entry in journal.books.entries.on(DAY, DAY - timedelta(365))] == ["a", "d"]
    assert journal.books.entries.on() == ()


def test_a_page_of_those_with_someone_goes_back_in_time(journal: Journal) -> None:
    for number in range(5):
        journal.capture(f"@田中 {number}\n@田中", DAY.replace(day=number + 1))
    journal.capture("だれとも会わず", DAY)
    journal.remove_entry(3)
    book = journal.books.entries

    assert [entry.day.day for entry in book.page_with("@", 1, 0, 9)] == [5, 4, 2, 1]
    assert [entry.day.day for entry in book.page_with("@", 1, 1, 2)] == [4, 2]
    assert book.count_with("@", 1) == 4
    assert book.count_with("@", 2) == 0
