import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats.vcard_lines import content_lines
from networkjournal.formats.vcard_text import escape, escape_uri, fold, one_line, split, structure, texts, unescape


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"a\nb\Nc", "a\nb\nc"),
        (r"a\,b\;c\:d\\e", r"a,b;c:d\e"),
        (r"C:\\new", r"C:\new"),
        (r"a\qb", r"a\qb"),
        ("ends with \\", "ends with \\"),
    ],
)
def test_escapes_mean_what_the_standard_says_and_others_stay(value: str, text: str) -> None:
    assert unescape(value) == text


@given(st.text())
def test_what_is_escaped_comes_back(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert unescape(escape(text)) == lines
    assert unescape(escape_uri(text)) == lines


@given(st.lists(st.text(alphabet="a\\;,n\n"), min_size=1, max_size=6), st.sampled_from(";,"))
def test_escaped_signs_do_not_separate(parts: list[str], sign: str) -> None:
    assert [unescape(part) for part in split(sign.join(map(escape, parts)), sign)] == parts


def test_a_structure_has_all_its_components() -> None:
    assert structure(r"田中;太\;郎", 5) == ("田中", "太;郎", "", "", "")
    assert structure("a;b;c", 1) == ("a", "b", "c")


def test_a_list_leaves_out_what_is_empty() -> None:
    assert texts(r"a, ,b\,c,") == ["a", "b,c"]


def test_a_name_has_no_line_ends() -> None:
    assert one_line("  a \n\n b\n") == "a b"


@given(st.text(alphabet=st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=400))
def test_a_folded_line_is_short_whole_in_every_character_and_unfolds(text: str) -> None:
    folded = fold("NOTE:" + text)
    assert folded.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert [line.decode() for _, line in content_lines(folded.encode())] == ["NOTE:" + text]


def test_half_a_surrogate_pair_is_written_as_a_question_mark() -> None:
    assert fold("FN:a\ud800b") == "FN:a?b\r\n"
