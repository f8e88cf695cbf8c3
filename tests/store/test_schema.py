"""The tables: strict, with keys that hold, and triggers that miss no change to what people made."""

import sqlite3

import pytest

from networkjournal.store.connection import Connection, transaction
from networkjournal.store.schema import DERIVED, TRUTH
from networkjournal.store.schema_2 import SEARCH
from networkjournal.store.schema_3 import TABLES
from networkjournal.store.schema_4 import DIGESTS

RECORDS = ("contacts", "goals", "personas", "strengths", "offers", "events", "entries",
           "asks", "cadences", "budgets", "self_introductions", "refusals", "dismissals")  # fmt: skip


def tables(statements: tuple[str, ...]) -> list[str]:
    return [text.split()[2] for text in statements if text.startswith("create table")]


def test_every_table_is_strict(connection: Connection) -> None:
    """A number that arrives as a text, or a text as a number, would sort and sum wrongly for ever."""
    strict = {row[1]: row[5] for row in connection.execute("pragma table_list") if row[0] == "main"}
    ours = [name for name in strict if not name.startswith(("sqlite_", "_sqlite_"))]
    ours = [name for name in ours if not name.startswith("grams")]  # SQLite's own, of the search index
    assert [name for name in ours if not strict[name]] == []
    made = (*TRUTH, *DERIVED, *SEARCH, *TABLES, DIGESTS)
    assert {*tables(made), "steps", "changes"} == set(ours)


def test_every_record_has_an_identity_that_sync_can_use(connection: Connection) -> None:
    for table in RECORDS:
        found = {row[1]: row for row in connection.execute(f"pragma table_info({table})")}
        assert {"id", "uid", "created_at", "updated_at", "deleted_at"} <= set(found), table
        assert found["uid"][3], f"{table}.uid may be null"


def test_foreign_keys_hold(connection: Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError), transaction(connection):
        connection.execute(
            """insert into exchanges (entry_id, line, contact_id, direction, kind, weight, weighed, day, words)
                values (1, 1, 1, 'given', 'help', 1, 0, '2026-11-20', '')"""
        )


def test_every_table_people_fill_writes_its_history(connection: Connection) -> None:
    """A table without triggers would be one whose changes cannot be taken back, and nobody would notice."""
    triggers = {row[0] for row in connection.execute("select name from sqlite_master where type = 'trigger'")}
    filled = tables((*TRUTH, *TABLES))
    assert triggers == {f"{table}_{what}" for table in filled for what in ("added", "changed", "removed")}


def test_a_change_outside_a_step_is_refused(connection: Connection) -> None:
    """Nothing can be written that history would not know of, whoever writes it."""
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "insert into entries (uid, day, text, created_at, updated_at) values ('u', '2026-11-20', 'x', '', '')"
        )


def test_an_image_has_every_column(connection: Connection) -> None:
    for table in tables((*TRUTH, *TABLES)):
        sql = connection.execute("select sql from sqlite_master where name = ?", (f"{table}_changed",)).fetchone()[0]
        columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
        assert all(f"'{column}', old.{column}" in sql for column in columns), table
