"""The one place that opens a journal file. Promises: private files, one writer at a time, an unknown file untouched.

Journal mode TRUNCATE with synchronous EXTRA: what was acknowledged is on disk. WAL with FULL only where SQLite is
3.51.3 or newer, since older ones carry the WAL-reset bug, which two connections are enough to meet.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from networkjournal.errors import FileReason, FileTrouble
from networkjournal.lean import Any, TypeAlias, cast
from networkjournal.store.folder import make_private, sync_names

APPLICATION = 0x4E574A52
"""`NWJR`, in the file's header: this is a journal."""
SCHEMA = 4
"""The number of migrations there are; the file keeps the number it has had."""
BUSY_SECONDS = 10.0
SMALLEST = 512
"""Bytes of the smallest page. A shorter file is no database, though SQLite takes one of a single byte for a new one."""
SPILL_PAGES = 65_536
"""A quarter of a gigabyte; what changes more shuts readers out after all."""
_WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)
ROOMLESS = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What a system says where no more can be written: the disk is full, or one's share of it."""
PROBE = 65_536
"""Bytes that are written to find out whether any more can be."""
_UNREADABLE = "unsupported file format"
"""What SQLite says of a header it cannot read; the code it gives with it says nothing."""

FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises: the second where what it wanted to say quotes something from a damaged file."""

_NO_TEXT = "Could not decode to UTF-8 column"
"""What the driver says of bytes that are no text any more; it goes on with the bytes, which are private."""

Connector: TypeAlias = Callable[..., sqlite3.Connection]
"""How to open a database: the standard driver, or one with the same face that encrypts."""


class Cursor(sqlite3.Cursor):
    """Rows whose troubles are ours, too: a damaged page is often met only when the rows are read."""

    path = ""

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        """All rows, as they come."""
        try:
            yield from iter(super().__next__, None)  # ends by itself; the cursor itself would call this again
        except FAILURES as error:
            raise trouble(error, self.path) from error

    def fetchone(self) -> Any:  # noqa: ANN401 - as the driver has it
        """The next row."""
        try:
            return super().fetchone()
        except FAILURES as error:
            raise trouble(error, self.path) from error

    def fetchall(self) -> list[Any]:
        """All rows at once."""
        try:
            return super().fetchall()
        except FAILURES as error:
            raise trouble(error, self.path) from error


class Connection(sqlite3.Connection):
    """A connection whose troubles are ours: what SQLite raises arrives as `FileTrouble`."""

    path = ""
    place: tuple[int, int] | None = None
    """Which file it is, whatever its name leads to meanwhile."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as the driver has it
        """Run one statement."""
        cursor = self.cursor(Cursor)
        cursor.path = self.path
        try:
            return cursor.execute(sql, parameters)
        except FAILURES as error:
            raise trouble(error, self.path) from error

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """Run one statement for each row."""
        try:
            return super().executemany(sql, parameters)
        except FAILURES as error:
            raise trouble(error, self.path) from error


def trouble(error: Exception, path: str) -> Exception:
    """Tell what a person can do about one of `FAILURES`; a mistake of ours stays what it is."""
    if isinstance(error, UnicodeDecodeError):
        return FileTrouble(path, "damaged")
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        return error
    text = str(error)
    if text.startswith(_NO_TEXT):
        return FileTrouble(path, "damaged")
    code = getattr(error, "sqlite_errorcode", None) or 0
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return FileTrouble(path, "locked", text)
    if primary == sqlite3.SQLITE_NOTADB:
        return FileTrouble(path, "not_a_journal", text)
    if primary == sqlite3.SQLITE_CORRUPT or text == _UNREADABLE:
        return FileTrouble(path, "damaged", text)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return FileTrouble(path, "moved", text)
    if primary == sqlite3.SQLITE_READONLY:
        return FileTrouble(path, "read_only", text)
    if primary == sqlite3.SQLITE_FULL:
        return FileTrouble(path, "full", text)
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM):
        return FileTrouble(path, _probed(path), text)
    return error


def reason(error: OSError) -> FileReason:
    """What keeps a file from being written, by what the system said."""
    if error.errno in ROOMLESS:
        return "full"
    return "read_only" if error.errno == errno.EROFS else "unwritable"


def settled(trouble: FileTrouble, stands: Callable[[], bool]) -> FileTrouble:
    """A trouble as it is to be told once it is known whether what could not be written stands all the same.

    So it does where only the very last step of a commit failed, which has the disk keep it. `stands` looks.
    """
    if trouble.reason in ("unwritable", "full"):
        with suppress(FileTrouble):
            if stands():
                return FileTrouble(trouble.path, "doubtful", trouble.detail)
    return trouble


def _probed(path: str) -> FileReason:
    """Try whether anything can be written beside a file: SQLite calls a quota an I/O error, like a broken disk."""
    beside = f"{path}.{os.getpid()}.part"
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, bytes(PROBE))
            os.fsync(handle)
        finally:
            os.close(handle)
            os.unlink(beside)
    except (OSError, ValueError) as error:
        return "full" if isinstance(error, OSError) and reason(error) == "full" else "unwritable"
    return "unwritable"


def connect(path: str, connector: Connector = sqlite3.connect) -> Connection:
    """Open the journal at `path`, making it and its folder (0600 in 0700) where there is none.

    Raises `FileTrouble` for a file that is damaged, of a newer version or no journal; it is then not written to.
    """
    if path != ":memory:":
        _look(path)
    try:
        connection = cast(
            "Connection",
            connector(path, isolation_level=None, timeout=BUSY_SECONDS, factory=Connection, check_same_thread=False),
        )
    except sqlite3.Error as error:
        raise trouble(error, path) from error
    connection.path = path
    try:
        connection.place = _place(path)
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _place(path: str) -> tuple[int, int] | None:
    """Which file a name leads to; nothing is opened, since closing it would let go of SQLite's locks."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def opened(path: str, how: str) -> sqlite3.Connection:
    """Open a file as it is, with SQLite's own words for how (`mode=ro`). Raises `FileTrouble`."""
    try:
        return sqlite3.connect(f"file:{_quoted(path)}?{how}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise trouble(error, path) from error


def _quoted(path: str) -> str:
    """A path as part of a file URI, in which these three have a meaning."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _look(path: str) -> None:
    """Make the file where there is none; refuse one that SQLite would write over."""
    try:
        size = os.stat(path).st_size
    except FileNotFoundError:
        _make(path)
        return
    except (OSError, ValueError) as error:
        raise FileTrouble(path, "unwritable", getattr(error, "strerror", None) or "") from error
    if 0 < size < SMALLEST and os.path.isfile(path):
        raise FileTrouble(path, "not_a_journal")


def _make(path: str) -> None:
    """Make the file empty and private before SQLite sees it, so that no one else ever can read it."""
    try:
        make_private(os.path.dirname(path))
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        sync_names(os.path.dirname(path))
    except OSError as error:
        raise FileTrouble(path, reason(error), error.strerror or "") from error


def _prepare(connection: Connection) -> None:
    connection.execute("begin")  # one look: another program may be making the file just now
    application = connection.execute("pragma application_id").fetchone()[0]
    version = connection.execute("pragma user_version").fetchone()[0]
    empty = not version and not application and not connection.execute("select 1 from sqlite_master").fetchone()
    connection.execute("commit")
    if application != APPLICATION and not empty:
        raise FileTrouble(connection.path, "not_a_journal")
    if version > SCHEMA:
        raise FileTrouble(connection.path, "newer")
    if version < 1 and not empty:
        raise FileTrouble(connection.path, "damaged", "user_version")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma temp_store = memory")
    if version < SCHEMA:
        from networkjournal.store.migrations import migrate  # sqlite-utils: 90 ms, once in the life of a file

        durable(connection)
        migrate(connection, fresh=empty)


def durable(connection: Connection) -> None:
    """Set what makes an acknowledged write last. Asked before the first write, so that a look-up does not pay."""
    if _WAL_IS_SAFE:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
    else:
        connection.execute("pragma journal_mode = truncate")
        connection.execute("pragma synchronous = extra")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing, begun IMMEDIATE: a writer waits for its turn instead of failing half-way."""
    if connection.in_transaction:
        yield
        return
    if connection.path != ":memory:":
        if connection.place is not None and connection.place != _place(connection.path):
            raise FileTrouble(connection.path, "moved")
        if connection.execute("pragma synchronous").fetchone()[0] != 3:
            durable(connection)
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        rollback(connection)
        raise


def rollback(connection: Connection) -> None:
    """Take back what the transaction did. SQLite may have done so itself, on a full disk say."""
    if connection.in_transaction:
        connection.execute("rollback")


def version(connection: Connection) -> tuple[int, int]:
    """Changes whenever the file does: the first number by this connection's writes, the second by other programs'."""
    return connection.total_changes, connection.execute("pragma data_version").fetchone()[0]


def spare_readers(connection: Connection) -> None:
    """Keep what a transaction changes in memory until it ends: spilling it would shut out readers meanwhile."""
    connection.execute(f"pragma cache_spill = {SPILL_PAGES}")


@contextmanager
def overwriting(connection: Connection) -> Iterator[None]:
    """Have what is deleted meanwhile be overwritten in the file, instead of only being marked as free."""
    connection.execute("pragma secure_delete = on")
    try:
        yield
    finally:
        connection.execute("pragma secure_delete = off")


def pack(connection: Connection) -> bool:
    """Write the file anew without what is free in it; tells whether that could be done, for another program may read.

    Leaves nothing in the journal of the transaction, or in the write-ahead log.
    """
    try:
        connection.execute("vacuum")
        connection.execute("pragma wal_checkpoint(truncate)")
    except FileTrouble:
        return False
    return True
