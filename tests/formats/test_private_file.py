"""Files for one's own eyes: whole or not at all, and nothing of somebody else's is written over."""

import os
from pathlib import Path

import pytest

from networkjournal.errors import Invalid
from networkjournal.formats.private_file import write_private

MARKER = "<!-- ours -->"


def refused(path: Path | str, **options: bool) -> str:
    with pytest.raises(Invalid) as raised:
        write_private(str(path), MARKER, marker=MARKER, **options)
    return raised.value.reason


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    os.umask(0o022)
    write_private(str(path), f"{MARKER} 田中", marker=MARKER)
    assert path.read_text(encoding="utf-8") == f"{MARKER} 田中"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_page_of_ours_is_written_anew_and_nothing_else_unasked(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("notes of mine")
    assert refused(path) == "occupied" and path.read_text() == "notes of mine"
    write_private(str(path), f"{MARKER} 1", marker=MARKER, force=True)
    write_private(str(path), f"{MARKER} 2", marker=MARKER)
    assert path.read_text() == f"{MARKER} 2" and os.listdir(tmp_path) == ["page.html"]


def test_a_folder_is_never_written_over(tmp_path: Path) -> None:
    assert refused(tmp_path, force=True) == "occupied"


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(tmp_path / "no" / "such" / "page.html") == "unwritable"
    assert (refused(" "), refused("a\0b")) == ("empty", "unwritable")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(tmp_path / "page.html") == "unwritable"
    assert os.listdir(tmp_path) == []


def test_a_link_leads_to_the_file_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text(MARKER)
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write_private(str(tmp_path / "link.html"), f"{MARKER} new", marker=MARKER)
    assert (tmp_path / "link.html").is_symlink() and (tmp_path / "real.html").read_text() == f"{MARKER} new"
