"""The program itself, hindered as a file says: `python -m tests.crash.hindered FILE …`, and then as `networkjournal`.

While the file holds the name of a fault, each file operation beside the journal has it: the disk is full, say, or slow.
"""

import ctypes
import errno
import os
import sys
import time

from networkjournal.cli import main
from tests.crash.fault import NEEDS_ROOM
from tests.crash.operation import GO_ON, Answer, Operation, Watched
from tests.crash.python_files import PythonFiles
from tests.crash.sqlite_files import SqliteFiles

REFUSED = {"full": errno.ENOSPC, "quota": errno.EDQUOT, "broken": errno.EIO}
SLOW = 0.05
"""Seconds that each operation of a slow disk takes."""
_VERSION = 0x20080522
_READS_AND_WRITES_ALL = 0b110
"""The bits of the two capabilities for which permissions of files are nothing."""


class Hindered:
    """Answers as the file says."""

    def __init__(self, control: str) -> None:
        """`control` is the path of the file."""
        self._control = control

    def __call__(self, operation: Operation) -> Answer:
        """Whether this operation can be done now."""
        with open(self._control, encoding="ascii") as file:
            how = file.read().strip()
        if how == "slow":
            time.sleep(SLOW)
        number = REFUSED.get(how, 0)
        return Answer(number) if number and (operation.kind in NEEDS_ROOM or how == "broken") else GO_ON


def be_nobody_special() -> None:
    """Let the permissions of files count for the superuser as well, as in a container where tests run as one."""
    if os.geteuid() != 0 or not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None)
    head, sets = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    if libc.capget(head, sets) == 0:
        sets[0] &= ~_READS_AND_WRITES_ALL
        libc.capset(head, sets)


if __name__ == "__main__":
    control = sys.argv.pop(1)
    SqliteFiles()
    PythonFiles(os.path.dirname(sys.argv[2]))
    be_nobody_special()
    Watched.watcher = Hindered(control)
    sys.exit(main())
