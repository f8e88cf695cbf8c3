import pytest

from networkjournal.formats.vcard_claims import (
    address_of,
    claim,
    label_of,
    labelled_of,
    organization_of,
    preference,
    says_more,
)
from networkjournal.formats.vcard_property import Property, property_of
from networkjournal.model.contact import Labelled


def read(line: str) -> Property:
    prop = property_of(line)
    assert prop is not None
    return prop


@pytest.mark.parametrize(
    ("line", "labelled"),
    [
        ("TEL;TYPE=CELL;TYPE=VOICE;TYPE=pref:1", Labelled("1", "cell")),
        ('TEL;VALUE=uri;TYPE="voice,home":tel:+1-555;ext=2', Labelled("+1-555;ext=2", "home")),
        ("TEL;TYPE=WORK,FAX:1", Labelled("1", "work fax")),
        ("EMAIL;TYPE=INTERNET:mailto:a@b.example", Labelled("a@b.example")),
        (r"URL:https\://a.example/x\,y", Labelled("https://a.example/x,y")),
        ("item1.URL;TYPE=WORK:x", Labelled("x", "自宅")),
        ("item2.URL:x", Labelled("x", "homepage")),
    ],
)
def test_values_come_with_what_they_are_for(line: str, labelled: Labelled) -> None:
    assert labelled_of(read(line), {"item1": "自宅", "item2": "_$!<HomePage>!$_"}) == labelled


def test_an_empty_label_of_a_group_says_nothing() -> None:
    assert label_of(read("item1.TEL;TYPE=Work:1"), {"item1": " "}) == "work"


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (";;1-2-3;港区;東京都;105-0000;日本", "105-0000 東京都港区1-2-3 日本"),
        (r";Flat 3;12 Birch Lane;Springfield;OR;97475;USA", "Flat 3, 12 Birch Lane, Springfield, OR 97475, USA"),
        (r";;12 Birch Lane\nFlat 3;;;;", "12 Birch Lane\nFlat 3"),
        ("PO 1;;;Springfield", "PO 1, Springfield"),
        ("a;b;c;d;e;f;g;h", "a, b, c, d, e f, g"),
    ],
)
def test_an_address_is_one_line_in_the_order_of_its_script(value: str, address: str) -> None:
    assert address_of(read("ADR:" + value), {}).value == address


def test_units_below_the_department_follow_it() -> None:
    assert organization_of(read(r"ORG:A\;B;Sales;;North")) == ("A;B", "Sales North")


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("N:a;b;;;", False),
        ("N:a;b;c", True),
        ("N;LANGUAGE=ja:a;b", False),
        ("ORG:a;b", False),
        ("ORG:a;b;c", True),
        ('ORG;SORT-AS="a":a', True),
        ("ADR:;;a;;;;", False),
        ("ADR:;;a;b;;;", True),
        ("TEL;WAID=1:1", True),
        ("TEL;TYPE=x;PREF=1;VALUE=uri:1", False),
    ],
)
def test_a_line_that_says_more_than_its_field_is_known(line: str, more: bool) -> None:
    assert says_more(read(line)) is more


def test_only_properties_with_a_field_of_their_own_claim_one() -> None:
    assert claim(read("PHOTO:x"), {}) is None
    assert claim(read("BDAY:19960415"), {}) == "1996-04-15"
    assert claim(read("N:a;b;c"), {}) == ("a", "b")


def test_preference_is_read_in_the_words_of_3_0_and_the_numbers_of_4_0() -> None:
    lines = ["TEL;PREF=1:a", "TEL;TYPE=pref:a", "TEL;PREF=20:a", "TEL:a", "TEL;PREF=x:a", "TEL;PREF=99999:a"]
    assert [preference(read(line)) for line in lines] == [1, 1, 20, 100, 100, 100]
