"""What the third schema adds, the method: asks, cadences, budgets, self-introductions, refusals, caution, plans.

Statements that were run once on people's files: this file is not edited.
"""

_STAMPS = "created_at text not null, updated_at text not null, deleted_at text"
_RECORD = "id integer primary key, uid text not null unique"
_CONTACT = "integer references contacts (id) deferrable initially deferred"

COLUMNS: tuple[str, ...] = (
    "alter table contacts add column aims text not null default ''",
    "alter table contacts add column suspected text not null default ''",
    "alter table contacts add column knows text not null default ''",
    "alter table contacts add column withheld text not null default ''",
    "alter table contacts add column snoozed_until text",
    "alter table events add column personas text not null default '[]'",
    "alter table events add column expected text not null default '[]'",
    "alter table events add column bring text not null default '[]'",
    "alter table events add column questions text not null default '[]'",
    "alter table events add column series text not null default ''",
    "alter table events add column asked_on text",
)
"""`expected` is a list of contacts' ids and, for people who are none, of the words that stand for them."""

TABLES: tuple[str, ...] = (
    f"""create table asks ({_RECORD}, what text not null, audience text not null default '[]',
        goal_id integer references goals (id), {_STAMPS}) strict""",
    f"""create table cadences ({_RECORD}, days integer not null, contact_id {_CONTACT}, tag text not null default '',
        persona_id integer references personas (id), {_STAMPS}) strict""",
    "create index cadences_of_contact on cadences (contact_id) where contact_id is not null",
    f"""create table budgets ({_RECORD}, goal_id integer references goals (id), period text not null, minutes integer,
        money integer, currency text, trust integer, {_STAMPS}) strict""",
    f"""create table self_introductions ({_RECORD}, text text not null, seconds integer not null,
        goal_id integer references goals (id), persona_id integer references personas (id),
        event_id integer references events (id), on_day text not null, {_STAMPS}) strict""",
    f"""create table refusals ({_RECORD}, what text not null, why text not null default '', contact_id {_CONTACT},
        on_day text not null, {_STAMPS}) strict""",
    "create index refusals_of_contact on refusals (contact_id) where contact_id is not null",
    f"""create table dismissals ({_RECORD}, key text not null, what text not null default '', {_STAMPS}) strict""",
    "create index dismissals_by_key on dismissals (key)",
)
"""What people make; a cadence is for a contact, a tag or a persona. A dismissal is a suggestion they do not want."""

NEW_TABLES = ("asks", "cadences", "budgets", "self_introductions", "refusals", "dismissals")

DAYS: tuple[str, ...] = (
    "drop index exchanges_by_day",
    "create index exchanges_by_day on exchanges (day, direction, weight, minutes)",
    "create index insights_by_day on insights (day)",
    "create index results_by_day on results (day)",
    "create index actions_by_day on actions (day)",
)
"""What passed, was learned and declared in a span of days, without a look at anything else."""

CHANGED_TABLES = ("contacts", "events")
"""Their triggers list the columns, so they are made anew."""
