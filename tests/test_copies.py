"""A copied journal is like one made anew, and nobody else's."""

from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from tests.copies import copied


def test_a_copy_is_whole_and_ones_own_and_made_once() -> None:
    made = []

    @copied
    def journal(path: str) -> Journal:
        made.append(path)
        opened = Journal.open(path)
        opened.add_contact(Contact("Jane Smith"))
        opened.capture("-> @Jane info: x", date(2026, 11, 1))
        return opened

    one, other = journal(), journal()
    one.add_contact(Contact("Ann Lee"))
    assert [c.name for c in other.books.contacts.all()] == ["Jane Smith"]
    assert one.check().differences == other.check().differences == ()
    assert one.undo() and one.undo() and other.undo()
    assert made == [":memory:"]
    one.close()
    other.close()
