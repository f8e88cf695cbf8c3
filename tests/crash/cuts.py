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
from datetime import date
from functools import partial
from typing import NamedTuple

from networkjournal.cli import main
from networkjournal.journal import Journal
from networkjournal.store import connection as opening
from tests.crash.campaign import Found
from tests.crash.deed import DEEDS, TEXT, Deed
from tests.crash.operation import GO_ON, Answer, Operation, Watched
from tests.crash.power import Disk
from tests.crash.python_files import PythonFiles
from tests.crash.sqlite_files import SqliteFiles
from tests.crash.state import JOURNAL, State, state
from tests.crash.trial import Ran, begin, command, differing, end, started, unsound, workshop

NEXT = Deed(("add", TEXT))
"""What is done after each deed, so that there is something on the disk that the next writes over."""
PROGRAM = Deed(("the open program",))
"""Stands for a session in which the journal stays open, as it does in the program."""
DAY = date(2026, 11, 20)
AT_ONCE = 0.4
"""For which part of the cuts the power goes right after something was acknowledged."""
CUT = Ran(None, "", "")


class Session(NamedTuple):
    """What was done, and what was so after each part of it."""

    deeds: tuple[Deed, ...]
    operations: list[Operation]
    ends: list[int]
    """How many operations there were when each deed was acknowledged."""
    states: list[State]
    """Before the first, and after each."""


def cuts(count: int, seed: int, deeds: tuple[Deed, ...] = DEEDS, careless: bool = False) -> Found:
    """Cut the power so many times; with `careless`, as the control, SQLite waits for no disk."""
    chance, found = random.Random(seed), Found(Counter(), [])
    with workshop() as shop:
        SqliteFiles()
        PythonFiles(shop)
        if careless:
            opening.durable = _careless
        for deed, share in Counter(chance.choices((*deeds, *[PROGRAM] * 4), k=count)).items():
            _cut(shop, _session(shop, deed), share, chance, found)
    return found


def _careless(connection: opening.Connection) -> None:
    connection.execute(f"pragma journal_mode = {'wal' if opening._WAL_IS_SAFE else 'truncate'}")
    connection.execute(f"pragma synchronous = {'normal' if opening._WAL_IS_SAFE else 'off'}")


def _session(shop: str, deed: Deed) -> Session:
    """Do a deed and the one after it, or a few in the open program, and write down how."""
    folder = begin(shop, deed)
    program = deed is PROGRAM

    def do() -> int:
        operations: list[Operation] = []

        def note(operation: Operation) -> Answer:
            operations.append(operation)
            return GO_ON

        ends, states = [], [state(folder)]
        for act in _program(folder) if program else _commands(folder, (deed, NEXT)):
            Watched.watcher = note
            act()
            Watched.watcher = None
            ends.append(len(operations))
            states.append(state(folder))
        with open(f"{folder}.session", "wb") as file:
            pickle.dump((operations, ends, states), file)
        return 0

    ran = end(folder, started(folder, deed.stdin, do))
    assert ran.status == 0, ran
    with open(f"{folder}.session", "rb") as file:
        operations, ends, states = pickle.load(file)
    return Session((PROGRAM,) * len(ends) if program else (deed, NEXT), operations, ends, states)


def _commands(folder: str, deeds: tuple[Deed, ...]) -> Iterator[Callable[[], object]]:
    for deed in deeds:
        yield partial(main, command(folder, deed))


def _program(folder: str) -> Iterator[Callable[[], object]]:
    """One who writes, corrects, takes back and renames, while the journal stays open."""
    opened: list[Journal] = []
    yield lambda: opened.append(Journal.open(os.path.join(folder, JOURNAL)))
    (journal,) = opened
    for number in range(4):
        yield partial(journal.capture, f"-> @鈴木花子 情報: {number}. {TEXT}", DAY)
    yield lambda: journal.edit_entry(journal.entry(1)._replace(text=TEXT))
    yield journal.undo
    yield lambda: journal.change_contact(journal.find_contact("鈴木花子")._replace(name="山田 花子"))
    yield partial(journal.capture, TEXT, DAY, create=True)


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
