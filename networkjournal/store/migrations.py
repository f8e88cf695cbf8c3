"""The schema and how it came to be: named steps, added, never edited, run in one transaction. Needs sqlite-utils.

A copy of the file is kept before an older one is changed.
"""

import os
import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from networkjournal.errors import FileTrouble
from networkjournal.store import schema_3, schema_4
from networkjournal.store.backup import copy
from networkjournal.store.connection import APPLICATION, SCHEMA, Connection, transaction, trouble
from networkjournal.store.digests import Digests, Wrong
from networkjournal.store.schema import DERIVED, HISTORY, TRUTH, history_triggers, triggers
from networkjournal.store.schema_2 import CONTACTS, DAYS, REPLACED_TRIGGERS, SEARCH
from networkjournal.store.search import Search

steps = Migrations("networkjournal")


@steps()
def m001_journal(db: Database) -> None:
    """Make the records people make, what is posted from them, and the history of both."""
    for statement in (*TRUTH, *DERIVED, *HISTORY):
        db.execute(statement)
    for statement in history_triggers(db.conn):
        db.execute(statement)


@steps()
def m002_people_and_search(db: Database) -> None:
    """Add what one would ask of a contact, merging, the days of exchanges, and the search index."""
    for name in REPLACED_TRIGGERS:
        db.execute(f"drop trigger {name}")
    for statement in (*CONTACTS, DAYS, *SEARCH):
        db.execute(statement)
    for statement in history_triggers(db.conn):
        if any(f"trigger {name} " in statement for name in REPLACED_TRIGGERS):
            db.execute(statement)


@steps()
def m003_method(db: Database) -> None:
    """Add what the method needs: asks, cadences, budgets, self-introductions, refusals, caution, plans of events."""
    for statement in (*schema_3.COLUMNS, *schema_3.TABLES, *schema_3.DAYS):
        db.execute(statement)
    for table in schema_3.CHANGED_TABLES:
        for verb in ("added", "changed", "removed"):
            db.execute(f"drop trigger {table}_{verb}")
    for table in (*schema_3.CHANGED_TABLES, *schema_3.NEW_TABLES):
        for statement in triggers(db.conn, table):
            db.execute(statement)


@steps()
def m004_digests(db: Database) -> None:
    """Add the digests of what was saved. They are taken when all steps are done."""
    db.execute(schema_4.DIGESTS)


def migrate(connection: Connection, *, fresh: bool, migrations: Migrations = steps, schema: int = SCHEMA) -> None:
    """Bring the file to `schema`, all of it or nothing. A file with records is copied beside itself first.

    Raises `FileTrouble` where the copy or the steps cannot be written: the file is as it was then, or done already
    where the disk failed last. Either way nothing was saved of what a person wanted saved.
    """
    if not fresh and connection.path != ":memory:" and _version(connection) < schema:
        keep_copy(connection)
    try:
        with transaction(connection):
            if _version(connection) >= schema:
                return  # another process was first
            spared = _not_as_saved(connection)
            migrations.apply(Database(connection))
            if not fresh:
                Search(connection).fill()
            Digests(connection).fill(spared)  # a step may have changed any row; what was wrong before it stays known
            connection.execute(f"pragma application_id = {APPLICATION}")
            connection.execute(f"pragma user_version = {schema}")
    except sqlite3.Error as error:  # sqlite-utils has cursors of its own
        raise trouble(error, connection.path) from error


def _version(connection: Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def _not_as_saved(connection: Connection) -> tuple[Wrong, ...]:
    """What an older file already knows to be wrong; one without digests knows nothing."""
    known = connection.execute("select 1 from sqlite_master where name = 'digests'").fetchone()
    return tuple(Digests(connection).wrong()) if known else ()


def keep_copy(connection: Connection) -> str:
    """Copy the file as it is, consistently, to `NAME.schema-N.bak`; gives that path. An older copy is kept as it is."""
    path = f"{connection.path}.schema-{_version(connection)}.bak"
    if not os.path.exists(path):
        try:
            copy(connection.path, path)
        except FileTrouble:
            if not os.path.exists(path):  # another process was first
                raise
    return path
