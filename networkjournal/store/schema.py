"""The tables of the first schema, as statements. Later steps of `migrations` add to them; this file is not edited.

Three groups: what people make (truth, kept for ever), what is posted from it (derived, can be rebuilt), and history.
"""

import sqlite3

_STAMPS = "created_at text not null, updated_at text not null, deleted_at text"
_RECORD = "id integer primary key, uid text not null unique"

TRUTH: tuple[str, ...] = (
    f"""create table contacts ({_RECORD}, handle text not null unique, name text not null,
        family text not null default '', given text not null default '', reading text not null default '',
        aliases text not null default '[]', organization text not null default '',
        department text not null default '', title text not null default '', emails text not null default '[]',
        phones text not null default '[]', urls text not null default '[]', addresses text not null default '[]',
        birthday text not null default '', how_met text not null default '',
        introduced_by text not null default '', needs text not null default '[]',
        can_give text not null default '[]', caution text not null default '', notes text not null default '',
        tags text not null default '[]', extra text not null default '[]', sort_key text not null default '',
        archived_at text, {_STAMPS}) strict""",
    "create index contacts_by_name on contacts (sort_key, id) where deleted_at is null",
    f"""create table goals ({_RECORD}, handle text not null unique, title text not null,
        why text not null default '', measure text not null default '', by_day text,
        state text not null default 'open', {_STAMPS}) strict""",
    f"""create table personas ({_RECORD}, goal_id integer not null references goals (id), who text not null,
        fields text not null default '[]', roles text not null default '[]', knowledge text not null default '',
        found text not null default '', offer text not null default '', {_STAMPS}) strict""",
    f"""create table strengths ({_RECORD}, handle text not null unique, title text not null,
        kind text not null default 'skill', since text not null default '',
        evidence text not null default '[]', {_STAMPS}) strict""",
    f"""create table offers ({_RECORD}, what text not null, strength_id integer references strengths (id),
        audience text not null default '[]', minutes integer, {_STAMPS}) strict""",
    f"""create table events ({_RECORD}, handle text not null unique, title text not null, on_day text not null,
        purpose text not null default '', place text not null default '', goals text not null default '[]',
        cost integer, currency text, minutes integer, reviewed_on text, cards integer, talks integer,
        verdict text, outcome text not null default '', {_STAMPS}) strict""",
    "create index events_by_day on events (on_day) where deleted_at is null",
    f"""create table entries ({_RECORD}, day text not null, text text not null, {_STAMPS}) strict""",
    "create index entries_by_day on entries (day, id) where deleted_at is null",
    """create table sources (id integer primary key, format text not null, key text not null, digest text not null,
        contact_id integer references contacts (id) deferrable initially deferred,
        entry_id integer references entries (id) deferrable initially deferred, unique (format, key)) strict""",
    "create index sources_by_digest on sources (digest)",
)
"""What people make. `sources` remembers what an import brought, so that the same file changes nothing again."""

_LINE = (
    "entry_id integer not null references entries (id) on delete cascade deferrable initially deferred, "
    "line integer not null"
)
_CONTACT = "references contacts (id) deferrable initially deferred"

DERIVED: tuple[str, ...] = (
    f"""create table mentions ({_LINE}, at integer not null, sign text not null, contact_id integer {_CONTACT},
        goal_id integer references goals (id) deferrable initially deferred,
        event_id integer references events (id) deferrable initially deferred,
        strength_id integer references strengths (id) deferrable initially deferred,
        name text, role text not null, primary key (entry_id, line, at)) strict, without rowid""",
    "create index mentions_of_contact on mentions (contact_id, entry_id) where contact_id is not null",
    "create index mentions_of_goal on mentions (goal_id, entry_id) where goal_id is not null",
    "create index mentions_of_event on mentions (event_id, entry_id) where event_id is not null",
    "create index mentions_of_strength on mentions (strength_id, entry_id) where strength_id is not null",
    "create index mentions_unlinked on mentions (sign, name) where name is not null",
    f"""create table exchanges ({_LINE}, contact_id integer not null {_CONTACT}, direction text not null,
        kind text not null, weight integer not null, weighed integer not null, minutes integer, money integer,
        currency text, day text not null, words text not null,
        primary key (entry_id, line, contact_id)) strict, without rowid""",
    "create index exchanges_of_contact on exchanges (contact_id, day, entry_id, line, direction, weight, minutes)",
    f"""create table settlements ({_LINE}, contact_id integer not null {_CONTACT}, day text not null,
        primary key (entry_id, line, contact_id)) strict, without rowid""",
    "create index settlements_of_contact on settlements (contact_id, day)",
    f"""create table actions ({_LINE}, state text not null, day text not null, due text, done text,
        words text not null, key text not null, primary key (entry_id, line)) strict, without rowid""",
    "create index actions_by_key on actions (key, day, entry_id, line)",
    "create index actions_open on actions (state, due) where state in ('open', 'awaiting')",
    f"""create table insights ({_LINE}, day text not null, words text not null,
        primary key (entry_id, line)) strict, without rowid""",
    f"""create table results ({_LINE}, day text not null, money integer, currency text, minutes integer,
        words text not null, primary key (entry_id, line)) strict, without rowid""",
    f"""create table waiting (number integer primary key, {_LINE}, at integer not null, reason text not null,
        name text not null) strict""",
    "create index waiting_of_entry on waiting (entry_id)",
    f"""create table accounts (contact_id integer primary key {_CONTACT}, given integer not null,
        received integer not null, given_count integer not null, received_count integer not null,
        given_minutes integer not null, received_minutes integer not null, exchanges integer not null,
        first text, first_on text, last_on text, settled_on text) strict""",
    """create table names (sign text not null, key text not null, target integer not null,
        by_handle integer not null, primary key (sign, key, target)) strict, without rowid""",
    "create index names_of_target on names (sign, target)",
)
"""What is posted from entries, and the indexes of names and totals: all of it can be made again."""

HISTORY: tuple[str, ...] = (
    """create table steps (id integer primary key, uid text not null unique, name text not null,
        subject text not null default '', source text not null default '', at text not null,
        undoes integer references steps (id)) strict""",
    """create table changes (id integer primary key, step_id integer not null references steps (id),
        tbl text not null, row integer not null, before text) strict""",
    "create index changes_of_step on changes (step_id)",
    "create index changes_of_row on changes (tbl, row)",
)
"""Every change to the truth as a named step with before-images; `before` is NULL where the row was new."""

_RECORDED = ("contacts", "goals", "personas", "strengths", "offers", "events", "entries", "sources")


def history_triggers(connection: sqlite3.Connection) -> list[str]:
    """Triggers that write the before-image of every row people made, whichever statement changes it."""
    return [trigger for table in _RECORDED for trigger in triggers(connection, table)]


def triggers(connection: sqlite3.Connection, table: str) -> list[str]:
    """Those of one table, which list the columns that it has now."""
    columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
    image = ", ".join(f"'{column}', old.{column}" for column in columns)
    insert = "insert into changes (step_id, tbl, row, before) values ((select max(id) from steps)"
    return [
        f"create trigger {table}_added after insert on {table} begin {insert}, '{table}', new.id, null); end",
        f"create trigger {table}_changed after update on {table} begin "
        f"{insert}, '{table}', old.id, json_object({image})); end",
        f"create trigger {table}_removed after delete on {table} begin "
        f"{insert}, '{table}', old.id, json_object({image})); end",
    ]
