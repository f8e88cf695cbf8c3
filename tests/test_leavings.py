"""What lies beside a journal and may hold somebody: looked into, told, removed when asked; drafts changed safely."""

import os
from datetime import date, datetime
from pathlib import Path

import pytest

from networkjournal.backups import take
from networkjournal.journal import Journal
from networkjournal.leavings import holding, known, remove, rewrite_drafts
from networkjournal.model.contact import Contact

NOW = datetime(2026, 11, 20, 9)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A journal with a backup of before somebody was known, and one of after."""
    made = Journal.open(str(tmp_path / "journal.db"))
    made.capture("a day", date(2026, 11, 1))
    take(made.path, str(tmp_path / "backups"), datetime(2026, 11, 1))
    made.add_contact(Contact("鈴木 花子"))
    take(made.path, str(tmp_path / "backups"), datetime(2026, 11, 10))
    return made


def test_only_copies_that_know_them_are_told(journal: Journal, tmp_path: Path) -> None:
    person = known(journal, journal.find_contact("鈴木"))
    assert holding(journal.path, str(tmp_path / "backups"), person) == (
        str(tmp_path / "backups" / "2026-11-10T000000.db"),
    )
    (tmp_path / "journal.db.schema-1.bak").write_bytes(b"what is this")
    assert len(holding(journal.path, str(tmp_path / "backups"), person)) == 2, "one that cannot be read may"
    journal.close()


def test_a_new_backup_is_there_before_one_goes(journal: Journal, tmp_path: Path) -> None:
    folder = str(tmp_path / "backups")
    old = os.path.join(folder, "2026-11-10T000000.db")
    done = remove(journal.path, folder, (old, str(tmp_path / "never.bak")), NOW)
    assert done.gone == (old, str(tmp_path / "never.bak")) and done.left == ()
    assert os.path.exists(done.backup) and not os.path.exists(old)
    journal.close()


def test_what_a_link_leads_to_is_left_alone(journal: Journal, tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("mine", encoding="utf-8")
    link = tmp_path / "journal.db.x.bak"
    link.symlink_to(own)
    remove(journal.path, str(tmp_path / "backups"), (str(link),), NOW)
    assert own.read_text(encoding="utf-8") == "mine" and not link.is_symlink()
    journal.close()


def test_drafts_are_changed_and_what_is_held_is_told(tmp_path: Path) -> None:
    import fcntl

    path = str(tmp_path / "journal.db")
    for name in ("journal.db.draft", "journal.db.entry.draft-2", "other.db.draft", "journal.db.held.draft"):
        (tmp_path / name).write_text("for Ann\n", encoding="utf-8")
    with (tmp_path / "journal.db.held.draft").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert rewrite_drafts(path, lambda text: text.replace("Ann", "…")) == ("journal.db.held.draft",)
    assert (tmp_path / "journal.db.draft").read_text(encoding="utf-8") == "for …\n"
    assert (tmp_path / "journal.db.entry.draft-2").read_text(encoding="utf-8") == "for …\n"
    assert (tmp_path / "other.db.draft").read_text(encoding="utf-8") == "for Ann\n"
    assert (tmp_path / "journal.db.draft").stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob("*.part"))
