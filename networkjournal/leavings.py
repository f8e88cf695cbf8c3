"""What lies beside a journal, or among its backups, and may still hold someone who is forgotten: drafts and copies.

Promises to look into each copy, and to name one it cannot look into as one that may hold them. Refuses to remove
anything unasked.
"""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime

from networkjournal.backups import backups, take
from networkjournal.errors import FileTrouble
from networkjournal.lean import TYPE_CHECKING, NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.remembering import remember
from networkjournal.store.connection import salt, salt_of
from networkjournal.store.disk import overwrite
from networkjournal.store.traces import Traces, holds

if TYPE_CHECKING:
    from networkjournal.people import People

DRAFT = "%draft "
"""Begins a draft that is more than its text; JSON follows in the same line. See `tui.draft`."""


class Known(NamedTuple):
    """By what someone is known in a copy of the file."""

    uids: tuple[str, ...]
    names: tuple[str, ...]


class Removed(NamedTuple):
    """What became of the copies that were to go."""

    gone: tuple[str, ...]
    left: tuple[str, ...]
    """Those that could not be removed."""
    backup: str
    """The backup that was taken first, so that there is one; empty where none was needed, or could be taken."""


def known(journal: "People", contact: Contact) -> Known:
    """Tell by what a contact is known. To be asked before they are forgotten."""
    traces = Traces(journal.books.connection)
    person = remember(traces, contact)
    return Known(traces.uids(person.ids), person.names)


def holding(journal: str, folder: str, person: Known) -> tuple[str, ...]:
    """Give the paths of the copies that hold someone, or cannot be looked into; `folder` has the backups."""
    return tuple(path for path in (*_kept(journal), *_backups(folder)) if holds(path, person.uids, person.names))


def remove(journal: str, folder: str, paths: Iterable[str], now: datetime) -> Removed:
    """Remove these copies, after a new backup was taken where backups are among them."""
    paths = tuple(paths)
    taken = ""
    if any(os.path.dirname(path) == folder for path in paths):
        with suppress(FileTrouble):
            taken = take(journal, folder, now).path
    gone, left = list[str](), list[str]()
    for path in paths:
        if path == taken:
            continue
        if not os.path.islink(path):  # what it leads to is not ours
            overwrite(path)
        with suppress(OSError):
            os.unlink(path)
        (left if os.path.lexists(path) else gone).append(path)
    return Removed(tuple(gone), tuple(left), taken)


def rewrite_drafts(journal: str, change: Callable[[str], str]) -> tuple[str, ...]:
    """Change the words of every draft beside a journal; gives the names of those that another program holds."""
    left = list[str]()
    for path in _beside(journal):
        if is_draft(journal, path):
            try:
                _rewrite(path, change)
            except (OSError, ValueError):
                left.append(os.path.basename(path))
    return tuple(left)


def is_draft(journal: str, path: str) -> bool:
    """Whether a file beside a journal is what somebody has not saved yet."""
    return ".draft" in os.path.basename(path).removeprefix(os.path.basename(journal))


def copies(journal: str) -> tuple[str, ...]:
    """Give the names of the files beside a journal that may hold what was in it, drafts aside."""
    return tuple(os.path.basename(path) for path in _beside(journal) if not is_draft(journal, path))


def _rewrite(path: str, change: Callable[[str], str]) -> None:
    if salt(path):
        _rewrite_sealed(path, change)
        return
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    with open(handle, "r+", encoding="utf-8", newline="") as file:
        if os.name == "posix":
            import fcntl  # not everywhere

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # a program that writes it holds it
        old = file.read()
        new = _changed(old, change)
        if new == old:
            return
        part = f"{path}.part"
        with open(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8", newline="") as to:
            to.write(new)
            to.flush()
            os.fsync(to.fileno())
        os.replace(part, path)
        file.seek(0)
        file.write(" " * len(old.encode()))  # over the very bytes of what it was, which has no name any more
        file.flush()
        os.fsync(handle)


def _rewrite_sealed(path: str, change: Callable[[str], str]) -> None:
    """A draft of an encrypted journal: what it was is overwritten, though nobody can read it."""
    from networkjournal.store.cipher import SCRATCH, sealed_text, text_in  # loaded already: the journal is open

    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    with open(handle, "r+b") as file:
        if os.name == "posix":
            import fcntl  # not everywhere

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        content = file.read()
        old = text_in(content, path + SCRATCH)
        if old is None:
            raise OSError(path)
        new = _changed(old, change)
        if new != old:
            file.seek(0)
            file.truncate()
            file.write(sealed_text(new, path + SCRATCH, salt_of(content)))
            file.flush()
            os.fsync(handle)


def _changed(content: str, change: Callable[[str], str]) -> str:
    first, _newline, text = content.partition("\n")
    if first.startswith(DRAFT):
        with suppress(ValueError):
            about = _each(json.loads(first.removeprefix(DRAFT)), change)
            return f"{DRAFT}{json.dumps(about, ensure_ascii=False)}\n{change(text)}"
    return change(content)


def _each(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each(one, change) for one in value]
    return {key: _each(one, change) for key, one in value.items()} if isinstance(value, dict) else value


def _kept(journal: str) -> Iterable[str]:
    """The copies beside a journal that the program makes: before a migration, and of what was replaced."""
    return (path for path in _beside(journal) if path.endswith((".bak", ".part")) or ".replaced-" in path)


def _backups(folder: str) -> Iterable[str]:
    try:
        return [backup.path for backup in backups(folder)]
    except FileTrouble:
        return ()


def _beside(journal: str) -> list[str]:
    if journal == ":memory:":
        return []
    folder, name = os.path.split(os.path.abspath(journal))
    try:
        files = sorted(os.listdir(folder))
    except OSError:
        return []
    own = (name, f"{name}-journal", f"{name}-wal", f"{name}-shm")
    return [os.path.join(folder, file) for file in files if file.startswith(name) and file not in own]
