"""Digests: whatever is not what was saved is told, and saving, undoing and removing never leave a false one."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.store.digests import TABLES, Digests, Wrong

DAY = date(2026, 11, 20)


def wrong(journal: Journal) -> list[Wrong]:
    """What is not as it was saved."""
    return list(journal.books.digests.wrong())


def test_every_table_that_history_watches_has_digests(journal: Journal) -> None:
    """A table without would be one in which a bit could turn unnoticed."""
    watched = journal.books.connection.execute("select distinct tbl_name from sqlite_master where type = 'trigger'")
    assert {row[0] for row in watched} == set(TABLES)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("update entries set text = text || '.' where id = 1", Wrong("entries", 1)),
        ("update entries set day = '2026-11-21' where id = 1", Wrong("entries", 1)),
        ("update contacts set caution = 'x' where id = 2", Wrong("contacts", 2)),
        ("update contacts set family = 'ab', given = 'c' where id = 1", Wrong("contacts", 1)),
        ("update steps set subject = 'x' where id = 1", Wrong("steps", 1)),
        ("update steps set at = '2020-01-01' where id = 1", Wrong("steps", 1)),
        ("update changes set before = '{}' where step_id = 2", Wrong("steps", 2)),
        ("delete from changes where step_id = 2", Wrong("steps", 2)),
        ("drop index events_by_day", Wrong("sqlite_master", 0)),
        ("update digests set digest = digest + 1 where tbl = 'entries' and row = 1", Wrong("entries", 1)),
        ("delete from digests where tbl = 'entries' and row = 1", Wrong("entries", 1)),
    ],
)
def test_what_was_not_saved_is_told(journal: Journal, change: str, expected: Wrong) -> None:
    journal.capture("a day", DAY)
    journal.change_contact(journal.books.contacts.get(1)._replace(family="a", given="bc"))
    assert wrong(journal) == []
    with journal.books.transaction():
        journal.books.connection.execute(change)
    assert expected in wrong(journal)


def test_a_row_that_is_gone_or_new_is_told(journal: Journal) -> None:
    journal.capture("a day", DAY)
    with journal.books.transaction():
        journal.books.connection.execute("delete from entries")
        journal.books.connection.execute(
            "insert into goals (uid, handle, title, created_at, updated_at) values ('u', 'h', 't', '', '')"
        )
    assert {Wrong("entries", 1), Wrong("goals", 1)} <= set(wrong(journal))


def test_a_text_that_is_no_text_any_more_is_told_and_stops_nothing(journal: Journal) -> None:
    journal.capture("a day", DAY)
    with journal.books.transaction():
        journal.books.connection.execute("update entries set text = cast(x'ff41' as text)")
    assert Wrong("entries", 1) in wrong(journal)
    told = journal.check().differences
    assert told[0].what == "saved" and told[0].entry == 1


def test_saving_undoing_and_removing_leave_all_digests_true(journal: Journal) -> None:
    entry = journal.capture("-> @Ann info: x", DAY, create=True).entry
    assert entry
    journal.edit_entry(entry._replace(text="-> @Ann info: y"))
    journal.change_contact(journal.find_contact("Ann")._replace(name="Anna Blue"))
    journal.undo()
    journal.redo()
    journal.merge_contacts(journal.books.contacts.get(1), journal.find_contact("Anna Blue"))
    journal.remove_entry(entry.id)
    journal.repost()
    assert wrong(journal) == []
    while journal.undo():
        assert wrong(journal) == []


def test_taking_all_anew_spares_what_is_known_to_be_wrong(journal: Journal) -> None:
    """A migration takes all digests anew; it must not make true what was damaged before it."""
    journal.capture("a day", DAY)
    connection = journal.books.connection
    with journal.books.transaction():
        connection.execute("update entries set text = 'another day'")
        connection.execute("delete from digests where tbl = 'contacts' and row = 1")
    known = wrong(journal)
    assert Wrong("entries", 1) in known and Wrong("contacts", 1) in known
    with journal.books.transaction():
        Digests(connection).fill(known)
    assert wrong(journal) == known
