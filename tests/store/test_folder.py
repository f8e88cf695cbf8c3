"""Folders are private, and made only where there are none."""

import os
from pathlib import Path

import pytest

from networkjournal.store.folder import make_private, sync_names


def test_folders_are_made_private_all_the_way(tmp_path: Path) -> None:
    make_private(str(tmp_path / "a" / "b"))
    assert [os.stat(tmp_path / name).st_mode & 0o777 for name in ("a", "a/b")] == [0o700, 0o700]


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(0o755)
    make_private(str(tmp_path / "a" / "b"))
    make_private(str(tmp_path / "a"))
    assert os.stat(tmp_path / "a").st_mode & 0o777 == 0o755


@pytest.mark.parametrize("below", ["file", "file/b"])
def test_a_file_in_the_way_is_told(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError):
        make_private(str(tmp_path / below))


def test_the_folder_one_is_in_needs_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_private("")
    sync_names("")
    assert list(tmp_path.iterdir()) == []
