"""The backups of a journal: taking one, when one is due, which there are, thinning them out, putting one back.

Promises that a backup was read again and found sound before it counts as one, and that none is thinned out before a
newer one is there. Refuses to know where they lie: the folder is handed in.
"""

import os
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NamedTuple

from networkjournal.errors import FileTrouble
from networkjournal.model.backup import worth_keeping
from networkjournal.store.backup import Proved, copy, prove, put_back, set_aside

DAILY = timedelta(hours=20)
"""A backup is due when the newest is older: one a day, even if one opens the program a little earlier."""
_STAMP = "%Y-%m-%dT%H%M%S"
_ENDING = ".db"


class Backup(NamedTuple):
    """One backup."""

    path: str
    taken: datetime
    """Where its owner is, to the second; told by its name."""
    size: int
    """Bytes."""


class Taken(NamedTuple):
    """A backup that was just made."""

    path: str
    holds: Proved
    thinned: int
    """How many older ones went."""


class Restored(NamedTuple):
    """A backup that was put back."""

    kept: str
    """Where what the journal was is now; empty where there was none."""
    holds: Proved


def backups(folder: str) -> tuple[Backup, ...]:
    """Give the backups in a folder, the newest first; other files in it are none."""
    found = []
    try:
        with os.scandir(folder) as listing:
            for file in listing:
                taken = _moment(file.name)
                if taken is not None and file.is_file(follow_symlinks=False):
                    found.append(Backup(file.path, taken, file.stat().st_size))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FileTrouble(folder, "unwritable", error.strerror or "") from error
    return tuple(sorted(found, key=lambda backup: backup.taken, reverse=True))


def due(folder: str, now: datetime) -> bool:
    """Whether it is time for one. A clock that went backwards is no reason to have none for years."""
    newest = next(iter(backups(folder)), None)
    return newest is None or abs(now - newest.taken) >= DAILY


def take(journal: str, folder: str, now: datetime) -> Taken:
    """Take a backup of the journal at a path into the folder and thin out the older ones.

    Works beside an open program, from any thread. Raises `FileTrouble`: nothing was taken then.
    """
    path = os.path.join(folder, _name(now))
    if os.path.exists(path):  # two in one second hold the same
        return Taken(path, prove(path), 0)
    holds = copy(journal, path)
    return Taken(path, holds, _thin(folder, now))


def restore(journal: str, backup: str, folder: str, now: datetime) -> Restored:
    """Make the journal at a path what a backup holds, and keep what it was: in the folder, or beside it where damaged.

    Raises `FileTrouble` where the backup is no sound journal, or the journal cannot be written: nothing was changed.
    """
    holds = prove(backup)
    if not os.path.exists(journal):
        copy(backup, journal)
        return Restored("", holds)
    kept = _free(folder, now)
    try:
        put_back(backup, journal, kept)
    except FileTrouble as trouble:
        if trouble.path != journal or trouble.reason not in ("damaged", "not_a_journal", "newer"):
            raise
        kept = f"{journal}.replaced-{now.strftime(_STAMP)}"
        set_aside(journal, kept)
        copy(backup, journal)
    return Restored(kept, holds)


def _free(folder: str, now: datetime) -> str:
    """A name in the folder that nothing has yet."""
    while os.path.exists(path := os.path.join(folder, _name(now))):
        now += timedelta(seconds=1)
    return path


def _thin(folder: str, now: datetime) -> int:
    """Remove what need not be kept, and what copies that were broken off have left."""
    there = backups(folder)
    kept = worth_keeping((backup.taken for backup in there), now)
    gone = [backup for backup in there if backup.taken not in kept]
    for backup in gone:
        with suppress(OSError):  # one that cannot be removed only takes room
            os.unlink(backup.path)
    with os.scandir(folder) as listing:
        broken = [file.path for file in listing if file.name.endswith(f"{_ENDING}.part")]
    for path in broken:
        with suppress(OSError):
            os.unlink(path)
    return len(gone)


def _name(now: datetime) -> str:
    return now.strftime(_STAMP) + _ENDING


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name.removesuffix(_ENDING), _STAMP) if name.endswith(_ENDING) else None
    except ValueError:
        return None
