"""Who may be there twice, without those who were told apart."""

from collections.abc import Iterator

import pytest

from networkjournal.formats import own_json
from networkjournal.formats.several import bring
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.reports.duplicates import pairs


@pytest.fixture
def journal() -> Iterator[Journal]:
    """Three of one name."""
    made = Journal.open(":memory:")
    for _ in range(3):
        made.add_contact(Contact("Ann Lee"))
    yield made
    made.close()


def told(journal: Journal) -> list[tuple[str, str]]:
    return [(pair.one.handle, pair.other.handle) for pair in pairs(journal)]


def test_a_pair_that_was_told_apart_is_not_asked_about_again_until_that_is_undone(journal: Journal) -> None:
    assert len(told(journal)) == 3
    first = pairs(journal)[0]
    journal.part(first.other, first.one)
    assert told(journal) == [("Ann_Lee", "Ann_Lee_3"), ("Ann_Lee_2", "Ann_Lee_3")]
    journal.part(first.one, first.other)
    assert len(tuple(journal.books.dismissals.keys())) == 1
    journal.undo()
    assert len(told(journal)) == 3


def test_archived_people_count(journal: Journal) -> None:
    journal.archive_contact(journal.find_contact("@Ann_Lee_2"))
    assert len(told(journal)) == 3


def test_they_stay_apart_in_another_file_where_they_have_other_numbers(journal: Journal) -> None:
    last = pairs(journal)[-1]
    journal.part(last.one, last.other)
    other = Journal.open(":memory:")
    for name in ("Ben", "Cy"):
        other.add_contact(Contact(name))
    reading = own_json.read(own_json.write(journal).encode())
    bring(other, [("json", reading)], lambda _file, items: items, "own")
    assert told(other) == told(journal)
    other.close()


def test_other_dismissals_say_nothing_of_pairs(journal: Journal) -> None:
    journal.dismiss("introduction 1 2", "Ann and Ann")
    journal.dismiss("duplicate", "nobody")
    assert len(told(journal)) == 3
