"""Handing a text to the person's own editor, through a private file that is removed afterwards. For both front ends.

Promises that the file is nobody else's to read, and that what a kill has left of it is found again: `left` gives it.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from networkjournal.errors import Invalid
from networkjournal.lean import NamedTuple
from networkjournal.paths import editing_folder

if sys.platform != "win32":  # there, a folder cannot be held
    import fcntl

FALLBACK = "vi"
PREFIX, NAME, WHOSE = "networkjournal-", "entry.md", "journal"


def edit(text: str, environment: Mapping[str, str], journal: str = "") -> str:
    """Open `text` in $VISUAL or $EDITOR and give what was saved. Raises `Invalid` where the editor fails.

    `journal` is the file that the text is for; a text that a kill has left is offered in no other.
    """
    wanted = environment.get("VISUAL") or environment.get("EDITOR")
    if not wanted and not sys.stdin.isatty():
        raise Invalid("$EDITOR", "", "required")  # nobody is there to type into the one we would choose
    try:
        command = shlex.split(wanted or FALLBACK)
    except ValueError as error:
        raise Invalid("$EDITOR", wanted or "", "unreadable") from error
    try:
        with _private_folder(environment) as folder:
            return _edited(text, command, os.path.join(folder, NAME), journal)
    except OSError as error:  # no room for the file, say
        raise Invalid("file", error.strerror or "", "unreadable") from error


class Left(NamedTuple):
    """A text that was in an editor when the program was killed."""

    path: str
    text: str
    touched: float
    """When it was saved last, in seconds of the clock."""


def left(environment: Mapping[str, str], journal: str) -> tuple[Left, ...]:
    """Give the texts for a journal that were left in editors which nobody waits for any more, the oldest first.

    What no editor has saved is removed at once: whoever opened it has it.
    """
    above = editing_folder(environment)
    found = []
    for name in _listed(above):
        folder = os.path.join(above, name)
        if not name.startswith(PREFIX) or _held(folder):
            continue
        path, whose = os.path.join(folder, NAME), os.path.join(folder, WHOSE)
        try:
            with open(path, encoding="utf-8", errors="replace") as file, open(whose, encoding="utf-8") as note:
                text, meant = file.read(), note.read()
            saved = os.stat(path).st_mtime_ns > os.stat(whose).st_mtime_ns
        except (OSError, ValueError):  # killed before anything was in it
            continue
        if meant != os.path.abspath(journal):
            continue
        if saved and text.strip():
            found.append(Left(path, text, os.stat(path).st_mtime))
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return tuple(sorted(found, key=lambda one: one.touched))


def discard(one: Left) -> None:
    """Remove what was left, with everything an editor has put beside it."""
    shutil.rmtree(os.path.dirname(one.path), ignore_errors=True)


@contextmanager
def _private_folder(environment: Mapping[str, str]) -> Iterator[str]:
    """A folder that only its owner can look into (0700), held while it is used, and removed afterwards."""
    above = editing_folder(environment)
    try:
        os.makedirs(above, mode=0o700, exist_ok=True)
    except OSError:
        above = tempfile.gettempdir()
    folder = tempfile.mkdtemp(prefix=PREFIX, dir=above)
    hold = None
    try:
        if sys.platform != "win32":
            hold = os.open(folder, os.O_RDONLY)
            fcntl.flock(hold, fcntl.LOCK_EX)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if hold is not None:
            os.close(hold)


def _listed(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _held(folder: str) -> bool:
    """Whether a program waits for the editor that has this folder; a program that was killed lets go."""
    if sys.platform == "win32":
        return False
    try:
        hold = os.open(folder, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(hold)
    return False


def _edited(text: str, command: list[str], path: str, journal: str) -> str:
    _write(path, text)
    _write(os.path.join(os.path.dirname(path), WHOSE), os.path.abspath(journal))
    try:
        done = subprocess.run([*command, path], check=False)
    except OSError as error:
        raise Invalid("$EDITOR", command[0], "unreadable") from error
    if done.returncode:
        raise Invalid("$EDITOR", command[0], "failed")
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def _write(path: str, text: str) -> None:
    with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
