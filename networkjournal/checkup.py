"""A look at the file and what lies around it: is it sound, private, backed up; what was left behind; what to mind.

Promises to change nothing. Refuses to say a sentence: a note is a code with what it is about.
"""

import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from networkjournal.backups import backups
from networkjournal.errors import FileTrouble, Sealed
from networkjournal.store.backup import prove
from networkjournal.store.connection import APPLICATION, salt

Level = Literal["fine", "mind", "wrong"]
Code = Literal[
    "no_file", "sound", "unsound", "newer", "private", "readable_by_others", "folder_writable", "interrupted", "draft",
    "left_over", "another_journal", "cloud_folder", "no_backup", "old_backup", "bad_backup", "backed_up", "little_room",
    "editor_file", "older_copy", "in_the_cloud", "backups_readable", "encrypted", "not_proved", "plain_beside",
    "locked_backup",
]  # fmt: skip
_CLOUDS = ("dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud", "syncthing")
_SYNCED = (".stfolder", ".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".sync")
"""What services leave in the folders that they copy, or at the top of them."""
_EDITOR = "networkjournal-"
"""What the folder is called in which a text lies while one's own editor has it."""
_OLD = timedelta(days=30)


class Note(NamedTuple):
    """One thing about the file."""

    level: Level
    code: Code
    path: str = ""
    detail: str = ""


def checkup(journal: str, folder: str, now: datetime, editing: Iterable[str] = ()) -> tuple[Note, ...]:
    """Look at the journal at a path, its backups in `folder`, and for what an editor left in the folders `editing`."""
    if not os.path.exists(journal):
        return (*_absent(journal), *_backups(folder, now), *_from_editors(editing))
    return (
        *_file(journal),
        *_sealed(journal, folder),
        *_permissions(journal),
        *_around(journal),
        *_backups(folder, now),
        *_room(journal),
        *_from_editors(editing),
    )


def _absent(journal: str) -> Iterator[Note]:
    """A service may have taken the file away and left its name."""
    above, name = os.path.split(os.path.abspath(journal))
    placeholder = os.path.join(above, f".{name}.icloud")
    if os.path.exists(placeholder):
        yield Note("wrong", "in_the_cloud", placeholder)
    else:
        yield Note("mind", "no_file", journal)


def _file(journal: str) -> Iterator[Note]:
    if _size(f"{journal}-journal") or _size(f"{journal}-wal"):
        yield Note("mind", "interrupted", journal)
        return  # what it says now is not what it will say once it was opened, which takes the half step back
    try:
        holds = prove(journal)
    except FileTrouble as trouble:
        yield Note("wrong", "newer" if trouble.reason == "newer" else "unsound", journal, trouble.detail)
    else:
        yield Note("fine", "sound", journal, f"{holds.entries} {holds.contacts} {holds.exchanges}")


def _sealed(journal: str, folder: str) -> Iterator[Note]:
    """What encryption promises is tried, where there is any."""
    if salt(journal):
        from networkjournal.encryption import standing  # only for an encrypted journal

        found = standing(journal, folder)
        yield Note("fine", "encrypted", journal) if found.proof.encrypted else Note("wrong", "not_proved", journal)
        yield from (Note("mind", "plain_beside", path) for path in found.plain)


def _permissions(journal: str) -> Iterator[Note]:
    if os.name != "posix":
        return
    if stat.S_IMODE(os.stat(journal).st_mode) & 0o077:
        yield Note("mind", "readable_by_others", journal)
    else:
        yield Note("fine", "private", journal)
    above = os.path.dirname(os.path.abspath(journal))
    mode = os.stat(above).st_mode
    if mode & 0o022 and not mode & stat.S_ISVTX:
        yield Note("mind", "folder_writable", above)


def _around(journal: str) -> Iterator[Note]:
    """Files beside the journal that may matter, and whether the folder is one that a service copies."""
    above, name = os.path.split(os.path.abspath(journal))
    stem = os.path.splitext(name)[0].casefold()
    try:
        files = sorted(os.listdir(above))
    except OSError:
        return
    for file in files:
        path = os.path.join(above, file)
        if file.startswith(f"{name}.") and file.endswith(".part"):
            yield Note("mind", "left_over", path)
        elif file.startswith(f"{name}.") and ".draft" in file[len(name) :]:
            yield Note("mind", "draft", path)
        elif file.startswith(f"{name}.replaced-"):
            yield Note("mind", "left_over", path)
        elif file.startswith(f"{name}.schema-"):
            yield Note("fine", "older_copy", path)
        elif not file.startswith(name) and stem in file.casefold() and _is_journal(path):  # as services name copies
            yield Note("mind", "another_journal", path)
    if _is_synced(above):
        yield Note("mind", "cloud_folder", above)


def _is_synced(folder: str) -> bool:
    """Whether a service copies a folder, as far as its name or what the service left in it tells."""
    if any(cloud in part.casefold() for part in folder.split(os.sep) for cloud in _CLOUDS):
        return True
    if any(os.path.exists(os.path.join(folder, left)) for left in _SYNCED):
        return True
    above = os.path.dirname(folder)
    return above != folder and _is_synced(above)


def _from_editors(folders: Iterable[str]) -> Iterator[Note]:
    """Texts that one's own editor had when the machine, or the program, ended."""
    for above in dict.fromkeys(folders):
        try:
            files = sorted(os.listdir(above))
        except OSError:
            continue
        for file in files:
            path = os.path.join(above, file, "entry.md")
            if file.startswith(_EDITOR) and os.path.isfile(path) and _is_mine(path):
                yield Note("mind", "editor_file", path)


def _is_mine(path: str) -> bool:
    return os.name != "posix" or os.stat(path).st_uid == os.getuid()


def _backups(folder: str, now: datetime) -> Iterator[Note]:
    there = backups(folder)
    if not there:
        yield Note("mind", "no_backup", folder)
        return
    if os.name == "posix" and any(os.stat(backup.path).st_mode & 0o077 for backup in there):
        yield Note("mind", "backups_readable", folder)
    newest = there[0]
    taken = newest.taken.isoformat(" ")
    try:
        prove(newest.path)
    except FileTrouble as trouble:
        yield Note("wrong", "bad_backup", newest.path, trouble.detail)
        return
    except Sealed:
        yield Note("mind", "locked_backup", newest.path, taken)
        return
    old = now - newest.taken > _OLD
    yield Note("mind" if old else "fine", "old_backup" if old else "backed_up", newest.path, taken)


def _room(journal: str) -> Iterator[Note]:
    """Packing and copying a file need as much room again."""
    free = shutil.disk_usage(os.path.dirname(os.path.abspath(journal))).free
    if free < 2 * _size(journal):
        yield Note("mind", "little_room", journal, f"{free // 1_000_000}")


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _is_journal(path: str) -> bool:
    """Whether a file is a journal, told by its header or by being encrypted; nothing is opened as a database."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            head = file.read(72)
    except OSError:
        return False
    plain = head[:15] == b"SQLite format 3" and head[68:72] == APPLICATION.to_bytes(4, "big")
    return plain or bool(salt(path))
