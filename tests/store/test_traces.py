"""The book of traces reaches every column in which people write, whatever the schema comes to have."""

from networkjournal.journal import Journal
from networkjournal.store.traces import TEXTS, Traces

NO_WORDS = {
    *("uid", "created_at", "updated_at", "deleted_at", "archived_at", "sort_key"),
    *("by_day", "on_day", "reviewed_on", "state", "kind", "currency", "verdict"),
    *("goals", "personas", "snoozed_until", "asked_on", "key"),
}
"""Columns that hold what the program writes: stamps, days, codes, numbers in a list."""
OWN = {"name", "handle", "family", "given", "reading", "aliases"}
"""What another contact is called by is theirs."""


def test_every_column_of_words_is_reached(journal: Journal) -> None:
    """Whoever adds a column has to say here whether people write in it; otherwise it would keep what is forgotten."""
    for table, reached in TEXTS.items():
        columns = journal.books.connection.execute(f"pragma table_info({table})").fetchall()
        words = {name for _number, name, kind, *_rest in columns if kind.upper() == "TEXT"} - NO_WORDS
        assert words - (OWN if table == "contacts" else set()) == set(reached)


def test_every_recorded_table_is_known(journal: Journal) -> None:
    rows = journal.books.connection.execute("select distinct tbl_name from sqlite_master where type = 'trigger'")
    assert {row[0] for row in rows} == {*TEXTS, "entries", "sources", "budgets"}


def test_someone_is_also_whoever_was_merged_into_them(journal: Journal) -> None:
    one, two, three = journal.books.contacts.every()
    journal.merge_contacts(two, three)
    journal.merge_contacts(one, journal.books.contacts.get(two.id))
    assert Traces(journal.books.connection).people(one.id) == (one.id, two.id, three.id)
