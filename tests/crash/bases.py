"""The folders in which deeds begin: made once, and copied for each time."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date

from networkjournal.journal import Journal
from networkjournal.store.backup import copy
from tests.crash.state import JOURNAL
from tests.data.journals.make import fill

_DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "journals")
_CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:card-{n}\r\nFN:木村 {n}号\r\nTEL:03-1111-{n:04}\r\nORG:北町\r\nEND:VCARD\r\n"
    for n in range(20)
)


def make(folder: str) -> None:
    """Make all of them below a folder."""
    for name, filled in _MAKERS.items():
        base = os.path.join(folder, name)
        os.makedirs(base, 0o700)
        with open(os.path.join(base, "cards.vcf"), "w", encoding="utf-8") as file:
            file.write(_CARDS)
        filled(os.path.join(base, JOURNAL))
    _export(os.path.join(folder, "plain"), os.path.join(folder, "none"))


def _plain(path: str) -> None:
    journal = Journal.open(path)
    fill(journal)
    journal.snooze(journal.find("contact", "鈴木花子").id, date(2027, 1, 1))
    journal.archive_contact(journal.find_contact("佐藤由美"))
    journal.close()


def _none(path: str) -> None:
    """No journal yet."""


def _undone(path: str) -> None:
    _plain(path)
    journal = Journal.open(path)
    journal.capture("-> @鈴木花子 助言: 話し方", date(2026, 11, 20))
    journal.undo()
    journal.close()


def _unposted(path: str) -> None:
    """Something of what was posted is gone."""
    _plain(path)
    broken = sqlite3.connect(path)
    broken.execute("delete from exchanges where entry_id = 1")
    broken.commit()
    broken.close()


def _copied(path: str) -> None:
    """The journal went on since the copy was made."""
    _plain(path)
    copy(path, os.path.join(os.path.dirname(path), "copy.db"))
    journal = Journal.open(path)
    journal.capture("-> @鈴木花子 助言: 話し方", date(2026, 11, 20))
    journal.close()


def _lost(path: str) -> None:
    _copied(path)
    os.remove(path)


def _old(number: int, path: str) -> None:
    """A journal as an older version wrote it."""
    shutil.copyfile(os.path.join(_DATA, f"schema-{number}.db"), path)


_MAKERS: dict[str, Callable[[str], None]] = {
    "plain": _plain,
    "none": _none,
    "undone": _undone,
    "unposted": _unposted,
    "copied": _copied,
    "lost": _lost,
    "schema-1": lambda path: _old(1, path),
    "schema-2": lambda path: _old(2, path),
    "schema-3": lambda path: _old(3, path),
}


def _export(plain: str, none: str) -> None:
    from networkjournal.cli import main

    assert main(["--db", os.path.join(plain, JOURNAL), "export", "json", "--to", os.path.join(none, "all.json")]) == 0
