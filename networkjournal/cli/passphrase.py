"""Where a passphrase comes from: a file, the system's keyring, a command, or the person at the terminal.

Promises that it is never shown, and never taken from the command line or the environment, where other programs can
read it. Refuses to ask where nobody can type without being seen.
"""

import getpass
import os
import sys
from contextlib import suppress

from networkjournal import keychain
from networkjournal.cli.command import Context
from networkjournal.errors import Invalid, Sealed
from networkjournal.i18n import _
from networkjournal.model.harmless import harmless
from networkjournal.store import cipher
from networkjournal.store.connection import salt

LONGEST = 1 << 16
"""Bytes of a file that are read: a passphrase is a line."""


def unlock(context: Context, path: str) -> None:
    """Have the file at a path be opened from now on, where it is encrypted. Raises `Sealed`, or `Invalid`."""
    if not cipher.locked(path):
        return
    if not cipher.available():
        raise Sealed(path, "no_cipher")
    if context.passphrase_file is not None:
        _with_file(context, path, context.passphrase_file)
    elif not _in_keyring(context, path):
        command = context.config.passphrase_command
        if command:
            cipher.unlock(path, printed(command, path))
        elif context.ask_at_screen is not None:
            context.ask_at_screen(path)
        else:
            cipher.unlock(path, typed(_("Passphrase of {path}: ").format(path=path), path))


def _with_file(context: Context, path: str, file: str) -> None:
    """Try what a file says. A backup may have an older passphrase: that is asked for where somebody can type."""
    try:
        cipher.unlock(path, in_file(file))
    except Sealed:
        if path == context.db or not _can_hide():
            raise
        cipher.unlock(path, typed(_("Passphrase of {path}: ").format(path=path), path))


def new(context: Context, file: str | None, path: str) -> str:
    """A passphrase for a journal that is to have another: from a file, or typed twice. Raises `Invalid`, `Sealed`."""
    if file is not None:
        return _some(in_file(file))
    first = _some(typed(_("New passphrase: "), path))
    if typed(_("Once more: "), path) != first:
        raise Invalid("passphrase", "", "differs")
    return first


def in_file(path: str) -> str:
    """The first line of a file. Raises `Invalid`."""
    try:
        with open(path, "rb") as file:
            return _first_line(file.read(LONGEST))
    except OSError:
        raise Invalid("--passphrase-file", path, "unreadable") from None


def printed(command: str, path: str) -> str:
    """The first line that a command prints. Raises `Sealed`."""
    import shlex
    import subprocess  # only for those who configured one

    try:
        done = subprocess.run(shlex.split(command), stdout=subprocess.PIPE, check=True)
    except (OSError, ValueError, subprocess.CalledProcessError):
        raise Sealed(path, "command_failed") from None
    line = _first_line(done.stdout)
    if not line:
        raise Sealed(path, "command_failed")
    return line


def typed(prompt: str, path: str) -> str:
    """What the person types, which is not shown. Raises `Sealed` where that is not possible."""
    if not _can_hide():
        raise Sealed(path)
    try:
        return getpass.getpass(harmless(prompt, keep_newlines=False))
    except (EOFError, OSError, UnicodeDecodeError):
        raise Sealed(path) from None


def _can_hide() -> bool:
    """Whether there is a terminal; without one, what is typed would be shown."""
    if os.name != "posix":
        return sys.stdin is not None and sys.stdin.isatty()
    with suppress(OSError):
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
        return True
    return False


def _in_keyring(context: Context, path: str) -> bool:
    if not keychain.asked_for(context.backup_folder):
        return False
    key = keychain.kept(salt(path))
    if key is None:
        return False
    with suppress(Sealed):
        cipher.unlock_with(path, key)
        return True
    return False


def _first_line(content: bytes) -> str:
    return content.decode("utf-8-sig", "surrogateescape").partition("\n")[0].removesuffix("\r")


def _some(passphrase: str) -> str:
    if not passphrase:
        raise Invalid("passphrase", "", "empty")
    return passphrase
