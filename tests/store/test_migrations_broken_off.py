"""A migration that breaks off at any statement: the file is as it was, and the next start brings it over.

Some statements here; `make machine` takes every one.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from networkjournal.backups import restore
from networkjournal.journal import Journal
from networkjournal.store.connection import SCHEMA, Connection, connect
from tests.store.test_migrations import KEPT

NOW = datetime(2026, 11, 23, 12)
STRIDE = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "machine" else 17
OLDER = [path for path in KEPT if path.stem != f"schema-{SCHEMA}"]


class BrokenOff(BaseException):
    """What ends it: Ctrl-C, a signal, no memory left."""


def breaking(at: int) -> Callable[..., sqlite3.Connection]:
    """Opens files as the standard driver does, and breaks off before the statement with this number."""
    left = [at]

    def count() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise BrokenOff

    class Breaking(Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as the driver has it
            if sql != "rollback":
                count()
            return super().execute(sql, parameters)

        def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:  # noqa: ANN401 - as the driver has it
            count()
            return super().executemany(sql, parameters)

    def connector(path: str, **how: Any) -> sqlite3.Connection:  # noqa: ANN401 - as the driver has it
        opened: sqlite3.Connection = sqlite3.connect(path, **(how | {"factory": Breaking}))
        return opened

    return connector


def image(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        version = connection.execute("pragma user_version").fetchone()
        return [str(version), *connection.iterdump()]
    finally:
        connection.close()


@pytest.mark.parametrize("kept", OLDER, ids=lambda path: path.stem)
def test_at_every_statement_nothing_is_half_done(kept: Path, tmp_path: Path) -> None:
    before = image(kept)
    broken = 0
    while True:
        file = tmp_path / "journal.db"
        shutil.copyfile(kept, file)
        try:
            connect(str(file), breaking(broken)).close()
        except BrokenOff:
            assert image(file) == before, f"statement {broken}"
            broken += STRIDE
        else:
            break
    assert broken > 30, "every statement of the steps was one to break off at"
    journal = Journal.open(str(file))
    assert journal.check().differences == ()
    journal.close()


@pytest.mark.parametrize("kept", OLDER, ids=lambda path: path.stem)
def test_after_it_broke_off_the_next_start_brings_the_file_over(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    shutil.copyfile(kept, file)
    for at in (25, 60, 90):
        with pytest.raises(BrokenOff):
            connect(str(file), breaking(at)).close()
    journal = Journal.open(str(file))
    assert (journal.check().entries, journal.check().differences) == (4, ())
    journal.close()


@pytest.mark.parametrize("kept", OLDER, ids=lambda path: path.stem)
def test_the_kept_copy_undoes_a_migration(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    shutil.copyfile(kept, file)
    Journal.open(str(file)).close()
    copy = Path(f"{file}.{kept.stem}.bak")
    assert image(copy) == image(kept)
    restore(str(file), str(copy), str(tmp_path / "backups"), NOW)
    assert image(file) == image(kept)
