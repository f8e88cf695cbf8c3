"""Identifiers of ours in files: known again, and nobody else's taken for one."""

import pytest

from networkjournal.formats.identifier import own, written
from networkjournal.store.uid import new_uid


def test_what_was_written_is_known_again() -> None:
    uid = new_uid()
    assert own(written(uid)) == own(f" {written(uid)}\n") == uid


@pytest.mark.parametrize(
    "text", ["", "1@networkjournal", "urn:uuid:" + "0" * 36, new_uid(), f"x{written(new_uid())}", f"{written('')}"]
)
def test_what_others_write_is_none(text: str) -> None:
    assert own(text) == ""
