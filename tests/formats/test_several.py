"""Several files at once: a later one knows the people of an earlier one."""

from collections.abc import Iterator

import pytest

from networkjournal.formats import own_json
from networkjournal.formats.item import Item
from networkjournal.formats.records import ContactRecord, Reading, digest_of
from networkjournal.formats.several import bring, planned
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled


@pytest.fixture
def journal() -> Iterator[Journal]:
    """An empty journal in memory."""
    made = Journal.open(":memory:")
    yield made
    made.close()


def file(format: str, *people: Contact) -> tuple[str, Reading]:
    """A file of people."""
    records = tuple(ContactRecord("1", person, "", digest_of(repr(person))) for person in people)
    return format, Reading(records)


def as_planned(_file: int, items: tuple[Item, ...]) -> tuple[Item, ...]:
    return items


ANN = Contact("Ann Lee", emails=(Labelled("a@x.example"),))
FILES = (file("vcard", ANN), file("google", ANN._replace(title="Boss")))


def test_one_person_in_two_files_is_one(journal: Journal) -> None:
    made = bring(journal, FILES, as_planned, "two")
    assert [item.verdict for item in made.items] == ["new", "changed"]
    assert (journal.books.contacts.count(), journal.find_contact("Ann").title) == (1, "Boss")


def test_the_plan_of_several_says_so_and_changes_nothing(journal: Journal) -> None:
    before = list(journal.books.connection.iterdump())
    assert [item.verdict for item in planned(journal, FILES, as_planned).items] == ["new", "changed"]
    assert list(journal.books.connection.iterdump()) == before


def test_several_are_one_step_and_nothing_the_second_time(journal: Journal) -> None:
    bring(journal, FILES, as_planned, "two")
    before = list(journal.books.connection.iterdump())
    bring(journal, FILES, as_planned, "two")
    assert list(journal.books.connection.iterdump()) == before
    assert [step.subject for step in journal.books.history.steps()] == ["two"]
    journal.undo()
    assert journal.books.contacts.count() == 0


def test_whoever_is_told_how_far_it_is_can_stop_it_and_nothing_was_written(journal: Journal) -> None:
    before = list(journal.books.connection.iterdump())
    seen: list[tuple[str, int, int]] = []

    def told(*far: object) -> None:
        seen.append(far)  # type: ignore[arg-type]
        if far == ("bring", 2, 2):
            raise InterruptedError

    with pytest.raises(InterruptedError):
        bring(journal, FILES, as_planned, "two", told)
    assert list(journal.books.connection.iterdump()) == before
    assert seen == [("plan", 1, 2), ("plan", 2, 2), ("bring", 1, 2), ("bring", 2, 2)]


def test_records_of_our_own_document_are_counted_too(journal: Journal) -> None:
    other = Journal.open(":memory:")
    other.add_contact(Contact("Ann"))
    reading = own_json.read(own_json.write(other).encode())
    other.close()
    seen: list[tuple[str, int, int]] = []
    bring(journal, [("json", reading)], as_planned, "own", lambda *far: seen.append(far))
    assert seen == [("plan", 1, 1), ("bring", 1, 1)]


def test_many_are_taken_back_and_the_file_is_as_it_was(journal: Journal) -> None:
    """An undo of many makes indexes for as long as it takes; none of them may stay."""
    shape = "select type, name, sql from sqlite_master order by name"
    before = journal.books.connection.execute(shape).fetchall()
    bring(journal, [file("vcard", *(Contact(f"Ann {n}") for n in range(300)))], as_planned, "many")
    journal.undo()
    assert (journal.books.contacts.count(), journal.check().differences) == (0, ())
    assert journal.books.connection.execute(shape).fetchall() == before
    journal.redo()
    assert journal.books.contacts.count() == 300
