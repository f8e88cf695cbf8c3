"""The proof of the index: whatever leads elsewhere than the documents say is told."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.store.index_proof import index_holds

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "tampering",
    [
        "insert into grams (grams) values ('delete-all')",
        "insert into grams (rowid, tokens) values (77, 'stray')",
        "update documents set id = id + 1 where kind = 'entry'",
        "update documents set body = 'x' where kind = 'entry'",
        "update grams_data set block = x'00' where id > 100",
    ],
)
def test_an_index_that_leads_elsewhere_is_told(journal: Journal, tampering: str) -> None:
    journal.capture("言葉 and words", DAY)
    connection = journal.books.connection
    assert index_holds(connection)
    with journal.books.transaction():
        connection.execute(tampering)
    assert not index_holds(connection)


def test_looking_writes_nothing(journal: Journal) -> None:
    journal.capture("言葉", DAY)
    before = journal.version
    assert index_holds(journal.books.connection)
    assert journal.version[1] == before[1] and not journal.books.connection.in_transaction
