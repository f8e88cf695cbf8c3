"""Another key for a file, or none: all or nothing wherever it is broken off, the same rows, nothing left to read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from networkjournal.errors import FileTrouble
from networkjournal.journal import Journal
from networkjournal.store import cipher, disk, reseal
from networkjournal.store.cipher import Key
from networkjournal.store.connection import salt
from tests.sealed import DAY, KEY, OTHER, SENTENCE, WHY, plain_journal, readable

pytest.importorskip("sqlcipher3", reason=WHY)

ROOT = Path(__file__).parents[2]
KILLED = """
import os, sys
from networkjournal.store import cipher, disk, reseal
from tests.sealed import KEY, OTHER

path, key, step = sys.argv[1], {"KEY": KEY, "OTHER": OTHER, "None": None}[sys.argv[2]], int(sys.argv[3])
cipher.learn(KEY)
steps = 0

def deadly(module, name):
    work = getattr(module, name)
    def call(*args, **named):
        global steps
        for _around in range(2):
            steps += 1
            if steps == step:
                os._exit(9)
            if _around == 0:
                done = work(*args, **named)
        return done
    setattr(module, name, call)

for module, name in (
    (reseal, "_copy"), (reseal, "_export"), (reseal, "sync"), (reseal, "_same"), (os, "replace"),
    (reseal, "sync_names"), (reseal, "fill"), (os, "write"), (disk, "fill"), (os, "unlink"),
):
    deadly(module, name)
reseal.reseal(path, key)
"""
KEYS = {"KEY": KEY, "OTHER": OTHER, "None": None}


@pytest.fixture
def path(tmp_path: Path) -> str:
    made = str(tmp_path / "journal.db")
    plain_journal(Path(made)).close()
    cipher.learn(KEY)
    cipher.learn(OTHER)
    return made


def texts(path: str) -> list[str]:
    journal = Journal.open(path)
    found = [entry.text for entry in journal.books.entries.all()]
    assert not journal.check().differences
    journal.close()
    return found


def test_the_rows_are_the_same_and_the_file_is_private(path: str) -> None:
    before = texts(path)
    for key in (KEY, OTHER, None, OTHER, None):
        reseal.reseal(path, key)
        assert salt(path) == (key[0] if key else b"")
        assert texts(path) == before
        assert os.stat(path).st_mode & 0o777 == 0o600
        assert {*os.listdir(os.path.dirname(path))} <= {"journal.db", "journal.db-journal"}


def test_nothing_can_be_read_in_any_byte_of_the_folder(path: str, tmp_path: Path) -> None:
    assert list(readable(tmp_path)) == ["journal.db"], "where nothing is encrypted the search finds it"
    reseal.reseal(path, KEY)
    assert list(readable(tmp_path)) == []
    journal = Journal.open(path)
    journal.capture(SENTENCE, DAY)
    journal.undo()
    journal.close()
    assert list(readable(tmp_path)) == []


def test_the_old_file_is_overwritten_and_whoever_has_it_open_writes_nothing(path: str) -> None:
    elsewhere = Journal.open(path)
    elsewhere.capture("before", DAY)
    with open(path, "rb") as old:
        reseal.reseal(path, KEY)
        assert b"sentence" not in old.read()
    with pytest.raises(FileTrouble) as told:
        elsewhere.capture("after", DAY)
    assert told.value.reason == "moved"
    elsewhere.close()
    assert "before" in texts(path) and "after" not in texts(path)


def test_while_somebody_writes_nothing_is_begun(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "BUSY_SECONDS", 0.05)
    before = Path(path).read_bytes()
    writing = waiting(WRITER, path)
    with pytest.raises(FileTrouble) as told:
        reseal.reseal(path, KEY)
    writing.communicate()
    assert told.value.reason == "locked" and Path(path).read_bytes() == before
    assert not os.path.exists(f"{path}.part")


def waiting(program: str, path: str) -> subprocess.Popen[bytes]:
    """Another program that has the file open until it is spoken to."""
    command = [sys.executable, "-c", program, path]
    started = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    assert started.stdout is not None and started.stdout.readline()
    return started


AHEAD = """
import os, sqlite3, sys
writer = sqlite3.connect(sys.argv[1], isolation_level=None)
writer.execute("pragma journal_mode = wal")
writer.execute("update contacts set organization = 'written ahead'")
print("written", flush=True)
sys.stdin.read()
os._exit(9)
"""
WRITER = """
import sys
from networkjournal.journal import Journal
journal = Journal.open(sys.argv[1])
journal.books.connection.execute("begin immediate")
print("writing", flush=True)
sys.stdin.read()
"""


def test_a_write_ahead_log_is_taken_in_and_gone(path: str, tmp_path: Path) -> None:
    """Plain journals have one where SQLite is new enough; SQLCipher's own driver takes it in."""
    writing = waiting(AHEAD, path)
    assert os.path.getsize(f"{path}-wal")
    with pytest.raises(FileTrouble) as told:
        reseal.reseal(path, KEY)
    assert told.value.reason == "locked" and salt(path) == b"", "somebody has it open, and that can be told"
    writing.communicate()
    reseal.reseal(path, KEY)
    assert {*os.listdir(tmp_path)} <= {"journal.db", "journal.db-journal"}
    journal = Journal.open(path)
    assert journal.find_contact("Ann").organization == "written ahead"
    journal.close()


@pytest.mark.parametrize("name", ["_export", "sync", "_same"])
def test_a_disk_that_fails_leaves_all_as_it_was(path: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Path(path).read_bytes()

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reseal, name, full)
    with pytest.raises(FileTrouble) as told:
        reseal.reseal(path, KEY)
    assert told.value.reason == "full" and Path(path).read_bytes() == before
    assert not os.path.exists(f"{path}.part")


def test_a_new_file_that_is_not_the_same_does_not_take_its_place(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    export = reseal._export

    def careless(path: str, own: Key | None, part: str, key: Key | None) -> None:
        export(path, own, part, key)
        made = cipher.opened(cipher.uri(part, "mode=rw"), part, key)
        made.execute("update contacts set name = 'x'")
        made.close()

    monkeypatch.setattr(reseal, "_export", careless)
    before = Path(path).read_bytes()
    with pytest.raises(FileTrouble) as told:
        reseal.reseal(path, KEY)
    assert told.value.detail in ("contacts", "changes") and Path(path).read_bytes() == before


def test_a_key_that_is_ignored_is_noticed(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    export = reseal._export
    monkeypatch.setattr(reseal, "_export", lambda path, own, part, key: export(path, own, part, None))
    with pytest.raises(FileTrouble):
        reseal.reseal(path, KEY)
    assert salt(path) == b""


@pytest.mark.parametrize(("before", "after"), [("None", "KEY"), ("KEY", "OTHER"), ("KEY", "None")])
def test_killed_at_any_moment_one_of_the_two_is_there_whole(path: str, before: str, after: str, tmp_path: Path) -> None:
    """Before and after each thing that is done to a file; done once more, it is done."""
    expected = texts(path)
    reseal.reseal(path, KEYS[before])
    image = Path(path).read_bytes()
    status, step = 9, 0
    while status:
        step += 1
        assert step < 60
        Path(path).write_bytes(image)
        command = [sys.executable, "-c", KILLED, path, after, str(step)]
        status = subprocess.run(command, cwd=ROOT, check=False).returncode
        assert status in (0, 9)
        assert salt(path) in {key[0] if (key := KEYS[name]) else b"" for name in (before, after)}
        assert texts(path) == expected
        reseal.reseal(path, KEYS[after])
        assert texts(path) == expected
        assert after == "None" or list(readable(tmp_path)) == []
    assert step > 8


def test_overwriting_leaves_nothing_and_minds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"secret" * 1000)
    with file.open("rb") as still_open:
        disk.overwrite(str(file))
        content = still_open.read()
    assert len(content) == 6000 and b"secret" not in content
    disk.overwrite(str(file))
    disk.overwrite(str(tmp_path))
    assert tmp_path.is_dir() and not file.exists()
