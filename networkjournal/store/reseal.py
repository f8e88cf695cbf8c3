"""Writing a file anew with another key, or with none: what `encrypt`, `decrypt` and `rekey` do to a file.

Promises all or nothing: the new file is written beside the old one, synced, read again and compared with it row by row,
and only then takes its name, in one step. Meanwhile nobody else can write. The old file is overwritten when it has lost
its name, so that a program which still has it open finds no journal there, instead of writing where nobody reads.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from networkjournal.errors import FileTrouble, Sealed
from networkjournal.store.cipher import SCRATCH, Key, key_of, opened, sealed_text, text_in, uri
from networkjournal.store.connection import salt, salt_of, trouble
from networkjournal.store.disk import fill, overwrite, sync
from networkjournal.store.folder import reason, sync_names

ENDING = ".part"
NUMBERS = ("application_id", "user_version")
"""What a file's header says of it, which exporting leaves behind."""


def reseal(path: str, key: Key | None) -> None:
    """Give the file at a path another key, or none. Raises `FileTrouble`, or `Sealed`: nothing was changed then."""
    part, own, old = path + ENDING, key_of(path), -1
    try:
        with _held(path, own):
            _convert(path, own, part, key)
            if os.name != "nt":  # there, a file that is open keeps its name
                old = os.open(path, os.O_RDWR)
                _swap(part, path)
                fill(old)
        if os.name == "nt":
            _swap(part, path)
    except OSError as error:
        raise FileTrouble(path, reason(error), error.strerror or "") from error
    finally:
        if old >= 0:
            os.close(old)  # not before: closing it lets go of the locks on the file
        overwrite(part)


def converted(path: str, part: str, key: Key | None) -> None:
    """Write what a file holds to a new one with this key, or none, and prove that it is the same."""
    _convert(path, key_of(path), part, key)


def _convert(path: str, own: Key | None, part: str, key: Key | None) -> None:
    overwrite(part)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        if own is not None and key is not None:
            _copy(path, own, part, key)
        else:
            _export(path, own, part, key)
        sync(part)
        _same(path, own, part, key)
    except sqlite3.Error as error:
        raise trouble(error, path) from error


def _swap(part: str, path: str) -> None:
    """Give the new file the name of the old one, in one step that lasts."""
    os.replace(part, path)
    sync_names(os.path.dirname(path))


def rewrite_draft(path: str, journal: str) -> None:
    """Write an unfinished text as its journal is: sealed, or plain. Raises `OSError`, or `Sealed`."""
    with open(path, "rb") as file:
        content = file.read()
    sealed = salt_of(content)
    if sealed == salt(journal):
        return
    text = text_in(content, path + SCRATCH) if sealed else content.decode("utf-8", "replace")
    if text is None:
        raise Sealed(path)
    new = sealed_text(text, path + SCRATCH, salt(journal)) if salt(journal) else text.encode()
    part = path + ENDING
    overwrite(part)
    with open(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(new)
        file.flush()
        os.fsync(file.fileno())
    old = os.open(path, os.O_RDWR)
    try:
        os.replace(part, path)
        fill(old)
    finally:
        os.close(old)
    sync_names(os.path.dirname(path))


@contextmanager
def _held(path: str, own: Key | None) -> Iterator[None]:
    """Keep everybody from writing; whoever may have it open in a way that cannot be told makes this fail."""
    file = opened(uri(path, "mode=rw"), path, own)
    try:
        file.execute("pragma wal_checkpoint(truncate)")
        if file.execute("pragma journal_mode = delete").fetchone()[0] != "delete":
            raise FileTrouble(path, "locked")
        file.execute("begin immediate")
        yield
    except sqlite3.Error as error:
        raise trouble(error, path) from error
    finally:
        file.close()


def _copy(path: str, own: Key, part: str, key: Key) -> None:
    """From one key to another, page by page."""
    source, target = opened(uri(path, "mode=rw"), path, own), _new(part, key)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


def _export(path: str, own: Key | None, part: str, key: Key | None) -> None:
    """Between a plain file and a sealed one, whose pages hold less: table by table."""
    target = _new(part, key)
    try:
        target.execute("attach ? as old key ?", (uri(path, "mode=rw"), _pragma(own)))
        target.execute("select sqlcipher_export('main', 'old')").fetchone()
        for name in NUMBERS:
            target.execute(f"pragma main.{name} = {target.execute(f'pragma old.{name}').fetchone()[0]}")
        target.execute("detach old")
    finally:
        target.close()


def _new(part: str, key: Key | None) -> sqlite3.Connection:
    """The new file. It is synced when it is whole, and thrown away where it never is: 2 s less for a small journal."""
    target = opened(uri(part, "mode=rw"), part, key)
    target.execute("pragma journal_mode = off")
    target.execute("pragma synchronous = off")
    return target


def _pragma(key: Key | None) -> str:
    return f"x'{key[1]}{key[0].hex()}'" if key is not None else ""


def _same(path: str, own: Key | None, part: str, key: Key | None) -> None:
    """Prove that a new file is sound and holds what the old one does, row by row. Raises `FileTrouble`."""
    old, new = opened(uri(path, "mode=rw"), path, own), opened(uri(part, "mode=ro&immutable=1"), part, key)
    try:
        said = new.execute("pragma cipher_integrity_check").fetchone()
        said = said or new.execute("pragma integrity_check").fetchone()
        if said[0] != "ok":
            raise FileTrouble(part, "damaged", str(said[0])[:80])
        if _numbers(old) != _numbers(new) or _schema(old) != _schema(new) or salt(part) != (key[0] if key else b""):
            raise FileTrouble(part, "damaged", "schema")
        for name, kind, sql in _schema(old):
            virtual = sql.casefold().startswith("create virtual")  # its own tables hold what it knows
            if kind == "table" and not virtual and _rows(old, name) != _rows(new, name):
                raise FileTrouble(part, "damaged", name)
    finally:
        old.close()
        new.close()


def _schema(file: sqlite3.Connection) -> list[tuple[str, str, str]]:
    return file.execute("select name, type, coalesce(sql, '') from sqlite_master order by type, name").fetchall()


def _numbers(file: sqlite3.Connection) -> list[int]:
    return [file.execute(f"pragma {name}").fetchone()[0] for name in NUMBERS]


def _rows(file: sqlite3.Connection, table: str) -> str:
    """A digest of all rows of a table."""
    from hashlib import blake2b

    found = blake2b(digest_size=16)
    for row in file.execute(f'select * from "{table}"'):
        found.update(repr(row).encode("utf-8", "surrogatepass"))
    return found.hexdigest()
