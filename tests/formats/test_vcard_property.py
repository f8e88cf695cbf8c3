import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats.vcard_property import Property, property_of


def read(line: str) -> Property:
    prop = property_of(line)
    assert prop is not None
    return prop


def test_a_line_is_taken_apart() -> None:
    line = 'Item1.tel;TYPE=work,fax;type="Voice,home";PREF=1:+1;ext=2:3'
    assert read(line) == Property(
        "item1", "TEL", {"TYPE": ("work", "fax", "Voice", "home"), "PREF": ("1",)}, "+1;ext=2:3", line
    )


def test_bare_words_of_2_1_are_types_or_encodings() -> None:
    assert read("TEL;CELL;PREF:1").params == {"TYPE": ("CELL", "PREF")}
    assert read("NOTE;QUOTED-PRINTABLE:x").params == {"ENCODING": ("QUOTED-PRINTABLE",)}


def test_quotes_hide_colons_and_semicolons() -> None:
    prop = read('ADR;LABEL="a:b;c";TYPE=home:;;street')
    assert (prop.params["LABEL"], prop.words("TYPE"), prop.value) == (("a:b;c",), ("home",), ";;street")


def test_with_an_unclosed_quote_the_first_colon_counts() -> None:
    assert read('TEL;TYPE="home:1:2').value == "1:2"


@pytest.mark.parametrize("line", ["", "no colon", ":x", "a b:x", "1a:x", ".a:x", "a.b.c:x", '"a":x', "田:x"])
def test_what_has_no_proper_name_is_no_property(line: str) -> None:
    assert property_of(line) is None


def test_a_parameter_that_is_not_there_has_no_words() -> None:
    assert read("TEL:1").words("TYPE") == ()


@given(st.text(alphabet='aB.;:=",\\ \tあ', max_size=40))
def test_any_line_is_a_property_that_keeps_it_or_none(line: str) -> None:
    prop = property_of(line, 7)
    if prop:
        assert prop.line == line and line.endswith(prop.value) and prop.at == 7
    else:
        assert not line.startswith(("a:", "aB:"))


@pytest.mark.parametrize("head", ['X;"', 'X;"a"', "X;A=", "X;A=b"])
def test_a_hundred_thousand_of_anything_in_a_head_end(head: str) -> None:
    name, _, unit = head.partition(";")
    assert read(name + (";" + unit) * 100_000 + ":v").value == "v"
