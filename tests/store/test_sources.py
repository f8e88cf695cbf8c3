"""What imports have brought."""

from networkjournal.journal import Journal
from networkjournal.store.sources import Source
from tests.store.statements import scans

ONE = Source("vcard", "uid-1", "a" * 64, contact=1)


def test_a_record_is_known_by_its_own_id_and_by_its_words(journal: Journal) -> None:
    with journal.step("import"):
        journal.books.sources.remember(ONE)
    assert journal.books.sources.named("vcard", "uid-1") == ONE
    assert journal.books.sources.same("vcard", "a" * 64) == ONE
    assert journal.books.sources.named("markdown", "uid-1") is None
    assert journal.books.sources.same("markdown", "a" * 64) is None


def test_a_newer_edition_takes_the_place_of_the_older(journal: Journal) -> None:
    newer = ONE._replace(digest="b" * 64, contact=2)
    for source in (ONE, newer):
        with journal.step("import"):
            journal.books.sources.remember(source)
    assert journal.books.sources.named("vcard", "uid-1") == newer
    assert journal.books.sources.same("vcard", "a" * 64) is None


def test_undoing_an_import_forgets_what_it_brought(journal: Journal) -> None:
    """Or the same file could never be imported again."""
    with journal.step("import"):
        journal.books.sources.remember(ONE)
    with journal.step("import"):
        journal.books.sources.remember(ONE._replace(digest="b" * 64))
    journal.undo()
    assert journal.books.sources.named("vcard", "uid-1") == ONE
    journal.undo()
    assert journal.books.sources.named("vcard", "uid-1") is None


def test_ten_thousand_records_are_looked_up_by_index(journal: Journal) -> None:
    sources = journal.books.sources
    assert scans(journal.books.connection, lambda: sources.named("vcard", "x")) == []
    assert scans(journal.books.connection, lambda: sources.same("vcard", "x")) == []
