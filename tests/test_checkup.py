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


@pytest.mark.parametrize(
    "copy",
    [
        "journal (Ann's conflicted copy 2026-11-01).db",
        "journal-LAPTOP.db",
        "journal.sync-conflict-20261101-120000-ABCDEFG.db",
        "journal 2.db",
        "journal_conf(1).db",
    ],
)
def test_copies_that_services_make_of_conflicts_are_told(path: Path, copy: str) -> None:
    (path.parent / copy).write_bytes(path.read_bytes())
    notes = checkup(str(path), str(path.parent / "none"), NOW)
    assert [os.path.basename(note.path) for note in notes if note.code == "another_journal"] == [copy]


def test_drafts_of_every_place_and_older_copies_are_told(path: Path) -> None:
    for name in ("journal.db.draft", "journal.db.entry.draft-2", "journal.db.compose.draft"):
        (path.parent / name).write_text("half a thought")
    (path.parent / "journal.db.draft.part").write_text("half")
    (path.parent / "journal.db.schema-2.bak").write_bytes(path.read_bytes())
    found = checkup(str(path), str(path.parent / "none"), NOW)
    told = [note.code for note in found]
    assert (told.count("draft"), told.count("left_over"), told.count("older_copy")) == (3, 1, 1)


def test_what_an_editor_left_is_told(path: Path, tmp_path: Path) -> None:
    left = tmp_path / "temporary" / "networkjournal-abc"
    left.mkdir(parents=True)
    (left / "entry.md").write_text("half a page")
    (tmp_path / "temporary" / "networkjournal-empty").mkdir()
    (tmp_path / "temporary" / "other").mkdir()
    notes = checkup(str(path), str(tmp_path / "backups"), NOW, [str(tmp_path / "temporary")])
    assert [note.path for note in notes if note.code == "editor_file"] == [str(left / "entry.md")]


@pytest.mark.parametrize("left", [".stfolder", ".dropbox", ".nextcloudsync.log"])
def test_a_folder_in_which_a_service_left_its_mark_is_told(path: Path, left: str) -> None:
    (path.parent.parent / left).mkdir()
    assert codes(path)["cloud_folder"] == "mind"


def test_a_file_that_is_only_in_the_cloud_is_told(path: Path) -> None:
    (path.parent / ".journal.db.icloud").write_bytes(path.read_bytes())
    path.unlink()
    assert codes(path)["in_the_cloud"] == "wrong"


def test_backups_that_others_can_read_are_told(path: Path, tmp_path: Path) -> None:
    taken = take(str(path), str(tmp_path / "backups"), NOW)
    assert "backups_readable" not in codes(path)
    Path(taken.path).chmod(0o644)
    assert codes(path)["backups_readable"] == "mind"


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
