"""What the second schema adds: asks of a contact, whom a merged one went into, days of exchanges, the search index.

Statements that were run once on people's files: this file is not edited.
"""

CONTACTS: tuple[str, ...] = (
    "alter table contacts add column asks text not null default '[]'",
    "alter table contacts add column merged_into integer references contacts (id) deferrable initially deferred",
)
"""`merged_into` is set in a contact that was merged: it is no longer there, and its mentions are another's."""

DAYS = "create index exchanges_by_day on exchanges (day, direction)"
"""What passed on which day, for the calendar of a year."""

SEARCH: tuple[str, ...] = (
    """create table documents (id integer primary key, kind text not null, ref integer not null, body text not null,
        unique (kind, ref)) strict""",
    "create virtual table grams using fts5 (tokens, content='', tokenize='ascii', detail='none')",
)
"""One document per record and entry: the folded text as it is searched, and the index of its tokens.

The index keeps no text of its own; what is taken out of it is told the tokens that were put in.
"""

REPLACED_TRIGGERS = ("contacts_added", "contacts_changed", "contacts_removed")
"""Triggers that list a table's columns are made anew when there are more."""
