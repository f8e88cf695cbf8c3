"""Sealed files: journals, backups and drafts that SQLCipher encrypts, opened with a key that this process was told.

Promises that what SQLCipher raises arrives as the standard library's own errors, that a passphrase is stretched once in
the life of a process, and that a file says "encrypted" only where the cipher is really there. The format is SQLCipher
4's own: its tools open a journal with the same passphrase. Refuses to ask anyone for a passphrase.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from networkjournal.errors import FileTrouble, Sealed
from networkjournal.store import connection as plain
from networkjournal.store.connection import BUSY_SECONDS, PAGE, salt, salt_of, trouble

try:
    from sqlcipher3 import dbapi2
except ImportError:  # the extra `encrypt` is not installed
    dbapi2 = None

SCRATCH = ".scratch"
"""Ends the name of a file in which SQLCipher makes or reads a sealed text; it is gone at once."""
ROUNDS = 256_000
"""How often SQLCipher 4 stretches a passphrase."""
_SALT, _KEY = 16, 32
_keys: dict[bytes, str] = {}
"""A salt -> the key that this process was told, in hexadecimal digits."""

Given = ParamSpec("Given")
Got = TypeVar("Got")


class Key(tuple[bytes, str]):
    """A salt and the raw key that goes with it; says nothing of itself, so that no error text can."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Key(…)"


def available() -> bool:
    """Whether what opens sealed files is installed."""
    return dbapi2 is not None


def version() -> str:
    """The cipher's own version ("4.19.0 community"); empty where there is none, and a key would be silently ignored."""
    if dbapi2 is None:
        return ""
    found = dbapi2.connect(":memory:")
    try:
        row = found.execute("pragma cipher_version").fetchone()
    finally:
        found.close()
    return str(row[0]) if row else ""


# keys


def stretched(passphrase: str, with_salt: bytes) -> Key:
    """The key that a passphrase makes. Half a second on a slow machine: that is what slows down whoever guesses."""
    from hashlib import pbkdf2_hmac
    from unicodedata import normalize  # one passphrase, however the system composes its letters

    words = normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    return Key((with_salt, pbkdf2_hmac("sha512", words, with_salt, ROUNDS, _KEY).hex()))


def new_key(passphrase: str) -> Key:
    """A key for a file that is to be sealed, with a salt of its own."""
    return stretched(passphrase, os.urandom(_SALT))


def key_of(path: str) -> Key | None:
    """The key that a file was unlocked with; none for a plain one. Raises `Sealed` where nobody told it."""
    found = salt(path)
    if not found:
        return None
    if found not in _keys:
        raise Sealed(path)
    return Key((found, _keys[found]))


def locked(path: str) -> bool:
    """Whether a file is sealed and its key not known yet."""
    found = salt(path)
    return bool(found) and found not in _keys


def learn(key: Key) -> None:
    """Open with this key from now on whatever has its salt."""
    _keys[key[0]] = key[1]


def forget_keys() -> None:
    """Forget all keys."""
    _keys.clear()


def unlock(path: str, passphrase: str) -> Key:
    """Open the file with a passphrase from now on. Raises `Sealed` for a wrong one."""
    return unlock_with(path, stretched(passphrase, salt(path)))


def unlock_with(path: str, key: Key) -> Key:
    """Open the file with a raw key from now on. Raises `Sealed` where it is not the file's."""
    if key[0] != salt(path) or not opens(path, key):
        raise Sealed(path, "wrong")
    learn(key)
    return key


def opens(path: str, key: Key) -> bool:
    """Whether a key is that of the file. What a killed program left half done is taken back first."""
    found = opened(uri(path, "mode=rw"), path, key)
    try:
        found.execute("pragma user_version").fetchone()  # stands in the first page, which is asked for nothing more
    except sqlite3.Error as error:
        if isinstance(problem := trouble(error, path), FileTrouble) and problem.reason != "not_a_journal":
            raise problem from error
        return False
    finally:
        found.close()
    return True


def refuses(path: str, key: Key) -> bool:
    """Whether a key does not open the file; nothing is written, whatever a killed program left."""
    return dbapi2 is not None and _no_database(lambda how: opened(uri(path, how), path, key))


def refuses_plain(path: str) -> bool:
    """Whether the standard SQLite finds no database in the file."""
    return _no_database(lambda how: sqlite3.connect(uri(path, how), uri=True))


def _no_database(open_it: Callable[[str], sqlite3.Connection]) -> bool:
    file = open_it("mode=ro&immutable=1")
    try:
        file.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB
    finally:
        file.close()
    return False


# opening


def connect(path: str, **_how: object) -> plain.Connection:
    """Open a sealed journal, as the standard driver opens a plain one. Raises `Sealed` or `FileTrouble`."""
    return cast("plain.Connection", _keyed(path, path, key_of(path), Connection))


def like(name: str, sealed: str, with_salt: bytes) -> sqlite3.Connection:
    """Open a file by its URI with the key that the sealed one with this salt has. Raises `Sealed` or `FileTrouble`."""
    if with_salt not in _keys:
        _require(sealed)
        raise Sealed(sealed)
    return opened(name, sealed, Key((with_salt, _keys[with_salt])))


def opened(name: str, path: str, key: Key | None) -> sqlite3.Connection:
    """Open a file by its URI with a key; a plain one with none, by the same driver, so that the two may be attached."""
    return cast("sqlite3.Connection", _keyed(name, path, key, Translating))


def uri(path: str, how: str) -> str:
    """A path as SQLite has it with its own words for how to open it (`mode=ro`)."""
    return f"file:{plain.quoted(path)}?{how}"


def _keyed(name: str, path: str, key: Key | None, factory: "type[Translating]") -> "Translating":
    _require(path)
    try:
        found = dbapi2.connect(
            name,
            uri=name.startswith("file:"),
            isolation_level=None,
            timeout=BUSY_SECONDS,
            factory=factory,
            check_same_thread=False,
        )
    except dbapi2.Error as error:
        raise trouble(_standard(error), path) from None
    made: Translating = found
    made.execute("pragma cipher_log_level = none")  # it would write to standard error
    if key is not None:
        if made.execute("pragma cipher_version").fetchone() is None:  # SQLite itself: it would ignore the key
            made.close()
            raise Sealed(path, "no_cipher")
        made.execute(f"pragma key = \"x'{key[1]}{key[0].hex()}'\"")
        made.execute("pragma cipher_compatibility = 4")
    made.execute("pragma temp_store = memory")
    return made


def _require(path: str) -> None:
    if dbapi2 is None:
        raise Sealed(path, "no_cipher")


def begin(path: str, like_sealed: str) -> None:
    """Make an empty file a sealed one with the key of another, so that nothing ever stands in it in plain text."""
    found = opened(uri(path, "mode=rw"), path, key_of(like_sealed))
    try:
        found.execute("create table begun (a)")
        found.execute("drop table begun")
    finally:
        found.close()


# texts


def sealed_text(text: str, scratch: str, with_salt: bytes) -> bytes:
    """A text as a sealed file with the key that goes with a salt; `scratch` is the name of a file that may be made."""
    _make(scratch)
    try:
        found = like(uri(scratch, "mode=rw"), scratch, with_salt)
        try:
            found.execute("pragma journal_mode = off")
            found.execute("create table draft (text text)")
            found.execute("insert into draft values (?)", (text.encode("utf-8", "replace").decode(),))
        finally:
            found.close()
        with open(scratch, "rb") as file:
            return file.read()
    finally:
        _remove(scratch)


def text_in(content: bytes, scratch: str) -> str | None:
    """The text in what `sealed_text` gave; none where it is something else, or its key is not known."""
    with_salt = salt_of(content[:PAGE])
    if not with_salt or with_salt not in _keys or dbapi2 is None:
        return None
    _make(scratch)
    try:
        with open(scratch, "wb") as file:
            file.write(content)
        found = like(uri(scratch, "mode=ro&immutable=1"), scratch, with_salt)
        try:
            return str(found.execute("select text from draft").fetchone()[0])
        except (sqlite3.Error, TypeError):
            return None
        finally:
            found.close()
    finally:
        _remove(scratch)


def _make(scratch: str) -> None:
    _remove(scratch)
    os.close(os.open(scratch, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _remove(scratch: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(scratch)


# the driver, with the face of the standard one


def _standard(error: Exception) -> sqlite3.Error:
    """An error of SQLCipher's as the standard library's of the same name."""
    same: sqlite3.Error = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)(*error.args)
    for name in ("sqlite_errorcode", "sqlite_errorname"):
        if (value := getattr(error, name, None)) is not None:
            setattr(same, name, value)
    return same


def _translated(call: Callable[Given, Got]) -> Callable[Given, Got]:
    def translating(*args: Given.args, **named: Given.kwargs) -> Got:
        try:
            return call(*args, **named)
        except dbapi2.Error as error:
            raise _standard(error) from None

    return translating


if TYPE_CHECKING:
    from sqlite3 import Connection as _Connection
    from sqlite3 import Cursor as _Cursor
else:
    _Cursor, _Connection = (dbapi2.Cursor, dbapi2.Connection) if dbapi2 else (object, object)


class Cursor(_Cursor):
    """A cursor whose errors are the standard library's."""

    if TYPE_CHECKING or dbapi2 is not None:
        execute = _translated(_Cursor.execute)
        executemany = _translated(_Cursor.executemany)
        fetchone = _translated(_Cursor.fetchone)
        fetchmany = _translated(_Cursor.fetchmany)
        fetchall = _translated(_Cursor.fetchall)
        __next__ = _translated(_Cursor.__next__)  # type: ignore[arg-type]  # mypy takes its self for any iterator


class Translating(_Connection):
    """A connection whose errors are the standard library's."""

    def cursor(self, factory: Any = Cursor) -> Any:  # noqa: ANN401 - as the driver has it
        """Give a cursor of ours."""
        return super().cursor(factory)

    if TYPE_CHECKING or dbapi2 is not None:
        backup = _translated(_Connection.backup)


class Connection(Translating):
    """A connection to a sealed journal; its troubles are ours, as those of `connection.Connection` are.

    It never writes ahead: beside a sealed journal there is a rollback journal, sealed as well, and nothing else.
    """

    path = ""
    writes_ahead = False
    place: plain.Place | None = None

    def close(self) -> None:
        """Close the file; nothing is known of it from then on."""
        super().close()
        plain.let_go(cast("plain.Connection", self))

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as the driver has it
        """Run one statement."""
        try:
            return super().execute(sql, parameters)
        except sqlite3.Error as error:
            raise trouble(error, self.path) from error

    def executemany(self, sql: str, parameters: Iterable[Any] | Sequence[Any], /) -> sqlite3.Cursor:
        """Run one statement for each row."""
        try:
            return super().executemany(sql, parameters)
        except sqlite3.Error as error:
            raise trouble(error, self.path) from error



