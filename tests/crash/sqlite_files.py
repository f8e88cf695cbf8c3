"""SQLite's file layer, through which every operation of its on files is told before it is done.

A VFS of our own, made of the system's with four of its methods replaced, and put into the very library that Python's
`sqlite3` uses. Where that library is built into Python and cannot be called, `why_not` says so.
"""

import ctypes
import errno
import os
from collections.abc import Callable
from ctypes import POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast
from typing import Any, ClassVar

from tests.crash.operation import Answer, Operation, asked, die

FULL, CANTOPEN = 13, 14
IOERR = {"write": 778, "sync": 1034, "truncate": 1546, "remove": 2570, "map": 4874}
"""SQLite's extended codes for what the system refused."""
CREATES = 0x4
"""The flag with which a file is made where there is none."""

# Names of files are pointers here: SQLite keeps more behind their end.
_OPEN = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_CLOSE = ctypes.CFUNCTYPE(c_int, c_void_p)
_WRITE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = ctypes.CFUNCTYPE(c_int, c_void_p, c_int)
_MAP = ctypes.CFUNCTYPE(c_int, c_void_p, c_int, c_int, c_int, c_void_p)
_FOLDER = ctypes.CFUNCTYPE(c_int, c_char_p, POINTER(c_int), use_errno=True)
_SET_CALL = ctypes.CFUNCTYPE(c_int, c_void_p, c_char_p, c_void_p)
_GET_CALL = ctypes.CFUNCTYPE(c_void_p, c_void_p, c_char_p)


def _fields(*names: str) -> list[tuple[str, Any]]:
    return [(name, c_void_p) for name in names]


class _Methods(Structure):
    """sqlite3_io_methods: what can be done with an open file."""

    _fields_: ClassVar = [
        ("version", c_int),
        *_fields(
            *("close", "read", "write", "truncate", "sync", "size", "lock", "unlock", "reserved", "control", "sector"),
            *("device", "shm_map", "shm_lock", "shm_barrier", "shm_unmap", "fetch", "unfetch"),
        ),
    ]


class _File(Structure):
    """sqlite3_file: begins with its methods."""

    _fields_: ClassVar = [("methods", c_void_p)]


class _Vfs(Structure):
    """sqlite3_vfs: what can be done with files by name."""

    _fields_: ClassVar = [
        ("version", c_int), ("file_size", c_int), ("longest", c_int), ("next", c_void_p), ("name", c_char_p),
        *_fields(
            *("app", "open", "delete", "access", "full", "dl_open", "dl_error", "dl_sym", "dl_close", "random"),
            *("sleep", "time", "last_error", "time64", "set_call", "get_call", "next_call"),
        ),
    ]  # fmt: skip


def _library() -> ctypes.CDLL:
    import _sqlite3

    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = c_void_p
    return library


def why_not() -> str:
    """The reason for which the file layer cannot be replaced here; empty where it can."""
    try:
        found = _library().sqlite3_vfs_find(None)
    except (ImportError, OSError, AttributeError) as error:
        return f"the SQLite library of this Python cannot be called: {error}"
    return "" if found and cast(found, POINTER(_Vfs)).contents.version >= 3 else "SQLite has no file layer of version 3"


_PLACED: "list[SqliteFiles]" = []
"""SQLite calls it to the end of the process."""


class SqliteFiles:
    """The replaced file layer; it stays until the process ends."""

    def __init__(self) -> None:
        """Put it in place."""
        library = _library()
        self._system = library.sqlite3_vfs_find(None)
        system = cast(self._system, POINTER(_Vfs)).contents
        self._open, self._delete = _OPEN(system.open), _DELETE(system.delete)
        self._paths: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}
        self._kept: list[Any] = []
        """What C code points to must not be collected."""
        own = _Vfs.from_buffer_copy(system)
        own.name, own.open, own.delete = b"told", self._point(_OPEN(self._opened)), self._point(_DELETE(self._deleted))
        self._kept.append(own)
        self._tell_of_folders(system)
        self._kept.append(library)
        assert library.sqlite3_vfs_register(ctypes.byref(own), 1) == 0
        _PLACED.append(self)

    def _point(self, function: Any) -> int:  # noqa: ANN401 - a pointer to a function
        self._kept.append(function)
        return cast(function, c_void_p).value or 0

    def _tell_of_folders(self, system: _Vfs) -> None:
        """A folder is opened for nothing but to be synced."""
        call = _FOLDER(_GET_CALL(system.get_call)(self._system, b"openDirectory"))

        def opened(path: bytes, handle: Any) -> int:  # noqa: ANN401 - a pointer to a number
            answer = asked(Operation("sync_folder", os.path.dirname(os.path.abspath(os.fsdecode(path)))))
            if answer.errno:
                ctypes.set_errno(answer.errno)
                return CANTOPEN
            return int(call(path, handle))

        _SET_CALL(system.set_call)(self._system, b"openDirectory", self._point(_FOLDER(opened)))

    def _opened(self, _vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        if path and flags & CREATES and not os.path.exists(path) and asked(Operation("make", path)).errno:
            cast(file, POINTER(_File)).contents.methods = None
            return CANTOPEN
        code = int(self._open(self._system, name, file, flags, out))
        opened = cast(file, POINTER(_File)).contents
        if code == 0 and opened.methods and path:
            self._paths[file] = path
            opened.methods = ctypes.addressof(self._told(opened.methods))
        return code

    def _deleted(self, _vfs: int, name: int, sync: int) -> int:
        path = os.fsdecode(ctypes.string_at(name))
        if os.path.exists(path) and asked(Operation("remove", path)).errno:
            return IOERR["remove"]
        return int(self._delete(self._system, name, sync))

    def _told(self, address: int) -> _Methods:
        """The methods of a file with those replaced that change it."""
        if address not in self._methods:
            system = cast(address, POINTER(_Methods)).contents
            own = _Methods.from_buffer_copy(system)
            own.close = self._point(_CLOSE(self._closed(_CLOSE(system.close))))
            own.write = self._point(_WRITE(self._written(_WRITE(system.write))))
            own.truncate = self._point(_TRUNCATE(self._truncated(_TRUNCATE(system.truncate))))
            own.sync = self._point(_SYNC(self._synced(_SYNC(system.sync))))
            if system.shm_map:  # only a journal itself has shared memory
                own.shm_map = self._point(_MAP(self._mapped(_MAP(system.shm_map))))
            self._methods[address] = own
        return self._methods[address]

    def _closed(self, call: Callable[..., int]) -> Callable[..., int]:
        def close(file: int) -> int:
            self._paths.pop(file, None)
            return call(file)

        return close

    def _written(self, call: Callable[..., int]) -> Callable[..., int]:
        def write(file: int, data: int, size: int, offset: int) -> int:
            answer = asked(Operation("write", self._paths[file], offset, ctypes.string_at(data, size)))
            if answer.half:
                call(file, data, size // 2, offset)
            if answer.dies:
                die()
            return _refused("write", answer) if answer.errno else call(file, data, size, offset)

        return write

    def _truncated(self, call: Callable[..., int]) -> Callable[..., int]:
        def truncate(file: int, size: int) -> int:
            answer = asked(Operation("truncate", self._paths[file], size))
            return _refused("truncate", answer) if answer.errno else call(file, size)

        return truncate

    def _synced(self, call: Callable[..., int]) -> Callable[..., int]:
        def sync(file: int, flags: int) -> int:
            answer = asked(Operation("sync", self._paths[file]))
            return _refused("sync", answer) if answer.errno else call(file, flags)

        return sync

    def _mapped(self, call: Callable[..., int]) -> Callable[..., int]:
        def shm_map(file: int, region: int, size: int, extend: int, out: int) -> int:
            if extend:
                answer = asked(Operation("map", f"{self._paths[file]}-shm"))
                if answer.errno:
                    return _refused("map", answer)
            return call(file, region, size, extend, out)

        return shm_map


def _refused(kind: str, answer: Answer) -> int:
    """As SQLite's own layer for the system tells it: a full disk where something is written, else a fault."""
    return FULL if answer.errno == errno.ENOSPC and kind == "write" else IOERR[kind]
