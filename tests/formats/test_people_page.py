"""Pages of people: what was written is read again, and what is no such page is none."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats import people_page
from networkjournal.formats.identifier import written
from networkjournal.formats.markdown_write import people
from networkjournal.formats.records import BadRecord, ContactRecord
from networkjournal.model.contact import Contact, Labelled
from networkjournal.store.uid import new_uid

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
LABELLED = st.lists(st.builds(Labelled, TEXT, TEXT), max_size=2).map(tuple)


FIELDS = {"notes": TEXT, "aims": TEXT, "caution": TEXT, "tags": TEXTS, "emails": LABELLED}
"""One of each kind and of each part of a page."""


@given(TEXT.filter(str.strip), st.fixed_dictionaries(FIELDS))
def test_a_person_is_read_again_as_they_were(name: str, fields: dict[str, Any]) -> None:
    contact = Contact(name, **fields)
    (page,) = people([(contact, ())], {}, private=True)
    assert people_page.recognise(page.text.encode())
    read = people_page.read(page.text, "x")
    assert isinstance(read, ContactRecord)
    assert read.contact == contact


def test_the_identifier_of_a_person_is_read_again() -> None:
    uid = new_uid()
    (page,) = people([(Contact("Ann", id=3), ())], {}, uids={3: uid})
    read = people_page.read(page.text, "x")
    assert isinstance(read, ContactRecord) and read.uid == written(uid)


def test_what_passed_is_not_what_a_person_is() -> None:
    """A page with another table is the same record."""
    (page,) = people([(Contact("Ann"), ())], {})
    first, second = people_page.read(page.text, "x"), people_page.read(page.text + "| more |\n", "x")
    assert isinstance(first, ContactRecord) and first == second


@pytest.mark.parametrize("text", ["", "---\n", '---\nname: "Ann"\n---\n', "x\n---\nnetworkjournal: contact\n---\n"])
def test_another_page_is_none(text: str) -> None:
    assert not people_page.recognise(text.encode())
    assert people_page.read(text, "x") is None


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ('name: "Ann"', "truncated"),
        ("name: Ann\n---\n", "misshapen"),
        ('name: ["Ann"]\n---\n', "misshapen"),
        ('name: "Ann"\ntags: "x"\n---\n', "misshapen"),
        ('name: "Ann"\nemails: ["x"]\n---\n', "misshapen"),
        ('name: "Ann"\nemails: [{"value": "x"}]\n---\n', "misshapen"),
        ('name: " "\n---\n', "no_name"),
        ('notes: "x"\n---\n', "no_name"),
    ],
)
def test_a_broken_page_is_told(head: str, reason: str) -> None:
    read = people_page.read(f"---\nnetworkjournal: contact\n{head}", "x")
    assert isinstance(read, BadRecord) and read.reason == reason
