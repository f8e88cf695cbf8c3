"""What the fourth schema adds: a digest for each record and each step, by which `check` knows what was really saved.

Statements that were run once on people's files: this file is not edited.
"""

DIGESTS = """create table digests (tbl text not null, row integer not null, digest integer not null,
    primary key (tbl, row)) strict, without rowid"""
"""What is posted has none: it is proved by posting it again."""
