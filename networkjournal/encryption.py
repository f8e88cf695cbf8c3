"""Encrypting a journal, taking that back, and another passphrase: the file, its backups, and the drafts beside it.

Promises that the journal changes all at once or not at all, and to tell what still lies about in another form. Whoever
was interrupted does it once more, and what is left is done. Proves what it says of a file by trying to read it.
"""

import os
from typing import Literal, NamedTuple

from networkjournal.backups import backups
from networkjournal.errors import FileTrouble, Sealed
from networkjournal.store import cipher
from networkjournal.store.cipher import Key
from networkjournal.store.connection import salt
from networkjournal.store.disk import overwrite
from networkjournal.store.reseal import reseal, rewrite_draft

What = Literal["follow", "remove", "keep"]
"""What becomes of the backups: as the journal is, gone, or as they are."""


class Around(NamedTuple):
    """What became of what lies around a journal."""

    followed: int = 0
    """How many files are now as the journal is."""
    removed: int = 0
    left: tuple[str, ...] = ()
    """What is not as the journal is: it was to be kept, is damaged, or has a passphrase of its own."""


class Proof(NamedTuple):
    """What was tried on a file, and what came of it."""

    encrypted: bool
    """The file looks encrypted, and neither of the two tries read it."""
    plain_refused: bool
    """Opened without a key, by the standard SQLite, it is no database."""
    wrong_key_refused: bool
    """Opened with another key it is none either; False as well where nothing is installed to try with."""
    cipher: str
    """The version of what encrypts; empty where it is not installed."""


class Standing(NamedTuple):
    """How a journal and what lies around it are."""

    proof: Proof
    encrypted: tuple[str, ...]
    """Backups and drafts that are encrypted."""
    plain: tuple[str, ...]
    """Those that anybody can read who gets them."""


def give_key(journal: str, folder: str, key: Key | None, what: What = "follow") -> Around:
    """Encrypt a journal and what lies around it with a key; with none, make them plain. Nobody here has it open.

    Raises `FileTrouble`, or `Sealed`: the journal is then as it was.
    """
    if key is not None:
        cipher.learn(key)
    if _differs(journal, key):
        reseal(journal, key)
    followed, removed, left = 0, 0, list[str]()
    for path in copies(journal, folder):
        if not _differs(path, key):
            continue
        if what == "remove":
            overwrite(path)
            removed += 1
        elif what == "keep" or not _followed(path, key):
            left.append(path)
        else:
            followed += 1
    for path in drafts(journal):
        if not _draft_followed(path, journal):
            left.append(path)
    _clear_away(journal, folder)
    return Around(followed, removed, tuple(left))


def standing(journal: str, folder: str) -> Standing:
    """Look how a journal is and what lies around it. Asks for no passphrase."""
    around = [*copies(journal, folder), *drafts(journal)]
    encrypted = [path for path in around if salt(path)]
    return Standing(proof(journal), tuple(encrypted), tuple(path for path in around if path not in encrypted))


def proof(path: str) -> Proof:
    """Try to read a file without its key. Nobody here has it open."""
    if not salt(path):
        return Proof(False, False, False, cipher.version())
    plain = cipher.refuses_plain(path)
    wrong = cipher.refuses(path, Key((salt(path), os.urandom(32).hex())))
    return Proof(plain and wrong, plain, wrong, cipher.version())


def copies(journal: str, folder: str) -> tuple[str, ...]:
    """The backups of a journal, and the copies of it that were kept beside it."""
    name = os.path.basename(journal)
    beside = (path for path in _beside(journal) if _is_copy(os.path.basename(path).removeprefix(name)))
    return (*(backup.path for backup in backups(folder)), *beside)


def drafts(journal: str) -> tuple[str, ...]:
    """The unfinished texts beside a journal."""
    name = os.path.basename(journal)
    return tuple(path for path in _beside(journal) if _is_draft(os.path.basename(path).removeprefix(name)))


def _beside(journal: str) -> list[str]:
    above, name = os.path.split(os.path.abspath(journal))
    try:
        return sorted(file.path for file in os.scandir(above) if file.name.startswith(f"{name}.") and file.is_file())
    except OSError:
        return []


def _is_copy(ending: str) -> bool:
    return ending.startswith(".replaced-") or (ending.startswith(".schema-") and ending.endswith(".bak"))


def _is_draft(ending: str) -> bool:
    return ending.split("-")[0].endswith("draft") and not ending.endswith(".part")


def _differs(path: str, key: Key | None) -> bool:
    return salt(path) != (key[0] if key is not None else b"")


def _followed(path: str, key: Key | None) -> bool:
    try:
        reseal(path, key)
    except (FileTrouble, Sealed):
        return False
    return True


def _draft_followed(path: str, journal: str) -> bool:
    try:
        rewrite_draft(path, journal)
    except (OSError, Sealed):
        return False
    return True


def _clear_away(journal: str, folder: str) -> None:
    """Remove what copies and drafts that were broken off have left: nobody can read whether they are plain."""
    try:
        broken = [file.path for file in os.scandir(folder) if file.name.endswith(".part")]
    except OSError:
        broken = []
    for path in (*broken, *(path for path in _beside(journal) if path.endswith((".part", ".scratch")))):
        overwrite(path)
