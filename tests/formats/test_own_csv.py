"""Our own table of contacts: read again as it was written, also after a spreadsheet had it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats import own_csv
from networkjournal.formats.csv_write import contacts
from networkjournal.formats.identifier import written
from networkjournal.model.contact import Contact, Labelled
from networkjournal.store.uid import new_uid

TEXT = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=";"), max_size=12)
SOME = st.lists(TEXT.filter(bool), max_size=3, unique=True).map(tuple)
FIELDS = {"notes": TEXT, "title": TEXT, "tags": SOME, "needs": SOME, "caution": TEXT, "phones": SOME}
"""One of each kind and of each part of a row."""


@given(TEXT.filter(bool), st.fixed_dictionaries(FIELDS))
def test_a_person_is_read_again_as_they_were(name: str, fields: dict[str, Any]) -> None:
    person = Contact(name, **fields | {"phones": tuple(map(Labelled, fields["phones"]))})
    (record,) = own_csv.read(contacts([person], private=True).encode()).contacts
    assert record.contact == person


def test_the_identifier_comes_back_and_a_column_of_ones_own_is_kept() -> None:
    uid = new_uid()
    heads, row, *_ = contacts([Contact("Ann", notes="=1+1", id=1)], uids={1: uid}).split("\r\n")
    file = f"Rank,{heads}\r\n2,{row}\r\n".encode().replace("\ufeff".encode(), b"")
    assert own_csv.recognise(file)
    (record,) = own_csv.read(file).contacts
    assert (record.uid, record.contact.notes) == (written(uid), "=1+1")
    assert record.contact.extra == ('X-IMPORTED;LABEL="Rank":2',)


def test_another_table_is_none() -> None:
    assert not own_csv.recognise(b"Name,Mail\nAnn,a@b.example\n")
