"""The one place that opens a journal file. Promises: private files, one writer at a time, an unknown file untouched.

Journal mode TRUNCATE with synchronous EXTRA: what was acknowledged is on disk. WAL with FULL only where SQLite is
3.51.3 or newer, since older ones carry the WAL-reset bug, which two connections are enough to meet.
A sealed file is one that SQLCipher encrypts; it is known by its content, and `cipher.py` is loaded only for one.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from networkjournal.errors import FileTrouble
from networkjournal.lean import Any, TypeAlias, cast

APPLICATION = 0x4E574A52
"""`NWJR`, in the file's header: this is a journal."""
SCHEMA = 3
"""The number of migrations there are; the file keeps the number it has had."""
BUSY_SECONDS = 10.0
SMALLEST = 512
"""Bytes of the smallest page. A shorter file is no database, though SQLite takes one of a single byte for a new one."""
_WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)
_UNREADABLE = "unsupported file format"
"""What SQLite says of a header it cannot read; the code it gives with it says nothing."""

Connector: TypeAlias = Callable[..., sqlite3.Connection]
"""How to open a plain file: the standard driver, or one that watches it."""
PAGE = 4096
"""Bytes of a page of a sealed file."""
_PLAIN = b"SQLite format 3\0"
_SALT = len(_PLAIN)


class Hold:
    """A journal that this process has open: which file that is, its salt (none for a plain one), and how many times.

    The first bytes of a file are read before it is opened and not while it is: on POSIX, closing a file lets go of all
    locks that the process holds on it, and SQLite would go on writing without one.
    """

    __slots__ = ("file", "salt", "times")

    def __init__(self, file: int, salt: bytes) -> None:
        """`file` is its number in the file system."""
        self.file, self.salt, self.times = file, salt, 0


_held: dict[str, Hold] = {}
"""By its path."""


class Connection(sqlite3.Connection):
    """A connection whose troubles are ours: what SQLite raises arrives as `FileTrouble`."""

    path = ""
    writes_ahead = _WAL_IS_SAFE
    hold: Hold | None = None

    def close(self) -> None:
        """Close the file; nothing is known of it from then on."""
        super().close()
        let_go(self)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as the driver has it
        """Run one statement."""
        try:
            return super().execute(sql, parameters)
        except sqlite3.Error as error:
            raise trouble(error, self.path) from error

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """Run one statement for each row."""
        try:
            return super().executemany(sql, parameters)
        except sqlite3.Error as error:
            raise trouble(error, self.path) from error


def trouble(error: sqlite3.Error, path: str) -> Exception:
    """Tell what a person can do about an error of SQLite's; a mistake of ours stays what it is."""
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        return error
    text = str(error)
    primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return FileTrouble(path, "locked", text)
    if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT) and _replaced(path):
        return FileTrouble(path, "replaced", text)
    if primary == sqlite3.SQLITE_NOTADB:
        return FileTrouble(path, "not_a_journal", text)
    if primary == sqlite3.SQLITE_CORRUPT or text == _UNREADABLE:
        return FileTrouble(path, "damaged", text)
    if primary == sqlite3.SQLITE_READONLY:
        return FileTrouble(path, "read_only", text)
    if primary == sqlite3.SQLITE_FULL:
        return FileTrouble(path, "full", text)
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM):
        return FileTrouble(path, "unwritable", text)
    return error


def _replaced(path: str) -> bool:
    """Whether another file has the name of one that is open here: it was encrypted meanwhile, say."""
    hold = _held.get(path)
    try:
        return hold is not None and os.stat(path).st_ino != hold.file
    except OSError:
        return False


def connect(path: str, connector: Connector = sqlite3.connect) -> Connection:
    """Open the journal at `path`, making it and its folder (0600 in 0700) where there is none.

    Raises `FileTrouble` for a file that is damaged, of a newer version or no journal, and `Sealed` for an encrypted one
    whose key was not told; it is then not written to.
    """
    hold = None
    if path != ":memory:":
        _look(path)
        hold = _hold(path)
    if hold and hold.salt:
        from networkjournal.store import cipher  # 22 ms, for those whose journal is encrypted

        connection: Connection = cipher.connect(path)
    else:
        try:
            connection = cast(
                "Connection",
                connector(
                    path, isolation_level=None, timeout=BUSY_SECONDS, factory=Connection, check_same_thread=False
                ),
            )
        except sqlite3.Error as error:
            raise trouble(error, path) from error
    connection.path = path
    if hold:
        connection.hold = _held[path] = hold
        hold.times += 1
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def opened(path: str, how: str, like: str = "") -> sqlite3.Connection:
    """Open a file as it is, with SQLite's own words for how (`mode=ro`). Raises `FileTrouble`, or `Sealed`.

    An empty one is to become a file as that at `like` is: sealed with the same key where that one is sealed.
    """
    uri = f"file:{quoted(path)}?{how}"
    sealed = salt(like or path)
    if sealed:
        from networkjournal.store import cipher  # 22 ms, for those whose journal is encrypted

        return cipher.like(uri, like or path, sealed)
    try:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise trouble(error, path) from error


def salt(path: str) -> bytes:
    """What a sealed file begins with, which is also what its key is made with; nothing for any other file."""
    try:
        file = os.stat(path)
    except (OSError, ValueError):
        return b""
    known = _held.get(path)
    if known is not None and known.file == file.st_ino:
        return known.salt
    return _salt_in(path) if file.st_size and file.st_size % PAGE == 0 and os.path.isfile(path) else b""


def _hold(path: str) -> Hold:
    """What there is to know of a file that will be open from now on."""
    file = os.stat(path).st_ino
    known = _held.get(path)
    return known if known is not None and known.file == file else Hold(file, salt(path))


def let_go(connection: Connection) -> None:
    """Forget a file that is not open any more."""
    hold, connection.hold = connection.hold, None
    if hold is not None:
        hold.times -= 1
        if not hold.times and _held.get(connection.path) is hold:
            del _held[connection.path]


def salt_of(page: bytes) -> bytes:
    """The salt in a first page; none where it is plain. A sealed one looks like chance, which no text or header does.

    (That so few of the 256 values occur in 4,096 random bytes has a chance of one in 10^80.)
    """
    return page[:_SALT] if page[:_SALT] != _PLAIN and len(set(page[:PAGE])) > 240 else b""


def _salt_in(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            head = file.read(_SALT)
            return b"" if head == _PLAIN else salt_of(head + file.read(PAGE - _SALT))
    except OSError:
        return b""  # whoever opens it will say why


def quoted(path: str) -> str:
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
        os.makedirs(os.path.dirname(path) or ".", mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise FileTrouble(path, "unwritable", error.strerror or "") from error


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
    if connection.writes_ahead:
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
    if connection.path != ":memory:" and connection.execute("pragma synchronous").fetchone()[0] != 3:
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
