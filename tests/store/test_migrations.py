"""How an older file becomes a newer one: all of it or nothing, and the older one is kept."""

import os
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from networkjournal.journal import Journal
from networkjournal.reports.find import find
from networkjournal.store.connection import APPLICATION, SCHEMA, Connection, connect
from networkjournal.store.migrations import migrate, steps

KEPT = sorted((Path(__file__).parents[1] / "data" / "journals").glob("schema-*.db"))
NEXT = SCHEMA + 1


def later(*more: Callable[[Database], None]) -> Migrations:
    """The steps of a version to come: those there are, and more."""
    made = Migrations(steps.name)
    for known in steps._migrations:
        made(name=known.name)(known.fn)
    for step in more:
        made()(step)
    return made


def m900_shoe(db: Database) -> None:
    """A step as one will be."""
    db.execute("alter table contacts add column shoe text not null default ''")


def m901_broken(db: Database) -> None:
    """A step that does half of its work and fails."""
    db.execute("update entries set text = 'lost'")
    raise KeyboardInterrupt


def columns(connection: Connection) -> list[str]:
    return [row[1] for row in connection.execute("pragma table_info(contacts)")]


@pytest.fixture
def file(path: str) -> str:
    journal = Journal.open(path)
    journal.capture("-> @Ann info: x", date(2026, 11, 20), create=True)
    journal.close()
    return path


def copy_of(file: str) -> str:
    return f"{file}.schema-{SCHEMA}.bak"


def test_the_schema_is_the_number_of_steps() -> None:
    """A step added without counting it would never run on anybody's file."""
    assert len(steps._migrations) == SCHEMA
    assert [step.name[:4] for step in steps._migrations] == [f"m{n:03}" for n in range(1, SCHEMA + 1)]


def test_a_new_file_says_what_it_is(path: str) -> None:
    connection = connect(path)
    asked = [connection.execute(f"pragma {name}").fetchone()[0] for name in ("application_id", "user_version")]
    assert asked == [APPLICATION, SCHEMA]
    connection.close()


def test_a_new_file_needs_no_copy(file: str) -> None:
    assert not [name for name in os.listdir(os.path.dirname(file)) if name.endswith((".bak", ".part"))]


def test_an_older_file_gets_the_steps_it_lacks_and_is_kept(file: str) -> None:
    before = list(sqlite3.connect(file).iterdump())
    connection = connect(file)
    migrate(connection, fresh=False, migrations=later(m900_shoe), schema=NEXT)
    assert "shoe" in columns(connection)
    assert connection.execute("pragma user_version").fetchone()[0] == NEXT
    connection.close()
    assert list(sqlite3.connect(copy_of(file)).iterdump()) == before
    assert os.stat(copy_of(file)).st_mode & 0o777 == 0o600, "the copy holds the same secrets"


def test_an_interrupted_migration_leaves_nothing_half_done(file: str) -> None:
    """Ctrl-C in the last of several steps: the first ones are taken back with it, and the next start goes on."""
    before = list(sqlite3.connect(file).iterdump())
    connection = connect(file)
    with pytest.raises(KeyboardInterrupt):
        migrate(connection, fresh=False, migrations=later(m900_shoe, m901_broken), schema=NEXT + 1)
    connection.close()
    assert list(sqlite3.connect(file).iterdump()) == before
    assert list(sqlite3.connect(copy_of(file)).iterdump()) == before
    journal = Journal.open(file)
    assert journal.check().differences == ()
    migrate(journal.books.connection, fresh=False, migrations=later(m900_shoe), schema=NEXT)
    assert "shoe" in columns(journal.books.connection)
    journal.close()


def test_an_older_copy_is_kept_as_it_is(file: str) -> None:
    """The first copy is the one from before anything was tried; a second attempt must not replace it."""
    Path(copy_of(file)).write_bytes(b"the first copy")
    connection = connect(file)
    migrate(connection, fresh=False, migrations=later(m900_shoe), schema=NEXT)
    connection.close()
    assert Path(copy_of(file)).read_bytes() == b"the first copy"


def test_a_copy_that_broke_off_is_not_taken_for_one(file: str) -> None:
    part = Path(copy_of(file) + ".part")
    part.write_bytes(b"half")
    connection = connect(file)
    migrate(connection, fresh=False, migrations=later(m900_shoe), schema=NEXT)
    connection.close()
    assert not part.exists()
    assert sqlite3.connect(copy_of(file)).execute("select count(*) from entries").fetchone() == (1,)


def test_who_comes_second_finds_it_done(file: str) -> None:
    """Two programs started after an update: the one that waited must not run the steps again."""

    def m900_never(db: Database) -> None:
        raise AssertionError("run although the file has this schema")

    connection = connect(file)
    connection.execute(f"pragma user_version = {NEXT}")
    migrate(connection, fresh=False, migrations=later(m900_never), schema=NEXT)
    connection.close()


def test_a_step_that_was_run_is_never_run_again(file: str) -> None:
    connection = connect(file)
    for _ in range(2):
        connection.execute(f"pragma user_version = {SCHEMA}")
        migrate(connection, fresh=False, migrations=later(m900_shoe), schema=NEXT)
    assert columns(connection).count("shoe") == 1
    connection.close()


def test_every_schema_there_was_has_a_kept_journal() -> None:
    assert [path.name for path in KEPT] == [f"schema-{n}.db" for n in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_kept_journal_of_each_schema_opens_whole(kept: Path, tmp_path: Path) -> None:
    """Whatever a version wrote, every later one must be able to go on with: texts, ledger, waiting lines, history."""
    file = tmp_path / "journal.db"
    file.write_bytes(kept.read_bytes())
    journal = Journal.open(str(file))
    checked = journal.check()
    assert (checked.entries, checked.contacts, checked.waiting) == (4, 5, 3)
    assert checked.differences == ()
    assert {goal.handle for goal in journal.books.goals.all()} == {"在宅"}
    tanaka = journal.books.ledger.account(journal.find("contact", "たなか たろう").id)
    assert (tanaka.given, tanaka.received, tanaka.given_minutes) == (3000, 1000, 45)
    assert tanaka.settled_on == date(2026, 9, 4)
    assert [action.words for action in journal.books.actions.standing()] == ["@鈴木花子 に資料を送る"]
    assert [hit.kind for hit in find(journal, "渡辺").hits] == ["entry"], "what was written before there was an index"
    while journal.undo():
        pass
    assert journal.books.entries.count() == journal.books.contacts.count() == 0
    journal.close()
