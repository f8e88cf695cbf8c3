"""The draft: what stands unsaved where one writes, kept in a private file beside the journal."""

import contextlib
import os


class DraftFile:
    """One draft. An empty text removes the file."""

    def __init__(self, journal_path: str, place: str = "") -> None:
        """A journal in memory keeps no draft. `place` tells where one writes, where it is not the bar of Home."""
        kind = f"{place}.draft" if place else "draft"
        self.path = "" if journal_path == ":memory:" else f"{journal_path}.{kind}"
        self._kept = ""

    def left(self) -> str:
        """What an earlier run left unsaved."""
        if not self.path:
            return ""
        try:
            with open(self.path, encoding="utf-8", errors="replace") as file:
                self._kept = file.read()
        except OSError:
            return ""
        return self._kept

    def keep(self, text: str) -> None:
        """Write the text if it is another than before. A full disk must not stop anyone from typing."""
        if not self.path or text == self._kept:
            return
        with contextlib.suppress(OSError):
            self._write(text)
            self._kept = text

    def _write(self, text: str) -> None:
        if not text.strip():
            with contextlib.suppress(FileNotFoundError):
                os.remove(self.path)
            return
        part = f"{self.path}.part"
        handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, self.path)
