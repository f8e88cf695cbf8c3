"""The book of contacts: everything comes back as it was written, in the order of readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.store.connection import connect, transaction
from networkjournal.store.contacts import Contacts
from networkjournal.store.history import History
from tests.store.statements import plans, rows

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
LABELLED = st.builds(Labelled, TEXT, TEXT)
CONTACTS = st.builds(
    Contact,
    name=TEXT, family=TEXT, given=TEXT, reading=TEXT, organization=TEXT, department=TEXT, title=TEXT, birthday=TEXT,
    how_met=TEXT, introduced_by=TEXT, caution=TEXT, notes=TEXT, handle=TEXT,
    aliases=st.lists(TEXT, max_size=2).map(tuple), needs=st.lists(TEXT, max_size=2).map(tuple),
    can_give=st.lists(TEXT, max_size=2).map(tuple), asks=st.lists(TEXT, max_size=2).map(tuple),
    tags=st.lists(TEXT, max_size=2).map(tuple),
    extra=st.lists(TEXT, max_size=2).map(tuple), emails=st.lists(LABELLED, max_size=2).map(tuple),
    phones=st.lists(LABELLED, max_size=2).map(tuple), urls=st.lists(LABELLED, max_size=2).map(tuple),
    addresses=st.lists(LABELLED, max_size=2).map(tuple),
)  # fmt: skip


@given(CONTACTS, CONTACTS)
def test_every_field_comes_back_as_it_was_written(first: Contact, then: Contact) -> None:
    connection = connect(":memory:")
    book = Contacts(connection)
    with transaction(connection):
        History(connection).begin("contact_add", "", "cli")
        added = first._replace(id=book.add(first))
        assert book.get(added.id) == added
        book.change(then._replace(id=added.id))
    assert book.get(added.id) == then._replace(id=added.id)
    connection.close()


def test_every_field_of_a_contact_has_a_column() -> None:
    """A field added to the contact and forgotten here would be lost without a word."""
    connection = connect(":memory:")
    columns = {row[1] for row in connection.execute("pragma table_info(contacts)")}
    assert {*Contact._fields} - {"archived"} | {"archived_at"} <= columns
    connection.close()


def test_a_removed_contact_is_only_marked(journal: Journal) -> None:
    """Texts go on mentioning people who were taken out of the lists: their record has to say who that was."""
    jane = journal.find_contact("Jane Smith")
    journal.remove_contact(jane)
    book = journal.books.contacts
    assert len(rows(journal, "contacts")) == 3
    assert book.get(jane.id) == jane
    assert book.count() == len(list(book.all())) == 2
    assert len(list(book.every())) == 3
    assert not book.live(jane.id)
    assert book.some([jane.id]) == ()


def test_the_list_is_in_gojuon_order_and_latin_by_family_name(journal: Journal) -> None:
    readings = {"伊藤 誠": "イトウ マコト", "Anna Miller": "", "高橋": "たかはし", "後藤": "ごとう", "小林": "こばやし"}
    for name, reading in readings.items():
        journal.add_contact(Contact(name, reading=reading))
    names = [contact.name for contact in journal.books.contacts.all()]
    japanese = [name for name in names if not name.isascii()]
    assert japanese == ["伊藤 誠", "後藤", "小林", "鈴木 花子", "高橋", "田中 太郎"]
    assert [name for name in names if name.isascii()] == ["Anna Miller", "Jane Smith"]


def test_a_new_reading_moves_the_contact(journal: Journal) -> None:
    tanaka = journal.find_contact("田中")
    journal.change_contact(tanaka._replace(reading="アイダ"))
    assert next(journal.books.contacts.all()).id == tanaka.id


def test_an_unknown_id_is_a_key_error(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.books.contacts.get(99)
    assert not journal.books.contacts.live(99)


def test_some_gives_the_ones_asked_for_in_the_order_of_names(journal: Journal) -> None:
    assert [contact.id for contact in journal.books.contacts.some([1, 2, 99])] == [2, 1]
    assert journal.books.contacts.some([]) == ()


def test_the_list_is_read_in_the_order_of_its_index(journal: Journal) -> None:
    """Sorting 10,000 people for the first screenful would be what one waits for."""
    steps = plans(journal.books.connection, lambda: list(journal.books.contacts.all()))
    assert any("contacts_by_name" in step for step in steps)
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_whom_somebody_introduced_is_found_by_their_handle(journal: Journal) -> None:
    journal.add_contact(Contact("西村 学", introduced_by="田中太郎"))
    gone = journal.add_contact(Contact("東 学", introduced_by="田中太郎"))
    journal.remove_contact(gone)
    assert [contact.name for contact in journal.books.contacts.introduced_by("田中太郎")] == ["西村 学"]
    assert journal.books.contacts.introduced_by("鈴木花子") == ()
