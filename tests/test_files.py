"""Files written for somebody: private, whole or not at all, over nothing unless asked."""

import os
import stat
from pathlib import Path

import pytest

from networkjournal.errors import Invalid
from networkjournal.files import make_folder, write_private


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    write_private(str(tmp_path / "x"), b"secret")
    assert (tmp_path / "x").read_bytes() == b"secret"
    assert stat.S_IMODE(os.stat(tmp_path / "x").st_mode) == 0o600


def test_what_is_there_stays_unless_asked(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")
    with pytest.raises(Invalid, match="exists"):
        write_private(str(tmp_path / "x"), b"new")
    assert (tmp_path / "x").read_bytes() == b"old"
    write_private(str(tmp_path / "x"), b"new", replace=True)
    assert (tmp_path / "x").read_bytes() == b"new"


@pytest.mark.parametrize("path", ["missing/x", "a\0b"])
def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, path: str) -> None:
    with pytest.raises(Invalid, match="unwritable"):
        write_private(str(tmp_path / path), b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_private_and_one_that_is_there_stays(tmp_path: Path) -> None:
    make_folder(str(tmp_path / "a" / "b"))
    make_folder(str(tmp_path / "a" / "b"))
    assert stat.S_IMODE(os.stat(tmp_path / "a" / "b").st_mode) == 0o700
