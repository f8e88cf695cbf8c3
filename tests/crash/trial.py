"""One command in a process of its own that may be killed or hindered, and what has to be so afterwards.

The process is forked from one that has everything loaded, so that thousands can be tried.
"""

import importlib
import os
import pkgutil
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import networkjournal
from networkjournal.cli import main
from networkjournal.errors import JournalError
from networkjournal.journal import Journal
from networkjournal.store import connection
from tests.crash import bases
from tests.crash.deed import Deed
from tests.crash.operation import Watched, Watcher
from tests.crash.state import BROKEN, JOURNAL, State, state

TODAY = "2026-11-23"
MEMORY = "/dev/shm"
"""Where there are files in memory: a kill does not care where a file lies, and a disk would take most of the time."""
PATIENCE = 60
"""Seconds after which a command that hangs is ended, with a status of its own."""
AGAIN = 0.2
"""For which part of the trials the command is tried again afterwards."""
DOUBTFUL = "What was to be saved is there"
"""What a person is told where the disk failed after the change was in the file."""
LOADED = tuple(
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(networkjournal.__path__, "networkjournal.")
    if not module.name.startswith(("networkjournal.tui", "networkjournal.__main__"))
)
"""What a forked process finds loaded: everything but the program in the terminal."""


class Ran(NamedTuple):
    """How a command ended."""

    status: int | None
    """`None`: it was killed."""
    out: str
    err: str

    @property
    def acknowledged(self) -> bool:
        """Whether a person was told that it is done, before it was killed even."""
        return self.status == 0 or (self.status is None and bool(self.out or self.err))


class Rehearsal(NamedTuple):
    """A deed that nothing hindered."""

    before: State
    after: State
    operations: tuple[str, ...]
    """The kinds of the file operations it made."""
    seconds: float


@contextmanager
def workshop() -> Iterator[str]:
    """A folder for everything, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="crash-", dir=MEMORY if os.path.isdir(MEMORY) else None) as folder:
        bases.make(os.path.join(folder, "bases"))
        yield folder


def begin(workshop: str, deed: Deed) -> str:
    """A fresh copy of the folder in which a deed begins."""
    folder = os.path.join(workshop, "now")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(workshop, "bases", deed.base), folder)
    return folder


def command(folder: str, deed: Deed) -> list[str]:
    """The whole command line."""
    line = [word.replace("{folder}", folder) for word in deed.argv]
    return ["--db", os.path.join(folder, JOURNAL), "--today", TODAY, "--lang", "en", *line]


def start(folder: str, deed: Deed, watcher: Watcher | None = None, at_end: Callable[[], None] | None = None) -> int:
    """Begin a deed in a process of its own; gives its number."""

    def do() -> int:
        Watched.watcher = watcher
        status = main(command(folder, deed))
        Watched.watcher = None
        if at_end:
            at_end()
        return status

    return started(folder, deed.stdin, do)


def started(folder: str, stdin: str, do: Callable[[], int]) -> int:
    """Have something be done in a process of its own; gives its number."""
    for stream in ("out", "err"):  # what the one before has said
        open(f"{folder}.{stream}", "wb").close()
    child = os.fork()
    if child == 0:
        status = 99
        try:
            signal.alarm(PATIENCE)
            _settle(folder, stdin)
            status = do()
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)
    return child


def _settle(folder: str, stdin: str) -> None:
    """Have this process be one of its own: its home, its streams."""
    for name in [name for name in os.environ if name.startswith(("XDG_", "NETWORKJOURNAL_"))]:
        del os.environ[name]
    os.environ["HOME"] = os.path.join(folder, "home")
    for number, path in ((1, f"{folder}.out"), (2, f"{folder}.err")):
        handle = os.open(path, os.O_WRONLY)
        os.dup2(handle, number)
    with open(f"{folder}.in", "w", encoding="utf-8") as file:
        file.write(stdin)
    sys.stdin = open(f"{folder}.in", encoding="utf-8")  # noqa: SIM115 - as long as the process
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def end(folder: str, child: int) -> Ran:
    """Wait for a process that was begun."""
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Ran(None if code == -signal.SIGKILL else code, _read(f"{folder}.out"), _read(f"{folder}.err"))


def _read(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def rehearse(workshop: str, deed: Deed) -> Rehearsal:
    """Do a deed as it should go, and see what comes of it."""
    from tests.crash.fault import Counting

    folder = begin(workshop, deed)
    before = state(folder)
    counting = Counting()

    def tell() -> None:
        with open(f"{folder}.operations", "w", encoding="ascii") as file:
            file.write(" ".join(counting.kinds))

    begun = time.monotonic()
    ran = end(folder, start(folder, deed, counting, tell))
    seconds = time.monotonic() - begun
    assert ran.status == 0, f"{deed.name}: {ran}"
    return Rehearsal(before, state(folder), tuple(_read(f"{folder}.operations").split()), seconds)


def problems(folder: str, deed: Deed, rehearsal: Rehearsal, ran: Ran) -> list[str]:
    """What is not as it has to be after a deed that was killed or hindered; nothing, if all is well."""
    before, after, now = rehearsal.before, rehearsal.after, state(folder)
    found = [*_told(ran), *differing(deed, before, after, now, ran)]
    if not found and not (deed.base == "unposted" and now.records == before.records):
        found += unsound(folder)
    if not found and ran.status != 0 and now.records == before.records and not deed.several:
        found += _again(folder, deed, after)
    return [f"{deed.name} ({deed.base}): {what} [{ran.status} {ran.out[:80]!r} {ran.err[:300]!r}]" for what in found]


def _told(ran: Ran) -> Iterator[str]:
    """One line in words, and no more, where something went wrong."""
    if "Traceback" in ran.err or "Internal error" in ran.err:
        yield "a traceback"
    elif ran.status is not None and ran.status not in (0, 1, 3):
        yield "an exit status of its own"
    elif ran.status and (ran.err.count("\n") != 1 or not ran.err.startswith("networkjournal: ")):
        yield "not one line"


def differing(deed: Deed, before: State, after: State, now: State, ran: Ran) -> Iterator[str]:
    """Whether what is there now is neither what was before nor what should be after, or not what was told."""
    yield from _records(deed, before, after, now, ran)
    yield from _files(deed, before, after, now, ran)


def _records(deed: Deed, before: State, after: State, now: State, ran: Ran) -> Iterator[str]:
    if now.records.startswith(BROKEN):
        yield f"the journal cannot be read ({now.records})"
    elif now.records not in (before.records, after.records):
        yield "a half step"
    elif ran.acknowledged and now.records != after.records:
        yield "acknowledged and not there"
    elif ran.status and now.records != before.records and not (DOUBTFUL in ran.err or _saves_nothing(deed)):
        yield "refused and done all the same"
    elif DOUBTFUL in ran.err and now.records != after.records:
        yield "said to be there and is not"


def _saves_nothing(deed: Deed) -> bool:
    """Whether nothing that people write is changed: a look at an older file makes it one of today, and that is all;
    posting anew what was lost is told by nothing but `check`.
    """
    return deed.base.startswith("schema") or deed.base == "unposted"


def _files(deed: Deed, before: State, after: State, now: State, ran: Ran) -> Iterator[str]:
    if strange := now.files - before.files - after.files:
        yield f"half a file: {sorted(name for name, _digest in strange)}"
    if lost := (before.files & after.files) - now.files:
        yield f"a file is gone: {sorted(name for name, _digest in lost)}"
    promised = deed.grows and ran.acknowledged
    kept = deed.keeps and now.records == after.records
    if (promised or kept) and (missing := after.files - now.files):
        yield f"promised and not there: {sorted(name for name, _digest in missing)}"


def unsound(folder: str) -> Iterator[str]:
    """What `check` says."""
    try:
        journal = Journal.open(os.path.join(folder, JOURNAL))
        try:
            found = journal.check().differences
        finally:
            journal.close()
    except JournalError as error:
        yield f"check fails: {error}"
    else:
        if found:
            yield f"check fails: {found[:3]}"


def _again(folder: str, deed: Deed, after: State) -> Iterator[str]:
    """The file is as usable as before: what was broken off can be done now. Tried for some, as it takes long."""
    if _saves_nothing(deed) or deed.grows or random.random() > AGAIN:
        return  # `check` has brought the file to this schema; what grows is tried again below another name
    ran = end(folder, start(folder, deed))
    if ran.status != 0:
        yield f"cannot be done afterwards: {ran}"
    elif state(folder).records != after.records:
        yield "done again, it comes to something else"


def wal() -> None:
    """From here on, journals are kept as newer SQLite libraries have it."""
    connection._WAL_IS_SAFE = True
