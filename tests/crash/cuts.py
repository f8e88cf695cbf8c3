"""Power cuts: sessions of deeds are written down operation by operation, and the disk built as a cut would leave it.

Promises nothing acknowledged lost and nothing half done in any of these states. With a careless setting of SQLite's the
same has to show losses, or the test would prove nothing.
"""

import os
import pickle
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from networkjournal.cli import main
from networkjournal.store import connection
from tests.crash.campaign import Found
from tests.crash.deed import DEEDS, TEXT, Deed
from tests.crash.operation import GO_ON, Answer, Operation, Watched
from tests.crash.power import Disk
from tests.crash.python_files import PythonFiles
from tests.crash.sqlite_files import SqliteFiles
from tests.crash.state import State, state
from tests.crash.trial import Ran, begin, command, differing, end, started, unsound, workshop

NEXT = Deed(("add", TEXT))
"""What is done after each deed, so that there is something on the disk that the next writes over."""
AT_ONCE = 0.4
"""For which part of the cuts the power goes right after something was acknowledged."""
CUT = Ran(None, "", "")


class Session(NamedTuple):
    """What a program did, and what was so after each deed."""

    deeds: tuple[Deed, ...]
    operations: list[Operation]
    ends: list[int]
    """How many operations there were when each deed was acknowledged."""
    states: list[State]
    """Before the first, and after each."""


def cuts(count: int, seed: int, careless: str = "") -> Found:
    """Cut the power so many times; `careless` is how SQLite is to be set for the control (`off`, `normal`)."""
    chance, found = random.Random(seed), Found(Counter(), [])
    with workshop() as shop:
        SqliteFiles()
        PythonFiles(shop)
        if careless:
            connection.durable = _CARELESS[careless]
        shares = Counter(chance.choices(DEEDS, k=count))
        for deed, share in shares.items():
            _cut(shop, _session(shop, deed), share, chance, found)
    return found


def _session(shop: str, deed: Deed) -> Session:
    """Do a deed and the one after it, and write down how."""
    deeds = (deed, NEXT)
    folder = begin(shop, deed)

    def do() -> int:
        operations: list[Operation] = []

        def note(operation: Operation) -> Answer:
            operations.append(operation)
            return GO_ON

        ends, states = [], [state(folder)]
        for one in deeds:
            Watched.watcher = note
            assert main(command(folder, one)) == 0, one.name
            Watched.watcher = None
            ends.append(len(operations))
            states.append(state(folder))
        with open(f"{folder}.session", "wb") as file:
            pickle.dump((operations, ends, states), file)
        return 0

    ran = end(folder, started(folder, deed.stdin, do))
    assert ran.status == 0, ran
    with open(f"{folder}.session", "rb") as file:
        return Session(deeds, *pickle.load(file))


def _cut(shop: str, session: Session, count: int, chance: random.Random, found: Found) -> None:
    """Cut the power at some moments of one session, the earliest first."""
    folder = begin(shop, session.deeds[0])
    disk, done = Disk(folder), 0
    for moment in sorted(_moments(session, count, chance)):
        while done < moment:
            disk.do(session.operations[done])
            done += 1
        acknowledged = sum(end <= moment for end in session.ends)
        before = session.states[acknowledged]
        after = session.states[min(acknowledged + 1, len(session.deeds))]
        _lay_out(folder, disk.after(chance))
        deed = session.deeds[min(acknowledged, len(session.deeds) - 1)]
        wrong = list(differing(deed, before, after, state(folder), CUT))
        if not wrong and deed.base != "unposted":
            wrong = list(unsound(folder))
        found.counts["cuts"] += 1
        found.counts["right after an acknowledgement"] += moment in session.ends
        found.problems.extend(
            f"{session.deeds[0].name} ({session.deeds[0].base}), cut at {moment}, ends {session.ends}: {what}"
            for what in wrong
        )


def _moments(session: Session, count: int, chance: random.Random) -> Iterator[int]:
    for _ in range(count):
        if chance.random() < AT_ONCE:
            yield chance.choice(session.ends)
        else:
            yield chance.randint(0, len(session.operations))


def _lay_out(folder: str, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder)
    os.makedirs(folder, 0o700)
    for path, content in files.items():
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)


def _off(opened: connection.Connection) -> None:
    opened.execute("pragma journal_mode = truncate")
    opened.execute("pragma synchronous = off")


def _normal(opened: connection.Connection) -> None:
    opened.execute("pragma journal_mode = wal")
    opened.execute("pragma synchronous = normal")


_CARELESS: dict[str, Callable[[connection.Connection], None]] = {"off": _off, "normal": _normal}
"""Settings that lose what was acknowledged."""
