"""Sealed files: known by their content, opened with the key they were told alone, with the standard driver's face."""

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.errors import FileTrouble, Sealed
from networkjournal.journal import Journal
from networkjournal.store import cipher, connection
from networkjournal.store.backup import copy, prove
from networkjournal.store.cipher import Key
from networkjournal.store.rescue import rescue
from tests.sealed import DAY, KEY, OTHER, SENTENCE, WHY, plain_journal, sealed_journal

pytest.importorskip("sqlcipher3", reason=WHY)


@pytest.fixture
def path(tmp_path: Path) -> str:
    made = str(tmp_path / "journal.db")
    sealed_journal(Path(made)).close()
    return made


def locked(path: str) -> str:
    with pytest.raises(Sealed) as refused:
        Journal.open(path)
    return refused.value.reason


def test_a_sealed_journal_does_all_that_a_plain_one_does(path: str) -> None:
    journal = Journal.open(path)
    journal.capture("<- @Ben help: forms 30m\n[ ] @Ann write due:11/30", DAY, create=True)
    journal.merge_contacts(journal.find_contact("Ann"), journal.find_contact("Ben"))
    assert journal.undo() is not None and journal.redo() is not None
    journal.repost()
    assert not journal.check().differences
    assert f"-> @Ann info: {SENTENCE}\n! {SENTENCE}" in [entry.text for entry in journal.books.entries.all()]
    journal.close()


def test_it_is_private_and_has_nothing_readable_beside_it(path: str) -> None:
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    journal = Journal.open(path)
    with connection.transaction(journal.books.connection):
        journal.books.connection.execute("update entries set text = text || 'x'")
        beside = sorted(os.listdir(os.path.dirname(path)))
        assert beside == ["journal.db", "journal.db-journal"], "never a write-ahead log"
        assert b"sentence" not in Path(f"{path}-journal").read_bytes()
    journal.close()


def test_without_its_key_it_is_not_opened_and_not_touched(path: str) -> None:
    before = Path(path).read_bytes()
    cipher.forget_keys()
    assert locked(path) == "locked"
    with pytest.raises(Sealed):
        prove(path)
    with pytest.raises(Sealed):
        cipher.unlock_with(path, Key((KEY[0], OTHER[1])))
    with pytest.raises(Sealed):
        cipher.unlock_with(path, OTHER)
    assert locked(path) == "locked" and Path(path).read_bytes() == before
    cipher.unlock_with(path, KEY)
    Journal.open(path).close()


def test_a_passphrase_opens_it_however_its_letters_are_composed(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "ROUNDS", 10)
    from networkjournal.store.reseal import reseal

    reseal(path, cipher.new_key("が, é and more"))
    cipher.forget_keys()
    with pytest.raises(Sealed) as refused:
        cipher.unlock(path, "か, e and more")
    assert refused.value.reason == "wrong"
    cipher.unlock(path, "か\u3099, e\u0301 and more")
    Journal.open(path).close()


def test_the_format_is_sqlciphers_own(path: str) -> None:
    """Whoever has the passphrase can do without this program."""
    import sqlcipher3

    from networkjournal.store.reseal import reseal

    reseal(path, cipher.new_key("open"))
    other = sqlcipher3.connect(path)
    other.execute("pragma key = 'open'")
    assert other.execute("select count(*) from entries").fetchone() == (1,)
    other.close()


def test_what_is_no_sealed_file_is_not_taken_for_one(tmp_path: Path) -> None:
    plain_journal(tmp_path / "plain.db").close()
    for name, content in (
        ("text", "a line of text\n" * 4096),
        ("zeros", "\0" * 8192),
        ("empty", ""),
    ):
        (tmp_path / name).write_text(content)
    (tmp_path / "short").write_bytes(os.urandom(4000))
    for name in ("plain.db", "text", "zeros", "empty", "short"):
        assert connection.salt(str(tmp_path / name)) == b""
    assert connection.salt(str(tmp_path)) == connection.salt(str(tmp_path / "none")) == b""


@given(st.text(max_size=5000))
def test_no_text_is_taken_for_a_sealed_one(text: str) -> None:
    page = text.encode("utf-8", "replace")
    assert connection.salt_of(page * (1 + 4096 // max(len(page), 1))) == b""


def test_a_file_that_is_open_is_not_read_by_hand(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing it would let go of the locks that SQLite holds on it."""
    journal = Journal.open(path)

    def read(page: bytes) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(connection, "salt_of", read)
    assert connection.salt(path) == KEY[0]
    connection.opened(path, "mode=rw").close()
    journal.close()


def test_errors_are_the_standard_ones(path: str) -> None:
    journal = Journal.open(path)
    ask = journal.books.connection.execute
    with pytest.raises(sqlite3.IntegrityError):
        ask("insert into entries (id) values (1)")
    with pytest.raises(sqlite3.OperationalError):
        ask("select nothing")
    other = Journal.open(path)
    ask("begin immediate")
    other.books.connection.execute("pragma busy_timeout = 10")
    with pytest.raises(FileTrouble) as told:
        other.capture("x", DAY)
    assert told.value.reason == "locked"
    journal.close()
    other.close()


KILLED = """
import os, sys
from networkjournal.journal import Journal
from networkjournal.store import cipher
from tests.sealed import DAY, KEY
cipher.learn(KEY)
ask = Journal.open(sys.argv[1]).books.connection.execute
ask("pragma cache_size = 1")  # so that half of it is in the file before it is committed
ask("begin immediate")
ask("update entries set text = text || hex(randomblob(20000))")
ask("insert into entries (uid, day, text, created_at, updated_at) "
    "select hex(randomblob(8)), day, hex(randomblob(20000)), created_at, updated_at from entries")
os._exit(9)
"""


def test_what_a_killed_program_left_is_taken_back(path: str) -> None:
    command = [sys.executable, "-c", KILLED, path]
    assert subprocess.run(command, cwd=Path(__file__).parents[2], check=False).returncode == 9
    assert os.path.getsize(f"{path}-journal")
    cipher.forget_keys()
    with pytest.raises(Sealed):
        cipher.unlock_with(path, Key((KEY[0], OTHER[1])))
    cipher.unlock_with(path, KEY)
    journal = Journal.open(path)
    assert [entry.text for entry in journal.books.entries.all()] == [f"-> @Ann info: {SENTENCE}\n! {SENTENCE}"]
    assert not journal.check().differences
    journal.close()


def test_a_copy_has_the_same_key(path: str, tmp_path: Path) -> None:
    made = str(tmp_path / "copy.db")
    assert copy(path, made) == prove(made)
    assert connection.salt(made) == KEY[0] and b"sentence" not in Path(made).read_bytes()


def test_a_single_bit_that_changed_is_found(path: str) -> None:
    data = bytearray(Path(path).read_bytes())
    for place in (4096 + 17, len(data) // 2, len(data) - 1):
        data[place] ^= 1
        Path(path).write_bytes(data)
        with pytest.raises(FileTrouble) as told:
            prove(path)
        assert told.value.reason == "damaged"
        data[place] ^= 1


def test_what_is_left_of_a_damaged_one_is_rescued(tmp_path: Path) -> None:
    journal = plain_journal(tmp_path / "journal.db")
    for number in range(60):
        journal.capture(f"entry {number} " + "x" * 400, date(2026, 11, 20))
    journal.close()
    path = str(tmp_path / "journal.db")
    from networkjournal.store.reseal import reseal

    reseal(path, KEY)
    cipher.learn(KEY)
    _damage(path)
    into = Journal.open(str(tmp_path / "saved.db"))
    with into.step("rescue"):
        saved, lost = rescue(path, into.books.connection)
    into.close()
    assert {one.table for one in lost} == {"entries"} and 30 in {one.id for one in lost}
    assert len(lost) < 30 and saved["entries"] == 61 - len(lost) and saved["contacts"] == 1


def _damage(path: str) -> None:
    """Change one byte of a page in which entries are, and no other table."""
    whole = Path(path).read_bytes()
    for page in range(2, len(whole) // 4096):
        data = bytearray(whole)
        data[page * 4096 + 100] ^= 255
        Path(path).write_bytes(data)
        file = connection.opened(path, "mode=ro&immutable=1")
        read = []
        try:
            for question in ("text from entries where id = 1", "name from contacts", "text from entries where id = 30"):
                read.append(file.execute(f"select {question}").fetchone())
        except sqlite3.Error:
            if len(read) == 2:
                return
        finally:
            file.close()
    raise AssertionError


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_a_text_comes_back_from_a_sealed_one(text: str) -> None:
    cipher.learn(KEY)
    with tempfile.TemporaryDirectory() as folder:
        scratch = os.path.join(folder, "scratch")
        sealed = cipher.sealed_text(text, scratch, KEY[0])
        assert connection.salt_of(sealed) == KEY[0]
        assert cipher.text_in(sealed, scratch) == text
        assert os.listdir(folder) == []


def test_a_sealed_text_needs_its_key(tmp_path: Path) -> None:
    cipher.learn(KEY)
    sealed = cipher.sealed_text(SENTENCE, str(tmp_path / "scratch"), KEY[0])
    assert b"sentence" not in sealed
    cipher.forget_keys()
    assert cipher.text_in(sealed, str(tmp_path / "scratch")) is None
    assert cipher.text_in(b"a plain text", str(tmp_path / "scratch")) is None


def test_a_key_says_nothing_of_itself() -> None:
    assert KEY[1] not in repr(KEY) and KEY[1] not in f"{(KEY,)}"


def test_where_no_cipher_is_there_nothing_is_called_encrypted(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite itself ignores a key without a word."""
    cipher.learn(KEY)
    monkeypatch.setattr(cipher, "dbapi2", None)
    assert not cipher.available() and cipher.version() == ""
    assert locked(path) == "no_cipher"
