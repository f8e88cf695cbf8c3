import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.errors import Invalid
from networkjournal.formats import source


@pytest.mark.parametrize(
    "data",
    [
        "田中\r\n".encode(),
        codecs.BOM_UTF8 + "田中\r\n".encode(),
        codecs.BOM_UTF16_LE + "田中\r\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "田中\r\n".encode("utf-16-be"),
        "田中\r\n".encode("cp932"),
    ],
)
def test_the_same_text_comes_out_of_every_encoding_and_line_ends_stay(data: bytes) -> None:
    assert source.decode(data) == "田中\r\n"


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"\xff\xfea\x00\x00\xd8", b"\x89PNG\r\n\x1a\n\x00\x00", b"caf\xe9\r\n"]
)
def test_what_is_no_text_is_refused_without_quoting_it(data: bytes) -> None:
    with pytest.raises(Invalid) as caught:
        source.decode(data)
    assert (caught.value.value, caught.value.reason) == ("", "undecodable")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(source.decode(data), str)
    except Invalid as refused:
        assert refused.reason == "undecodable"


@given(st.text())
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    # A mark at the very front is the file's, not the text's.
    assert source.decode(b"\xef\xbb\xbf" + text.encode()) == text


def test_marks_are_gone_before_lines_are_read_as_bytes() -> None:
    assert source.plain(codecs.BOM_UTF8 + b"a") == b"a"
    assert source.plain(codecs.BOM_UTF16_LE + "あ".encode("utf-16-le")) == "あ".encode()
    assert source.plain(b"\x83\\") == b"\x83\\"
