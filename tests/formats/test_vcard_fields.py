import pytest

from networkjournal.formats.vcard_fields import contact_of
from networkjournal.model.contact import Contact, Labelled


def read(*lines: str) -> Contact:
    contact, _ = contact_of(lines)
    assert contact is not None
    return contact


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("FN:Anna", "Anna"),
        ("N:Miller;Anna", "Anna Miller"),
        ("NICKNAME:Annie", "Annie"),
        ("ORG:Elm Care;Visits", "Elm Care"),
        ("ORG:;Visits", "Visits"),
        ("EMAIL:a@b.example", "a@b.example"),
    ],
)
def test_a_contact_is_called_by_what_there_is(line: str, name: str) -> None:
    assert read("TEL:1", line).name == name


@pytest.mark.parametrize(
    "line", ["TEL:1", "FN:", "FN: \\n ", "N:;;;;", "ORG:;", "EMAIL:mailto:", "NICKNAME:,", "UID:1", "x"]
)
def test_without_a_name_there_is_no_contact(line: str) -> None:
    assert contact_of([line]) == (None, "")


def test_the_preferred_value_comes_first_and_the_others_in_order() -> None:
    assert read("FN:a", "EMAIL:1", "EMAIL:2", "EMAIL;PREF=1:3").emails == (Labelled("3"), Labelled("1"), Labelled("2"))


def test_the_identifier_is_told_and_kept() -> None:
    contact, uid = contact_of(["FN:a", r"UID:urn\:x "])
    assert uid == "urn:x" and contact and contact.extra == (r"UID:urn\:x ",)


def test_notes_stand_one_below_the_other() -> None:
    assert read("FN:a", r"NOTE:1\n2", "NOTE:", "NOTE:3").notes == "1\n2\n\n3"


def test_the_group_that_holds_everybody_is_no_tag() -> None:
    assert read("FN:a", "CATEGORIES:myContacts,care", r"CATEGORIES:care,* myContacts,a\,b").tags == ("care", "a,b")


def test_a_second_title_is_kept() -> None:
    contact = read("FN:a", "TITLE:b", "TITLE:c")
    assert (contact.title, contact.extra) == ("b", ("TITLE:c",))


def test_our_own_properties_fill_what_vcard_has_no_word_for() -> None:
    own = ["HANDLE:h", "HOW-MET:m", "INTRODUCED-BY:i", "NEED:1", "NEED:2", "CAN-GIVE:g", "ASK:a", r"CAUTION:c\nd"]
    own.append("NAME:shown")
    assert read("FN:a", *("X-NETWORKJOURNAL-" + line for line in own)) == Contact(
        "shown",
        handle="h",
        how_met="m",
        introduced_by="i",
        needs=("1", "2"),
        can_give=("g",),
        asks=("a",),
        caution="c\nd",
    )
