"""Python's own operations on files below a folder, each told before it is done: copies, exports, drafts.

Replaces functions of `os` and `open` in this process. Refuses to tell of what is only read.
"""

import builtins
import errno
import io
import os
from collections.abc import Callable
from typing import Any

from tests.crash.operation import Answer, Operation, asked, die


class PythonFiles:
    """The replaced functions; they stay until the process ends."""

    def __init__(self, folder: str) -> None:
        """Only what lies below the folder is told."""
        self._folder = os.path.join(os.path.realpath(folder), "")
        self._system = {name: getattr(os, name) for name in (
            "open", "close", "write", "fsync", "replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir",
        )}  # fmt: skip
        self._io_open = io.open
        self._paths: dict[int, str] = {}
        """The path of each open handle."""
        for name in self._system:
            setattr(os, name, getattr(self, f"_{name}"))
        io.open = builtins.open = self._open_file

    def _below(self, path: Any) -> str:  # noqa: ANN401 - whatever os takes for a path
        if not isinstance(path, str | bytes | os.PathLike):
            return ""
        whole = os.path.abspath(os.fsdecode(path))
        return whole if whole.startswith(self._folder) else ""

    def _ask(self, operation: Operation) -> Answer:
        answer = asked(operation) if operation.path else Answer()
        if answer.errno and not answer.half:
            raise OSError(answer.errno, os.strerror(answer.errno), operation.path)
        return answer

    def _open(self, path: Any, flags: int, *more: Any, **named: Any) -> int:  # noqa: ANN401 - as os has it
        below = self._below(path)
        if below and flags & os.O_CREAT and not os.path.exists(below):
            self._ask(Operation("make", below))
        elif below and flags & os.O_TRUNC:
            self._ask(Operation("truncate", below, 0))
        handle = int(self._system["open"](path, flags, *more, **named))
        if below or os.path.join(os.path.abspath(os.fsdecode(path)), "") == self._folder:
            self._paths[handle] = below or self._folder.rstrip(os.sep)
        return handle

    def _close(self, handle: int) -> None:
        self._paths.pop(handle, None)
        self._system["close"](handle)

    def _write(self, handle: int, data: Any) -> int:  # noqa: ANN401 - any bytes
        return self._written(handle, bytes(data), lambda part: int(self._system["write"](handle, part)))

    def _written(self, handle: int, data: bytes, write: Callable[[bytes], int]) -> int:
        path = self._paths.get(handle, "")
        offset = os.lseek(handle, 0, os.SEEK_CUR) if path else 0
        answer = self._ask(Operation("write", path, offset, data))
        if answer.half:
            write(data[: len(data) // 2])
        if answer.dies:
            die()
        if answer.errno:
            raise OSError(answer.errno, os.strerror(answer.errno), path)
        return write(data)

    def _fsync(self, handle: int) -> None:
        path = self._paths.get(handle, "")
        self._ask(Operation("sync_folder" if os.path.isdir(path) else "sync", path))
        self._system["fsync"](handle)

    def _replace(self, old: Any, new: Any) -> None:  # noqa: ANN401 - as os has it
        self._ask(Operation("rename", self._below(old), other=self._below(new)))
        self._system["replace"](old, new)

    _rename = _replace

    def _link(self, old: Any, new: Any) -> None:  # noqa: ANN401 - as os has it
        if os.path.lexists(new):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new)
        self._ask(Operation("link", self._below(old), other=self._below(new)))
        self._system["link"](old, new)

    def _unlink(self, path: Any, **named: Any) -> None:  # noqa: ANN401 - as os has it
        if "dir_fd" not in named and os.path.lexists(path):
            self._ask(Operation("remove", self._below(path)))
        self._system["unlink"](path, **named)

    _remove = _unlink

    def _mkdir(self, path: Any, *more: Any, **named: Any) -> None:  # noqa: ANN401 - as os has it
        if not os.path.lexists(path):
            self._ask(Operation("make_folder", self._below(path)))
        self._system["mkdir"](path, *more, **named)

    def _rmdir(self, path: Any, **named: Any) -> None:  # noqa: ANN401 - as os has it
        self._system["rmdir"](path, **named)

    def _open_file(self, file: Any, mode: str = "r", buffering: int = -1, *more: Any, **named: Any) -> Any:  # noqa: ANN401
        """`open`, with a file whose writing is told."""
        path = self._paths.get(file, "") if isinstance(file, int) else self._below(file)
        if not path or not set("wax+") & set(mode):
            return self._io_open(file, mode, buffering, *more, **named)
        encoding, errors, newline = (*more, None, None, None)[:3]
        handle = file if isinstance(file, int) else self._open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        raw = _Raw(self, handle, closefd=named.get("closefd", True))
        buffered = io.BufferedWriter(raw)
        if "b" in mode:
            return buffered
        return io.TextIOWrapper(
            buffered,
            named.get("encoding", encoding),
            named.get("errors", errors),
            named.get("newline", newline),
        )

    def written(self, handle: int, data: bytes, write: Callable[[bytes], int]) -> int:
        """Tell what a file object writes, and write it."""
        return self._written(handle, data, write)

    def forget(self, handle: int) -> None:
        """A file object was closed."""
        self._paths.pop(handle, None)


class _Raw(io.FileIO):
    """A file whose every write is told."""

    def __init__(self, files: PythonFiles, handle: int, closefd: bool) -> None:
        super().__init__(handle, "w", closefd=closefd)
        self._files = files

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - any bytes
        return self._files.written(self.fileno(), bytes(data), super().write)

    def close(self) -> None:
        if not self.closed and self.closefd:
            self._files.forget(self.fileno())
        super().close()
