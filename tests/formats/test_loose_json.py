"""JSON of other programs, taken as it comes."""

from datetime import date

import pytest

from networkjournal.errors import Invalid
from networkjournal.formats.loose_json import day, document, items, table, text


def test_what_is_not_of_the_type_one_hopes_for_is_nothing() -> None:
    assert (table([]), items({}), text({}), text(True), text(None), day(5)) == ({}, [], "", "", "", None)
    assert (table({"a": 1}), items([1]), text(" a "), text(5), day("2020-01-02T00:00:00Z")) == (
        {"a": 1},
        [1],
        "a",
        "5",
        date(2020, 1, 2),
    )


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"1" * 5000, b"nonsense"])
def test_what_is_no_json_is_told(data: bytes) -> None:
    with pytest.raises(Invalid) as caught:
        document(data)
    assert caught.value.reason == "not_json"


def test_every_encoding_of_files_is_read() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp932"):
        assert document('{"名": "田中"}'.encode(encoding)) == {"名": "田中"}
