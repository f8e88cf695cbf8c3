"""Opening a file: private, one writer at a time, and whatever is no journal of ours stays as it is."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from networkjournal.errors import FileTrouble
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.store.connection import SCHEMA, Connection, connect, settled, transaction, trouble
from networkjournal.store.packing import overwriting, pack
from tests.store.statements import WRITES, asked

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 20)
HEADER = 100


@pytest.fixture
def file(path: str) -> Path:
    """A journal on disk of several pages, closed."""
    journal = Journal.open(path)
    for n in range(20):
        journal.capture(f"-> @Person_{n} info: {'words ' * 100}", DAY, create=True)
    journal.close()
    return Path(path)


def refused(file: Path) -> str:
    """Why opening is refused; the file must be as before, and nothing may lie beside it that was not there."""
    before, beside = file.read_bytes(), sorted(os.listdir(file.parent))
    with pytest.raises(FileTrouble) as trouble:
        connect(str(file)).close()
    assert trouble.value.exit_code == 3
    assert file.read_bytes() == before, "a refused file was written to"
    assert sorted(os.listdir(file.parent)) == beside
    return trouble.value.reason


def test_a_new_file_is_private_in_a_private_folder(path: str) -> None:
    """It holds what people said in confidence: nobody else on the machine may read it, whatever the umask."""
    umask = os.umask(0)
    try:
        Journal.open(path).close()
    finally:
        os.umask(umask)
    assert os.stat(path).st_mode & 0o777 == 0o600
    assert os.stat(os.path.dirname(path)).st_mode & 0o777 == 0o700


def test_what_sqlite_puts_beside_the_file_is_private_too(path: str) -> None:
    """The rollback journal (or the write-ahead log) holds the same texts as the file."""
    umask = os.umask(0)
    try:
        journal = Journal.open(path)
        journal.capture("a secret", DAY)
    finally:
        os.umask(umask)
    assert {os.stat(entry.path).st_mode & 0o777 for entry in os.scandir(os.path.dirname(path))} == {0o600}
    journal.close()


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    """It may be shared on purpose; only what we make is ours to close."""
    tmp_path.chmod(0o755)
    connect(str(tmp_path / "journal.db")).close()
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_file_of_a_newer_version_is_refused(file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute(f"pragma user_version = {SCHEMA + 1}")
    other.close()
    assert refused(file) == "newer"


def test_a_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n" * 1000, encoding="utf-8")
    assert refused(tmp_path / "notes.md") == "not_a_journal"


@pytest.mark.parametrize("size", [1, 2, 15, 99, 511])
def test_a_short_text_is_refused(tmp_path: Path, size: int) -> None:
    """SQLite itself takes a file of one byte for a new database and would write over it."""
    (tmp_path / "short").write_bytes(b"x" * size)
    assert refused(tmp_path / "short") == "not_a_journal"


def test_an_empty_file_becomes_a_journal(tmp_path: Path) -> None:
    """`mktemp`, or a first start that was cut off, leaves one: nothing in it can be lost."""
    (tmp_path / "empty.db").touch()
    connect(str(tmp_path / "empty.db")).close()
    connect(str(tmp_path / "empty.db")).close()
    assert (tmp_path / "empty.db").stat().st_size > 0


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_refused(tmp_path: Path, mode: str) -> None:
    file = tmp_path / "other.db"
    other = sqlite3.connect(file)
    other.execute(f"pragma journal_mode = {mode}")
    other.execute("create table contacts (id integer primary key, name text)")
    other.commit()
    other.close()
    assert refused(file) == "not_a_journal"


def test_a_damaged_header_is_refused_or_does_no_harm(file: Path) -> None:
    """Each byte of the header in turn: either it does not matter, or the file is refused; nothing is ever written."""
    sound = file.read_bytes()
    reasons = set()
    for at in range(HEADER):
        file.write_bytes(sound[:at] + bytes([sound[at] ^ 0xFF]) + sound[at + 1 :])
        try:
            connect(str(file)).close()
        except FileTrouble as trouble:
            reasons.add(trouble.reason)
            assert trouble.exit_code == 3
        assert file.read_bytes() == sound[:at] + bytes([sound[at] ^ 0xFF]) + sound[at + 1 :], f"byte {at}"
    assert reasons == {"damaged", "newer", "not_a_journal"}
    assert not [name for name in os.listdir(file.parent) if name.endswith(".bak")]


@pytest.mark.parametrize("kept", [512, 4096, 5000, 0.5, 0.9])
def test_a_truncated_file_is_refused(file: Path, kept: float) -> None:
    """A copy that broke off must not be gone on with: what is missing would never be missed."""
    size = file.stat().st_size
    os.truncate(file, int(kept if kept > 1 else size * kept))
    assert refused(file) == "damaged"


def test_damage_inside_is_told_as_damage(file: Path) -> None:
    """The header may be sound and a page is not: the error still says what it is, not what SQLite calls it."""
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)
    with pytest.raises(FileTrouble) as trouble:
        Journal.open(str(file)).find_contact("Person 3")
    assert trouble.value.reason == "damaged"


def test_a_folder_and_a_place_that_cannot_be_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (str(tmp_path), str(tmp_path / "file" / "journal.db"), "a\0b"):
        with pytest.raises(FileTrouble) as trouble:
            connect(path)
        assert trouble.value.reason == "unwritable"


def test_a_full_disk_is_told_and_leaves_nothing_half_done(path: str) -> None:
    journal = Journal.open(path)
    journal.capture("first", DAY)
    pages = journal.books.connection.execute("pragma page_count").fetchone()[0]
    journal.books.connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(FileTrouble) as trouble:
        journal.capture("second " * 20_000, DAY)
    assert trouble.value.reason == "full"
    assert journal.books.entries.count() == 1
    journal.capture("third", DAY)
    assert journal.check().differences == ()
    journal.close()


def test_damage_met_only_while_rows_are_read_is_told(file: Path) -> None:
    """Also by whoever goes through them one by one, long after the statement began."""
    connection = connect(str(file))
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.close()
    size = file.stat().st_size // pages
    with file.open("r+b") as damaged:
        damaged.seek(size * (pages // 2))
        damaged.write(b"\xff" * (size * (pages - pages // 2)))
    connection = connect(str(file))
    for read in (list, lambda rows: rows.fetchall(), lambda rows: [*iter(rows.fetchone, None)]):
        with pytest.raises(FileTrouble) as met:
            for (table,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
                read(connection.execute(f"select * from {table}"))
        assert met.value.reason == "damaged"
    connection.close()


@pytest.mark.parametrize("replaced", [False, True], ids=["removed", "replaced"])
def test_a_file_that_was_taken_away_is_not_written(file: Path, replaced: bool) -> None:
    """What is written into it would be gone with the program, or be lost on what has its name now."""
    journal = Journal.open(str(file))
    away = file.with_name("away.db")
    file.rename(away)
    if replaced:
        shutil.copyfile(away, file)
    before = away.read_bytes()
    with pytest.raises(FileTrouble) as told:
        journal.capture("lost", DAY)
    assert told.value.reason == "moved" and away.read_bytes() == before
    away.rename(file)
    journal.capture("kept", DAY)
    assert journal.books.entries.count() == 21
    journal.close()


def test_what_stands_although_the_disk_failed_last_is_told_so() -> None:
    """Or it would be written a second time; where it does not stand, nothing was saved."""
    failed = FileTrouble("x", "unwritable", "disk I/O error")
    assert settled(failed, lambda: True).reason == "doubtful"
    assert settled(failed, lambda: False) is failed
    locked = FileTrouble("x", "locked")
    assert settled(locked, lambda: True) is locked


def test_a_quota_is_told_as_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite calls it an I/O error."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    path = str(tmp_path / "journal.db")
    assert isinstance(plain := trouble(error, path), FileTrouble) and plain.reason == "unwritable"

    def over(handle: int, data: bytes) -> int:
        raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

    monkeypatch.setattr(os, "write", over)
    assert isinstance(told := trouble(error, path), FileTrouble) and told.reason == "full"
    assert os.listdir(tmp_path) == []


def test_a_file_that_cannot_be_written_is_told_and_can_be_read(file: Path) -> None:
    journal = Journal.open(str(file))
    journal.books.connection.execute("pragma query_only = on")
    with pytest.raises(FileTrouble) as trouble:
        journal.capture("more", DAY)
    assert trouble.value.reason == "read_only"
    assert journal.find_contact("Person 3").handle == "Person_3"
    journal.close()


def test_a_writer_that_does_not_let_go_is_told(path: str) -> None:
    holding, other = connect(path), connect(path)
    other.execute("pragma busy_timeout = 1")
    with transaction(holding), pytest.raises(FileTrouble) as trouble, transaction(other):
        pass
    assert trouble.value.reason == "locked"
    holding.close()
    other.close()


def test_what_was_acknowledged_is_on_disk(path: str) -> None:
    """Journal mode and synchronous are in force at the first write of a connection, not only at the file's making."""
    Journal.open(path).close()
    connection = connect(path)
    with asked(connection) as statements, transaction(connection):
        settings = [connection.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    connection.close()
    assert settings == (["wal", 2] if sqlite3.sqlite_version_info >= (3, 51, 3) else ["truncate", 3])
    begun = statements.index("begin immediate")
    assert {"pragma journal_mode", "pragma synchronous"} <= {text.split(" =")[0] for text in statements[:begun]}


def test_the_making_of_a_file_is_durable_too(path: str) -> None:
    seen: list[str] = []

    class Watched(Connection):
        def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
            seen.append(" ".join(sql.split()).lower())
            return super().execute(sql, parameters)

    def watched(path: str, **settings: object) -> sqlite3.Connection:
        return sqlite3.connect(path, **{**settings, "factory": Watched})  # type: ignore[call-overload, no-any-return]

    connect(path, watched).close()
    first_write = next(n for n, text in enumerate(seen) if text.startswith("create"))
    synchronous = next(n for n, text in enumerate(seen) if text.startswith("pragma synchronous ="))
    assert synchronous < seen.index("begin immediate") < first_write


def everything(journal: Journal) -> None:
    """Every verb that writes, once."""
    journal.capture("-> @Ann info: one\n[ ] send @Ann the notes\n-> nobody yet", DAY, create=True)
    journal.edit_entry(journal.entry(1)._replace(text="-> @Ann info: two\n<- help: forms"))
    journal.settle(journal.inbox()[0].number, "Ann")
    ann = journal.find_contact("Ann")
    journal.change_contact(ann._replace(name="Ann Lee"))
    journal.repost()
    journal.remove_entry(1)
    journal.undo()
    journal.redo()
    journal.remove_contact(journal.books.contacts.get(ann.id))


def test_every_write_is_inside_an_immediate_transaction(journal: Journal) -> None:
    """Begun deferred, a transaction that reads first and writes later fails when another program wrote between."""
    with asked(journal.books.connection) as statements:
        everything(journal)
    inside = False
    writes = 0
    for text in statements:
        word = text.split()[0].lower()
        if word == "begin":
            assert text == "begin immediate"
            inside = True
        elif word in ("commit", "rollback"):
            inside = False
        elif word in WRITES:
            writes += 1
            assert inside, text
    assert writes > 20


def test_an_inner_transaction_is_part_of_the_outer_one(connection: Connection) -> None:
    with pytest.raises(ZeroDivisionError), transaction(connection):
        with transaction(connection):
            connection.execute("insert into names values ('@', 'ann', 1, 1)")
        assert connection.in_transaction
        raise ZeroDivisionError
    assert connection.execute("select count(*) from names").fetchone() == (0,)
    assert not connection.in_transaction


def test_a_step_that_fails_leaves_nothing(journal: Journal) -> None:
    before = journal.books.connection.execute("select count(*) from steps").fetchone()
    with pytest.raises(ZeroDivisionError), journal.step("import", "x"):
        journal.add_contact(Contact("Nobody Yet"))
        journal.capture("-> @[Nobody Yet] info: x", DAY)
        raise ZeroDivisionError
    assert journal.books.entries.count() == 0
    assert journal.books.contacts.count() == 3
    assert journal.books.connection.execute("select count(*) from steps").fetchone() == before
    assert journal.capture("-> @[Nobody Yet] info: x", DAY).draft.waiting[0].reason == "unknown"


WRITER = """
import sys
from datetime import date
from networkjournal.journal import Journal
journal = Journal.open(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for n in range(int(sys.argv[3])):
    journal.capture(f"-> @Ann info: {sys.argv[2]} {n}", date(2026, 11, 20))
print(journal.books.connection.execute("pragma busy_timeout").fetchone()[0])
"""


def start(*arguments: str) -> "subprocess.Popen[str]":
    """Another process of ours."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_two_programs_writing_at_once_lose_nothing_and_are_never_refused(path: str) -> None:
    """Two terminals on one file is the ordinary case: 200 entries each, and a balance that every one of them moves."""
    journal = Journal.open(path)
    journal.add_contact(Contact("Ann"))
    writers = [start(path, name, "200") for name in ("left", "right")]
    for writer in writers:
        assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        _said, wrong = writer.communicate(timeout=60)
        assert (writer.returncode, wrong) == (0, "")
    texts = {entry.text for entry in journal.books.entries.all()}
    assert texts == {f"-> @Ann info: {name} {n}" for name in ("left", "right") for n in range(200)}
    assert journal.books.ledger.account(1).given == 400_000
    assert journal.check().differences == ()
    journal.close()


def test_two_programs_may_make_the_file_at_once(path: str) -> None:
    """A status bar and a terminal opened together: neither may take the other's half-made file for a stranger's."""
    for attempt in range(2):
        place = f"{path}{attempt}"
        makers = [start(place, "x", "0") for _ in range(3)]
        said = [maker.communicate("go\n", timeout=60) for maker in makers]
        assert [(wrong, maker.returncode) for maker, (_, wrong) in zip(makers, said, strict=True)] == [("", 0)] * 3


def test_the_version_tells_of_what_another_program_wrote(path: str) -> None:
    one, other = Journal.open(path), Journal.open(path)
    before = one.version
    assert one.version == before
    other.capture("elsewhere", DAY)
    assert one.version != before
    one.close()
    other.close()


def test_a_copy_of_a_closed_file_is_whole(file: Path, tmp_path: Path) -> None:
    """People copy the one file they know of: nothing of the journal may lie only in a file beside it."""
    shutil.copy(file, tmp_path / "copy.db")
    journal = Journal.open(str(tmp_path / "copy.db"))
    assert journal.books.entries.count() == 20
    journal.close()


def test_a_packed_file_has_nothing_of_what_was_deleted(file: Path) -> None:
    connection = connect(str(file))
    connection.execute("delete from entries")
    connection.execute("delete from changes")
    connection.execute("delete from documents")

    assert pack(connection)

    assert b"words words" not in file.read_bytes()
    connection.close()


def test_what_is_deleted_is_overwritten_while_asked_for(file: Path) -> None:
    connection = connect(str(file))
    with overwriting(connection):
        assert connection.execute("pragma secure_delete").fetchone() == (1,)
    assert connection.execute("pragma secure_delete").fetchone() == (0,)
    connection.close()


def test_a_file_that_another_program_reads_is_not_packed(file: Path) -> None:
    connection = connect(str(file))
    connection.execute("pragma busy_timeout = 1")
    reader = sqlite3.connect(file, isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from entries").fetchone()

    assert not pack(connection)

    reader.close()
    connection.close()
