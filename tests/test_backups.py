"""Backups of a journal: consistent, proved, private, thinned out; and putting one back keeps what it replaces."""

import errno
import os
import sqlite3
import stat
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from networkjournal.backups import backups, due, restore, take
from networkjournal.errors import FileTrouble
from networkjournal.journal import Journal
from networkjournal.store.backup import copy, prove
from networkjournal.store.connection import transaction

NOW = datetime(2026, 11, 23, 12)
DAY = date(2026, 11, 23)


@pytest.fixture
def path(tmp_path: Path) -> str:
    made = str(tmp_path / "data" / "journal.db")
    write(made, "-> @Ann help: first")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "backups")


def write(path: str, text: str) -> None:
    journal = Journal.open(path)
    journal.capture(text, DAY, create=True)
    journal.close()


def texts(path: str) -> list[str]:
    journal = Journal.open(path)
    found = [entry.text for entry in journal.books.entries.all()]
    assert not journal.check().differences
    journal.close()
    return found


def test_a_backup_holds_what_the_journal_did(path: str, folder: str) -> None:
    taken = take(path, folder, NOW)
    assert (taken.holds.entries, taken.holds.contacts, taken.holds.exchanges) == (1, 1, 1)
    assert texts(taken.path) == ["-> @Ann help: first"]
    assert stat.S_IMODE(os.stat(taken.path).st_mode) == 0o600
    assert [backup.taken for backup in backups(folder)] == [NOW]


def test_a_backup_is_consistent_while_somebody_writes(path: str, folder: str) -> None:
    """A plain copy of a file in use is damaged in a quarter of all tries."""
    journal = Journal.open(path)
    with transaction(journal.books.connection):
        journal.books.history.begin("capture", "", "cli")
        journal.books.entries.add(DAY, "not yet said")
        taken = take(path, folder, NOW)
    journal.close()
    assert prove(taken.path).entries == 1


def test_a_disk_without_links_takes_copies_too(path: str, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sticks have file systems that know none."""

    def none(old: str, new: str) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), old)

    monkeypatch.setattr(os, "link", none)
    assert texts(take(path, folder, NOW).path) == ["-> @Ann help: first"]
    with pytest.raises(FileTrouble):
        copy(path, os.path.join(folder, "2026-11-23T120000.db"))
    assert os.listdir(folder) == ["2026-11-23T120000.db"], "written over nothing, and nothing left behind"


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.EDQUOT, "full"), (errno.EROFS, "read_only"), (errno.EIO, "unwritable")]
)
def test_why_no_copy_can_be_made_is_told(
    number: int, reason: str, path: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(FileTrouble) as trouble:
        take(path, folder, NOW)
    assert trouble.value.reason == reason
    assert os.listdir(folder) == []


def test_a_copy_that_has_its_name_counts_whatever_cannot_be_cleared_away(
    path: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = os.unlink

    def refused(name: str) -> None:
        if name.endswith(".part") and os.path.exists(name):
            raise OSError(errno.EIO, os.strerror(errno.EIO), name)
        unlink(name)

    monkeypatch.setattr(os, "unlink", refused)
    assert prove(take(path, folder, NOW).path).entries == 1


def test_one_a_day_is_due(path: str, folder: str) -> None:
    assert due(folder, NOW)
    take(path, folder, NOW)
    assert not due(folder, NOW + timedelta(hours=5))
    assert due(folder, NOW + timedelta(hours=21))
    assert due(folder, NOW - timedelta(days=300)), "a clock that went backwards"


def test_older_ones_go_and_so_does_what_was_broken_off(path: str, folder: str) -> None:
    for day in range(40, -1, -1):
        take(path, folder, NOW - timedelta(days=day))
    Path(folder, "2026-11-20T120000.db.part").write_bytes(b"half")
    Path(folder, "notes.txt").write_bytes(b"mine")
    take(path, folder, NOW + timedelta(hours=1))
    assert 15 < len(backups(folder)) < 25
    assert sorted(name for name in os.listdir(folder) if not name.endswith(".db")) == ["notes.txt"]


def test_what_is_there_is_never_written_over(path: str, tmp_path: Path) -> None:
    there = tmp_path / "mine.db"
    there.write_bytes(b"mine")
    with pytest.raises(FileTrouble):
        copy(path, str(there))
    assert there.read_bytes() == b"mine"
    assert sorted(os.listdir(tmp_path)) == ["data", "mine.db"]


def test_putting_one_back_keeps_what_it_replaces(path: str, folder: str) -> None:
    taken = take(path, folder, NOW)
    write(path, "second")
    done = restore(path, taken.path, folder, NOW)
    assert texts(path) == ["-> @Ann help: first"]
    assert texts(done.kept) == ["-> @Ann help: first", "second"]


def test_an_open_program_sees_what_was_put_back(path: str, folder: str) -> None:
    taken = take(path, folder, NOW)
    journal = Journal.open(path)
    journal.capture("second", DAY)
    before = journal.version
    restore(path, taken.path, folder, NOW)
    assert journal.version != before
    assert [entry.text for entry in journal.books.entries.all()] == ["-> @Ann help: first"]
    journal.capture("third", DAY)
    journal.close()
    assert texts(path) == ["-> @Ann help: first", "third"]


@pytest.mark.parametrize("junk", [b"no database" * 100, b""], ids=["junk", "empty"])
def test_a_damaged_journal_is_set_aside_for_a_sound_one(path: str, folder: str, junk: bytes) -> None:
    taken = take(path, folder, NOW)
    Path(path).write_bytes(junk)
    done = restore(path, taken.path, folder, NOW)
    assert texts(path) == ["-> @Ann help: first"]
    assert os.path.exists(done.kept)


def test_a_journal_that_is_gone_is_there_again(path: str, folder: str) -> None:
    taken = take(path, folder, NOW)
    os.unlink(path)
    assert restore(path, taken.path, folder, NOW).kept == ""
    assert texts(path) == ["-> @Ann help: first"]


def damage(backup: str) -> None:
    data = bytearray(Path(backup).read_bytes())
    data[len(data) // 2 : len(data) // 2 + 5000] = b"x" * 5000
    Path(backup).write_bytes(data)


def test_what_is_no_sound_backup_changes_nothing(path: str, folder: str, tmp_path: Path) -> None:
    taken = take(path, folder, NOW)
    damage(taken.path)
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("create table t (x)")
    before = Path(path).read_bytes()
    for wrong in (taken.path, str(other), str(tmp_path / "none.db"), str(tmp_path)):
        with pytest.raises(FileTrouble):
            restore(path, wrong, folder, NOW)
        assert Path(path).read_bytes() == before


def test_a_big_step_is_preceded_by_whatever_keeps_a_copy(path: str) -> None:
    journal = Journal.open(path)
    called: list[bool] = []
    journal.before_big = lambda: called.append(journal.books.connection.in_transaction)
    journal.repost()
    journal.capture("small", DAY)
    assert called == [False]
    journal.close()
