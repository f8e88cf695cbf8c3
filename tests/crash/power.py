"""A disk that loses its power: what of all that was written is there afterwards.

Promises the strictest disk that a file system may be: what was synced is there, and of what was not, any part, each
write torn at any sector, each new name of a file there or not. A name is safe only once its folder was synced.
"""

import os
import random
from collections.abc import Iterable

from tests.crash.operation import Operation

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


class File:
    """One file: what is surely on the disk, and what was written since."""

    def __init__(self, content: bytes = b"") -> None:
        """`content` is on the disk."""
        self.content = content
        self.pending: list[Operation] = []

    def sync(self) -> None:
        """All of it is on the disk."""
        for operation in self.pending:
            self.content = done(self.content, operation)
        self.pending.clear()

    def after(self, chance: random.Random, share: float) -> bytes:
        """What is there once the power was cut: of each write that was not synced, some sectors, or none."""
        content = self.content
        for operation in self.pending:
            if chance.random() < share:
                content = done(content, operation)
            elif operation.kind == "write" and chance.random() < share:
                for part in torn(operation, chance):
                    content = done(content, part)
        return content


class Disk:
    """Files by their names, as the operations of a program left them."""

    def __init__(self, folder: str) -> None:
        """`folder` is where the files lie; what is in it now is on the disk."""
        self._folder = folder
        self._names: dict[str, File] = {}
        self._folders: set[str] = {folder}
        for above, folders, names in os.walk(folder):
            self._folders.update(os.path.join(above, name) for name in folders)
            for name in names:
                with open(os.path.join(above, name), "rb") as file:
                    self._names[os.path.join(above, name)] = File(file.read())
        self._seen = dict(self._names)
        """The names as the program sees them; some may not be on the disk yet."""
        self._pending: list[tuple[Operation, File | None]] = []
        """What was done to names since their folder was synced."""

    def do(self, operation: Operation) -> None:
        """One more operation of the program's."""
        path = operation.path
        match operation.kind:
            case "write" | "truncate":
                self._seen[path].pending.append(operation)
            case "sync":
                self._seen[path].sync()
            case "sync_folder":
                self._sync_folder(path)
            case "make":
                self._seen[path] = File()
                self._pending.append((operation, self._seen[path]))
            case "make_folder":
                self._pending.append((operation, None))
            case "rename" | "link":
                self._seen[operation.other] = self._seen[path]
                self._pending.append((operation, self._seen[path]))
                if operation.kind == "rename":
                    del self._seen[path]
            case "remove":
                self._seen.pop(path)
                self._pending.append((operation, None))

    def _sync_folder(self, folder: str) -> None:
        mine = [change for change in self._pending if _in(folder, change[0])]
        self._pending = [change for change in self._pending if not _in(folder, change[0])]
        self._named(self._names, self._folders, mine)

    def after(self, chance: random.Random) -> dict[str, bytes]:
        """The files that are there once the power was cut."""
        share = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        names, folders = dict(self._names), set(self._folders)
        if chance.random() < 0.5:  # many file systems keep the order of what is done to names
            kept: Iterable[tuple[Operation, File | None]] = self._pending[: round(share * len(self._pending))]
        else:
            kept = [change for change in self._pending if chance.random() < share]
        self._named(names, folders, kept)
        contents: dict[int, bytes] = {}
        for file in names.values():
            contents.setdefault(id(file), file.after(chance, share))
        return {path: contents[id(file)] for path, file in names.items() if os.path.dirname(path) in folders}

    @staticmethod
    def _named(names: dict[str, File], folders: set[str], changes: Iterable[tuple[Operation, File | None]]) -> None:
        for operation, file in changes:
            if operation.kind == "make_folder":
                folders.add(operation.path)
            elif operation.kind == "remove":
                names.pop(operation.path, None)
            elif operation.kind == "rename":
                names.pop(operation.path, None)
                if file is not None:
                    names[operation.other] = file
            elif file is not None:
                names[operation.other or operation.path] = file


def _in(folder: str, operation: Operation) -> bool:
    return os.path.dirname(operation.other or operation.path) == folder


def done(content: bytes, operation: Operation) -> bytes:
    """A file's content after a write or a cut."""
    if operation.kind == "truncate":
        return content[: operation.offset].ljust(operation.offset, b"\0")
    start = operation.offset
    return content[:start].ljust(start, b"\0") + operation.data + content[start + len(operation.data) :]


def torn(operation: Operation, chance: random.Random) -> list[Operation]:
    """Some sectors of a write."""
    pieces, start, data = [], operation.offset, operation.data
    while data:
        size = SECTOR - start % SECTOR
        pieces.append(operation._replace(offset=start, data=data[:size]))
        start, data = start + size, data[size:]
    return [piece for piece in pieces if chance.random() < 0.5]
