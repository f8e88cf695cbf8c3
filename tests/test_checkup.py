"""A look at the file: what is fine, what to mind, what is wrong; and nothing of it changed by looking."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from networkjournal.backups import take
from networkjournal.checkup import Note, checkup
from networkjournal.journal import Journal

NOW = datetime(2026, 11, 23, 12)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "data" / "journal.db"
    journal = Journal.open(str(made))
    journal.capture("-> @Ann help: x", date(2026, 11, 23), create=True)
    journal.close()
    return made


def codes(path: Path) -> dict[str, str]:
    before = {file: (path.parent / file).read_bytes() for file in os.listdir(path.parent)}
    notes = checkup(str(path), str(path.parent.parent / "backups"), NOW)
    assert {file: (path.parent / file).read_bytes() for file in os.listdir(path.parent)} == before
    return {note.code: note.level for note in notes}


def test_a_new_journal_is_fine_but_has_no_backup(path: Path) -> None:
    assert codes(path) == {"sound": "fine", "private": "fine", "no_backup": "mind"}


def test_no_file_is_no_trouble(tmp_path: Path) -> None:
    notes = checkup(str(tmp_path / "none.db"), str(tmp_path / "backups"), NOW)
    assert [note.code for note in notes] == ["no_file", "no_backup"]


def test_a_damaged_file_is_wrong(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 8192] = b"x" * 8192
    path.write_bytes(data)
    assert codes(path)["unsound"] == "wrong"


def test_what_others_could_read_is_told(path: Path) -> None:
    path.chmod(0o644)
    path.parent.chmod(0o777)
    found = codes(path)
    assert {"readable_by_others", "folder_writable"} <= set(found)


def test_what_lies_around_is_told(path: Path) -> None:
    beside = path.parent
    (beside / "journal.db.draft-2").write_text("half a thought")
    (beside / "journal.db.replaced-2026-11-01T000000").write_bytes(b"")
    (beside / "journal (conflicted copy).db").write_bytes(path.read_bytes())
    (beside / "letter.txt").write_text("journal")
    (beside / "other.db").write_bytes(path.read_bytes())
    found = checkup(str(path), str(beside / "none"), NOW)
    beside_it = ("draft", "left_over", "another_journal")
    around = {os.path.basename(note.path): note.code for note in found if note.code in beside_it}
    assert around == {
        "journal.db.draft-2": "draft",
        "journal.db.replaced-2026-11-01T000000": "left_over",
        "journal (conflicted copy).db": "another_journal",
    }


def test_a_write_that_was_broken_off_is_not_called_damage(path: Path) -> None:
    Path(f"{path}-journal").write_bytes(b"half")
    assert codes(path)["interrupted"] == "mind"


@pytest.mark.parametrize(("days", "code"), [(1, "backed_up"), (40, "old_backup")])
def test_the_age_of_the_newest_backup_is_told(path: Path, tmp_path: Path, days: int, code: str) -> None:
    take(str(path), str(tmp_path / "backups"), NOW - timedelta(days=days))
    assert code in codes(path)


def test_a_backup_that_is_damaged_is_wrong(path: Path, tmp_path: Path) -> None:
    taken = take(str(path), str(tmp_path / "backups"), NOW)
    Path(taken.path).write_bytes(b"x" * 5000)
    assert codes(path)["bad_backup"] == "wrong"


def test_a_folder_that_a_service_copies_is_told(path: Path, tmp_path: Path) -> None:
    moved = tmp_path / "Dropbox" / "notes"
    moved.mkdir(parents=True)
    path.rename(moved / "journal.db")
    notes = checkup(str(moved / "journal.db"), str(tmp_path / "b"), NOW)
    assert Note("mind", "cloud_folder", str(moved)) in notes
