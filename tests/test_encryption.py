"""Encrypting a journal with all that lies around it: nothing of it can be read in any byte, what is left is told."""

from datetime import datetime
from pathlib import Path

import pytest

from networkjournal.backups import backups, restore, take
from networkjournal.checkup import checkup
from networkjournal.encryption import give_key, standing
from networkjournal.journal import Journal
from networkjournal.leavings import rewrite_drafts
from networkjournal.store import cipher
from networkjournal.store.connection import salt
from networkjournal.tui.draft import About, DraftFile
from tests.sealed import DAY, KEY, OTHER, SENTENCE, WHY, plain_journal, readable, sealed_journal

pytest.importorskip("sqlcipher3", reason=WHY)

NOW = datetime(2026, 11, 23, 12)


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A plain journal with a backup, a copy kept beside it, a draft and what a broken copy left."""
    made = tmp_path / "data" / "journal.db"
    journal = plain_journal(made)
    draft = DraftFile(str(made), "entry")
    draft.keep(f"half written: {SENTENCE}", About(1, "2026-11-20"))
    draft.release()
    journal.close()
    take(str(made), str(tmp_path / "backups"), NOW)
    for name in ("data/journal.db.schema-2.bak", "data/journal.db.replaced-2026-11-01T120000", "backups/x.db.part"):
        (tmp_path / name).write_bytes(made.read_bytes())
    cipher.learn(KEY)
    cipher.learn(OTHER)
    return str(made)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "backups")


def test_all_of_it_is_encrypted_and_comes_back(path: str, folder: str, tmp_path: Path) -> None:
    assert len(list(readable(tmp_path))) == 6, "where nothing is encrypted the search finds it"
    done = give_key(path, folder, KEY)
    assert (done.followed, done.removed, done.left) == (3, 0, ())
    assert list(readable(tmp_path)) == []
    found = standing(path, folder)
    assert found.proof.encrypted and found.proof.cipher and len(found.encrypted) == 4 and found.plain == ()
    done = give_key(path, folder, OTHER)
    assert (done.followed, done.left) == (3, ()) and salt(backups(folder)[0].path) == OTHER[0]
    assert give_key(path, folder, None).left == ()
    draft = DraftFile(path, "entry")
    assert draft.left() == f"half written: {SENTENCE}" and draft.about == About(1, "2026-11-20")
    draft.release()
    journal = Journal.open(path)
    assert not journal.check().differences
    journal.close()
    assert not standing(path, folder).proof.encrypted


def test_backups_can_be_removed_or_kept(path: str, folder: str, tmp_path: Path) -> None:
    done = give_key(path, folder, KEY, "keep")
    assert done.followed == 0 and len(done.left) == 3
    codes = {note.code for note in checkup(path, folder, NOW)}
    assert {"encrypted", "plain_beside"} <= codes
    assert give_key(path, folder, KEY, "remove").removed == 3
    assert list(readable(tmp_path)) == [] and backups(folder) == ()
    assert "plain_beside" not in {note.code for note in checkup(path, folder, NOW)}


def test_what_was_broken_off_is_done_by_doing_it_again(
    path: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("networkjournal.encryption._followed", interrupted)
        give_key(path, folder, KEY)
    assert salt(path) == KEY[0] and list(readable(tmp_path)) != []
    assert give_key(path, folder, KEY).left == () and list(readable(tmp_path)) == []


def test_what_cannot_follow_is_told(path: str, folder: str) -> None:
    backup = Path(backups(folder)[0].path)
    damaged = backup.read_bytes()[:8192] + b"\0" * 8192
    backup.write_bytes(damaged)
    assert give_key(path, folder, KEY).left == (str(backup),)
    assert backup.read_bytes() == damaged


def test_drafts_of_an_encrypted_journal_are_never_plain(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal = sealed_journal(path)
    draft = DraftFile(str(path))
    draft.keep(SENTENCE[:20])
    draft.keep(SENTENCE)
    assert (tmp_path / "journal.db.draft").stat().st_mode & 0o777 == 0o600
    draft.release()
    assert list(readable(tmp_path)) == []
    cipher.forget_keys()
    assert DraftFile(str(path)).left() == "", "what cannot be read is left where it is"
    cipher.learn(KEY)
    again = DraftFile(str(path))
    assert again.left() == SENTENCE
    again.keep("")
    assert not (tmp_path / "journal.db.draft").exists()
    journal.close()


def test_forgetting_reaches_the_drafts_of_an_encrypted_journal(path: str, folder: str) -> None:
    give_key(path, folder, KEY)
    assert rewrite_drafts(path, lambda text: text.replace("sentence", "…")) == ()
    assert salt(f"{path}.entry.draft") == KEY[0]
    draft = DraftFile(path, "entry")
    assert "sentence" not in draft.left() and draft.about == About(1, "2026-11-20")
    draft.release()
    cipher.forget_keys()
    assert rewrite_drafts(path, str.upper) == ("journal.db.entry.draft",), "what cannot be read is named"


def test_a_program_that_is_still_open_writes_no_plain_draft(path: str, folder: str, tmp_path: Path) -> None:
    """It does not know the key: what is typed there from then on is rather not kept."""
    journal, draft = Journal.open(path), DraftFile(path)
    draft.keep("before")
    give_key(path, folder, KEY)
    cipher.forget_keys()
    draft.keep(SENTENCE)
    assert list(readable(tmp_path)) == []
    draft.release()
    journal.close()


def test_a_backup_is_encrypted_as_the_journal_is(tmp_path: Path, folder: str) -> None:
    path = tmp_path / "journal.db"
    sealed_journal(path).close()
    taken = take(str(path), folder, NOW)
    assert taken.holds.entries == 1 and salt(taken.path) == KEY[0] and list(readable(tmp_path)) == []


@pytest.mark.parametrize("journal_sealed", [True, False])
@pytest.mark.parametrize("backup_key", [None, KEY, OTHER])
def test_a_journal_stays_as_it_is_whatever_is_put_back(
    journal_sealed: bool, backup_key: cipher.Key | None, tmp_path: Path, folder: str
) -> None:
    backup = tmp_path / "old.db"
    (sealed_journal(backup, backup_key) if backup_key else plain_journal(backup)).close()
    path = tmp_path / "journal.db"
    journal = sealed_journal(path) if journal_sealed else plain_journal(path)
    journal.capture("later", DAY)
    restored = restore(str(path), str(backup), folder, NOW)
    assert len(list(journal.books.entries.all())) == 1, "an open program sees it"
    journal.close()
    assert salt(str(path)) == salt(restored.kept) == (KEY[0] if journal_sealed else b"")
    assert not (tmp_path / "journal.db.part").exists()
    kept = Journal.open(restored.kept)
    assert len(list(kept.books.entries.all())) == 2
    kept.close()


def test_a_lost_journal_comes_back_as_its_backup_is(tmp_path: Path, folder: str) -> None:
    path = tmp_path / "journal.db"
    sealed_journal(path).close()
    taken = take(str(path), folder, NOW)
    path.unlink()
    restore(str(path), taken.path, folder, NOW)
    assert salt(str(path)) == KEY[0] and list(readable(tmp_path)) == []


def test_a_look_at_the_file_proves_what_encryption_promises(tmp_path: Path, folder: str) -> None:
    path = tmp_path / "journal.db"
    sealed_journal(path).close()
    take(str(path), folder, NOW)
    levels = {note.code: note.level for note in checkup(str(path), folder, NOW)}
    assert levels == {"sound": "fine", "encrypted": "fine", "private": "fine", "backed_up": "fine"}
    cipher.forget_keys()
    cipher.learn(OTHER)
    other = tmp_path / "other.db"
    sealed_journal(other, OTHER).close()
    assert "locked_backup" in {note.code for note in checkup(str(other), folder, NOW)}


def test_an_older_file_is_brought_up_to_date_and_its_copy_is_encrypted(tmp_path: Path) -> None:
    """The copy that is kept before a migration is one more place where a text could be read."""
    path = tmp_path / "journal.db"
    journal = sealed_journal(path)
    journal.books.connection.execute("pragma user_version = 2")
    from networkjournal.store.migrations import keep_copy

    kept = keep_copy(journal.books.connection)
    journal.close()
    assert salt(kept) == KEY[0] and list(readable(tmp_path)) == []
