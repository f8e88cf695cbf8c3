"""The draft: what stands unsaved where one writes, kept in a private file beside the journal.

Promises that two programs on one journal never take each other's drafts: whoever writes a draft holds a lock on its
file, another program uses the next free name, and only what nobody holds is found again. A program that is killed lets
go of its locks. Refuses to post anything.
"""

import contextlib
import json
import os
import sys
from typing import NamedTuple

from networkjournal.errors import Sealed
from networkjournal.store.connection import salt, salt_of

if sys.platform != "win32":  # there, drafts are kept without locks
    import fcntl

MOST = 99
"""So many drafts of one kind beside one journal."""
EDITED = "entry"
"""The place of drafts of whole entries: those of the editor."""
HEADER = "%draft "
"""Begins the first line of a draft that is more than its text; JSON follows, and then the text as it was typed."""


class About(NamedTuple):
    """What a draft is of, besides its text."""

    entry: int = 0
    """The entry that is being edited; 0 for a new one."""
    day: str = ""
    """The day of the entry, in ISO form."""
    base: str = ""
    """The entry's text as it was when the editing began."""
    base_day: str = ""
    """The entry's day then."""
    templates: tuple[str, ...] = ()
    """What was inserted: lines of it that are left as they were are not saved."""


NOTHING = About()


class DraftFile:
    """One draft. An empty text removes the file."""

    def __init__(self, journal_path: str, place: str = "") -> None:
        """A journal in memory keeps no draft. `place` tells where one writes, where it is not the bar of Home."""
        kind = f"{place}.draft" if place else "draft"
        self._journal, self._salt = journal_path, salt(journal_path)
        self.path = "" if journal_path == ":memory:" else f"{journal_path}.{kind}"
        """The file that is held; before, the first that would be tried."""
        self.about = NOTHING
        self.behind = False
        """Whether what was to be kept last could not be."""
        self._first = self.path
        self._handle: int | None = None
        self._kept: tuple[str, About] = ("", NOTHING)

    @property
    def text(self) -> str:
        """What the draft holds."""
        return self._kept[0]

    def left(self) -> str:
        """Take up what an earlier run left unsaved and nobody holds; `about` then says more of it."""
        for path in self._names() if self._first and self._handle is None else ():
            with contextlib.suppress(OSError):
                text = self._take_up(path)
                if text:
                    return text
        return self._kept[0]

    def keep(self, text: str, about: About = NOTHING) -> None:
        """Write the text if it is another than before. A full disk must not stop anyone from typing."""
        if not self._first or (text, about) == self._kept:
            self.behind = False
            return
        self.behind = True
        with contextlib.suppress(OSError):
            if text.strip():
                self._write(_written(text, about))
            else:
                self._remove()
            self._kept, self.about = (text, about), about
            self.behind = False

    def release(self) -> None:
        """Let go of the file as it is: the next start finds it."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle, self._kept, self.path = None, ("", NOTHING), self._first

    def _names(self) -> list[str]:
        return [self._first, *(f"{self._first}-{n}" for n in range(2, MOST + 1))]

    def _take_up(self, path: str) -> str:
        handle = _held(path, os.O_RDWR)
        if handle is None:
            return ""
        with open(handle, "rb", closefd=False) as file:
            content = _opened(file.read(), path)
        if content is None:  # of a journal whose passphrase nobody told
            os.close(handle)
            return ""
        text, about = _read(content)
        self._handle, self.path, self.about, self._kept = handle, path, about, (text, about)
        if not text.strip():  # a program that was killed before it could write
            self._remove()
            return ""
        return text

    def _claim(self) -> None:
        """Hold the first name that nobody has."""
        for path in self._names():
            with contextlib.suppress(FileExistsError):
                handle = _held(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
                if handle is not None:
                    self._handle, self.path = handle, path
                    return
        raise OSError

    def _write(self, content: str) -> None:
        """Put a whole new file in the place of the old one; it is locked before it is there."""
        if self._handle is None:
            self._claim()
        part = f"{self.path}.part"
        with contextlib.suppress(FileNotFoundError):
            os.remove(part)
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            _lock(handle)
            with open(handle, "wb", closefd=False) as file:
                file.write(self._closed(content))
                file.flush()
                os.fsync(handle)
            os.replace(part, self.path)
        except OSError:
            os.close(handle)
            with contextlib.suppress(OSError):
                os.remove(part)
            raise
        self._let_go()
        self._handle = handle

    def _closed(self, content: str) -> bytes:
        """As the journal is: encrypted where that one is, so that nothing typed is ever in plain text on the disk."""
        now = salt(self._journal) or self._salt  # the file may be gone, or may have been encrypted by another program
        if not now:
            return content.encode("utf-8", "replace")
        from networkjournal.store.cipher import SCRATCH, sealed_text  # only for an encrypted journal

        try:
            return sealed_text(content, self.path + SCRATCH, now)
        except Sealed as locked:  # rather not kept than in plain text
            raise OSError from locked

    def _remove(self) -> None:
        if self._handle is not None:
            with contextlib.suppress(FileNotFoundError):
                os.remove(self.path)
        self._let_go()

    def _let_go(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def drafts_left(journal_path: str, place: str) -> list[DraftFile]:
    """Take up all drafts of a kind that nobody holds; whoever does not want one releases it."""
    found: list[DraftFile] = []
    while len(found) < MOST:
        draft = DraftFile(journal_path, place)
        if not draft.left():
            break
        found.append(draft)
    return found


def draft_of(journal_path: str, entry: int, day: str) -> DraftFile:
    """Take up the draft that was left of this entry, or (0) of a new one of this day; or else give an empty one."""
    wanted = None
    for draft in drafts_left(journal_path, EDITED):
        if wanted is None and draft.about.entry == entry and (entry or draft.about.day == day):
            wanted = draft
        else:
            draft.release()
    return wanted or DraftFile(journal_path, EDITED)


def _held(path: str, flags: int) -> int | None:
    """Open a file and hold it; `None` where another program does, or has just put another in its place."""
    try:
        handle = os.open(path, flags, 0o600)
    except FileNotFoundError:
        return None
    with contextlib.suppress(OSError):
        _lock(handle)
        if os.path.samestat(os.fstat(handle), os.stat(path)):
            return handle
    os.close(handle)
    return None


def _lock(handle: int) -> None:
    """Raises `OSError` where another program holds the file. The lock ends with the process, however it ends."""
    if sys.platform != "win32":
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _written(text: str, about: About) -> str:
    if about == NOTHING and not text.startswith(HEADER):
        return text  # readable, and what it says is what was typed
    return f"{HEADER}{json.dumps(about._asdict(), ensure_ascii=False)}\n{text}"


def _opened(content: bytes, path: str) -> str | None:
    """What stands in a draft's file; none where it is encrypted with a key that is not known."""
    if not salt_of(content):
        return content.decode("utf-8", "replace")
    from networkjournal.store.cipher import SCRATCH, text_in

    return text_in(content, path + SCRATCH)


def _read(content: str) -> tuple[str, About]:
    """A first line that cannot be understood is text."""
    first, _, text = content.partition("\n")
    if first.startswith(HEADER):
        with contextlib.suppress(ValueError, TypeError):
            values = json.loads(first.removeprefix(HEADER))
            about = About(**values)
            return text, about._replace(entry=int(about.entry), templates=tuple(map(str, about.templates)))
    return content, NOTHING
