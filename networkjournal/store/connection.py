"""The one place that opens a journal file. Promises: private files, one writer at a time, an unknown file untouched.

Journal mode TRUNCATE with synchronous EXTRA: what was acknowledged is on disk. WAL with FULL only where SQLite is
3.51.3 or newer, since older ones carry the WAL-reset bug, which two connections are enough to meet.
A sealed file is one that SQLCipher encrypts; it is known by its content, and `cipher.py` is loaded only for one.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from networkjournal.errors import FileTrouble
from networkjournal.lean import Any, TypeAlias, cast
from networkjournal.store.folder import make_private, probed, reason, sync_names

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
_UNREADABLE = "unsupported file format"
"""What SQLite says of a header it cannot read; the code it gives with it says nothing."""

FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises: the second where what it wanted to say quotes something from a damaged file."""

_NO_TEXT = "Could not decode to UTF-8 column"
"""What the driver says of bytes that are no text any more; it goes on with the bytes, which are private."""

Connector: TypeAlias = Callable[..., sqlite3.Connection]
"""How to open a plain file: the standard driver, or one that watches it."""
PAGE = 4096
"""Bytes of a page of a sealed file."""
_PLAIN = b"SQLite format 3\0"
Place: TypeAlias = tuple[int, int]
_open: dict[str, list[tuple[Place | None, bytes]]] = {}
"""A path -> which file it is and its salt, for each time that this process has it open; no salt for a plain one.

The first bytes of a file are read before it is opened and not while it is: on POSIX, closing a file lets go of all
locks that the process holds on it, and SQLite would go on writing without one.
"""


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
    place: Place | None = None
    """Which file it is, whatever its name leads to meanwhile."""
    writes_ahead = _WAL_IS_SAFE

    def close(self) -> None:
        """Close the file; nothing is known of it from then on."""
        super().close()
        let_go(self)

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
    unread = primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
    if unread and any(place != _place(path) for place, _salt in _open.get(path, ())):  # it was encrypted elsewhere, say
        return FileTrouble(path, "moved", text)
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
        return FileTrouble(path, probed(path), text)
    return error


def settled(trouble: FileTrouble, stands: Callable[[], bool]) -> FileTrouble:
    """A trouble as it is to be told once it is known whether what could not be written stands all the same.

    So it does where only the very last step of a commit failed, which has the disk keep it. `stands` looks.
    """
    if trouble.reason in ("unwritable", "full"):
        with suppress(FileTrouble):
            if stands():
                return FileTrouble(trouble.path, "doubtful", trouble.detail)
    return trouble


def connect(path: str, connector: Connector = sqlite3.connect) -> Connection:
    """Open the journal at `path`, making it and its folder (0600 in 0700) where there is none.

    Raises `FileTrouble` for a file that is damaged, of a newer version or no journal, and `Sealed` for an encrypted one
    whose key was not told; it is then not written to.
    """
    sealed = b""
    if path != ":memory:":
        _look(path)
        sealed = salt(path)
    if sealed:
        from networkjournal.store.cipher import connect as connector  # 22 ms, for those who encrypt
    try:
        connection = cast(
            "Connection",
            connector(path, isolation_level=None, timeout=BUSY_SECONDS, factory=Connection, check_same_thread=False),
        )
    except sqlite3.Error as error:
        raise trouble(error, path) from error
    connection.path = path
    try:
        if path != ":memory:":
            connection.place = _place(path)
            _open.setdefault(path, []).append((connection.place, sealed))
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _place(path: str) -> Place | None:
    """Which file a name leads to; nothing is opened, since closing it would let go of SQLite's locks."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def salt(path: str) -> bytes:
    """What a sealed file begins with, which is also what its key is made with; nothing for any other file."""
    place = _place(path)
    for known, found in _open.get(path, ()):
        if known == place:
            return found
    try:
        if place is None or not os.path.isfile(path):
            return b""
        with open(path, "rb", buffering=0) as file:
            head = file.read(len(_PLAIN))
            return b"" if head in (_PLAIN, b"") else salt_of(head + file.read(PAGE - len(head)))
    except OSError:
        return b""  # whoever opens it will say why


def salt_of(page: bytes) -> bytes:
    """The salt in a first page; none where it is plain. A sealed one looks like chance, which no text or header does.

    (That so few of the 256 values occur in 4,096 random bytes has a chance of one in 10^80.)
    """
    chance = len(page) >= PAGE and not page.startswith(_PLAIN) and len(set(page[:PAGE])) > 240
    return page[: len(_PLAIN)] if chance else b""


def let_go(connection: Connection) -> None:
    """Forget a file that is not open any more."""
    known, place = _open.get(connection.path, []), connection.place
    mine = next((one for one in known if one[0] == place), None)
    if mine is None or place is None:
        return
    known.remove(mine)
    connection.place = None
    if not known:
        del _open[connection.path]


def opened(path: str, how: str, like: str = "") -> sqlite3.Connection:
    """Open a file as it is, with SQLite's own words for how (`mode=ro`). Raises `FileTrouble`, or `Sealed`.

    An empty one is to become a file as that at `like` is: sealed with the same key where that one is sealed.
    """
    uri, sealed = f"file:{quoted(path)}?{how}", salt(like or path)
    if sealed:
        from networkjournal.store import cipher  # 22 ms, for those who encrypt

        return cipher.like(uri, like or path, sealed)
    try:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise trouble(error, path) from error


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
