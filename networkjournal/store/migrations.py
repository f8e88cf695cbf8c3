"""The schema and how it came to be: named steps, added, never edited, run in one transaction. Needs sqlite-utils.

A copy of the file is kept before an older one is changed.
"""

import os

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from networkjournal.store import schema_3
from networkjournal.store.connection import APPLICATION, SCHEMA, Connection, opened, transaction
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


def migrate(connection: Connection, *, fresh: bool, migrations: Migrations = steps, schema: int = SCHEMA) -> None:
    """Bring the file to `schema`, all of it or nothing. A file with records is copied beside itself first."""
    if not fresh and connection.path != ":memory:":
        keep_copy(connection)
    with transaction(connection):
        if connection.execute("pragma user_version").fetchone()[0] >= schema:
            return  # another process was first
        migrations.apply(Database(connection))
        if not fresh:
            Search(connection).fill()
        connection.execute(f"pragma application_id = {APPLICATION}")
        connection.execute(f"pragma user_version = {schema}")


def keep_copy(connection: Connection) -> str:
    """Copy the file as it is, consistently, to `NAME.schema-N.bak`; gives that path. An older copy is kept as it is."""
    version = connection.execute("pragma user_version").fetchone()[0]
    path = f"{connection.path}.schema-{version}.bak"
    if os.path.exists(path):
        return path
    part = f"{path}.part"
    os.close(os.open(part, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
    target = opened(part, "mode=rw", like=connection.path)
    try:
        connection.backup(target)
    finally:
        target.close()
    os.replace(part, path)
    return path
