"""Copies of the file, consistent while programs write to it, and putting one back. Never a plain copy of a file in use.

Promises that a copy is private, whole on the disk and proved before it has its name, and that putting one back keeps
what it replaces. SQLite's own backup does the copying: page by page, begun anew when somebody writes meanwhile.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from networkjournal.errors import FileTrouble
from networkjournal.store.connection import APPLICATION, FAILURES, SCHEMA, opened, salt, settled, trouble
from networkjournal.store.disk import overwrite, sync
from networkjournal.store.folder import make_private, reason, sync_names

COUNTED = ("entries", "contacts", "exchanges")
PAGES = 4096
"""Pages that are copied at once; in between other programs may write."""


class Proved(NamedTuple):
    """What a copy turned out to hold."""

    schema: int
    entries: int
    contacts: int
    exchanges: int


def copy(journal: str, path: str) -> Proved:
    """Copy the journal at a path to another, where nothing may be; gives what the copy holds.

    Raises `FileTrouble`: there is then no copy, and nothing half done.
    """
    with whole(path) as part:
        _write(journal, part)
        return _proved(part, journal)


@contextmanager
def whole(path: str) -> Iterator[str]:
    """Have a file be written under another name, which is handed out; it gets this one once it is on the disk.

    Raises `FileTrouble` for what the system refuses, also where something is at the path: nothing is left then.
    """
    part = f"{path}.part"
    try:
        _make(part)
        yield part
        sync(part)
        _name(part, path)
    except OSError as error:
        raise FileTrouble(path, reason(error), error.strerror or "") from error
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):  # what stays behind takes room, and `doctor` names it
                os.unlink(part + ending)
    sync_names(os.path.dirname(path))


def _name(part: str, path: str) -> None:
    """Give a file its name without writing over another. Sticks and shares that know no links are renamed on."""
    try:
        os.link(part, path)
    except OSError:
        if os.path.lexists(path):
            raise
        os.rename(part, path)


def prove(path: str) -> Proved:
    """Look through a whole file; gives what it holds. Raises `FileTrouble` for one that is no sound journal."""
    if not os.path.isfile(path):
        raise FileTrouble(path, "missing")
    found = opened(path, "mode=ro&immutable=1")
    try:
        if found.execute("pragma application_id").fetchone()[0] != APPLICATION:
            raise FileTrouble(path, "not_a_journal")
        schema = found.execute("pragma user_version").fetchone()[0]
        if schema > SCHEMA:
            raise FileTrouble(path, "newer")
        for row in found.execute("pragma cipher_integrity_check"):  # each page of a sealed file is signed
            raise FileTrouble(path, "damaged", str(row[0])[:80])
        said = found.execute("select cast(integrity_check as blob) from pragma_integrity_check limit 1").fetchone()[0]
        if said != b"ok":
            raise FileTrouble(path, "damaged", said.decode("utf-8", "replace")[:80])
        counted = (found.execute(f"select count(*) from {table}").fetchone()[0] for table in COUNTED)
        return Proved(schema, *counted)
    except FAILURES as error:
        raise trouble(error, path) from error
    finally:
        found.close()


def _proved(part: str, journal: str) -> Proved:
    """Look through a fresh copy. What is wrong with it is wrong with what it was made of."""
    try:
        return prove(part)
    except FileTrouble as trouble:
        raise FileTrouble(journal, trouble.reason, trouble.detail) from trouble


def put_back(backup: str, journal: str, kept: str) -> None:
    """Make a journal what a backup holds, after a copy of what it held was written to `kept`.

    A program that has the journal open sees it change, as if somebody had written it. Raises `FileTrouble`: nothing was
    changed then, or the reason is `doubtful`.
    """
    copy(journal, kept)
    try:
        if bool(salt(backup)) != bool(salt(journal)):
            _put_back_converted(backup, journal)
        else:
            _put_back(backup, journal)
    except FileTrouble as told:
        raise settled(told, lambda: _same(backup, journal)) from told


def _put_back_converted(backup: str, journal: str) -> None:
    """Put back a backup that is sealed where the journal is not, or the other way round: the journal stays as it is."""
    from networkjournal.store.cipher import key_of
    from networkjournal.store.reseal import converted  # only where one of them is encrypted

    part = f"{journal}.part"
    try:
        converted(backup, part, key_of(journal))
        _put_back(part, journal)
    finally:
        overwrite(part)


def _put_back(backup: str, journal: str) -> None:
    source, target = opened(backup, "mode=ro&immutable=1"), opened(journal, "mode=rw")
    try:
        target.execute("pragma synchronous = extra")
        source.backup(target)  # all pages at once: one transaction, so that nobody ever sees half of it
    except FAILURES as error:
        raise trouble(error, journal) from error
    finally:
        source.close()
        target.close()


def _same(backup: str, journal: str) -> bool:
    """Whether both hold the same history, which is there only where the one was made of the other."""
    told = []
    for path in (backup, journal):
        found = opened(path, "mode=ro")
        try:
            told.append(found.execute("select max(uid), count(*) from steps").fetchone())
        except sqlite3.Error as error:
            raise trouble(error, path) from error
        finally:
            found.close()
    return bool(told[0] == told[1])


def set_aside(journal: str, kept: str) -> None:
    """Give a file that cannot be read another name, with what SQLite keeps beside it."""
    try:
        os.rename(journal, kept)
        for ending in ("-journal", "-wal", "-shm"):
            if os.path.exists(journal + ending):
                os.rename(journal + ending, kept + ending)
        sync_names(os.path.dirname(journal))
    except OSError as error:
        raise FileTrouble(journal, reason(error), error.strerror or "") from error


def _write(journal: str, part: str) -> None:
    source, target = opened(journal, "mode=rw"), opened(part, "mode=rw", like=journal)  # may roll back a crash
    try:
        source.backup(target, pages=PAGES)
        target.execute("pragma journal_mode = delete")  # a copy is one file, whatever the mode of what it was made of
    except FAILURES as error:
        raise trouble(error, journal) from error
    finally:
        source.close()
        target.close()


def _make(part: str) -> None:
    make_private(os.path.dirname(part))
    _remove(part)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _remove(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)
