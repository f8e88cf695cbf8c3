import pytest

from networkjournal.formats.vcard_decode import text_lines


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_one_encoding_is_found_for_a_whole_card(encoding: str) -> None:
    # ﾃｱ alone is valid UTF-8 too, so a line must not be judged by itself.
    lines = ["VERSION:3.0", "FN:ﾃｱ", "NOTE:表示 田中"]
    assert text_lines([line.encode(encoding) for line in lines]) == lines


def test_lines_of_different_encodings_are_read_one_by_one() -> None:
    assert text_lines(["FN:田中".encode(), "NOTE:田中".encode("cp932")]) == ["FN:田中", "NOTE:田中"]


def test_a_line_in_no_known_encoding_spoils_the_card() -> None:
    assert text_lines([b"FN:a", b"NOTE:\xff\xff\x81"]) is None


def test_a_line_that_lost_its_colon_is_judged_by_itself() -> None:
    lines = text_lines(["FN:田中".encode(), b"N;CHARSET=UTF-8;\x93\x63"])
    assert lines == ["FN:田中", "N;CHARSET=UTF-8;田"]


def test_quoted_printable_is_undone_in_the_charset_it_names() -> None:
    line = b"ORG;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE;X=1:=83=5C=83t=83g;=41"
    assert text_lines([b"VERSION:2.1", line]) == ["VERSION:2.1", "ORG;X=1:ソフト;A"]


def test_quoted_line_ends_become_escapes_and_backslashes_of_2_1_are_themselves() -> None:
    line = rb"NOTE;QUOTED-PRINTABLE:a=0D=0Ab\;c C:\new"
    assert text_lines([b"VERSION:2.1", line]) == ["VERSION:2.1", r"NOTE:a\nb\;c C:\\new"]


def test_a_declared_charset_is_never_guessed_again_and_the_original_is_kept() -> None:
    # These bytes are valid cp932, but the card says UTF-8: it is damaged, not Japanese.
    lines = text_lines([b"NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=93=63x"])
    assert lines is not None
    assert lines[0] == "NOTE:\ufffdcx"
    assert lines[1] == r"X-NETWORKJOURNAL-EXTRA:NOTE\;CHARSET=UTF-8\;ENCODING=QUOTED-PRINTABLE:=93=63x"


@pytest.mark.parametrize("charset", [b"x-none", b"idna", b"rot13", b"unicode_escape"])
def test_a_file_cannot_choose_just_any_codec(charset: bytes) -> None:
    assert text_lines([b"FN;CHARSET=" + charset + b":" + "田中\\x41".encode()]) == ["FN:田中\\x41"]


def test_a_card_in_an_agent_becomes_the_one_line_of_3_0() -> None:
    inner = [b"AGENT:", b"BEGIN:VCARD", b"FN:b;c", b"END:VCARD"]
    assert text_lines([*inner, b"FN:a"]) == [r"AGENT:BEGIN:VCARD\nFN:b\;c\nEND:VCARD\n", "FN:a"]


def test_an_encoded_begin_opens_no_card() -> None:
    line = b"BEGIN;ENCODING=QUOTED-PRINTABLE:VCARD"
    assert text_lines([line, b"FN:a"]) == ["BEGIN:VCARD", "FN:a"]


def test_a_card_without_lines_is_none_the_worse() -> None:
    assert text_lines([]) == []
