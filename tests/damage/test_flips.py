"""Every turned bit that can be seen is told of. The short form of `make bitflips`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.damage.flips import journal_bytes, told, turned

SHORT = 40


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bytes]:
    """A journal, byte for byte."""
    yield journal_bytes(str(tmp_path_factory.mktemp("journal")))


def test_an_unharmed_file_is_told_of_by_nobody(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "whole.db").write_bytes(data)
    assert told(str(tmp_path / "whole.db")) == ""


def test_each_bit_that_can_be_seen_is_told_of(data: bytes, tmp_path: Path) -> None:
    found = list(turned(data, str(tmp_path), SHORT, 3))
    seen = [one for one in found if one.seen]
    assert len(seen) > SHORT // 4, "the proof of the proof"
    assert not all(one.control for one in seen), "SQLite's own look is not enough"
    assert [one for one in seen if not one.told] == []
