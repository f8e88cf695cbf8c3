"""Handing a text to the person's own editor, through a private file that is removed afterwards. For both front ends."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping

from networkjournal.errors import Invalid

FALLBACK = "vi"


def edit(text: str, environment: Mapping[str, str]) -> str:
    """Open `text` in $VISUAL or $EDITOR and give what was saved. Raises `Invalid` where the editor fails."""
    wanted = environment.get("VISUAL") or environment.get("EDITOR")
    if not wanted and not sys.stdin.isatty():
        raise Invalid("$EDITOR", "", "required")  # nobody is there to type into the one we would choose
    try:
        command = shlex.split(wanted or FALLBACK)
    except ValueError as error:
        raise Invalid("$EDITOR", wanted or "", "unreadable") from error
    try:
        with tempfile.TemporaryDirectory(prefix="networkjournal-") as folder:  # 0700, and removed whatever happens
            return _edited(text, command, os.path.join(folder, "entry.md"))
    except OSError as error:  # no room for the file, say
        raise Invalid("file", error.strerror or "", "unreadable") from error


def _edited(text: str, command: list[str], path: str) -> str:
    with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    try:
        done = subprocess.run([*command, path], check=False)
    except OSError as error:
        raise Invalid("$EDITOR", command[0], "unreadable") from error
    if done.returncode:
        raise Invalid("$EDITOR", command[0], "failed")
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()
